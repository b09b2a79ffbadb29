import type { Day } from './day.ts'
import { addDays, addMonths, daysBetween } from './day.ts'
import type { Entry } from './entry.ts'
import { hasWords } from './fields/read.ts'
import { nameKey } from './person.ts'
import type { Since } from './setting.ts'

/** Days since something. They are never taken back: a slip is a day of its own. */
export interface SinceCount {
  /** The days that count: all of them, without those of a slip. */
  readonly days: number
  /** The days there were. */
  readonly of: number
  /** The last slip, and whether what came before it was noted. */
  readonly lastSlip?: { readonly day: Day; readonly noted: boolean }
}

export const sinceNamed = (all: readonly Since[], name: string): Since | undefined =>
  all.find(it => nameKey(it.name) === nameKey(name))

/** A slip, without its words. */
export interface SlipDay {
  readonly day: Day
  /** What it came after. */
  readonly since: string
  /** Whether what came before it was noted. */
  readonly noted: boolean
}

export const slipDaysIn = (entries: readonly Entry[]): SlipDay[] =>
  entries.flatMap(entry =>
    entry.kind === 'slip'
      ? { day: entry.day, since: entry.details.since, noted: hasWords(entry) }
      : [],
  )

/** @param slips of whatever they came after; those before its first day are of another time */
export function sinceCount(
  since: Pick<Since, 'name' | 'start'>,
  slips: readonly SlipDay[],
  today: Day,
): SinceCount {
  const own = slips.filter(
    ({ day, since: name }) =>
      nameKey(name) === nameKey(since.name) && day >= since.start && day <= today,
  )
  const of = Math.max(0, daysBetween(since.start, today))
  // The day it began on is none of those that are counted.
  const slipped = new Set(own.flatMap(({ day }) => (day > since.start ? day : [])))
  const last = own.reduce<SlipDay | undefined>(
    (best, slip) => (best === undefined || slip.day >= best.day ? slip : best),
    undefined,
  )
  return {
    days: of - slipped.size,
    of,
    ...(last && { lastSlip: { day: last.day, noted: last.noted } }),
  }
}

const marks = [7, 30, 100]
/** A mark of years is so many for each of them, however long they were. */
const year = 365

/**
 * The greatest mark that so many days have come to: a week, a month, a hundred days, each year; 0 for none. A year is
 * over on the date of the first day, as an anniversary is; each day that does not count puts it off by one.
 */
export function markAt(start: Day, days: number): number {
  return Math.max(0, yearsIn(start, days) * year, ...marks.filter(mark => mark <= days))
}

function yearsIn(start: Day, days: number): number {
  const end = addDays(start, days)
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4))
  return addMonths(start, years * 12) <= end ? years : years - 1
}

/** A mark in words: "a week", "a hundred days", "2 years". */
export function markInWords(mark: number): string {
  const words: Readonly<Record<number, string>> = {
    7: 'a week',
    30: 'a month',
    100: 'a hundred days',
  }
  return words[mark] ?? (mark === year ? 'a year' : `${mark / year} years`)
}
