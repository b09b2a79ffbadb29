/** Enough for today (Ctrl-X, `/enough`, or the end of what came through a pipe): save what is there and close kindly. */
export class Enough extends Error {
  constructor() {
    super('enough for today')
    this.name = 'Enough'
  }
}

/** Ctrl-C, or the window was closed: leave what is there in its draft, to be picked up, and exit 130. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}
