import type { JournalRecord } from './change.ts'
import { shelfOf } from './change.ts'
import { compareText } from './order.ts'

/**
 * Which of all known revisions of one thing is the current one: a function of the set alone, so it
 * does not matter in which order, or how often, they arrived.
 *
 * Revisions that another one replaces are out. When two are left, one that came back to `shelf` from where it
 * had gone wins: what it replaced lies there, and is not known here. Else (the same entry was changed in two
 * places at once) the longer chain wins, then a revision that moved away from `shelf`, then words
 * over a deletion, then the greater revision id. The others stay in the history.
 */
export function headOf(
  revisions: readonly JournalRecord[],
  shelf?: string,
): JournalRecord | undefined {
  if (revisions.length < 2) return revisions[0]
  const replaced = new Set(revisions.flatMap(revision => revision.supersedes))
  const heads = revisions.filter(({ revision }) => !replaced.has(revision))
  if (heads.length === 1) return heads[0]
  const depth = depthsOf(revisions)
  const hasComeBack = shelf === undefined ? () => false : comingBack(revisions, heads, shelf)
  const rank = (record: JournalRecord) => [
    hasComeBack(record) ? 1 : 0,
    depth.get(record.revision) ?? 0,
    shelf !== undefined && shelfOf(record) !== shelf ? 1 : 0,
    record.deleted ? 0 : 1,
    record.revision,
  ]
  // Revisions that replace each other in a circle leave no head; only a forged file holds such.
  return (heads.length > 0 ? heads : revisions).reduce((best, next) =>
    isGreater(rank(next), rank(best)) ? next : best,
  )
}

/**
 * Tells which revisions follow one that came to a shelf from another, where what it replaced is not known, and that
 * none of those which left the shelf follow: it came after them.
 */
function comingBack(
  revisions: readonly JournalRecord[],
  heads: readonly JournalRecord[],
  shelf: string,
): (head: JournalRecord) => boolean {
  const byRevision = new Map(revisions.map(record => [record.revision, record]))
  const leadingTo = (heads: readonly JournalRecord[]) => {
    const found = new Set(heads)
    for (const { supersedes } of found)
      for (const revision of supersedes) {
        const earlier = byRevision.get(revision)
        if (earlier) found.add(earlier)
      }
    return found
  }
  const beforeLeaving = leadingTo(heads.filter(head => shelfOf(head) !== shelf))
  const isArrival = (record: JournalRecord) =>
    record.movedFrom !== undefined &&
    record.movedFrom !== shelf &&
    !record.supersedes.some(revision => byRevision.has(revision))
  return head =>
    shelfOf(head) === shelf &&
    [...leadingTo([head])].some(record => isArrival(record) && !beforeLeaving.has(record))
}

function isGreater(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0
    if (value !== other) return value > other
  }
  return false
}

/**
 * The revisions that no other one replaces, by their ids. Revisions that replace each other in a
 * circle leave none, so all of them are; only a forged file holds such.
 */
export function headsOf<R extends JournalRecord>(revisions: readonly R[]): R[] {
  const replaced = new Set(revisions.flatMap(({ supersedes }) => supersedes))
  const unique = [...new Map(revisions.map(record => [record.revision, record])).values()]
  const heads = unique.filter(({ revision }) => !replaced.has(revision))
  return (heads.length > 0 ? heads : unique).sort((a, b) => compareText(a.revision, b.revision))
}

/** How many known revisions lead up to each, itself included. Without recursion: a chain may be long. */
export function depthsOf(revisions: readonly JournalRecord[]): Map<string, number> {
  const byRevision = new Map(revisions.map(record => [record.revision, record]))
  const depths = new Map<string, number>()
  const begun = new Set<string>()
  const stack = [...revisions]
  for (let record = stack.at(-1); record !== undefined; record = stack.at(-1)) {
    const before = record.supersedes
      .map(revision => byRevision.get(revision))
      .filter(it => it !== undefined)
    const waiting = before.filter(({ revision }) => !begun.has(revision))
    begun.add(record.revision)
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    depths.set(
      record.revision,
      1 + Math.max(0, ...before.map(({ revision }) => depths.get(revision) ?? 0)),
    )
  }
  return depths
}

/** Oldest first, by what replaces what. */
export function inHistory(revisions: readonly JournalRecord[]): JournalRecord[] {
  const depths = depthsOf(revisions)
  const depth = ({ revision }: JournalRecord) => depths.get(revision) ?? 0
  return [...revisions].sort((a, b) => depth(a) - depth(b) || compareText(a.revision, b.revision))
}
