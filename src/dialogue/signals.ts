/** Enough for today (Ctrl-X, `/enough`, or the end of what came through a pipe): save what is there and close kindly. */
export class Enough extends Error {
  constructor() {
    super('enough for today')
    this.name = 'Enough'
  }
}

/** Shift-Tab (`/back`): the question before is asked again. Only where the question said that there is one. */
export class Back extends Error {
  constructor() {
    super('back')
    this.name = 'Back'
  }
}

/** Ctrl-C, or the window was closed: leave what is there in its draft, to be picked up, and exit 130. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}
