import type { Day } from './day.ts'
import { addDays, addMonths, monthNames, weekday, weekdayNames } from './day.ts'
import type { Span } from './span.ts'
import { calendarNames, calendarSpan } from './span.ts'
import { DateError, placeOf, readWrittenDate } from './written-date.ts'

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "3 weeks", "a month", "two years", inside a larger pattern; it captures the number and the unit. */
export const AMOUNT = `([1-9]\\d{0,5}|an?|a couple|${NUMBERS.join('|')}) (${calendarNames.join('|')})s?`

const AGO = new RegExp(`^${AMOUNT} ago$`)
const RECENT = new RegExp(`^(?:last|past) ${AMOUNT}$`)
const AHEAD = new RegExp(`^in ${AMOUNT}$`)

/**
 * Reads a phrase that looks back: "yesterday", "3 weeks ago", "last monday", "last month", "this
 * year", "last november", "last 7 days" (today is one of them). The span may run past today.
 * @param text lower case, single spaces
 */
export function readPhraseBack(text: string, today: Day, weekStartsOn?: number): Span | undefined {
  if (text === 'today') return oneDay(today)
  if (text === 'yesterday') return oneDay(addDays(today, -1))
  if (text === 'day before yesterday') return oneDay(addDays(today, -2))

  const ago = AGO.exec(text)
  if (ago) return oneDay(shift(today, -1, ago))
  const recent = RECENT.exec(text)
  if (recent) return { from: addDays(shift(today, -1, recent), 1), to: today, name: 'range' }

  const [, which, word = ''] = /^(?:(last|this) )?([a-z]+)$/.exec(text) ?? []
  const name = calendarNames.find(each => each === word && each !== 'day')
  if (name && which === 'this') return calendarSpan(name, today, weekStartsOn)
  if (name && which === 'last') {
    return calendarSpan(name, shift(today, -1, ['', 'a', name]), weekStartsOn)
  }
  const place = placeOf(word, weekdayNames)
  // Days since that weekday; today is "this monday" but never "monday" or "last monday".
  const since = (weekday(today) - place + 7) % 7
  if (place) return oneDay(addDays(today, -(since || (which === 'this' ? 0 : 7))))
  if (which === 'last' && placeOf(word, monthNames)) {
    return readWrittenDate(word, addDays(calendarSpan('month', today).from, -1), -1)
  }
  return undefined
}

/**
 * Reads a phrase that looks ahead: "today", "tomorrow", "in 2 weeks", "next month" (the same date),
 * "friday" (the first one after today) and "next friday" (the one of next week).
 * @param text lower case, single spaces
 */
export function readPhraseAhead(text: string, today: Day, weekStartsOn = 1): Day | undefined {
  if (text === 'today') return today
  if (text === 'tomorrow') return addDays(today, 1)
  if (text === 'day after tomorrow') return addDays(today, 2)

  const ahead = AHEAD.exec(text)
  if (ahead) return shift(today, 1, ahead)
  const [, which, word = ''] = /^(?:(next|this) )?([a-z]+)$/.exec(text) ?? []
  if (which === 'next' && /^(week|month|year)$/.test(word)) return shift(today, 1, ['', 'a', word])
  const place = placeOf(word, weekdayNames)
  if (!place) return undefined
  const until = (place - weekday(today) + 7) % 7
  // A week of its own: on a Wednesday "friday" is in two days, and "next friday" is not.
  if (which === 'next') {
    const { to } = calendarSpan('week', today, weekStartsOn)
    return addDays(to, ((place - weekday(to) + 6) % 7) + 1)
  }
  return addDays(today, until || (which === 'this' ? 0 : 7))
}

/** Moves a day by an amount as {@link AMOUNT} captured it. */
function shift(
  day: Day,
  direction: -1 | 1,
  [, number, unit]: readonly (string | undefined)[],
): Day {
  const count = direction * countOf(number ?? '')
  try {
    if (unit === 'day') return addDays(day, count)
    if (unit === 'week') return addDays(day, count * 7)
    return addMonths(day, unit === 'year' ? count * 12 : count)
  } catch {
    throw new DateError(`The calendar does not go that far: it runs from year 0001 to 9999.`)
  }
}

/** How many a number word or figures mean: "a", "two", "a couple", "12". */
export const countOf = (number: string): number =>
  /^an?$/.test(number)
    ? 1
    : number === 'a couple'
      ? 2
      : NUMBERS.indexOf(number) + 1 || Number(number)

function oneDay(day: Day): Span {
  return calendarSpan('day', day)
}
