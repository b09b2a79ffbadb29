import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import { inOrder, matcher } from '../journal/query.ts'
import { Outline } from './outline.ts'
import type { Fresh, Kept } from './outlines.ts'
import { freshOutline, liesTwice } from './outlines.ts'
import { entriesOf, monthsWithin, peopleOf } from './questions.ts'
import type { View } from './view.ts'

export interface Found<T> {
  readonly answer: T
  /** Outlines of months that had none, or an old one. */
  readonly fresh: readonly Fresh[]
}

/**
 * What `find` makes of the entries a query means, oldest first. Months that are outlined are read only as far
 * as it looks for their words: it is asked again once those are there, until nothing was missing.
 */
export async function findingsOf<T>(
  view: View,
  outlines: ReadonlyMap<string, Kept>,
  query: Omit<Query, 'limit' | 'words'>,
  find: (entries: readonly Entry[]) => T,
): Promise<Found<T>> {
  const used: Outline[] = []
  const fresh: Fresh[] = []
  const months: (readonly Entry[])[] = []
  let isInOrder = true
  for (const month of monthsWithin(view, query)) {
    const kept = outlines.get(month)
    if (kept && view.isStillSo(kept.stamps)) {
      const outline = new Outline(month, kept.line)
      used.push(outline)
      months.push(outline.entries)
      continue
    }
    const { records, files } = await view.settled(month)
    const made = files && freshOutline(month, records, files)
    if (made) fresh.push(made)
    else isInOrder = false
    months.push(records as Entry[])
  }
  // Outlines that are kept were looked at for that when they were.
  const isTwofold = used.length < months.length && liesTwice(months)
  const plainly = async () => ({ answer: find(await entriesOf(view, query)), fresh: [] })
  if (isTwofold) return plainly()

  const circle = query.people && circleOf(await peopleOf(view))
  const isMeant = matcher(query, circle)
  const entries = () => {
    const all = months.flatMap(month => month.filter(isMeant))
    return isInOrder ? all : all.sort(inOrder)
  }
  for (;;) {
    const answer = attempted(() => find(entries()))
    const wanting = used.filter(({ wanted }) => wanted.size > 0)
    if (wanting.length === 0) return { answer: answer(), fresh }
    for (const outline of wanting) if (!(await giveWords(view, outline))) return plainly()
  }
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
