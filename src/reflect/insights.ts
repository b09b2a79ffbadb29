import { daysBetween } from '../journal/day.ts'
import { layoutOf, type Sight, sharpest } from './analyses.ts'
import {
  type DayFacts,
  type Factor,
  type FactorDay,
  isEligible,
  type Lag,
  mostBalanced,
  ratedDays,
  splitBy,
} from './factor-days.ts'
import { comesWith, heldBefore, holdsThroughout, leastDifference } from './holding.ts'
import { mean } from './statistics/average.ts'
import { benjaminiHochberg } from './statistics/false-discovery.ts'
import { chanceOf, intervalOf, type PartialEffect } from './statistics/partial-effect.ts'

/** One factor set against mood, once: on the same day, or on the day after. */
export interface FactorTest {
  readonly factor: Factor
  readonly when: Lag
  /** The chance of a difference this large, either way, if the factor meant nothing. */
  readonly p: number
  readonly with: Group
  readonly without: Group
  /** Mean mood with, less mean mood without. */
  readonly difference: number
}

export interface Group {
  readonly days: number
  /** Mean mood. */
  readonly mean: number
}

/** A test that may be shown. */
export interface Insight extends FactorTest {
  /** Factors that come together with this one: which of them it is that goes with mood cannot be told. */
  readonly together: readonly Factor[]
  /**
   * Where the difference likely lies once weekday, slow change and the days before are allowed for: the 90%
   * interval, wide enough to hold though only what stood out is shown.
   */
  readonly interval: readonly [low: number, high: number]
}

export interface Insights {
  readonly ratedDays: number
  readonly neededDays: typeof neededDays
  /** Whether there were rated days enough to look at anything. */
  readonly enough: boolean
  /** How many factors were looked at; each gives one test or two. */
  readonly looked: number
  readonly tests: readonly FactorTest[]
  /** At most three, the surest first. */
  readonly shown: readonly Insight[]
}

const neededDays = 30
const mostFactors = 12
const mostShown = 3
/** Share of those that stand which may be false on average. Twice as many journals would show one at .1. */
const falseShare = 0.06
/** Points a difference must have beyond the least, if no day at all were rated. */
const forMissingDays = 0.9
/** Most that a factor does is seen the same day, so these tests get most of the room for error; 1 on average. */
const weights: Readonly<Record<Lag, number>> = { 'same day': 1.75, 'next day': 0.25 }

/**
 * What went with better or worse days, by a fixed procedure that seldom shows what is only chance:
 * docs/statistics.md has its steps and how often it is right. The same days give the same answer.
 * @param days at most one for each day, in any order
 */
export function insightsOf(days: readonly DayFacts[]): Insights {
  const rated = ratedDays(days)
  const counted = { ratedDays: rated.length, neededDays } as const
  if (rated.length < neededDays) {
    return { ...counted, enough: false, looked: 0, tests: [], shown: [] }
  }
  const rows = rated.filter(({ moodsBefore }) => moodsBefore.length > 0)
  const factors = mostBalanced(rows, mostFactors)
  const sights = (['same day', 'next day'] as const).flatMap(when =>
    factors
      .map(factor => ({ factor, when }))
      .filter(({ factor }) => isEligible(splitBy(factor, when, rows), rows)),
  )
  const layout = layoutOf(rows, sights)
  const found = sights.map(sight => ({ sight, effect: sharpest(layout, sight) }))
  const tests = found.map(({ sight, effect }) => testOf(sight, effect, rated))
  const stands = benjaminiHochberg(
    tests.map(({ p, when }) => p / weights[when]),
    falseShare,
  )
  const standing = found
    .flatMap(({ effect }, i) => {
      const test = tests[i]
      return stands[i] && effect && test ? { test, effect } : []
    })
    .sort((a, b) => a.test.p - b.test.p)
  // What stands out of many was often lucky: so that 90% of the intervals that are shown hold, each must be
  // wider the fewer of the tests stand (Benjamini and Yekutieli 2005, JASA 100:71–81).
  const level = 1 - (falseShare * standing.length) / tests.length
  const least = leastDifferenceOf(rated)
  const shown: Insight[] = []
  for (const { test, effect } of standing) {
    if (shown.length === mostShown) break
    const way = Math.sign(effect.effect)
    if (Math.abs(effect.effect) < least || shown.some(one => isAlike(one, test))) continue
    // Both averages stand beside it: where they go the other way, slow change made one of the two.
    if (Math.sign(test.difference) !== way) continue
    if (!heldBefore(layout, test, way)) continue
    const together = comesWith(layout, test, way)
    if (!together || !holdsThroughout(layout, test, way, together)) continue
    shown.push({ ...test, together, interval: intervalOf(effect, level) })
  }
  return { ...counted, enough: true, looked: factors.length, tests, shown }
}

/** Said already, as one of some that come together. */
const isAlike = ({ when, together }: Insight, test: FactorTest): boolean =>
  when === test.when && together.some(({ id }) => id === test.factor.id)

/** Which days were written may itself make a difference: the more are missing, the larger one must be. */
function leastDifferenceOf(rated: readonly FactorDay[]): number {
  const [first, last] = [rated[0], rated.at(-1)]
  const span = first && last ? 1 + daysBetween(first.day, last.day) : 1
  return leastDifference + forMissingDays * (1 - rated.length / span)
}

function testOf(sight: Sight, effect: PartialEffect | undefined, rated: readonly FactorDay[]) {
  const split = splitBy(sight.factor, sight.when, rated)
  const group = (having: boolean): Group => {
    const moods = rated.filter((_, i) => split[i] === having).map(({ mood }) => mood)
    return { days: moods.length, mean: mean(moods) }
  }
  const groups = { with: group(true), without: group(false) }
  const difference = groups.with.mean - groups.without.mean
  return { ...sight, p: effect ? chanceOf(effect) : 1, ...groups, difference }
}
