import { join } from 'node:path'
import type { JournalRecord } from '../journal/change.ts'
import { isEntry, shelfOf } from '../journal/change.ts'
import type { Entry } from '../journal/entry.ts'
import { refuseForAnotherUser } from './another-user.ts'
import { beingErased } from './erase.ts'
import type { Workplace } from './keeper.ts'
import { isSealed, sealed } from './lines.ts'
import { takeLock } from './lock.ts'
import { columns, Outline, outlineForm, outlineOf } from './outline.ts'
import type { Paper } from './paper.ts'
import type { Generation } from './places.ts'
import { inShelfOrder } from './shelf.ts'
import type { Shelves } from './shelves.ts'
import type { Stamps } from './view.ts'

// The outlines of all months, in one file of `cache/`. Nothing in it decides what is seen: a month is
// taken from it only while every file it was made from is the very one it was made from, and the file
// itself is as it was written. Whatever is odd about it, the months are read instead.

/** An outline as a line of text for each column, and the files it was made from. */
export interface Kept {
  readonly stamps: Stamps
  readonly line: (column: number) => string
}

export const outlinesPath = ({ cache }: Generation): string => join(cache, 'outlines.json')

/** What `outlines.json` holds, by month; nothing when there is anything odd about it. */
export async function readOutlines(
  paper: Paper,
  generation: Generation,
): Promise<ReadonlyMap<string, Kept>> {
  const none = new Map<string, Kept>()
  try {
    const bytes = await paper.read(outlinesPath(generation))
    if (bytes === undefined || !isSealed(bytes)) return none
    const ends: number[] = []
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) ends.push(end)
    const line = (number: number) =>
      bytes.toString('utf8', (ends[number - 1] ?? -1) + 1, ends[number] ?? 0).replace(/,$/, '')
    const head = JSON.parse(`${line(0)}}`)
    if (head.outlines !== outlineForm) return none
    const months = Object.entries(head.months as Readonly<Record<string, Stamps>>)
    return new Map(
      months.map(([month, stamps], nth) => [
        month,
        { stamps, line: column => line(2 + nth * columns.length + column) },
      ]),
    )
  } catch {
    return none
  }
}

/** An outline that was just made. */
export interface Fresh {
  readonly month: string
  readonly stamps: Stamps
  readonly lines: readonly string[]
}

/** The outline of a month, unless it is odd: then it is read whole each time. */
export function freshOutline(
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
  return { month, stamps, lines: outlineOf(records as readonly Entry[]) }
}

/** Whether a thing lies in two months, as only a copied or forged file has it. */
export function liesTwice(months: readonly (readonly Entry[])[]): boolean {
  const seen = new Set<string>()
  let all = 0
  for (const entries of months) {
    all += entries.length
    for (const { id } of entries) seen.add(id)
  }
  return seen.size < all
}

/**
 * Keeps outlines for the next time. Under the lock, so that nothing is erased meanwhile, and only while the months
 * are still those they were made from: no word that was erased may come back here. What goes wrong is
 * nobody's trouble.
 */
export async function keepOutlines(
  place: Workplace,
  fresh: readonly Fresh[],
  shelves: Shelves,
): Promise<void> {
  const { disk, paper, host, generation } = place
  try {
    refuseForAnotherUser(paper, generation.folder, host)
    const lock = takeLock(disk, place.lock, host)
    if (!lock) return
    try {
      if ((await beingErased(paper, generation)).length > 0) return
      const isTrue = ({ stamps }: { readonly stamps: Stamps }) =>
        Object.entries(stamps).every(([shelf, stamp]) => shelves.stampOf(shelf) === stamp)
      const months = new Map<string, Kept>()
      for (const [month, kept] of await readOutlines(paper, generation))
        if (isTrue(kept)) months.set(month, kept)
      for (const { month, stamps, lines } of fresh.filter(isTrue))
        months.set(month, { stamps, line: column => lines[column] ?? '[]' })
      if (months.size === 0) return
      const outlines = [...months].map(([month, { line }]) => new Outline(month, line).entries)
      if (liesTwice(outlines)) return
      await paper.write(outlinesPath(generation), encode(months), 'quick')
    } finally {
      lock.release()
    }
  } catch {
    // As said.
  }
}

function encode(months: ReadonlyMap<string, Kept>): Buffer {
  const stamps = Object.fromEntries([...months].map(([month, { stamps }]) => [month, stamps]))
  const head = JSON.stringify({ outlines: outlineForm, months: stamps })
  const lines = [...months.values()].flatMap(({ line }) => columns.map((_, column) => line(column)))
  return sealed(`${head.slice(0, -1)},\n"columns":[\n${lines.join(',\n')}\n],\n`)
}
