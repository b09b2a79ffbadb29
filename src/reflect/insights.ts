import { daysBetween } from '../journal/day.ts'
import {
  type DayFacts,
  type Factor,
  isEligible,
  mostBalanced,
  type RatedDay,
  ratedDays,
} from './factor-days.ts'
import { mean } from './statistics/average.ts'
import { differenceInterval, differenceOf } from './statistics/difference.ts'
import { benjaminiHochberg } from './statistics/false-discovery.ts'
import { type Generator, generatorFrom } from './statistics/generator.ts'
import { residualsOf } from './statistics/least-squares.ts'
import { shuffleTest } from './statistics/shuffle-test.ts'

/** One factor set against mood, once: on the same day, or on the day after. */
export interface FactorTest {
  readonly factor: Factor
  readonly when: 'same day' | 'next day'
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
  /** The 90% interval of the difference, wide enough to hold though only what stood out is shown. */
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
const leastDifference = 0.3
const falseShare = 0.1

/**
 * What went with better or worse days, by a fixed procedure that seldom shows what is only chance:
 * docs/statistics.md has its steps and how often it is right.
 * @param days at most one for each day, in any order
 * @param options.seed for the shuffles: the same days and seed give the same answer
 */
export function insightsOf(
  days: readonly DayFacts[],
  { seed, shuffles = 4999 }: { readonly seed: number; readonly shuffles?: number },
): Insights {
  const sameDay = ratedDays(days, 0)
  const counted = { ratedDays: sameDay.length, neededDays } as const
  if (sameDay.length < neededDays) {
    return { ...counted, enough: false, looked: 0, tests: [], shown: [] }
  }
  const factors = mostBalanced(sameDay.filter(hasMoodBefore), mostFactors)
  const chance = { shuffles, random: generatorFrom(seed) }
  const tested = [
    ...testsOf('same day', sameDay, factors, chance),
    ...testsOf('next day', ratedDays(days, 1), factors, chance),
  ]
  const stands = benjaminiHochberg(
    tested.map(({ test }) => test.p),
    falseShare,
  )
  const standing = tested.filter((_, i) => stands[i])
  // What stands out of many was often lucky: so that 90% of the intervals that are shown hold, each must be
  // wider the fewer of the tests stand (Benjamini and Yekutieli 2005, JASA 100:71–81).
  const level = 1 - (falseShare * standing.length) / tested.length
  const shown = standing
    .filter(isLargeAndLasting)
    .map(({ test, moods, split }) => ({
      ...test,
      interval: differenceInterval(moods, split, level),
    }))
    .filter(({ interval: [low, high] }) => low > 0 || high < 0)
    .sort((a, b) => a.p - b.p || Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, mostShown)
  const tests = tested.map(({ test }) => test)
  return { ...counted, enough: true, looked: factors.length, tests, shown }
}

/** A test with what it was made of. */
interface Tested {
  readonly test: FactorTest
  readonly moods: readonly number[]
  readonly split: readonly boolean[]
}

function testsOf(
  when: FactorTest['when'],
  days: readonly RatedDay[],
  factors: readonly Factor[],
  chance: { readonly shuffles: number; readonly random: Generator },
): Tested[] {
  const usable = days.filter(hasMoodBefore)
  const eligible = factors.filter(factor => isEligible(factor, usable))
  const ps = shuffleTest(
    moodBeyondUsual(usable),
    eligible.map(factor => splitBy(factor, usable)),
    chance,
  )
  const moods = days.map(({ mood }) => mood)
  return eligible.map((factor, i) => {
    const split = splitBy(factor, days)
    const groups = { with: groupOf(moods, split, true), without: groupOf(moods, split, false) }
    const difference = groups.with.mean - groups.without.mean
    const test = { factor, when, p: ps[i] ?? 1, ...groups, difference }
    return { test, moods, split }
  })
}

/** What time and the mood of the day before leave over of mood. Mood lingers and drifts, and so do habits. */
function moodBeyondUsual(days: readonly (RatedDay & { moodBefore: number })[]): number[] {
  const start = days[0]?.day
  return residualsOf(
    days.map(({ mood }) => mood),
    [
      days.map(({ day }) => daysBetween(start ?? day, day)),
      days.map(({ moodBefore }) => moodBefore),
    ],
  )
}

/** At least 0.3 points, and the same way in both halves of the rated days. */
function isLargeAndLasting({ test, moods, split }: Tested): boolean {
  const half = moods.length >> 1
  const early = differenceOf(moods.slice(0, half), split.slice(0, half))
  const late = differenceOf(moods.slice(half), split.slice(half))
  const way = Math.sign(test.difference)
  return (
    Math.abs(test.difference) >= leastDifference &&
    Math.sign(early) === way &&
    Math.sign(late) === way
  )
}

function hasMoodBefore(day: RatedDay): day is RatedDay & { moodBefore: number } {
  return day.moodBefore !== undefined
}

function splitBy(factor: Factor, days: readonly RatedDay[]): boolean[] {
  return days.map(({ had }) => had.has(factor.id))
}

function groupOf(moods: readonly number[], split: readonly boolean[], side: boolean): Group {
  const own = moods.filter((_, i) => split[i] === side)
  return { days: own.length, mean: mean(own) }
}
