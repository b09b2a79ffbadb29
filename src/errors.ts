/**
 * A message for the person: what happened to which file, entry or flag, whether anything was
 * changed, then the command that helps. Anything else that is thrown is a bug of ours.
 */
export class UserError extends Error {
  /** 1 failed, 2 wrong usage, 3 the journal cannot be read or is locked. */
  readonly exitCode: 1 | 2 | 3

  constructor(message: string, exitCode: 1 | 2 | 3 = 1, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}

/** Wrong usage: a flag, a date, an argument. */
export class UsageError extends UserError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, 2, options)
    this.name = 'UsageError'
  }
}

/** The journal, or a part of it, cannot be read as it is. */
export class JournalError extends UserError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, 3, options)
    this.name = 'JournalError'
  }
}

/** The journal is encrypted, and nothing was to be had that opens it. */
export class LockedError extends JournalError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LockedError'
  }
}
