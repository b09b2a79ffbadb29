import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { grouped } from '../journal/grouped.ts'
import type { Period } from '../journal/period.ts'
import { contains } from '../journal/period.ts'
import { isSealedLetter } from '../journal/query.ts'
import type { CalendarBy } from './calendar-kinds.ts'
import { moodCurve } from './curve.ts'
import { themeOf } from './themes/theme-of.ts'

export interface CalendarDay {
  readonly day: Day
  /** Entries of that day: all of them, or those of the theme. */
  readonly entries: number
  /** The mean of the day's ratings, 1 to 5. */
  readonly mood?: number
}

/** The days of a year or a month that have something in them, as `calendar --json` prints it. */
export interface Calendar {
  readonly version: 1
  readonly period: Period
  readonly by: CalendarBy
  readonly today: Day
  readonly days: readonly CalendarDay[]
}

/** What a calendar counts: sealed letters and days to come are left out. */
export const isCounted =
  (period: Period, by: CalendarBy, today: Day) =>
  (entry: Entry): boolean =>
    contains(period, entry.day) &&
    entry.day <= today &&
    !isSealedLetter(entry, today) &&
    (by === 'mood' || by === 'presence' || themeOf(entry) === by)

/** @param entries oldest first */
export function calendarOf(
  entries: readonly Entry[],
  period: Period,
  by: CalendarBy,
  today: Day,
): Calendar {
  const here = entries.filter(isCounted(period, by, today))
  const moods = new Map(moodCurve(here).days.map(({ day, value }) => [day, value]))
  const days = [...grouped(here, entry => entry.day).values()].flatMap(some => {
    const day = some[0]?.day
    const mood = day && moods.get(day)
    return day ? [{ day, entries: some.length, ...(mood !== undefined && { mood }) }] : []
  })
  return { version: 1, period, by, today, days }
}
