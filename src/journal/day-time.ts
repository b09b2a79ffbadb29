import { countOf } from './date-phrases.ts'
import { dayOf, isoWithOffset } from './day.ts'
import type { DateOptions, DateRange } from './span.ts'
import { calendarSpan } from './span.ts'
import { DateError } from './written-date.ts'

/** The parts of a day in words: when each begins, and the time it stands for when none is said. */
const parts = {
  morning: { begins: '05:00', time: '08:00' },
  noon: { begins: '12:00', time: '12:00' },
  midday: { begins: '12:00', time: '12:00' },
  afternoon: { begins: '12:00', time: '15:00' },
  evening: { begins: '17:00', time: '20:00' },
  night: { begins: '20:00', time: '22:00' },
} as const

const PART = new RegExp(`^(.*?)(?:^| at | in | )(${Object.keys(parts).join('|')})$`)

/**
 * Takes the part of a day off the end: "yesterday evening", "last night", "tonight", "noon". What is
 * left is the date, or nothing where none was said.
 * @param text lower case, single spaces
 */
export function partOf(text: string): { date: string; begins: string; time: string } | undefined {
  const plain = text.replace(/^(?:early|late) /, '').replace(/^tonight$/, 'this night')
  const [, said = '', name] = PART.exec(plain) ?? []
  if (name === undefined) return undefined
  const evening = name === 'night' || name === 'evening'
  const date = said === 'this' ? 'today' : said === 'last' && evening ? 'yesterday' : said
  return { date, ...parts[name as keyof typeof parts] }
}

const AGO = /^(half an|a couple|[1-9]\d{0,3}|[a-z]+) (minute|min|hour|hr)s?(?: and a half)? ago$/

/** "20 minutes ago", "an hour ago", "half an hour ago", "just now": the moment, and its day. */
export function readAgo(
  text: string,
  { now, zone, today, nightEnds }: DateOptions,
): DateRange | undefined {
  if (/^(?:just |right )?now$|^earlier(?: today)?$/.test(text)) return calendarSpan('day', today)
  const [, number = '', unit = ''] = AGO.exec(text) ?? []
  const count = number === 'half an' ? 0.5 : countOf(number)
  if (now === undefined || !(count > 0)) return undefined
  const half = text.includes('and a half') ? 0.5 : 0
  const minutes = (count + half) * (unit.startsWith('h') ? 60 : 1)
  const moment = new Date(now.getTime() - minutes * 60_000)
  const at = isoWithOffset(moment, zone)
  return { ...calendarSpan('day', dayOf(moment, zone, nightEnds)), time: at.slice(11, 16), at }
}

const TIME =
  /^(?<date>.*?)(?:^| at | |(?<=\d)t)(?=\d+:|\d+ ?[ap]m)(?<hours>\d{1,2})(?::(?<minutes>\d\d)(?::\d\d(?:\.\d+)?)?)?(?: ?(?<half>[ap])m)?$/

/**
 * Takes a time of day off the end. Seconds are dropped.
 * @throws DateError for a time that no clock shows
 */
export function splitTime(text: string): { date: string; time?: string } {
  if (text === 'midnight') return { date: '', time: '00:00' }
  const found = TIME.exec(text)?.groups
  if (!found) return { date: text }
  const { date = '', hours, minutes = '00', half } = found
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours)
  const onTwelveHourClock = Number(hours) >= 1 && Number(hours) <= 12
  if (hour > 23 || Number(minutes) > 59 || (half && !onTwelveHourClock)) {
    const time = `${hours}:${minutes}${half ? ` ${half}m` : ''}`
    throw new DateError(`${time} is not a time of day. Write one from 00:00 to 23:59.`)
  }
  return { date, time: `${String(hour).padStart(2, '0')}:${minutes}` }
}
