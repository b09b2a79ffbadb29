import type { JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { shelfHolding } from './fold.ts'
import type { Shelf } from './shelf.ts'
import { inHistoryOrder, inShelfOrder } from './shelf.ts'

/**
 * A shelf on which nothing that came back from another month lies among the history, where an earlier hearten
 * took it for gone.
 *
 * @returns the same object when nothing does
 */
export function filedAnew(shelf: Shelf): Shelf {
  const { name, records, history } = shelf
  const gone = new Set(history.filter(record => shelfOf(record) !== name).map(({ id }) => id))
  for (const { id } of records) gone.delete(id)
  const isMeant = ({ id }: JournalRecord) => gone.has(id)
  const anew = shelfHolding(name, history.filter(isMeant))
  if (anew.records.length === 0) return shelf
  return {
    ...shelf,
    records: [...records, ...anew.records].sort(inShelfOrder),
    history: [...history.filter(record => !isMeant(record)), ...anew.history].sort(inHistoryOrder),
  }
}
