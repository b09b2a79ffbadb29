import { join } from 'node:path'
import type { JournalRecord } from '../../journal/change.ts'
import { isEntry, shelfOf } from '../../journal/change.ts'
import type { Entry } from '../../journal/entry.ts'
import type { Workplace } from '../keeper.ts'
import type { Stamps } from '../places.ts'
import { inShelfOrder } from '../shelf.ts'
import type { Shelves } from '../shelves.ts'
import type { ByMonth, Cache, Caches, Months } from './cache-file.ts'
import { ofTheNewest } from './cache-file.ts'
import { idCache, liesTwice } from './ids.ts'
import { outlineCache } from './outline.ts'
import { areStill, remembering } from './remembering.ts'

/** A month that was just read whole, and may be remembered. */
export interface Fresh {
  readonly month: string
  readonly stamps: Stamps
  readonly entries: readonly Entry[]
}

/** A month as it may be remembered, unless it is odd: then it is read whole each time. */
export function freshMonth(
  month: string,
  records: readonly JournalRecord[],
  stamps: Stamps,
): Fresh | undefined {
  const isOdd = (record: JournalRecord, at: number) => {
    const before = records[at - 1]
    return (
      !isEntry(record) ||
      record.deleted === true ||
      shelfOf(record) !== month ||
      (before !== undefined && inShelfOrder(before, record) > 0)
    )
  }
  if (records.some(isOdd)) return undefined
  return { month, stamps, entries: records as readonly Entry[] }
}

/**
 * Remembers months for the next time, and only while they are still those they were made from: no word that was
 * erased may come back here.
 */
export const remember = (
  place: Workplace,
  sums: readonly Cache[],
  fresh: readonly Fresh[],
  shelves: Shelves,
  caches: Caches,
): Promise<void> =>
  remembering(place, async () => {
    const isTrue = ({ stamps }: { readonly stamps: Stamps }) => areStill(shelves, stamps)
    const found = fresh.filter(isTrue)
    let ids: ByMonth | undefined
    for (const cache of [idCache, ...sums]) {
      const [others, newest] = [await caches.read(cache), await caches.read(ofTheNewest(cache))]
      const there = new Map([...others, ...newest].filter(([, kept]) => isTrue(kept)))
      const all = new Map([...there, ...found.map(one => saidOf(one, cache))])
      if (cache === idCache) {
        for (const { month } of found) there.delete(month)
        const theirs = found.map(({ entries }) => entries.map(({ id }) => id))
        if (all.size === 0 || liesTwice(theirs, there.values())) return
      }
      ids ??= all
      const last = [...ids.keys()].sort().at(-1)
      // Of months that were looked at together, and no others: so who needs no more than sums need not look again.
      const known = [...all].filter(([month]) => ids?.has(month))
      const older = known.filter(([month]) => month !== last)
      await caches.write(
        ofTheNewest(cache),
        known.filter(([month]) => month === last),
      )
      const isThere = ([month, kept]: Months[number]) => others.get(month) === kept
      if (others.size > older.length || !older.every(isThere)) await caches.write(cache, older)
    }
    for (const one of found) {
      const cache = outlineCache(one.month)
      await caches.write(cache, [saidOf(one, cache)])
    }
    const { paper, generation } = place
    for (const name of paper.names(generation.cache)) {
      const month = /^outlines-(.*)\.json$/.exec(name)?.[1]
      if (month && !ids?.has(month)) paper.remove(join(generation.cache, name))
    }
  })

/** What a cache is going to say of a month. */
function saidOf({ month, stamps, entries }: Fresh, cache: Cache): Months[number] {
  const lines = cache.lines(entries)
  return [month, { stamps, line: nth => lines[nth] ?? '' }]
}
