import type { JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import type { ShelfLines } from './shelf-lines.ts'
import { recordAt, supersededAt } from './shelf-lines.ts'

/**
 * Whether what lies on the shelf of a month is just what is seen of it: nothing moved, and of nothing two last
 * revisions are known. `View.settled` finds out the same of parsed shelves, and says no less often.
 */
export function areSettled(month: string, { bytes, records, history }: ShelfLines): boolean {
  const isAmongRecords = (text: string) => {
    const at = bytes.indexOf(text, records[0] ?? 0)
    return at >= 0 && at < (records.at(-1) ?? 0)
  }
  if (isAmongRecords(moved)) return false
  const earlier: JournalRecord[] = []
  const replaced = new Set<string>()
  for (const [start, end] of pairs(history)) earlier.push(recordAt(bytes, start, end))
  for (const { supersedes } of earlier) for (const revision of supersedes) replaced.add(revision)
  for (let at = 0; at < records.length && earlier.length > 0; at += 2)
    for (const revision of supersededAt(bytes, records[at] ?? 0, records[at + 1] ?? 0))
      replaced.add(revision)
  // What is left was deleted, as a rule: it is the one last revision, and nothing of it is elsewhere.
  const last = new Set<string>()
  for (const { id, revision } of earlier) {
    if (replaced.has(revision)) continue
    if (last.has(id) || isAmongRecords(`"id":"${id}"`)) return false
    last.add(id)
  }
  return !earlier.some(
    record => last.has(record.id) && (record.movedFrom !== undefined || shelfOf(record) !== month),
  )
}

/** What a line has, and no text in it can have, whose record came from another shelf. */
export const moved = '"movedFrom":'

/** Where each line begins and ends. */
export function* pairs(places: readonly number[]): Generator<[number, number]> {
  for (let at = 0; at < places.length; at += 2) yield [places[at] ?? 0, places[at + 1] ?? 0]
}
