import { AMOUNT, readPhraseAhead, readPhraseBack } from './date-phrases.ts'
import type { Day } from './day.ts'
import { isDay, isoWithOffset, weekdayNames } from './day.ts'
import type { Span } from './span.ts'
import { calendarSpan } from './span.ts'
import { DateError, readWrittenDate } from './written-date.ts'

export { DateError }

export interface DateOptions {
  readonly today: Day
  /** The person's IANA zone; date-times with an offset are put on its clocks. */
  readonly zone: string
  /** ISO weekday, 1 (Monday, the default) to 7. */
  readonly weekStartsOn?: number
  /** False refuses days after today, and ends today what runs past it. */
  readonly future?: boolean
}

/** What a date covers, and the time of day (`HH:MM`) if one was written. */
export interface DateRange extends Span {
  readonly time?: string
}

/**
 * Reads a date as people write it: an ISO day, month, year or date-time, a date in words ("5 nov
 * 2025"), or an English phrase; one day can have a time after it ("yesterday 21:30"). Whatever has no
 * year looks back and ends today at the latest: "may" is the May that was, "monday" the last one
 * before today.
 * @throws DateError with advice: ambiguous, impossible, still to come, or not a date
 */
export function readDate(text: string, options: DateOptions): DateRange {
  const { today, future } = options
  const range = readDateTime(text.trim(), options) ?? readPlain(text, options)
  if (range.to <= today) return range
  if (range.from > today && future === false) throw stillToCome(text, today)
  const hasYear = /\d{4}/.test(text)
  return future === false || !hasYear ? { ...range, to: today } : range
}

/**
 * Reads a day that is today or later, for promises and letters: an ISO day, "tomorrow", "in 2 weeks",
 * "next monday", "friday" (the first one after today), "5 november" (the next one).
 * @throws DateError with advice: ambiguous, impossible, already past, or not a day
 */
export function readFutureDay(text: string, { today }: Pick<DateOptions, 'today'>): Day {
  const plain = simplified(text)
  const written = readWrittenDate(plain, today, 1)
  const day = written?.name === 'day' ? written.from : readPhraseAhead(plain, today)
  if (day && day >= today) return day
  if (day || readPhraseBack(plain, today)) {
    throw new DateError(`${quoted(text)} is already past. Write ${today} or a later day.`)
  }
  const examples = `${today}, tomorrow, next monday or in 2 weeks`
  throw new DateError(`${quoted(text)} does not read as a day. Write one like ${examples}.`)
}

const UNMISTAKABLE = new RegExp(
  `^(today|yesterday|(the )?day before yesterday|last (${weekdayNames.join('|')})|${AMOUNT} ago` +
    '|\\d{4}-\\d\\d-\\d\\d)([ t]+(at )?\\d[\\d:]*( ?[ap]m)?)?$',
  'i',
)

/**
 * Takes a date off the front of a text: `yesterday: we talked`. Only phrases that can hardly be
 * anything else; `May: I love her`, `monday: gym` and `10:30 coffee` stay text, whole.
 * @throws DateError if such a phrase names no day (`2026-02-30: …`); the words are the caller's to keep
 */
export function splitDatePrefix(
  text: string,
  options: DateOptions,
): { date?: DateRange; rest: string } {
  const [whole = '', prefix = ''] = /^\s*([^\n]{1,40}?)[ \t]*:(?:\s+|$)/.exec(text) ?? []
  if (!UNMISTAKABLE.test(prefix)) return { rest: text }
  return { date: readDate(prefix, options), rest: text.slice(whole.length) }
}

/** An ISO date-time with its offset, as entries keep it, on the clocks of a zone. */
function readDateTime(text: string, { today, zone }: DateOptions): DateRange | undefined {
  const form = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i
  const stated = form.exec(text)?.[1]
  // Date takes 30 February for 2 March; this refuses it.
  if (!stated || !readWrittenDate(stated, today, -1)) return undefined
  const moment = new Date(text.toUpperCase().replace(' ', 'T'))
  if (Number.isNaN(moment.getTime())) return undefined
  const local = isoWithOffset(moment, zone)
  const day = local.slice(0, 10)
  return isDay(day) ? { ...calendarSpan('day', day), time: local.slice(11, 16) } : undefined
}

function readPlain(text: string, { today, weekStartsOn }: DateOptions): DateRange {
  const { date, time } = splitTime(simplified(text))
  const span = readWrittenDate(date, today, -1) ?? readPhraseBack(date, today, weekStartsOn)
  if (!span && readPhraseAhead(date, today)) throw stillToCome(text, today)
  if (!span) {
    const examples = `${today}, yesterday, last monday or 3 weeks ago`
    throw new DateError(`${quoted(text)} does not read as a date. Write one like ${examples}.`)
  }
  if (!time) return span
  if (span.name === 'day') return { ...span, time }
  throw new DateError(`${quoted(text)} is more than one day. A time needs a single day.`)
}

const TIME =
  /^(?<date>.*?)(?:^| at | |(?<=\d)t)(?=\d+:|\d+ ?[ap]m)(?<hours>\d{1,2})(?::(?<minutes>\d\d)(?::\d\d(?:\.\d+)?)?)?(?: ?(?<half>[ap])m)?$/

/** Takes a time of day off the end; a time alone is today's. Seconds are dropped. */
function splitTime(text: string): { date: string; time?: string } {
  const found = TIME.exec(text)?.groups
  if (!found) return { date: text }
  const { date, hours, minutes = '00', half } = found
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours)
  const onTwelveHourClock = Number(hours) >= 1 && Number(hours) <= 12
  if (hour > 23 || Number(minutes) > 59 || (half && !onTwelveHourClock)) {
    const time = `${hours}:${minutes}${half ? ` ${half}m` : ''}`
    throw new DateError(`${time} is not a time of day. Write one from 00:00 to 23:59.`)
  }
  return { date: date || 'today', time: `${String(hour).padStart(2, '0')}:${minutes}` }
}

function stillToCome(text: string, today: Day): DateError {
  return new DateError(`${quoted(text)} is still to come. Write ${today} or an earlier day.`)
}

/** Lower case, single spaces, without commas and the words that carry nothing. */
function simplified(text: string): string {
  const plain = text.toLowerCase().replace(/,|\b(?:the|of|on)\b/g, ' ')
  return plain.replace(/\s+/g, ' ').trim()
}

/** The person's words in a message: short, and with nothing a terminal would act on. */
function quoted(text: string): string {
  const clean = text.replace(/\p{C}+/gu, ' ').trim()
  return `"${clean.length > 40 ? `${clean.slice(0, 40)}…` : clean}"`
}
