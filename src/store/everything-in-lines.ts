import type { JournalRecord } from '../journal/change.ts'
import { compareText } from '../journal/order.ts'
import { asOneRevision } from './as-one-revision.ts'
import type { Kept } from './cache/cache-file.ts'
import { liesTwice } from './cache/ids.ts'
import type { LinesInOrder } from './cache/lines-in-order.ts'
import { linesInOrder } from './cache/lines-in-order.ts'
import { digest } from './digest.ts'
import type { HeldJournal } from './held-journal.ts'
import { idsKnown } from './held-journal.ts'
import type { Everything } from './journal.ts'
import { checksumIn, checksumLineLength } from './lines.ts'
import type { LineAt } from './lines-of-records.ts'
import { linesOfRecords, linesTogether } from './lines-of-records.ts'
import { everythingOf } from './lookups.ts'
import type { EverythingInLines } from './one-moment.ts'
import { areForked, areSettled, hasMoved, pairs } from './settled-lines.ts'
import { inShelfOrder } from './shelf.ts'
import type { RecordLines } from './shelf-lines.ts'
import { idAt, revisionAt } from './shelf-lines.ts'

/** How much of the history is held at once, in bytes. */
const fewBytes = 2 ** 21
/** How many records become lines at once. */
const fewRecords = 500

function* idsAt(bytes: Buffer, records: readonly number[]): Generator<string> {
  for (let at = 0; at < records.length; at += 2)
    yield idAt(bytes, records[at] ?? 0, records[at + 1] ?? 0)
}

/** A revision of the history, and where its line is: here, or, of more than are held, in its month. */
interface Earlier {
  readonly id: string
  readonly revision: string
  readonly length: number
  readonly at: LineAt | InMonth
}

interface InMonth {
  readonly month: string
  readonly nth: number
}

