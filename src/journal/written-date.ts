import type { Day } from './day.ts'
import { dayFrom, daysInMonth, longDayWithYear, monthNames, weekday, weekdayNames } from './day.ts'
import type { Span } from './span.ts'
import { calendarSpan } from './span.ts'

/** A date the person wrote that cannot be taken. The message is for them and says what to write. */
export class DateError extends Error {
  override readonly name = 'DateError'
}

/** -1 looks back from today, 1 looks ahead. Today itself counts both ways. */
export type Direction = -1 | 1

/** A date as its numbers; what was not written is undefined. */
interface Numbers {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly date: number | undefined
}

/**
 * Reads what is written as a date: `2026-03-04`, `2026-03`, `2026`, `13/04/2026`, `5 november 2025`,
 * `sunday 22 november`, `november`. Without a year it is the nearest one in that direction.
 * @param text lower case, single spaces, no commas
 * @returns undefined if it is not written as a date
 * @throws DateError for a date that does not exist, or that can be read two ways
 */
export function readWrittenDate(text: string, today: Day, direction: Direction): Span | undefined {
  const toSpan = (written: Numbers) => spanOf(text, written, today, direction)
  return fromDigits(text, toSpan) ?? fromNames(text, toSpan)
}

/** The place of a name, whole or cut to three letters or more, counted from 1; 0 if it is none. */
export function placeOf(word: string | undefined, names: readonly string[]): number {
  if (!word || word.length < 3) return 0
  return names.findIndex(name => name.toLowerCase().startsWith(word)) + 1
}

function fromDigits(text: string, toSpan: (written: Numbers) => Span): Span | undefined {
  const iso = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text)
  if (iso) return toSpan(numbers(iso[1], iso[3], iso[4]))

  const found =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? /^(\d{1,2})(\/)(\d{1,2})$/.exec(text)
  if (!found) return undefined
  const [, first, , second, year] = found
  const dayFirst = numbers(year, second, first)
  const monthFirst = numbers(year, first, second)
  if (Number(second) > 12) return toSpan(monthFirst)
  if (Number(first) > 12 || Number(first) === Number(second)) return toSpan(dayFirst)

  const [a, b] = [toSpan(dayFirst).from, toSpan(monthFirst).from]
  const one = `${Number(first)} ${monthNames[Number(second) - 1]}`
  const other = `${monthNames[Number(first) - 1]} ${Number(second)}`
  throw new DateError(`${text} could be ${one} or ${other}. Write ${a} or ${b}.`)
}

const NAMED =
  /^(?:(?<name>[a-z]+) )??(?:(?<date>\d{1,2})(?:st|nd|rd|th)? )?(?<month>[a-z]+)(?: (?<dateAfter>\d{1,2})(?:st|nd|rd|th)?)?(?: (?<year>\d{4}))?$/

function fromNames(text: string, toSpan: (written: Numbers) => Span): Span | undefined {
  const { name, date, month, dateAfter, year } = NAMED.exec(text)?.groups ?? {}
  const place = placeOf(month, monthNames)
  const onWeekday = placeOf(name, weekdayNames)
  // "5 november 20", "last may" and "monday may" are no dates.
  if (!place || (date && dateAfter)) return undefined
  if (name && !(onWeekday && (date ?? dateAfter))) return undefined

  const span = toSpan(numbers(year, String(place), date ?? dateAfter))
  if (onWeekday && onWeekday !== weekday(span.from)) {
    throw new DateError(`${text} does not fit: ${span.from} is ${longDayWithYear(span.from)}.`)
  }
  return span
}

function numbers(year?: string, month?: string, date?: string): Numbers {
  const read = (digits?: string) => (digits === undefined ? undefined : Number(digits))
  return { year: read(year), month: read(month), date: read(date) }
}

function spanOf(text: string, written: Numbers, today: Day, direction: Direction): Span {
  const problem = problemWith(written)
  if (problem) throw new DateError(`${text} does not exist: ${problem}.`)
  if (written.year !== undefined) return inYear(written, written.year)

  // Leap days are at most eight years apart.
  const thisYear = Number(today.slice(0, 4))
  for (let away = 0; away <= 8; away++) {
    const year = thisYear + away * direction
    if (year > 9999 || problemWith({ ...written, year })) continue
    const span = inYear(written, year)
    if (direction === -1 ? span.from <= today : span.to >= today) return span
  }
  throw new DateError(`${text} needs a year here.`)
}

/** Why there is no such date, if there is none. */
function problemWith({ year, month, date }: Numbers): string | undefined {
  if (year !== undefined && year < 1) return 'the first year is 0001'
  if (month === undefined) return undefined
  if (month < 1 || month > 12) return 'months run from 1 to 12'
  // Without a year, February may be a long one.
  const days = daysInMonth(year ?? 2000, month)
  if (date === undefined || (date >= 1 && date <= days)) return undefined
  return `${monthNames[month - 1]}${year === undefined ? '' : ` ${year}`} has ${days} days`
}

function inYear({ month, date }: Numbers, year: number): Span {
  const name = month === undefined ? 'year' : date === undefined ? 'month' : 'day'
  return calendarSpan(name, dayFrom(year, month ?? 1, date ?? 1))
}
