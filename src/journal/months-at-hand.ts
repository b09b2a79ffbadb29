import type { Entry } from './entry.ts'

/** What somebody who looks for something has before them. */
export interface MonthsAtHand<S> {
  /** The entries that are meant, oldest first; with days, those of these days, and no other month is looked at. */
  entries(from?: string, to?: string): readonly Entry[]
  /** What all entries of a month come to, whatever is meant of them: of each month there is, oldest first. */
  readonly sums: readonly S[]
  /**
   * A piece of what is found, by its name. Where nothing that was looked at so far is missing, neither entries nor
   * words, it is not found out again when all is asked once more: so what needs no words comes first. It must hold
   * nothing that goes on looking, or remembers what it saw.
   */
  once<T>(piece: string, find: () => T): T
}
