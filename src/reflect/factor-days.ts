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

/** A rated day beside what it is set against: what it had itself, or what the day before had. */
export interface RatedDay {
  readonly day: Day
  readonly mood: number
  readonly had: ReadonlyMap<string, Factor>
  /** Mood on the last rated day before, unless that is more than two days ago. */
  readonly moodBefore: number | undefined
}

const weekend: Factor = { id: 'weekend', family: 'weekend', label: 'weekend' }
const longestGap = 2
const leastDays = 7
const leastWeeks = 3

/**
 * The rated days of which it is known what they had, in order.
 * @param daysBefore 0 to look at what each day itself had, 1 at what the day before had
 */
export function ratedDays(days: readonly DayFacts[], daysBefore: 0 | 1): RatedDay[] {
  const known = new Map(days.map(facts => [facts.day, withWeekend(facts)]))
  const rated: RatedDay[] = []
  let last: { day: Day; mood: number } | undefined
  for (const { day, mood } of days.toSorted((a, b) => compareText(a.day, b.day))) {
    if (mood === undefined) continue
    const had = known.get(addDays(day, -daysBefore))
    const near = last && daysBetween(last.day, day) <= longestGap
    if (had) rated.push({ day, mood, had, moodBefore: near ? last?.mood : undefined })
    last = { day, mood }
  }
  return rated
}

function withWeekend({ day, factors }: DayFacts): ReadonlyMap<string, Factor> {
  return weekday(day) >= 6 ? new Map(factors).set(weekend.id, weekend) : factors
}

/**
 * The factors most evenly had and not had, of those that were both often enough; equal ones by id.
 * Mood is not looked at: what is tested must not depend on what would be found.
 */
export function mostBalanced(days: readonly RatedDay[], most: number): Factor[] {
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
    if (isEligible(factor, days)) chosen.push(factor)
  }
  return chosen
}

/** Had on at least seven of the days and not had on at least seven, each in three weeks or more. */
export function isEligible(factor: Factor, days: readonly RatedDay[]): boolean {
  return [true, false].every(having => {
    const side = days.filter(({ had }) => had.has(factor.id) === having)
    return (
      side.length >= leastDays &&
      new Set(side.map(({ day }) => startOfWeek(day))).size >= leastWeeks
    )
  })
}
