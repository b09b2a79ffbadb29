import { join } from 'node:path'
import type { Entry } from '../../journal/entry.ts'
import { isIntact, withChecksum } from '../lines.ts'
import type { Paper } from '../paper.ts'
import type { Generation, Stamps } from '../places.ts'
import { build } from '../places.ts'

// What was found out about each month and is worth keeping, as it lies on the disk: which entries it has, their outlines,
// and sums over them. A file of `cache/` each; of outlines one for each month, as few are looked at. Nothing in them
// decides what is seen: a month is taken from them only while every file it was made from is the very one it
// was made from, and the file itself is as it was written. Whatever is odd about it, the months are read instead.

/** A file in `cache/` that says something about months. */
export interface Cache {
  readonly name: string
  /** What its lines are made from beside entries and our code, where there is anything. */
  readonly form?: string
  /** How many lines a month has. */
  readonly height: number
  lines(entries: readonly Entry[]): readonly string[]
}

/** What a cache says of a month, line by line, and the files it was made from. */
export interface Kept {
  readonly stamps: Stamps
  readonly line: (nth: number) => string
}

export type ByMonth = ReadonlyMap<string, Kept>

/** What there is to say of months, in the order in which it is written. */
export type Months = readonly (readonly [month: string, kept: Kept])[]

/**
 * The newest month has a file of its own, beside that of all others: it is another with every entry, and to write the
 * others again takes as long as to read it.
 */
export const ofTheNewest = (cache: Cache): Cache => ({
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
    const path = this.#pathOf(cache)
    const key = `${formOf(cache)} ${path}`
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

  /** Only under the lock. */
  async write(cache: Cache, months: Months): Promise<void> {
    await this.#paper.write(this.#pathOf(cache), encode(cache, months), 'quick')
  }

  #pathOf({ name }: Cache): string {
    return join(this.#generation.cache, name)
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

/** What other code made counts no more, whatever it was made from. */
const formOf = ({ form }: Cache): string => (form === undefined ? build : `${build} ${form}`)

function encode(cache: Cache, months: Months): Buffer {
  const stamps = Object.fromEntries(months.map(([month, { stamps }]) => [month, stamps]))
  const head = JSON.stringify({ form: formOf(cache), months: stamps })
  const lines = months.flatMap(([, { line }]) =>
    Array.from({ length: cache.height }, (_, nth) => line(nth)),
  )
  return withChecksum(`${head.slice(0, -1)},\n"lines":[\n${lines.join(',\n')}\n],\n`)
}
