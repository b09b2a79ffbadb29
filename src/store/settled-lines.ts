import type { JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import type { ShelfLines } from './shelf-lines.ts'
import { recordAt, supersededAt } from './shelf-lines.ts'

/**
 * Whether what lies on the shelf of a month is just what is seen of it: nothing moved, and of nothing two last
 * revisions are known. `View.settled` finds out the same of parsed shelves, and says no less often.
 */
export function areSettled(month: string, { bytes, records, history }: ShelfLines): boolean {
  const from = records[0] ?? 0
  const to = records.at(-1) ?? 0
  if (hasMoved(bytes, from, to)) return false
  const isAmongRecords = (text: string) => {
    const at = bytes.indexOf(text, from)
    return at >= 0 && at < to
  }
  const earlier: JournalRecord[] = []
  const replaced = new Set<string>()
  for (const [start, end] of pairs(history)) earlier.push(recordAt(bytes, start, end))
  for (const { supersedes } of earlier) for (const revision of supersedes) replaced.add(revision)
  if (earlier.length > 0) addReplaced(replaced, bytes, records)
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

function addReplaced(replaced: Set<string>, bytes: Buffer, records: readonly number[]): void {
  for (let at = 0; at < records.length; at += 2)
    for (const revision of supersededAt(bytes, records[at] ?? 0, records[at + 1] ?? 0))
      replaced.add(revision)
}

/** What a line has, and no text in it can have, whose record came from another shelf. */
const moved = '"movedFrom":'
/** It is looked for from its capital on, which is rare: so most of a journal is passed over as quickly as can be. */
const rarely = moved.slice(moved.indexOf('F'))

/** Whether one of the lines between two places is of a record that came from another shelf. */
export function hasMoved(bytes: Buffer, from: number, to: number): boolean {
  const before = moved.length - rarely.length
  for (let at = bytes.indexOf(rarely, from); at >= 0 && at < to; at = bytes.indexOf(rarely, at + 1))
    if (bytes.toString('latin1', at - before, at + rarely.length) === moved) return true
  return false
}

/** Where each line begins and ends. */
export function* pairs(places: readonly number[]): Generator<[number, number]> {
  for (let at = 0; at < places.length; at += 2) yield [places[at] ?? 0, places[at + 1] ?? 0]
}
