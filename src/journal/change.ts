import type { Entry } from './entry.ts'
import { monthOfEntry, tombstone } from './entry.ts'
import { kindNames } from './fields/details.ts'
import type { Fields } from './fields/field.ts'
import { typed } from './fields/field.ts'
import { settingFields } from './fields/record.ts'
import { compareText } from './order.ts'
import type { Person } from './person.ts'
import type { Together, Writing } from './record.ts'
import { replacing } from './record.ts'
import type { JournalSetting } from './setting.ts'

/** Everything the journal keeps is one of these. */
export type JournalRecord = Entry | Person | JournalSetting

export const isSetting = (record: JournalRecord): record is JournalSetting =>
  record.kind !== 'person' && Object.hasOwn(settingFields, record.kind)

export const isEntry = (record: JournalRecord): record is Entry =>
  Object.hasOwn(kindNames, record.kind)

/**
 * Everything that alters the journal, whole: written first as one file, whose rename is the commit,
 * then folded into the shelves its records belong to.
 */
export interface Change {
  readonly id: string
  /** Later changes have greater numbers, whatever the clock did: milliseconds, pushed forward when needed. */
  readonly sequence: number
  /** What it was, in a few words: "jot", "session", "import jrnl, 3,413 entries". */
  readonly label: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly records: readonly JournalRecord[]
  /** The change this one takes back, or brings back. */
  readonly undoes?: string
  readonly redoes?: string
}

/** The shelf (one document on disk) a record lies on: `YYYY-MM` for entries, else `people` or `settings`. */
export function shelfOf(record: JournalRecord): string {
  if (record.kind === 'person') return 'people'
  return isSetting(record) ? 'settings' : monthOfEntry(record)
}

/** What a shelf remembers of a change once it is folded: enough to undo it and to redo it. */
export interface LoggedChange extends Omit<Change, 'records'> {
  /** The revisions it added, by the shelf each lies on. */
  readonly touched: Readonly<Record<string, readonly string[]>>
}

export function logged({ records, ...change }: Change): LoggedChange {
  const touched: Record<string, string[]> = {}
  for (const record of records) {
    const shelf = shelfOf(record)
    touched[shelf] ??= []
    touched[shelf].push(record.revision)
  }
  return { ...change, touched }
}

/** Oldest first; changes made in the same millisecond by two processes go by id. */
export const bySequence = (
  a: Pick<Change, 'sequence' | 'id'>,
  b: Pick<Change, 'sequence' | 'id'>,
): number => a.sequence - b.sequence || compareText(a.id, b.id)

/** The revision that deletes any record: where it belonged stays, its words do not. */
export function deletionOf(record: JournalRecord, stamp: Writing): JournalRecord {
  const wordless = {
    id: record.id,
    ...replacing(record, stamp),
    deleted: true,
  } as const
  if (isEntry(record)) return tombstone(record, stamp)
  const { kind } = record
  return { ...wordless, kind, ...emptied(settingFields[kind], record) } as JournalRecord
}

/** What a record must have, without its words. */
const emptied = (fields: Fields, record: object) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type, required }]) => {
      if (!required) return []
      const value = (record as Readonly<Record<string, unknown>>)[name]
      return [[name, typed(type) ? (Array.isArray(value) ? [] : '') : value]]
    }),
  )

/** A revision that says again what an earlier one said, in the place of what is current now. */
export function restatementOf(
  content: JournalRecord,
  current: JournalRecord,
  stamp: Writing,
): JournalRecord {
  const {
    movedFrom: _,
    deleted: __,
    heads: ___,
    versions: ____,
    ...kept
  } = content as JournalRecord & Together
  const next = {
    ...kept,
    ...replacing(current, stamp),
  } as JournalRecord
  const from = shelfOf(current)
  return from === shelfOf(next) ? next : { ...next, movedFrom: from }
}
