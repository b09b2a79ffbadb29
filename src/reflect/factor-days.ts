import { addDays, type Day, daysBetween, startOfWeek, weekday } from '../journal/day.ts'
import { compareText } from '../journal/order.ts'

/** Something a day had or had not. */
export interface Factor {
  /** Unique over all families, such as `tag:work`. */
  readonly id: string
  readonly family:
    | 'theme'
    | 'person'
    | 'tag'
    | 'reach-out'
    | 'promise'
    | 'tool'
    | 'meeting'
    | 'weekend'
  /** In the person's own words where they are theirs. */
  readonly label: string
}

/** What is known of one day. A day of which nothing was written has none: what it had is not known. */
export interface DayFacts {
  readonly day: Day
  /** The mean of the day's ratings, 1 to 5; left out when the day was not rated. */
  readonly mood?: number
  /** What the day had, by factor id. Weekends are added here, not by the caller. */
  readonly factors: ReadonlyMap<string, Factor>
}

/** A rated day with what it is set against. */
export interface FactorDay {
  readonly day: Day
  readonly mood: number
  /** What the day itself had. */
  readonly had: ReadonlyMap<string, Factor>
  /** What the day before had, where that is known. */
  readonly hadBefore: ReadonlyMap<string, Factor> | undefined
  /** Moods of the last rated days before, the newest first, at most seven; none if the newest is more than two days ago. */
  readonly moodsBefore: readonly number[]
}

/** Whether a factor is set against mood on its own day or on the day after. */
export type Lag = 'same day' | 'next day'

const weekend: Factor = { id: 'weekend', family: 'weekend', label: 'weekend' }
const longestGap = 2
const mostBefore = 7
const leastDays = 7
const leastWeeks = 3

/**
 * Sixty years. There are more slow waves to allow for the longer it is, so that work and memory grow with its square; a
 * journal that was put together of several may be of centuries.
 */
const longest = 60 * 365

/** The rated days, in order, as far back as is looked at. */
export function ratedDays(days: readonly DayFacts[]): FactorDay[] {
  const known = new Map(days.map(facts => [facts.day, withWeekend(facts)]))
  const rated: FactorDay[] = []
  let last: Day | undefined
  let moods: readonly number[] = []
  for (const { day, mood } of days.toSorted((a, b) => compareText(a.day, b.day))) {
    const had = known.get(day)
    if (mood === undefined || !had) continue
    const near = last && daysBetween(last, day) <= longestGap
    const hadBefore = known.get(addDays(day, -1))
    rated.push({ day, mood, had, hadBefore, moodsBefore: near ? moods : [] })
    moods = [mood, ...moods].slice(0, mostBefore)
    last = day
  }
  return rated.filter(({ day }) => last !== undefined && daysBetween(day, last) < longest)
}

/** For each day whether it (or the day before it) had a factor; undefined where that is not known. */
export const splitBy = (factor: Factor, when: Lag, days: readonly FactorDay[]) =>
  days.map(({ had, hadBefore }) => (when === 'same day' ? had : hadBefore)?.has(factor.id))

function withWeekend({ day, factors }: DayFacts): ReadonlyMap<string, Factor> {
  return weekday(day) >= 6 ? new Map(factors).set(weekend.id, weekend) : factors
}

/**
 * The factors most evenly had and not had, of those that were both often enough; equal ones by id.
 * Mood is not looked at: what is tested must not depend on what would be found.
 */
export function mostBalanced(days: readonly FactorDay[], most: number): Factor[] {
  const counts = new Map<string, { factor: Factor; rarer: number }>()
  for (const { had } of days) {
    for (const factor of had.values()) {
      const counted = counts.get(factor.id) ?? { factor, rarer: 0 }
      counts.set(factor.id, counted)
      counted.rarer++
    }
  }
  for (const counted of counts.values()) {
    counted.rarer = Math.min(counted.rarer, days.length - counted.rarer)
  }
  const chosen: Factor[] = []
  const balanced = [...counts.values()].filter(({ rarer }) => rarer >= leastDays)
  balanced.sort((a, b) => b.rarer - a.rarer || compareText(a.factor.id, b.factor.id))
  for (const { factor } of balanced) {
    if (chosen.length === most) break
    if (isEligible(splitBy(factor, 'same day', days), days)) chosen.push(factor)
  }
  return chosen
}

/** Had on at least seven of the days and not had on at least seven, each in three weeks or more. */
export function isEligible(
  split: readonly (boolean | undefined)[],
  days: readonly FactorDay[],
): boolean {
  return [true, false].every(having => {
    const side = days.filter((_, i) => split[i] === having)
    if (side.length < leastDays) return false
    const weeks = new Set<Day>()
    return side.some(({ day }) => weeks.add(startOfWeek(day)).size >= leastWeeks)
  })
}
