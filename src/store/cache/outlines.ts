import { join } from 'node:path'
import type { JournalRecord } from '../../journal/change.ts'
import { isEntry, shelfOf } from '../../journal/change.ts'
import type { Entry } from '../../journal/entry.ts'
import { isPlainText } from '../../journal/words.ts'
import { digest } from '../digest.ts'
import type { Workplace } from '../keeper.ts'
import { isIntact, withChecksum } from '../lines.ts'
import type { Paper } from '../paper.ts'
import type { Generation, Stamps } from '../places.ts'
import { build } from '../places.ts'
import { inShelfOrder } from '../shelf.ts'
import type { Shelves } from '../shelves.ts'
import { columns, outlineForm, outlineOf } from './outline.ts'
import { areStill, remembering } from './remembering.ts'

// What was found out about each month and is worth keeping: which entries it has, their outlines, and sums over
// them. A file of `cache/` each; of outlines one for each month, as few are looked at. Nothing in them
// decides what is seen: a month is taken from them only while every file it was made from is the very one it
// was made from, and the file itself is as it was written. Whatever is odd about it, the months are read instead.

/** A file in `cache/` that says something about months. */
export interface Cache {
  readonly name: string
  /** Changes whenever its lines would be written or read otherwise, as they do with other code anyway. */
  readonly form: string
  /** How many lines a month has. */
  readonly height: number
  lines(entries: readonly Entry[]): readonly string[]
}

export const outlineCache = (month: string): Cache => ({
  name: `outlines-${month}.json`,
  form: outlineForm,
  height: columns.length,
  lines: outlineOf,
})

/** Which entries each month has, and whether they are plain text. A month that is not in it is not remembered at all. */
export const idCache: Cache = {
  name: 'ids.json',
  form: '2',
  height: 2,
  lines: entries => [
    JSON.stringify(entries.map(({ id }) => id).join(' ')),
    JSON.stringify(isPlainText(JSON.stringify(entries))),
  ],
}

/** The ids in a line of that cache. */
export const idsIn = (line: string): string[] => {
  const ids: string = JSON.parse(line)
  return ids === '' ? [] : ids.split(' ')
}

export const isPlainIn = ({ line }: Kept): boolean => line(1) === 'true'

/** Something that is the same for a month however often it is asked: how often each word was used, say. */
export interface MonthSum<S extends object> {
  /** Letters only: it names a file. */
  readonly name: string
  /** Changes whenever `of` would give something else. */
  readonly form: string
  /** What it is made of. Each is read when somebody asks for it. */
  readonly parts: readonly (keyof S & string)[]
  /** Plain data. @param entries all of a month, oldest first */
  of(entries: readonly Entry[]): S
  /** Whether a sum that was kept is as one made today; left out, it always is. */
  isGood?(sum: S): boolean
}

/** The same, which sums up the entries of a month once, for who looks and for the cache. */
export function summingOnce<S extends object>(sum: MonthSum<S>): MonthSum<S> {
  const known = new WeakMap<readonly Entry[], S>()
  const of = (entries: readonly Entry[]): S => {
    const its = known.get(entries) ?? sum.of(entries)
    known.set(entries, its)
    return its
  }
  return { ...sum, of }
}

/** What somebody who looks for something has before them. */
export interface MonthsAtHand<S> {
  /** The entries that are meant, oldest first; with days, those of these days, and no other month is looked at. */
  entries(from?: string, to?: string): readonly Entry[]
  /** What all entries of a month come to, whatever is meant of them: of each month there is, oldest first. */
  readonly sums: readonly S[]
  /**
   * A piece of what is found, by its name. Where nothing that was looked at so far is missing, neither entries nor
   * words, it is not found out again when all is asked once more: so what needs no words comes first. It must hold
   * nothing that goes on looking, or remembers what it saw.
   */
  once<T>(piece: string, find: () => T): T
}

export const sumCache = <S extends object>({ name, form, parts, of }: MonthSum<S>): Cache => ({
  name: `${name}.json`,
  // It may tell whom somebody does not want to be reminded of. The number goes up with how sums are kept.
  form: digest(`2 ${form}`),
  height: parts.length,
  lines: entries => {
    const sum = of(entries)
    return parts.map(part => JSON.stringify(sum[part]))
  },
})

/** A sum out of its lines. */
export function sumIn<S extends object>({ parts }: MonthSum<S>, { line }: Kept): S {
  const sum = {}
  for (const [nth, part] of parts.entries())
    Object.defineProperty(sum, part, {
      configurable: true,
      enumerable: true,
      get() {
        const value = JSON.parse(line(nth))
        Object.defineProperty(sum, part, { value, enumerable: true })
        return value
      },
    })
  return sum as S
}

/** What a cache says of a month, line by line, and the files it was made from. */
export interface Kept {
  readonly stamps: Stamps
  readonly line: (nth: number) => string
}

export type ByMonth = ReadonlyMap<string, Kept>

const pathOf = ({ cache }: Generation, { name }: Cache): string => join(cache, name)

/**
 * The newest month has a file of its own, beside that of all others: it is another with every entry, and to write the
 * others again takes as long as to read it.
 */
