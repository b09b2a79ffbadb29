import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'

/** The days somebody was here. */
export interface Presence {
  /** Each of them, oldest first. */
  readonly on: readonly Day[]
  /** Days with anything written, of those that count. */
  readonly days: number
  /** Days of the period since the journal began, up to today. */
  readonly of: number
  /** Days with anything written in the whole journal; this never falls. */
  readonly lifetime: number
  readonly entries: number
}

/** The days with anything written, oldest first. */
export const daysPresent = (entries: readonly Entry[]): Day[] =>
  [...new Set(entries.map(entry => entry.day))].sort()
