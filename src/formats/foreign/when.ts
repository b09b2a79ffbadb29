import { isDay, isZone, momentAt, monthNames, offsetAt } from '../../journal/day.ts'
import type { Stamp } from '../../journal/record.ts'
import type { TimeAndZone } from '../importer.ts'

/** Why a row has no moment. */
export const noDay = 'its date is no day'
export const noTime = 'its time is none'

/** What a clock shows where an entry has a day and no hour. */
export const noon = '12:00'

/**
 * A moment that is certain, told on the clocks of its zone: the one that the file names; else one with
 * its offset; else the person's.
 * @param moment milliseconds since 1970
 * @param offset minutes ahead of UTC
 */
export function instant(
  moment: unknown,
  { zone, offset }: { readonly zone?: unknown; readonly offset?: number | undefined },
  stamp: Stamp,
): TimeAndZone | string {
  if (typeof moment !== 'number' || !(moment > earliest && moment < latest)) return noDay
  const named = typeof zone === 'string' && isZone(zone) ? zone : undefined
  const ahead = offset ?? offsetNamed(zone)
  const there =
    named ?? (ahead === undefined ? undefined : zoneAt(moment, ahead, stamp)) ?? stamp.zone
  return { moment: new Date(moment), zone: there }
}

/** The offset in what Apple calls a zone without a place, `GMT-0400`, in minutes. */
function offsetNamed(zone: unknown): number | undefined {
  const [, sign, hours, minutes] =
    /^GMT([+-])(\d\d):?(\d\d)$/.exec(typeof zone === 'string' ? zone : '') ?? []
  if (sign === undefined) return undefined
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}

/** Before the year 1 and after 9999 there are no days, on no clock of the world. */
const earliest = Date.parse('0001-01-03')
const latest = Date.parse('9999-12-30')

/**
 * What ISO 8601 says, from `2025-03-01` to `2025-03-01T21:30:05.123+01:00`. Without an offset it is what
 * the clocks of the zone showed; without an hour it is noon.
 */
export function isoMoment(text: unknown, zone: unknown, stamp: Stamp): TimeAndZone | string {
  const [, day = '', hours, seconds = '', offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      typeof text === 'string' ? text.trim() : '',
    ) ?? []
  if (!isDay(day)) return noDay
  if (offset === undefined) return clock(day, hours ?? noon, zone, stamp)
  const moment = Date.parse(`${day}T${hours}${seconds}Z`)
  if (Number.isNaN(moment)) return noTime
  const [, sign, ahead = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)/.exec(offset) ?? []
  const size = (Number(ahead) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return instant(moment - size * 60_000, { zone, offset: offset === 'Z' ? undefined : size }, stamp)
}

/** What the clocks of a zone showed; the person's, where none is named. */
export function clock(
  day: string,
  time: string,
  zone: unknown,
  stamp: Stamp,
): TimeAndZone | string {
  const there = zone === undefined || zone === '' ? stamp.zone : zone
  const hour = hourIn(time)
  if (!isDay(day)) return noDay
  if (hour === undefined) return noTime
  if (typeof there !== 'string' || !isZone(there)) return 'its time zone is not known'
  return { moment: momentAt(day, hour, there), zone: there, byClock: true }
}

/** `21:30` out of `21:30`, `9:30 PM`, `9:30:05 pm`, `9:30 p. m.` and `9.30`. */
function hourIn(text: string): string | undefined {
  const [, hours = '', minutes = '', half] =
    /^(\d{1,2})[:.](\d\d)(?:[:.]\d\d(?:\.\d+)?)?\s*([ap]\.?\s?m\.?)?$/i.exec(text.trim()) ?? []
  const isLate = /^p/i.test(half ?? '')
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0)
  const isHour = hours !== '' && Number(hours) < (half === undefined ? 24 : 13)
  if (!isHour || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The day of words like `30 May 2025`, `October 3` with a year, and `Feb 8, 2026`; empty when there is none. */
export function writtenDay(words: string, year?: string): string {
  const parts = words
    .slice(0, 100)
    .split(/[\s,.]+/)
    .filter(Boolean)
  const name = parts.find(part => /^\p{L}{3,}$/u.test(part) && monthNumber(part) > 0) ?? ''
  const date = parts.find(part => /^\d{1,2}$/.test(part)) ?? ''
  const inYear = year ?? parts.find(part => /^\d{4}$/.test(part)) ?? ''
  if (name === '' || date === '') return ''
  return `${inYear}-${String(monthNumber(name)).padStart(2, '0')}-${date.padStart(2, '0')}`
}

const monthNumber = (word: string): number =>
  monthNames.findIndex(name => name.toLowerCase().startsWith(word.toLowerCase())) + 1

/**
 * A zone whose clocks showed this offset at a moment. The person's own, if it did; else one that names no
 * place, for whole hours; else the best known one.
 */
function zoneAt(moment: number, offset: number, { zone }: Stamp): string | undefined {
  const hours = Math.abs(offset) / 60
  // The signs are the other way round in these names: Etc/GMT-3 is three hours ahead.
  const nowhere =
    Number.isInteger(hours) && hours <= 12
      ? hours === 0
        ? 'UTC'
        : `Etc/GMT${offset > 0 ? '-' : '+'}${hours}`
      : undefined
  return [zone, ...(nowhere ? [nowhere] : []), ...broken].find(
    name => offsetAt(moment, name) === offset * 60_000,
  )
}

/** Zones whose clocks are a part of an hour off. */
const broken = [
  'Asia/Kolkata',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Yangon',
  'Asia/Colombo',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Eucla',
  'Pacific/Marquesas',
]
