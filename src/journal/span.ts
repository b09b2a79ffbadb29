import type { Day } from './day.ts'
import { addDays, asDay, dayFrom, daysInMonth, monthOf, startOfWeek } from './day.ts'

export const calendarNames = ['day', 'week', 'month', 'year'] as const

export type CalendarName = (typeof calendarNames)[number]

/** Days in a row, both ends included, and what the calendar calls them. */
export interface Span {
  readonly from: Day
  readonly to: Day
  readonly name: CalendarName | 'range'
}

/** What reading a date takes beside the text. */
export interface DateOptions {
  readonly today: Day
  /** The person's IANA zone; date-times with an offset are put on its clocks. */
  readonly zone: string
  /** ISO weekday, 1 (Monday, the default) to 7. */
  readonly weekStartsOn?: number
  /** False refuses what is still to come, and ends today what runs past it. */
  readonly future?: boolean
  /** Now. With it a time alone is the last one the clocks showed, and "an hour ago" is read. */
  readonly now?: Date
  /** Up to which hour a night counts for the evening before, 0 to 12; 4 unless given. */
  readonly nightEnds?: number
}

/** What a date covers, and the time of day (`HH:MM`) if one was written. */
export interface DateRange extends Span {
  readonly time?: string
  /** The moment, ISO 8601 with offset, where more than a day and a time was said: "an hour ago", or an offset. */
  readonly at?: string
}

/**
 * The whole day, week, month or year that a day is in.
 * @param weekStartsOn ISO weekday, 1 (Monday) to 7
 * @throws RangeError for a week that runs over an end of the calendar
 */
export function calendarSpan(name: CalendarName, day: Day, weekStartsOn = 1): Span {
  if (name === 'day') return { from: day, to: day, name }
  if (name === 'week') {
    const from = startOfWeek(day, weekStartsOn)
    return { from, to: addDays(from, 6), name }
  }
  const year = Number(day.slice(0, 4))
  if (name === 'year') return { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31), name }
  const month = Number(day.slice(5, 7))
  const to = dayFrom(year, month, daysInMonth(year, month))
  return { from: asDay(`${monthOf(day)}-01`), to, name }
}
