import type { Workplace } from '../keeper.ts'
import { Shelves } from '../shelves.ts'
import type { View } from '../view.ts'
import type { ByMonth, Kept } from './cache-file.ts'
import { Caches } from './cache-file.ts'
import type { Fresh } from './fresh-months.ts'
import { remember } from './fresh-months.ts'
import { idCache } from './ids.ts'
import { outlineCache } from './outline.ts'
import type { MonthSum } from './sums.ts'
import { sumCache } from './sums.ts'

/** What is known of months without reading them. */
export interface Remembered {
  /** Which entries they have. Whoever opens a month looks here first: one that is not in it is not known. */
  ids(): Promise<ByMonth>
  /** Good by themselves: months were looked at together before their sums were kept in one file. */
  readonly sums: ByMonth
  outline(month: string): Promise<Kept | undefined>
}

export interface Found<T> {
  readonly answer: T
  /** Months that were read whole, and may be remembered. */
  readonly fresh: readonly Fresh[]
}

/** The journal that is asked, and where it lies. */
export interface OpenedHere {
  /** Answers from a moment at which nothing was between two places. */
  ask<T>(question: (view: View) => Promise<T>): Promise<T>
  readonly place: Workplace
}

/** Answers with the help of what is remembered of months, and remembers those that had to be read. */
export async function askRemembering<T, S extends object>(
  { ask, place }: OpenedHere,
  question: (view: View, known: Remembered) => Promise<Found<T>>,
  sum: MonthSum<S> | undefined,
): Promise<T> {
  const { paper, generation } = place
  const sums = sum ? [sumCache(sum)] : []
  const caches = new Caches(paper, generation)
  let ids: ReturnType<Remembered['ids']> | undefined
  const remembered: Remembered = {
    ids: () => (ids ??= caches.months(idCache)),
    sums: sums[0] ? await caches.months(sums[0]) : new Map(),
    outline: async month => (await caches.read(outlineCache(month))).get(month),
  }
  const { answer, fresh } = await ask(view => question(view, remembered))
  if (fresh.length > 0)
    await remember(place, sums, fresh, new Shelves(paper, generation, () => {}), caches)
  return answer
}
