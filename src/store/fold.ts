import type { Change, JournalRecord } from '../journal/change.ts'
import { bySequence, logged, shelfOf } from '../journal/change.ts'
import { headOf } from '../journal/revisions.ts'
import type { Shelf } from './shelf.ts'
import { emptyShelf, inHistoryOrder, inShelfOrder, logShelf } from './shelf.ts'

/** The shelves a change is folded into. */
export function shelvesOf(change: Change): string[] {
  const names = new Set([logShelf(change.sequence)])
  for (const record of change.records) {
    names.add(shelfOf(record))
    if (record.movedFrom !== undefined) names.add(record.movedFrom)
  }
  return [...names]
}

/**
 * A shelf with changes folded in: the union of revisions, by revision id. Folding is therefore
 * idempotent and order does not matter; a kill in the middle costs nothing but doing it again.
 *
 * A revision that moved to another shelf is also kept in the history of the one it left, where it
 * says what became of the thing.
 *
 * @returns the same object when there was nothing to fold
 */
export function fold(shelf: Shelf, changes: readonly Change[]): Shelf {
  const known = new Set<string>()
  for (const { revision } of shelf.records) known.add(revision)
  for (const { revision } of shelf.history) known.add(revision)
  const arriving = new Map<string, JournalRecord>()
  for (const { records } of changes)
    for (const record of records)
      if (isFor(shelf.name, record) && !known.has(record.revision))
        arriving.set(record.revision, record)

  const knownChanges = new Set(shelf.changes.map(({ id }) => id))
  const log = changes.filter(
    ({ id, sequence }) => logShelf(sequence) === shelf.name && !knownChanges.has(id),
  )
  if (arriving.size === 0 && log.length === 0) return shelf
  return {
    ...shelf,
    ...settled(shelf, [...arriving.values()]),
    changes: [...shelf.changes, ...log.map(logged)].sort(bySequence),
  }
}

/** A shelf made of nothing but revisions; those that do not belong on it are left out. */
export function shelfHolding(name: string, revisions: readonly JournalRecord[]): Shelf {
  const own = revisions.filter(record => isFor(name, record))
  return { ...emptyShelf(name), ...settled(emptyShelf(name), own) }
}

/** Whether a shelf has to know a revision: it lies there, or it took something away from there. */
export const isFor = (shelf: string, record: JournalRecord): boolean =>
  shelfOf(record) === shelf || record.movedFrom === shelf

function settled(
  shelf: Shelf,
  arriving: readonly JournalRecord[],
): Pick<Shelf, 'records' | 'history'> {
  const things = new Map<string, JournalRecord[]>()
  for (const { id } of arriving) things.set(id, [])
  const collect = (record: JournalRecord) => things.get(record.id)?.push(record)
  shelf.records.forEach(collect)
  shelf.history.forEach(collect)
  arriving.forEach(collect)

  const records = shelf.records.filter(({ id }) => !things.has(id))
  const history = shelf.history.filter(({ id }) => !things.has(id))
  for (const revisions of things.values()) {
    const head = headOf(revisions, shelf.name)
    for (const record of revisions) {
      const isCurrent = record === head && !record.deleted && shelfOf(record) === shelf.name
      ;(isCurrent ? records : history).push(record)
    }
  }
  return { records: records.sort(inShelfOrder), history: history.sort(inHistoryOrder) }
}
