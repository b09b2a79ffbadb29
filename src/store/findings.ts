import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import { inOrder, matcher } from '../journal/query.ts'
import { mayStand } from '../journal/words.ts'
import { Outline } from './outline.ts'
import type { Fresh, Kept, MonthSum } from './outlines.ts'
import { freshMonth, liesTwice } from './outlines.ts'
import { entriesOf, monthsWithin, peopleOf } from './questions.ts'
import type { View } from './view.ts'

/** What is known of months without reading them, by month. */
export interface Remembered<S> {
  readonly outlines: ReadonlyMap<string, Kept>
  readonly sums: ReadonlyMap<string, Kept>
  readonly sum: MonthSum<S> | undefined
}

export interface Found<T> {
  readonly answer: T
  /** Months that were read whole, and may be remembered. */
  readonly fresh: readonly Fresh[]
}

/**
 * What `find` makes of the entries a query means, oldest first. Months that are outlined are read only as far
 * as it looks for their words: it is asked again once those are there, until nothing was missing.
 */
export async function findingsOf<T, S>(
  view: View,
  { outlines, sums, sum }: Remembered<S>,
  query: Omit<Query, 'limit' | 'words'>,
  find: (entries: readonly Entry[], sumOf: (month: string) => S | undefined) => T,
): Promise<Found<T>> {
  const used: Outline[] = []
  const fresh: Fresh[] = []
  const months: (readonly Entry[])[] = []
  const known = new Map<string, () => S>()
  let isInOrder = true
  for (const month of monthsWithin(view, query)) {
    const kept = outlines.get(month)
    const itsSum = sums.get(month)
    if (
      kept &&
      view.isStillSo(kept.stamps) &&
      (!sum || (itsSum && view.isStillSo(itsSum.stamps)))
    ) {
      const outline = new Outline(month, kept.line)
      used.push(outline)
      months.push(outline.entries)
      if (itsSum) known.set(month, () => JSON.parse(itsSum.line(0)))
      continue
    }
    const { records, files } = await view.settled(month)
    const made = files && freshMonth(month, records, files)
    if (made) fresh.push(made)
    else isInOrder = false
    months.push(records as Entry[])
    if (sum && made) known.set(month, () => sum.of(made.entries))
  }
  const found = new Map<string, S>()
  const sumOf = (month: string): S | undefined => {
    const its = found.get(month) ?? known.get(month)?.()
    if (its !== undefined) found.set(month, its)
    return its
  }
  // Outlines that are kept were looked at for that when they were.
  const isTwofold = used.length < months.length && liesTwice(months)
  const plainly = async () => ({ answer: find(await entriesOf(view, query), sumOf), fresh: [] })
  if (isTwofold) return plainly()

  const circle = query.people && circleOf(await peopleOf(view))
  const isMeant = matcher(query, circle)
  const all = months.flatMap(month => month.filter(isMeant))
  const entries = isInOrder ? all : all.sort(inOrder)
  for (;;) {
    const answer = attempted(() => find(entries, sumOf))
    const wanting = used.filter(({ wanted }) => wanted.size > 0)
    if (wanting.length === 0) return { answer: answer(), fresh }
    for (const outline of wanting) if (!(await giveWords(view, outline))) return plainly()
  }
}

/**
 * The entries a query means that gives words: of months that are outlined only the lines that may hold one
 * of them are read.
 */
export async function entriesHolding(
  view: View,
  outlines: ReadonlyMap<string, Kept>,
  query: Query,
): Promise<Found<Entry[]>> {
  const words = (query.holding ?? []).map(mayStand)
  const fresh: Fresh[] = []
  const answer = await entriesOf(view, query, async month => {
    const kept = outlines.get(month)
    if (kept && view.isStillSo(kept.stamps)) {
      const some = await view.recordsHolding(month, words).catch(() => undefined)
      if (some) return some
    }
    const { records, files } = await view.settled(month)
    const made = files && freshMonth(month, records, files)
    if (made) fresh.push(made)
    return records
  })
  return { answer, fresh }
}

/** What a call gave or threw, for later: without all of the words it may have gone astray. */
function attempted<T>(call: () => T): () => T {
  try {
    const answer = call()
    return () => answer
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** Reads what is wanted of a month. False when its file is not as it was outlined after all. */
async function giveWords(view: View, outline: Outline): Promise<boolean> {
  const rows = [...outline.wanted].sort((a, b) => a - b)
  const records = await view.recordsAt(outline.month, rows).catch(() => [])
  return rows.every((row, at) => {
    const record = records[at]
    if (record === undefined || record.id !== outline.entries[row]?.id) return false
    outline.give(row, record as Entry)
    return true
  })
}
