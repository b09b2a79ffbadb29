import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import { inOrder, matcher } from '../journal/query.ts'
import type { ThemeId } from '../themes/theme.ts'
import { dayAt } from './day-in-line.ts'
import type { HeldJournal } from './held-journal.ts'
import { idsKnown } from './held-journal.ts'
import { monthsWithin, peopleOf } from './lookups.ts'
import { areSettled } from './settled-lines.ts'
import type { ShelfLines } from './shelf-lines.ts'
import { recordAt } from './shelf-lines.ts'

/** As `MonthByMonth.entries`. */
export async function* entriesByMonth(
  held: HeldJournal,
  query: Query,
  themes?: readonly (ThemeId | undefined)[],
): AsyncGenerator<Iterable<Entry>> {
  const isMeant = matcher(query, query.people && circleOf(await peopleOf(held.view)))
  const { months, surplus } = await newest(held, query, isMeant)
  // Of a thing that lies in two months, as only a copied or forged file has it, the older one counts.
  const seen = areApart(held, months) ? undefined : new Set<string>()
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
      const entries = await entriesIn(held, month)
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
      held.onMonth()
    }
}

/** As `MonthByMonth.days`. Of a day that is known no other entry has to be parsed. */
export async function* daysByMonth(
  held: HeldJournal,
  query: Query,
  isChosen: (entry: Entry) => boolean,
): AsyncGenerator<Day> {
  let last: Day | undefined
  const isNew = (entry: Entry): boolean => {
    if (entry.day === last || !isChosen(entry)) return false
    last = entry.day
    return true
  }
  const months = monthsWithin(held.view, query)
  if (query.limit !== undefined || !areApart(held, months)) {
    for await (const entries of entriesByMonth(held, query))
      for (const entry of entries) if (isNew(entry)) yield entry.day
    return
  }
  const isMeant = matcher(query, query.people && circleOf(await peopleOf(held.view)))
  for (const month of months) {
    const entries = await entriesIn(held, month)
    for (let place = 0; place < entries.length; place++) {
      if (entries.isOn(place, last)) continue
      const entry = entries.at(place)
      if (isMeant(entry) && isNew(entry)) yield entry.day
    }
    held.onMonth()
  }
}

/** Where the newest entries that are meant begin, when only so many are: the months, and how many to pass over. */
async function newest(held: HeldJournal, query: Query, isMeant: (entry: Entry) => boolean) {
  const all = monthsWithin(held.view, query)
  const { limit } = query
  if (limit === undefined) return { months: all, surplus: 0 }
  const seen = new Set<string>()
  const months: string[] = []
  for (const month of all.toReversed()) {
    if (seen.size >= limit) break
    months.unshift(month)
    const entries = await entriesIn(held, month)
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
async function entriesIn(held: HeldJournal, month: string): Promise<EntriesAt> {
  const lines = await held.view.linesOf(month)
  if (!lines || !isSettled(held, month, lines)) {
    const entries = ((await held.view.current(month)) as Entry[]).sort(inOrder)
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
function isSettled(held: HeldJournal, month: string, lines: ShelfLines): boolean {
  const { settled } = held
  const is = settled.get(month) ?? (idsKnown(held, month) !== undefined || areSettled(month, lines))
  settled.set(month, is)
  return is
}

/** Whether it is sure that nothing lies in two of these months: those that are known were looked at together. */
const areApart = (held: HeldJournal, months: readonly string[]): boolean =>
  months.every(month => idsKnown(held, month))
