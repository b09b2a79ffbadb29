/** Enough for today (Ctrl-X, `/enough`, or nobody there to answer any more): save what is there and close kindly. */
export class Enough extends Error {
  constructor() {
    super('enough for today')
    this.name = 'Enough'
  }
}

/** Ctrl-C: save what is there and exit 130. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}
