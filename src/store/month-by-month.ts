import type { JournalRecord } from '../journal/change.ts'
import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { compareText } from '../journal/order.ts'
import { circleOf } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import { inOrder as byTime, matcher } from '../journal/query.ts'
import type { ThemeId } from '../themes/theme.ts'
import { dayAt } from './day-in-line.ts'
import { digest, expectMuch } from './digest.ts'
import type { Everything } from './journal.ts'
import type { Workplace } from './keeper.ts'
import { sealIn, sealLength } from './lines.ts'
import type { LinesInOrder } from './lines-in-order.ts'
import { linesInOrder } from './lines-in-order.ts'
import type { LineAt } from './lines-of-records.ts'
import { linesOfRecords, linesTogether } from './lines-of-records.ts'
import type { EverythingInLines, MonthByMonth } from './one-moment.ts'
import type { ByMonth, Kept } from './outlines.ts'
import { Caches, idCache, liesTwice } from './outlines.ts'
import { everythingOf, monthsWithin, peopleOf } from './questions.ts'
import { areSettled, hasMoved, pairs } from './settled-lines.ts'
import { inShelfOrder } from './shelf.ts'
import type { RecordLines, ShelfLines } from './shelf-lines.ts'
import { idAt, recordAt, revisionAt } from './shelf-lines.ts'
import type { View } from './view.ts'

/** How much of the history is held at once, in bytes. */
const fewBytes = 2 ** 21
/** How many records become lines at once. */
const fewRecords = 500

/**
 * Lends the journal to be gone through.
 * @param view is held meanwhile
 * @param onMonth called whenever a month was read
 */
export async function monthByMonth<T>(
  view: View,
  place: Workplace,
  work: (journal: MonthByMonth) => Promise<T>,
  onMonth: () => void = () => {},
): Promise<T> {
  expectMuch()
  const known = await new Caches(place.paper, place.generation).months(idCache)
  const source: Source = { view, place, known, settled: new Map() }
  return work({
    months: view.months,
    entries: (query, themes) => entriesByMonth(source, query, themes, onMonth),
    days: (query, isChosen) => daysByMonth(source, query, isChosen, onMonth),
    everything: ids => everythingInLines(source, ids, onMonth),
  })
}

interface Source {
  readonly view: View
  readonly place: Workplace
  readonly known: ByMonth
  /** Whether the lines of a month are just what is seen of it, where that is known. */
  readonly settled: Map<string, boolean>
}

async function* entriesByMonth(
  source: Source,
  query: Query,
  themes: readonly (ThemeId | undefined)[] | undefined,
  onMonth: () => void,
): AsyncGenerator<Iterable<Entry>> {
  const isMeant = matcher(query, query.people && circleOf(await peopleOf(source.view)))
  const { months, surplus } = await newest(source, query, isMeant)
  // Of a thing that lies in two months, as only a copied or forged file has it, the older one counts.
  const seen = areApart(source, months) ? undefined : new Set<string>()
  let left = surplus
  const isNext = (entry: Entry) => {
    if (!isMeant(entry) || seen?.has(entry.id)) return false
    seen?.add(entry.id)
    if (left === 0) return true
    left--
    return false
  }
  const passOf = ({ theme }: Entry) => themes?.indexOf(theme) ?? 0
  /** In which pass each place of a month comes: known from the first one on, and no other is parsed again. */
  const passes = new Map<string, number[]>()
  for (let pass = 0; pass < (themes?.length ?? 1); pass++)
    for (const month of months) {
      const known = passes.get(month)
      const noted: number[] = []
      const entries = await entriesIn(source, month)
      const ofThisPass = function* () {
        for (let place = 0; place < entries.length; place++) {
          if (known && known[place] !== pass) continue
          const entry = entries.at(place)
          if (!known) {
            if (!isNext(entry)) continue
            noted[place] = passOf(entry)
            if (noted[place] !== pass) continue
          }
          yield entry
        }
      }
      const found = ofThisPass()
      yield found
      // What nobody came to is noted as well.
      for (const _ of found);
      if (themes && !known) passes.set(month, noted)
      onMonth()
    }
}

/** Of a day that is known no other entry has to be parsed. */
async function* daysByMonth(
  source: Source,
  query: Query,
  isChosen: (entry: Entry) => boolean,
  onMonth: () => void,
): AsyncGenerator<Day> {
  let last: Day | undefined
  const isNew = (entry: Entry): boolean => {
    if (entry.day === last || !isChosen(entry)) return false
    last = entry.day
    return true
  }
  const months = monthsWithin(source.view, query)
  if (query.limit !== undefined || !areApart(source, months)) {
    for await (const entries of entriesByMonth(source, query, undefined, onMonth))
      for (const entry of entries) if (isNew(entry)) yield entry.day
    return
  }
  const isMeant = matcher(query, query.people && circleOf(await peopleOf(source.view)))
  for (const month of months) {
    const entries = await entriesIn(source, month)
    for (let place = 0; place < entries.length; place++) {
      if (entries.isOn(place, last)) continue
      const entry = entries.at(place)
      if (isMeant(entry) && isNew(entry)) yield entry.day
    }
    onMonth()
  }
}

