import { shelfOf } from '../journal/change.ts'
import type { ShelfLines } from './shelf-lines.ts'
import { idAt, recordAt, revisionAt } from './shelf-lines.ts'

/**
 * Whether what lies on the shelf of a month is just what is seen of it: nothing moved, and of nothing two last
 * revisions are known. `View.settled` finds out the same of parsed shelves, and says no less often.
 */
export function areSettled(month: string, lines: ShelfLines): boolean {
  const { bytes, records, history } = lines
  const [from = 0, to = 0] = [records[0], records.at(-1)]
  if (hasMoved(bytes, from, to)) return false
  if (history.length === 0) return true
  const last = lastInHistory(lines)
  if (last === 'forked') return false
  const isElsewhere = ([start, end]: readonly [number, number]) => {
    if (!hasMoved(bytes, start, end) && !last.has(idAt(bytes, start, end))) return false
    const record = recordAt(bytes, start, end)
    // What came here once may have been changed where it was before, by somebody who did not know that it left.
    if (record.movedFrom !== undefined && isAmong(bytes, record.id, from, to)) return true
    return last.has(record.id) && (record.movedFrom !== undefined || shelfOf(record) !== month)
  }
  return ![...pairs(history)].some(isElsewhere)
}

/** Whether of anything on a shelf two last revisions are known there. */
export const areForked = (lines: ShelfLines): boolean => lastInHistory(lines) === 'forked'

/** The things whose last revision stands in the history: they were deleted, as a rule. */
function lastInHistory({ bytes, records, history }: ShelfLines): Set<string> | 'forked' {
  const last = new Set<string>()
  if (history.length === 0) return last
  const [from, to] = [records[0] ?? 0, records.at(-1) ?? 0]
  const replaced = replacedIn(bytes, from, history.at(-1) ?? 0)
  for (const [start, end] of pairs(history)) {
    if (replaced.has(revisionAt(bytes, start, end))) continue
    const id = idAt(bytes, start, end)
    if (last.has(id) || isAmong(bytes, id, from, to)) return 'forked'
    last.add(id)
  }
  return last
}

/** Whether one of the records between two places is of a thing. */
function isAmong(bytes: Buffer, id: string, from: number, to: number): boolean {
  const at = bytes.indexOf(`"id":"${id}"`, from)
  return at >= 0 && at < to
}

/** The revisions that lines replace. Most lines are of a first one, and need no look. */
function replacedIn(bytes: Buffer, from: number, to: number): Set<string> {
  const replaced = new Set<string>()
  for (let at = bytes.indexOf(replacing, from); at >= 0 && at < to; ) {
    const list = at + replacing.length - 2
    const revisions: string[] = JSON.parse(
      bytes.toString('utf8', list, bytes.indexOf(93, list) + 1),
    )
    for (const revision of revisions) replaced.add(revision)
    at = bytes.indexOf(replacing, list)
  }
  return replaced
}

/** What such a line has, and no text in it can have. */
const replacing = Buffer.from('"supersedes":["')

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