const ofTheNewest = (cache: Cache): Cache => ({
  ...cache,
  name: cache.name.replace(/\.json$/, 'newest.json'),
})

/** What caches say of months, by month. Each file is read once, as long as it is the same. */
export class Caches {
  readonly #paper: Paper
  readonly #generation: Generation
  readonly #known = new Map<string, { readonly stamp: string; readonly said: ByMonth }>()

  constructor(paper: Paper, generation: Generation) {
    this.#paper = paper
    this.#generation = generation
  }

  /** What a file says; nothing when there is anything odd about it. */
  async read(cache: Cache): Promise<ByMonth> {
    const path = pathOf(this.#generation, cache)
    const key = `${cache.form} ${path}`
    const stamp = this.#stampOf(path)
    const known = this.#known.get(key)
    if (known && known.stamp === stamp) return known.said
    const said = await readCache(this.#paper, path, cache)
    if (stamp !== undefined) this.#known.set(key, { stamp, said })
    return said
  }

  /** What a cache that has more than one month says of each. */
  async months(cache: Cache): Promise<ByMonth> {
    return new Map([...(await this.read(cache)), ...(await this.read(ofTheNewest(cache)))])
  }

  #stampOf(path: string): string | undefined {
    try {
      return this.#paper.stamp(path)
    } catch {
      return undefined
    }
  }
}

async function readCache(paper: Paper, path: string, cache: Cache): Promise<ByMonth> {
  const none = new Map<string, Kept>()
  try {
    const bytes = await paper.read(path)
    if (bytes === undefined || !isIntact(bytes)) return none
    const ends: number[] = []
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) ends.push(end)
    const line = (number: number) =>
      bytes.toString('utf8', (ends[number - 1] ?? -1) + 1, ends[number] ?? 0).replace(/,$/, '')
    const head = JSON.parse(`${line(0)}}`)
    if (head.form !== formOf(cache)) return none
    const months = Object.entries(head.months as Readonly<Record<string, Stamps>>)
    return new Map(
      months.map(([month, stamps], at) => [
        month,
        { stamps, line: nth => line(2 + at * cache.height + nth) },
      ]),
    )
  } catch {
    return none
  }
}

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
 * Whether a thing lies in two months, as only a copied or forged file has it.
 * @param months the ids in each
 * @param known others, by the cache of ids: they were looked at together when they were remembered
 */
export function liesTwice(months: readonly (readonly string[])[], known: Iterable<Kept>): boolean {
  const ids = months.flat()
  const some = new Set(ids)
  if (some.size < ids.length) return true
  const isAmong = (text: string) =>
    // To look for a few takes less than to take the text apart.
    ids.length <= fewIds ? ids.some(id => text.includes(id)) : idsIn(text).some(id => some.has(id))
  return [...known].some(({ line }) => isAmong(line(0)))
}

/** So many ids are few. */
const fewIds = 50

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
    const { paper, generation } = place
    const isTrue = ({ stamps }: { readonly stamps: Stamps }) => areStill(shelves, stamps)
    const write = (cache: Cache, months: Months) =>
      paper.write(pathOf(generation, cache), encode(cache, months), 'quick')
    const found = fresh.filter(isTrue)
    const made = (cache: Cache): Months =>
      found.map(({ month, stamps, entries }) => {
        const lines = cache.lines(entries)
        return [month, { stamps, line: nth => lines[nth] ?? '' }]
      })
    let ids: ByMonth | undefined
    for (const cache of [idCache, ...sums]) {
      const [others, newest] = [await caches.read(cache), await caches.read(ofTheNewest(cache))]
      const there = new Map([...others, ...newest].filter(([, kept]) => isTrue(kept)))
      const all = new Map([...there, ...made(cache)])
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
      await write(
        ofTheNewest(cache),
        known.filter(([month]) => month === last),
      )
      const isThere = ([month, kept]: Months[number]) => others.get(month) === kept
      if (others.size > older.length || !older.every(isThere)) await write(cache, older)
    }
    for (const one of found) {
      const cache = outlineCache(one.month)
      const lines = cache.lines(one.entries)
      await write(cache, [[one.month, { ...one, line: nth => lines[nth] ?? '' }]])
    }
    for (const name of paper.names(generation.cache)) {
      const month = /^outlines-(.*)\.json$/.exec(name)?.[1]
      if (month && !ids?.has(month)) paper.remove(join(generation.cache, name))
    }
  })

type Months = readonly (readonly [month: string, kept: Kept])[]

const formOf = ({ form }: Cache): string => `${build} ${form}`

function encode(cache: Cache, months: Months): Buffer {
  const stamps = Object.fromEntries(months.map(([month, { stamps }]) => [month, stamps]))
  const head = JSON.stringify({ form: formOf(cache), months: stamps })
  const lines = months.flatMap(([, { line }]) =>
    Array.from({ length: cache.height }, (_, nth) => line(nth)),
  )
  return withChecksum(`${head.slice(0, -1)},\n"lines":[\n${lines.join(',\n')}\n],\n`)
}
