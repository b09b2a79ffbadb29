import type { DateOptions } from './dates.ts'
import { DateError, readDate } from './dates.ts'
import type { Day } from './day.ts'
import { addDays, dateAndYear, daysBetween, longDayWithYear, monthName, monthOf } from './day.ts'
import { compareText } from './order.ts'
import type { CalendarName, Span } from './span.ts'
import { calendarNames, calendarSpan } from './span.ts'

export const periodNames = [...calendarNames, 'season', 'all'] as const

/** What a review can be asked for by name. */
export type PeriodName = (typeof periodNames)[number]

/** Days in a row, both ends included, to look back over. */
export interface Period {
  readonly from: Day
  readonly to: Day
  readonly name: PeriodName | 'range'
  /** For a heading: "November 2026", "16 to 22 November 2026", "Since 1 August 2026". */
  readonly label: string
}

export interface PeriodOptions {
  readonly today: Day
  /** ISO weekday, 1 (Monday, the default) to 7. */
  readonly weekStartsOn?: number
  /** The day the season began. */
  readonly seasonStart?: Day
  /** The day of the first entry. */
  readonly first?: Day
}

/**
 * The whole calendar day, week, month or year that today is in, or from the start of the season or of
 * the journal up to today.
 * @throws DateError for a season that has no start, or starts after today
 */
export function periodOf(name: PeriodName, options: PeriodOptions): Period {
  const { today, weekStartsOn, seasonStart, first = today } = options
  if (name === 'all') return since(compareText(first, today) < 0 ? first : today, today, name)
  if (name !== 'season') return labelled(calendarSpan(name, today, weekStartsOn))
  if (!seasonStart) {
    const advice = `\`hearten config set season-start ${monthOf(today)}-01\``
    throw new DateError(`The season has no first day yet. Say when it began, like this: ${advice}`)
  }
  if (seasonStart > today) throw new DateError(`The season begins on ${seasonStart}, after today.`)
  return since(seasonStart, today, name)
}

/**
 * The period that a date names: a month for `2026-03`, a week for "last week". With `name`, the
 * calendar period of that kind that the date begins in: `review week 2026-03-04`.
 * @throws DateError as {@link readDate} does
 */
export function periodFromText(text: string, options: DateOptions, name?: CalendarName): Period {
  const range = readDate(text, options)
  const kind = name ?? range.name
  if (kind === 'range') return rangePeriod(range.from, range.to)
  return periodOf(kind, { ...options, today: range.from })
}

/**
 * From one day to another, as `--from` and `--to` ask.
 * @throws DateError if they are the wrong way round
 */
export function rangePeriod(from: Day, to: Day): Period {
  if (from > to) throw new DateError(`${from} is after ${to}. The earlier day comes first.`)
  return labelled({ from, to, name: 'range' })
}

export function contains(period: Pick<Period, 'from' | 'to'>, day: Day): boolean {
  return period.from <= day && day <= period.to
}

/** Every day of a period, in order. */
export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
}

/** How many days of a period there have been, today included: the 30 of "14 of 30 days". */
export function daysSoFar({ from, to }: Pick<Period, 'from' | 'to'>, today: Day): number {
  return Math.max(0, daysBetween(from, to < today ? to : today) + 1)
}

function since(from: Day, to: Day, name: 'season' | 'all'): Period {
  return { from, to, name, label: `Since ${dateAndYear(from)}` }
}

function labelled(span: Span): Period {
  return { ...span, label: labelOf(span) }
}

function labelOf({ from, to, name }: Span): string {
  if (name === 'month') return monthName(monthOf(from))
  if (name === 'year') return String(Number(from.slice(0, 4)))
  if (from === to) return longDayWithYear(from)
  const [date, month, year] = dateAndYear(from).split(' ')
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const start =
    monthOf(from) === monthOf(to) ? date : `${date} ${month}${sameYear ? '' : ` ${year}`}`
  return `${start} to ${dateAndYear(to)}`
}
