import type { Day } from '../../journal/day.ts'
import type { Entry } from '../../journal/entry.ts'
import type { Discretion, Known } from '../discretion.ts'
import type { WholeJournal } from '../whole-journal.ts'

/** What the page of a theme is made from. */
export interface PageInput {
  readonly from: Day
  /** The last day that counts: the end of the period, or today. */
  readonly until: Day
  /** All entries of the period, oldest first: for numbers. */
  readonly entries: readonly Entry[]
  /** Those whose names, feelings and tags may be listed. */
  readonly open: readonly Entry[]
  /** Those whose sentences may be quoted. */
  readonly quotable: readonly Entry[]
  /** Those of them whose text has words. */
  readonly written: readonly Entry[]
  readonly whole: WholeJournal
  readonly known: Known
  readonly may: Discretion
}
