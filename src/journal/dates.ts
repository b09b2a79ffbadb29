import { AMOUNT, readPhraseAhead, readPhraseBack } from './date-phrases.ts'
import type { Day } from './day.ts'
import { addDays, dayOf, isoWithOffset, momentAt, weekdayNames } from './day.ts'
import { partOf, readAgo, splitTime } from './day-time.ts'
import type { DateOptions, DateRange } from './span.ts'
import { calendarSpan } from './span.ts'
import { DateError, readWrittenDate } from './written-date.ts'

export type { DateOptions, DateRange }
export { DateError }

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
  if (future === false && isAhead(range, options)) throw stillToCome(text, today, range)
  if (range.to <= today) return range
  const hasYear = /\d{4}/.test(text)
  return future === false || !hasYear ? { ...range, to: today } : range
}

/**
 * Reads a day that is today or later, for promises and letters: an ISO day, "tomorrow", "in 2 weeks",
 * "next monday", "friday" (the first one after today), "5 november" (the next one).
 * @throws DateError with advice: ambiguous, impossible, already past, or not a day
 */
export function readFutureDay(
  text: string,
  { today, weekStartsOn }: Pick<DateOptions, 'today' | 'weekStartsOn'>,
): Day {
  // The part of the day is not kept: "tomorrow morning" is tomorrow, "tonight" is today.
  const { date: plain } = partOf(simplified(text)) ?? { date: simplified(text) }
  const written = readWrittenDate(plain, today, 1)
  const day = written?.name === 'day' ? written.from : readPhraseAhead(plain, today, weekStartsOn)
  if (day && day >= today) return day
  if (day || readPhraseBack(plain, today)) {
    throw new DateError(`${quoted(text)} is already past. Write ${today} or a later day.`)
  }
  const examples = `${today}, tomorrow, next monday or in 2 weeks`
  throw new DateError(`${quoted(text)} does not read as a day. Write one like ${examples}.`)
}

const UNMISTAKABLE = new RegExp(
  `^((today|yesterday|(the )?day before yesterday|last (${weekdayNames.join('|')})|${AMOUNT} ago` +
    '|\\d{4}-\\d\\d-\\d\\d)([ t]+(at )?\\d[\\d:]*( ?[ap]m)?| (morning|afternoon|evening))?' +
    '|((half )?an|\\d{1,4}) (minute|hour)s? ago|(late |early )?last night|(early )?this (morning|afternoon))$',
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
  // Most texts have none of what both patterns would look for.
  if (!text.includes(':')) return { rest: text }
  const [whole = '', prefix = ''] = /^\s*([^\n]{1,40}?)[ \t]*:(?:\s+|$)/.exec(text) ?? []
  if (!UNMISTAKABLE.test(prefix)) return { rest: text }
  return { date: readDate(prefix, options), rest: text.slice(whole.length) }
}

/** An ISO date-time with its offset: the day and the time stay those that were written, wherever one is now. */
function readDateTime(text: string, { today }: DateOptions): DateRange | undefined {
  const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i
  const found = form.exec(text)
  if (!found) return undefined
  const [, stated = '', time = '', seconds = '00', offset = ''] = found
  // Date takes 30 February for 2 March; this refuses it.
  const span = readWrittenDate(stated, today, -1)
  const at = `${stated}T${time}:${seconds}${/z/i.test(offset) ? '+00:00' : offset}`
  return span && !Number.isNaN(Date.parse(at)) ? { ...span, time, at } : undefined
}

function readPlain(text: string, options: DateOptions): DateRange {
  const { today, weekStartsOn } = options
  const plain = simplified(text)
  const ago = readAgo(plain, options)
  if (ago) return ago
  const part = partOf(plain)
  const { date, time } = part ? { date: part.date, time: part.time } : splitTime(plain)
  if (date === '' && time) return lastTime(time, options)
  const span = readWrittenDate(date, today, -1) ?? readPhraseBack(date, today, weekStartsOn)
  if (!span && readPhraseAhead(date, today)) throw stillToCome(text, today)
  if (!span) {
    const examples = `${today}, yesterday, last monday or 3 weeks ago`
    throw new DateError(`${quoted(text)} does not read as a date. Write one like ${examples}.`)
  }
  if (!time) return span
  if (span.name !== 'day')
    throw new DateError(`${quoted(text)} is more than one day. A time needs a single day.`)
  const range = { ...span, time }
  // "This morning" said at seven is now; said before it begins, it is still to come.
  const begun = part && !isAhead({ ...range, time: part.begins }, options)
  return begun && options.now && isAhead(range, options)
    ? { ...range, time: isoWithOffset(options.now, options.zone).slice(11, 16) }
    : range
}

/** A time alone looks back: the last moment at which the clocks showed it. */
function lastTime(time: string, { today, zone, now, nightEnds }: DateOptions): DateRange {
  if (now === undefined) return { ...calendarSpan('day', today), time }
  const here = dayOf(now, zone, 0)
  const shown = momentAt(here, time, zone)
  const moment = shown > now ? momentAt(addDays(here, -1), time, zone) : shown
  const at = isoWithOffset(moment, zone)
  return { ...calendarSpan('day', dayOf(moment, zone, nightEnds)), time: at.slice(11, 16), at }
}

/** Whether a day, or a time on it, has not come yet. */
function isAhead({ from, time, at }: DateRange, { today, zone, now }: DateOptions): boolean {
  if (from > today) return true
  if (now === undefined || time === undefined) return false
  return (at === undefined ? momentAt(from, time, zone) : new Date(at)) > now
}

/** @param range what it means, where that may be a time of today */
function stillToCome(text: string, today: Day, range?: DateRange): DateError {
  const advice =
    range !== undefined && range.from <= today
      ? `an earlier time, or ${today} alone`
      : `${today} or an earlier day`
  return new DateError(`${quoted(text)} is still to come. Write ${advice}.`)
}

/** Lower case, single spaces, without commas and the words that carry nothing. */
function simplified(text: string): string {
  const plain = text.toLowerCase().replace(/,|\b(?:the|of|on)\b/g, ' ')
  return plain.replace(/\s+/g, ' ').trim().replace(/^at /, '')
}

/** The person's words in a message: short, and with nothing a terminal would act on. */
function quoted(text: string): string {
  const clean = text.replace(/\p{C}+/gu, ' ').trim()
  return `"${clean.length > 40 ? `${clean.slice(0, 40)}…` : clean}"`
}
