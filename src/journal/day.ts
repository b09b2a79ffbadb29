// The mini one: the other makes formats as it loads, which takes half a bare start of Node.
import { UTCDateMini as UTCDate } from '@date-fns/utc/date/mini'
import { addMonths as addMonthsTo, getDaysInMonth, startOfWeek as startOfWeekOf } from 'date-fns'

/**
 * A calendar day, from 0001-01-01 to 9999-12-31, as ISO `YYYY-MM-DD`. Days sort as text.
 *
 * Day arithmetic is on the UTC calendar, never on local time: in some zones some days have no midnight, and
 * one of them (Pacific/Apia 2011-12-30) never was. Weeks and months are date-fns. Days between days are asked
 * thousands of times to choose a prompt, and are one division, since the language reads a date alone as UTC.
 */
export type Day = string & { readonly __day: unique symbol }

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many days a month has; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  getDaysInMonth(new UTCDate(`${pad(year, 4)}-${pad(month)}-01`))

/** True for a day that exists: `2026-02-30` and `2026-2-3` are not days. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  // Date takes 30 February for 2 March, and a thirteenth month for nothing.
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** @throws RangeError if `text` is not a day. */
export function asDay(text: string): Day {
  if (isDay(text)) return text
  throw new RangeError(`${JSON.stringify(text)} is not a day (YYYY-MM-DD)`)
}

/** @throws RangeError if there is no such day. */
export function dayFrom(year: number, month: number, date: number): Day {
  return asDay(`${pad(year, 4)}-${pad(month)}-${pad(date)}`)
}

/** @throws RangeError past either end of the calendar. */
export const addDays = (day: Day, days: number): Day =>
  dayIn(new Date(Date.parse(day) + days * DAY))

/**
 * The same date some months on; 31 March less a month is the last day of February.
 * @throws RangeError past either end of the calendar.
 */
export const addMonths = (day: Day, months: number): Day =>
  dayIn(addMonthsTo(new UTCDate(day), months))

/** Days from `a` to `b`: 1 if `b` is the day after, negative if `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => (Date.parse(b) - Date.parse(a)) / DAY

export const weekday = (day: Day): Weekday => (new Date(day).getUTCDay() || 7) as Weekday

/** The first day of the week that `day` is in; `weekStartsOn` is an ISO weekday. */
export const startOfWeek = (day: Day, weekStartsOn = 1): Day =>
  dayIn(startOfWeekOf(new UTCDate(day), { weekStartsOn: (weekStartsOn % 7) as 0 | 1 }))

/** `2026-11` for any day of November 2026. */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

/** Every month from one day's to another's, as "2026-11". */
export function monthsFrom(from: Day, until: Day): string[] {
  const months: string[] = []
  for (let first = asDay(`${monthOf(from)}-01`); first <= until; first = addMonths(first, 1))
    months.push(monthOf(first))
  return months
}

/** "Sunday 22 November". */
export function longDay(day: Day): string {
  const { month, date } = split(day)
  return `${weekdayNames[weekday(day) - 1]} ${date} ${monthNames[month - 1]}`
}

/** "Sunday 22 November 2026". */
export function longDayWithYear(day: Day): string {
  return `${longDay(day)} ${split(day).year}`
}

/** "1 August 2026". */
export const dateAndYear = (day: Day): string => longDayWithYear(day).replace(/^\w+ /, '')

/** "November 2026" for `2026-11`. */
export function monthName(month: string): string {
  const { year, month: number } = split(asDay(`${month}-01`))
  return `${monthNames[number - 1]} ${year}`
}

/** Whether this is an IANA time zone known here. */
export function isZone(name: string): boolean {
  try {
    offsetFormat(name)
    return true
  } catch {
    return false
  }
}

/**
 * The day a moment belongs to, on the calendar of a zone. Between midnight and `nightEnds` (an hour,
 * 0–12) it is still the evening before; 0 switches that off.
 * @throws RangeError for an unknown zone.
 */
export function dayOf(moment: Date, zone: string, nightEnds = 4): Day {
  return dayAtOffset(moment, offsetAt(moment.getTime(), zone), nightEnds)
}

/** The same, where it is known how far the clocks are ahead of UTC, in milliseconds. */
export function dayAtOffset(moment: Date, offset: number, nightEnds = 4): Day {
  return dayIn(new Date(moment.getTime() + offset - nightEnds * HOUR))
}

/**
 * A moment as its zone's clocks show it, with the offset: `2026-11-22T21:30:05-03:00`. It parses back
 * to the same millisecond. Milliseconds are left out when they are zero.
 */
export function isoWithOffset(moment: Date, zone: string): string {
  // Before standard time offsets had seconds (Kathmandu +05:41:16), which ISO 8601 cannot say.
  const minutes = Math.trunc(offsetAt(moment.getTime(), zone) / 60_000)
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1)
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return `${local.replace(/\.000$/, '')}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** The hour a clock showed at a moment written as ISO 8601 with offset. */
export const hourOf = (at: string): number => Number(at.slice(11, 13))

/**
 * The moment a zone's clocks show `time` (`HH:MM`) on `day`. A time they skip moves forward by as much
 * as they do (02:30 becomes 03:30); of a time they show twice, the first.
 * @throws RangeError for an unknown zone or a time that is not `HH:MM`.
 */
export function momentAt(day: Day, time: string, zone: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new RangeError(`${JSON.stringify(time)} is not a time of day (HH:MM)`)
  }
  const local = Date.parse(`${day}T${time}:00Z`)
  // No zone is a whole day from UTC, so these offsets are those before and after any change of clocks.
  const early = local - offsetAt(local - DAY, zone)
  const late = local - offsetAt(local + DAY, zone)
  const shown = [early, late].filter(moment => moment + offsetAt(moment, zone) === local)
  return new Date(shown.length > 0 ? Math.min(...shown) : early)
}

/** Zones whose clocks are known without Intl, and how far they are ahead of UTC at a moment, in milliseconds. */
const knownClocks = new Map<string, (moment: number) => number>()

/** From now on a zone's offsets come from here: what `Date` reckons in costs nothing to ask. */
export function knowClocks(zone: string, offset: (moment: number) => number): void {
  knownClocks.set(zone, offset)
}

/** How far a zone is ahead of UTC at a moment, both in milliseconds. */
export function offsetAt(moment: number, zone: string): number {
  return knownClocks.get(zone)?.(moment) ?? offsetByIntl(moment, zone)
}

/** The same, whatever is known: a test holds both against each other. */
export function offsetByIntl(moment: number, zone: string): number {
  const text = offsetFormat(zone).format(moment)
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)
  if (!found) throw new Error(`No offset in ${JSON.stringify(text)}`)
  const [, sign, hours = 0, minutes = 0, seconds = 0] = found
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return (sign === '-' ? -size : size) * 1000
}

// Making a format takes about a hundred times as long as using it.
const offsetFormats = new Map<string, Intl.DateTimeFormat>()

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = offsetFormats.get(zone)
  if (known) return known
  try {
    // Newer Node also takes "+05:30", which is no place and knows no summer time.
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError()
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    offsetFormats.set(zone, format)
    return format
  } catch {
    throw new RangeError(
      `${JSON.stringify(zone)} is not a known time zone. Zones are named like Europe/Lisbon.`,
    )
  }
}

function split(day: string): { year: number; month: number; date: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8, 10)),
  }
}

/** The day of a date on the UTC calendar, where every day has a midnight. */
function dayIn(date: Date): Day {
  const year = date.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) throw new RangeError('There is no such day')
  return date.toISOString().slice(0, 10) as Day
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0')
}