/** Where the newest entries that are meant begin, when only so many are: the months, and how many to pass over. */
async function newest(source: Source, query: Query, isMeant: (entry: Entry) => boolean) {
  const all = monthsWithin(source.view, query)
  const { limit } = query
  if (limit === undefined) return { months: all, surplus: 0 }
  const seen = new Set<string>()
  const months: string[] = []
  for (const month of all.toReversed()) {
    if (seen.size >= limit) break
    months.unshift(month)
    const entries = await entriesIn(source, month)
    for (let place = 0; place < entries.length; place++) {
      const entry = entries.at(place)
      if (isMeant(entry)) seen.add(entry.id)
    }
  }
  return { months, surplus: Math.max(0, seen.size - limit) }
}

/** Entries that are parsed when they are asked for. */
interface EntriesAt {
  readonly length: number
  at(place: number): Entry
  /** Whether it is sure, without parsing it, that one belongs to a day. */
  isOn(place: number, day: Day | undefined): boolean
}

/** The entries of a month, oldest first. */
async function entriesIn(source: Source, month: string): Promise<EntriesAt> {
  const lines = await source.view.linesOf(month)
  if (!lines || !isSettled(source, month, lines)) {
    const entries = ((await source.view.current(month)) as Entry[]).sort(byTime)
    return { length: entries.length, at: place => entries[place] as Entry, isOn: () => false }
  }
  const { bytes, records } = lines
  return {
    length: records.length / 2,
    at: place => recordAt(bytes, records[place * 2] ?? 0, records[place * 2 + 1] ?? 0) as Entry,
    isOn: (place, day) => day !== undefined && dayAt(bytes, records[place * 2] ?? 0) === day,
  }
}

/** It is asked in every pass, and stays so. A month is remembered only where it is so. */
function isSettled(source: Source, month: string, lines: ShelfLines): boolean {
  const { settled } = source
  const is =
    settled.get(month) ?? (idsKnown(source, month) !== undefined || areSettled(month, lines))
  settled.set(month, is)
  return is
}

/** The ids of what is current in a month, where they are remembered. */
function idsKnown({ view, known }: Source, month: string): Kept | undefined {
  const kept = known.get(month)
  return kept && view.isStillSo(kept.stamps) ? kept : undefined
}

/** Whether it is sure that nothing lies in two of these months: those that are known were looked at together. */
const areApart = (source: Source, months: readonly string[]): boolean =>
  months.every(month => idsKnown(source, month))

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

function everythingInLines(
  source: Source,
  ids: ReadonlySet<string> | undefined,
  onMonth: () => void,
): EverythingInLines {
  const { view } = source
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

  /** Where a thing lies on two shelves nothing is said by a line alone. */
  async function lookOver(): Promise<void> {
    if (view.pending.damaged.length > 0) throw view.pending.damaged[0]
    const known: Kept[] = []
    const others: string[][] = []
    for (const name of [...view.months, 'people', 'settings']) {
      const kept = idsKnown(source, name)
      if (kept) known.push(kept)
      else {
        const { bytes, records } = (await shelf(name)).lines
        others.push([...idsAt(bytes, records)])
      }
      onMonth()
    }
    if (liesTwice(others, known)) whole = await everythingOf(view)
  }

  /** A shelf as it goes along; what belongs to the history is kept for later. */
  async function currentOn(name: string): Promise<RecordLines> {
    const { lines, isFile } = await shelf(name)
    const { bytes, records, history } = lines
    // What is from no file is made anew for each month, and stays as it is.
    const there = isFile ? held(bytes, history[0] ?? 0, history.at(-1) ?? 0) : { bytes, shift: 0 }
    for (let nth = 0; nth < history.length / 2 && !ids; nth++) {
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
    if (ids) return { bytes, places: withIds(bytes, records, ids) }
    const asTheyLie = isFile ? inOrder?.of(sealIn(bytes.subarray(-sealLength))) : undefined
    return { bytes, places: records, asTheyLie }
  }

  async function* entries(): AsyncGenerator<RecordLines> {
    await lookOver()
    if (whole)
      return yield* inFew(ids ? whole.entries.filter(({ id }) => ids.has(id)) : whole.entries)
    if (!ids) inOrder = await linesInOrder(source.place)
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
