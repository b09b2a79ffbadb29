import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { compareText } from '../journal/order.ts'
import { mean } from './statistics/average.ts'
import { grouped } from './tally.ts'
import type { Trend } from './trend.ts'
import { trendOf } from './trend.ts'

/** The mean of a day's ratings, 1 to 5. */
export interface RatedDay {
  readonly day: Day
  readonly value: number
  readonly ratings: number
}

/** A rating over time, day by day, and what may be said about it. */
export interface Course {
  readonly days: readonly RatedDay[]
  readonly trend: Trend
}

/** @param rating what an entry says about it, if anything */
export function courseOf(
  entries: readonly Entry[],
  rating: (entry: Entry) => number | undefined,
): Course {
  const rated = entries.flatMap(entry => {
    const value = rating(entry)
    return value === undefined ? [] : [{ day: entry.day, value }]
  })
  const days = [...grouped(rated, ({ day }) => day)]
    .map(([day, ratings]) => {
      const value = mean(ratings.map(({ value }) => value))
      return { day, value, ratings: ratings.length }
    })
    .sort((a, b) => compareText(a.day, b.day))
  return { days, trend: trendOf(days.map(({ day, value }) => ({ day, mood: value }))) }
}

/** Mood day by day: the mean of all ratings of a day, wherever they were given. */
export const moodCourse = (entries: readonly Entry[]): Course =>
  courseOf(entries, entry => entry.mood)
