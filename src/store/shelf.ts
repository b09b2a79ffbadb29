import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { compareText } from '../journal/order.ts'
import { inOrder } from '../journal/query.ts'

/**
 * One document on disk. All shelves have the same shape and the same code: a month of entries, the
 * people, the settings.
 */
export interface Shelf {
  /** `YYYY-MM`, `people` or `settings`. */
  readonly name: string
  /** What is current. */
  readonly records: readonly JournalRecord[]
  /** Superseded and deleted revisions, and those that moved on to another shelf. */
  readonly history: readonly JournalRecord[]
  /** The changes made in this month (by the UTC month of their sequence number), oldest first. */
  readonly changes: readonly LoggedChange[]
  /** Fields this version does not know; kept as they are. */
  readonly more: Readonly<Record<string, unknown>>
}

export const emptyShelf = (name: string): Shelf => ({
  name,
  records: [],
  history: [],
  changes: [],
  more: {},
})

export const isMonth = (name: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(name)

export const isShelf = (name: string): boolean =>
  name === 'people' || name === 'settings' || isMonth(name)

/** The shelf that logs a change: so a log is in order across months whatever the clock did. */
export function logShelf(sequence: number): string {
  const end = Date.UTC(9999, 11, 31)
  return new Date(Math.min(Math.max(sequence, 0), end)).toISOString().slice(0, 7)
}

/** Two shelves that hold the same are the same bytes: records by day, moment and id; the rest by id. */
export function inShelfOrder(a: JournalRecord, b: JournalRecord): number {
  if ('day' in a && 'day' in b) return inOrder(a, b) || compareText(a.revision, b.revision)
  return compareText(a.id, b.id) || compareText(a.revision, b.revision)
}

export const inHistoryOrder = (a: JournalRecord, b: JournalRecord): number =>
  compareText(a.id, b.id) || compareText(a.revision, b.revision)
