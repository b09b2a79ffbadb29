import type { Entry } from './entry.ts'
import { monthOfEntry } from './entry.ts'
import type { Person } from './person.ts'
import type { Mute, OwnPrompt } from './setting.ts'

/** Everything the journal keeps is one of these. */
export type JournalRecord = Entry | Person | Mute | OwnPrompt

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
  switch (record.kind) {
    case 'person':
      return 'people'
    case 'mute':
    case 'prompt':
      return 'settings'
    default:
      return monthOfEntry(record)
  }
}
