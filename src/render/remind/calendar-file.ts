import type { Day } from '../../journal/day.ts'
import { reminderWords } from './words.ts'

/**
 * A calendar file (RFC 5545) with one event a day and an alarm. The time has no zone, so it is the same on the
 * clock wherever one travels. Taken in a second time it moves the event and adds none.
 *
 * @param time `20:30`
 * @param from the first day
 * @param now for the stamp, and for which of two files is newer
 */
export function calendarFile(time: string, from: Day, now: Date): string {
  const start = `${from.replaceAll('-', '')}T${time.replace(':', '')}00`
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//hearten//reminder//EN',
    'BEGIN:VEVENT',
    'UID:a-few-quiet-minutes@hearten',
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${start}`,
    'DURATION:PT10M',
    'RRULE:FREQ=DAILY',
    `SUMMARY:${reminderWords.title}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${reminderWords.title}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