/** As `MonthByMonth.everything`. */
export function everythingInLines(
  journal: HeldJournal,
  ids: ReadonlySet<string> | undefined,
): EverythingInLines {
  const { view, onMonth } = journal
  let whole: Everything | undefined
  let inOrder: LinesInOrder | undefined
  const earlier = new Map<string, Earlier>()
  const held = roomFor(fewBytes)
  /** The revisions of months that something moved to. */
  const current = new Set<string>()

  /** Lines of a shelf, or of what it holds where they do not say it. */
  async function shelf(name: string) {
    const lines = await view.linesOf(name)
    if (lines) return { lines, isFile: true }
    const { records, history } = await view.shelf(name)
    const all = linesOfRecords([...records.toSorted(inShelfOrder), ...history])
    const middle = records.length * 2
    const { bytes, places } = all
    return {
      lines: { bytes, records: places.slice(0, middle), history: places.slice(middle) },
      isFile: false,
    }
  }

  /** Where a thing lies on two shelves, or was changed in two places at once, nothing is said by a line alone. */
  async function lookOver(): Promise<void> {
    if (view.pending.damaged.length > 0) throw view.pending.damaged[0]
    const known: Kept[] = []
    const others: string[][] = []
    let hasForks = false
    for (const name of [...view.months, 'people', 'settings']) {
      const kept = idsKnown(journal, name)
      if (kept) known.push(kept)
      else {
        const { lines } = await shelf(name)
        hasForks ||= areForked(lines)
        others.push([...idsAt(lines.bytes, lines.records)])
      }
      onMonth()
    }
    if (hasForks || liesTwice(others, known)) whole = await everythingOf(view)
  }

  /** A shelf as it goes along; what belongs to the history is kept for later. */
  async function currentOn(name: string): Promise<RecordLines> {
    const { lines, isFile } = await shelf(name)
    const { bytes, records, history } = lines
    // What is from no file is made anew for each month, and stays as it is.
    const there = isFile ? held(bytes, history[0] ?? 0, history.at(-1) ?? 0) : { bytes, shift: 0 }
    for (let nth = 0; nth < history.length / 2; nth++) {
      const start = history[nth * 2] ?? 0
      const end = history[nth * 2 + 1] ?? 0
      const [id, revision] = [idAt(bytes, start, end), revisionAt(bytes, start, end)]
      const at = there
        ? { bytes: there.bytes, start: start + there.shift, end: end + there.shift }
        : { month: name, nth }
      earlier.set(revision, { id, revision, length: end - start, at })
    }
    // What is current is no history, though it stands in that of the month it left.
    if (hasMoved(bytes, records[0] ?? 0, records.at(-1) ?? 0))
      for (const [start, end] of pairs(records)) current.add(revisionAt(bytes, start, end))
    const asTheyLie = isFile
      ? inOrder?.of(checksumIn(bytes.subarray(-checksumLineLength)))
      : undefined
    return { bytes, places: records, asTheyLie }
  }

  /** Some as they are read, since nothing of their history goes along that could say the rest. */
  async function* chosen(ids: ReadonlySet<string>): AsyncGenerator<RecordLines> {
    const left = new Set(ids)
    for (const month of view.months) {
      const lines = await view.linesOf(month)
      if (!whole && lines && areSettled(month, lines))
        yield { bytes: lines.bytes, places: withIds(lines.bytes, lines.records, ids) }
      else
        yield* inFew(
          (await view.current(month))
            .toSorted(inShelfOrder)
            .filter(({ id }) => left.delete(id))
            .map(asOneRevision),
        )
      onMonth()
    }
  }

  async function* entries(): AsyncGenerator<RecordLines> {
    await lookOver()
    if (ids) return yield* chosen(ids)
    if (whole) return yield* inFew(whole.entries)
    inOrder = await linesInOrder(journal.place)
    for (const month of view.months) {
      yield await currentOn(month)
      onMonth()
    }
  }

  async function* others(name: 'people' | 'settings'): AsyncGenerator<RecordLines> {
    if (ids) return
    if (whole) yield* inFew(whole[name])
    else yield await currentOn(name)
  }

  async function* history(): AsyncGenerator<RecordLines> {
    if (ids) return
    if (whole) return yield* inFew(whole.history)
    const all = [...earlier.values()]
      .filter(({ revision }) => !current.has(revision))
      .sort((a, b) => compareText(a.id, b.id) || compareText(a.revision, b.revision))
    for (let from = 0; from < all.length; ) {
      let to = from
      for (let bytes = 0; to < all.length && bytes < fewBytes; to++) bytes += all[to]?.length ?? 0
      const lines = await linesOfEarlier(all.slice(from, to))
      yield { ...lines, asTheyLie: inOrder?.of(digest(lines.bytes)) }
      from = to
    }
    await inOrder?.keep()
  }

  async function linesOfEarlier(some: readonly Earlier[]): Promise<RecordLines> {
    /** The histories of months that are not held. */
    const elsewhere = new Map<
      string,
      { bytes: Buffer; history: readonly number[]; shift: number }
    >()
    const lines: LineAt[] = []
    for (const { at } of some) {
      if ('bytes' in at) {
        lines.push(at)
        continue
      }
      let its = elsewhere.get(at.month)
      if (its === undefined) {
        const { bytes, history } = (await shelf(at.month)).lines
        const from = history[0] ?? 0
        its = { bytes: Buffer.from(bytes.subarray(from, history.at(-1))), history, shift: -from }
        elsewhere.set(at.month, its)
      }
      const { bytes, history, shift } = its
      const [start = 0, end = 0] = history.slice(at.nth * 2, at.nth * 2 + 2)
      lines.push({ bytes, start: start + shift, end: end + shift })
    }
    return linesTogether(lines)
  }

  return {
    entries: entries(),
    people: others('people'),
    settings: others('settings'),
    history: history(),
  }
}

/** Keeps copies of what lies together, up to so many bytes. */
function roomFor(size: number) {
  let room: Buffer | undefined
  let used = 0
  /** @returns the copy, and how far a line is from its place in it; undefined when there is no room any more */
  return (
    bytes: Buffer,
    from: number,
    to: number,
  ): { bytes: Buffer; shift: number } | undefined => {
    if (used + to - from > size) return undefined
    room ??= Buffer.allocUnsafeSlow(size)
    const shift = used - from
    used += bytes.copy(room, used, from, to)
    return { bytes: room, shift }
  }
}

function* inFew(records: readonly JournalRecord[]): Generator<RecordLines> {
  for (let at = 0; at < records.length; at += fewRecords)
    yield linesOfRecords(records.slice(at, at + fewRecords))
}

const withIds = (bytes: Buffer, places: readonly number[], ids: ReadonlySet<string>): number[] =>
  [...pairs(places)].filter(([start, end]) => ids.has(idAt(bytes, start, end))).flat()
