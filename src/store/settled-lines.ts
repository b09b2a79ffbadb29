import type { JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import type { ShelfLines } from './shelf-lines.ts'
import { recordAt, supersededAt } from './shelf-lines.ts'

/**
 * Whether what lies on the shelf of a month is just what is seen of it: nothing moved, and of nothing two last
 * revisions are known. `View.settled` finds out the same of parsed shelves, and says no less often.
 */
export function areSettled(month: string, { bytes, records, history }: ShelfLines): boolean {
  const [from = 0, to = 0] = [records[0], records.at(-1)]
  if (hasMoved(bytes, from, to)) return false
  const isAmongRecords = (text: string) => {
    const at = bytes.indexOf(text, from)
    return at >= 0 && at < to
  }
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
const moved = '"movedFrom":'
// Its end begins with what is rare.
const ending = moved.slice(6)

/** Whether a record in these bytes came from another shelf. */
export function hasMoved(bytes: Buffer, from: number, to: number): boolean {
  for (let at = bytes.indexOf(ending, from); at >= 0 && at < to; at = bytes.indexOf(ending, at + 1))
    if (bytes.toString('latin1', at - 6, at + ending.length) === moved) return true
  return false
}

/** Where each line begins and ends. */
export function* pairs(places: readonly number[]): Generator<[number, number]> {
  for (let at = 0; at < places.length; at += 2) yield [places[at] ?? 0, places[at + 1] ?? 0]
}
