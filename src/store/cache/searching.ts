import type { Entry } from '../../journal/entry.ts'
import type { Query } from '../../journal/query.ts'
import { kindFinder, wordFinder } from '../finder.ts'
import { entriesOf } from '../lookups.ts'
import { inShelfOrder } from '../shelf.ts'
import type { View } from '../view.ts'
import type { Found, Remembered } from './findings.ts'
import type { Fresh, MonthSum } from './outlines.ts'
import { freshMonth, isPlainIn, sumIn } from './outlines.ts'
import type { Trigrams } from './trigrams.ts'
import { isLongEnough, mayHold, trigramSum } from './trigrams.ts'

/** What of each month helps with a query that gives words, where it may be kept and tells anything of them. */
export const trigramsFor = ({ holding, remembering }: Query): MonthSum<Trigrams> | undefined =>
  remembering && holding?.every(isLongEnough) ? trigramSum : undefined

/**
 * The entries a query means that gives words or kinds: of months that are known only the lines that may hold one
 * of them are read.
 * @param trigrams where given, what is remembered of months are these, and one that lacks the words is not read at all
 */
export async function entriesHolding(
  view: View,
  remembered: Pick<Remembered, 'ids' | 'sums'>,
  query: Query,
  trigrams?: MonthSum<Trigrams>,
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
