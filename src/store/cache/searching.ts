import type { Entry } from '../../journal/entry.ts'
import type { Query } from '../../journal/query.ts'
import { kindFinder, wordFinder } from '../finder.ts'
import { entriesOf } from '../lookups.ts'
import { inShelfOrder } from '../shelf.ts'
import type { View } from '../view.ts'
import type { Fresh } from './fresh-months.ts'
import { freshMonth } from './fresh-months.ts'
import { isPlainIn } from './ids.ts'
import type { Found, OpenedHere, Remembered } from './remembered.ts'
import { askRemembering } from './remembered.ts'
import type { MonthSum } from './sums.ts'
import { sumIn } from './sums.ts'
import type { Trigrams } from './trigrams.ts'
import { isLongEnough, mayHold, trigramSum } from './trigrams.ts'

/** The entries a query means that gives words or kinds. */
export function entriesHolding(opened: OpenedHere, query: Query): Promise<Entry[]> {
  const trigrams = trigramsFor(query)
  return askRemembering(opened, (view, known) => search(view, known, query, trigrams), trigrams)
}

/** What of each month helps with a query that gives words, where it may be kept and tells anything of them. */
const trigramsFor = ({ holding, remembering }: Query): MonthSum<Trigrams> | undefined =>
  remembering && holding?.every(isLongEnough) ? trigramSum : undefined

/**
 * Of months that are known only the lines that may hold one of the words are read, or one of the kinds.
 * @param trigrams where given, what is remembered of months are these, and one that lacks the words is not read at all
 */
async function search(
  view: View,
  remembered: Pick<Remembered, 'ids' | 'sums'>,
  query: Query,
  trigrams: MonthSum<Trigrams> | undefined,
): Promise<Found<Entry[]>> {
  const finders = (isPlain: boolean) =>
    query.holding?.map(word => wordFinder(word, isPlain)) ?? query.kinds?.map(kindFinder) ?? []
  const [inPlain, inAny] = [finders(true), finders(false)]
  const fresh: Fresh[] = []
  const answer = await entriesOf(view, query, async month => {
    const sum = remembered.sums.get(month)
    const isSummed = sum !== undefined && view.isStillSo(sum.stamps, 'before')
    if (trigrams && isSummed && !mayHold(sumIn(trigrams, sum), query.holding ?? [])) return []
    const kept = (await remembered.ids()).get(month)
    // One of which no trigrams are kept is read whole, once.
    if (kept && view.isStillSo(kept.stamps) && (isSummed || !trigrams)) {
      const wanted = isPlainIn(kept) ? inPlain : inAny
      const some = await view.recordsHolding(month, wanted).catch(() => undefined)
      if (some) return some.reverse()
    }
    const { records, files } = await view.settled(month)
    const made = files && freshMonth(month, records, files)
    if (made) fresh.push(made)
    return records.toSorted(inShelfOrder).reverse()
  })
  return { answer, fresh }
}
