import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { compareText } from '../journal/order.ts'
import { mean } from './statistics/average.ts'
import type { RatedDay, Trend } from './trend.ts'
import { trendOf } from './trend.ts'

/** A rating over time, day by day, and what may be said about it. */
export interface Curve {
  readonly days: readonly RatedDay[]
  readonly trend: Trend
}

/** @param rating what an entry says about it, if anything */
export function curveOf<E extends Entry>(
  entries: readonly E[],
  rating: (entry: E) => number | undefined,
): Curve {
  const rated = new Map<Day, number[]>()
  for (const entry of entries) {
    const value = rating(entry)
    if (value === undefined) continue
    const ofDay = rated.get(entry.day)
    if (ofDay) ofDay.push(value)
    else rated.set(entry.day, [value])
  }
  const days = [...rated]
    .map(([day, values]) => ({ day, value: mean(values), ratings: values.length }))
    .sort((a, b) => compareText(a.day, b.day))
  return { days, trend: trendOf(days) }
}

/** Mood day by day: the mean of all ratings of a day, wherever they were given. */
export const moodCurve = (entries: readonly Entry[]): Curve => curveOf(entries, entry => entry.mood)
