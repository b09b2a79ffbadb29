import { type Day, daysBetween } from '../journal/day.ts'
import { memoryOf } from './statistics/autocorrelation.ts'
import { highest, lowest, mean } from './statistics/average.ts'
import { lineThrough } from './statistics/least-squares.ts'
import { studentTQuantile } from './statistics/student-t.ts'

/** A day that was rated: it counts once, however often that was. */
export interface RatedDay {
  readonly day: Day
  /** The mean of its ratings, 1 to 5. */
  readonly value: number
  /** How many there were. */
  readonly ratings: number
}

export type TrendWords = 'rising' | 'falling' | 'steady' | 'not clear yet'

interface TrendSoFar {
  /** Days with at least one rating. */
  readonly rated: number
  /** Rated days needed before a direction is spoken of. */
  readonly needed: typeof daysForSlope
  readonly words: TrendWords
}

interface MoodRange extends TrendSoFar {
  /** Mean over the rated days, and the lowest and highest of them. */
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** What may be said about mood over a stretch of days: the more rated days, the more. */
export type Trend =
  | (TrendSoFar & { readonly state: 'points' })
  | (MoodRange & { readonly state: 'range' })
  | (MoodRange & {
      readonly state: 'slope'
      /** Points a month (a twelfth of a year). */
      readonly slopePerMonth: number
      /** The 95% interval of the slope, in points a month, allowing for mood that lingers. */
      readonly interval: readonly [low: number, high: number]
    })

const daysForRange = 14
const daysForSlope = 21
const daysInMonth = 365.25 / 12
/** Points a month: an interval wholly within this is called steady. */
const steadyWithin = 0.5
/** Share of a slope that must be left without the first third of the days, and without the last. */
const leastLeft = 2 / 3
/** Points a month: what sums leave behind when every day was 2.3 is no direction. */
const rounding = 1e-9

/**
 * Where mood has been going, said no more surely than the days allow. An ordinary regression line takes
 * neighbouring days for independent witnesses; here the interval is widened by the number of independent
 * days they are worth, and a direction is spoken of only where it shows in every stretch of the days.
 * @param days each once, oldest first
 */
export function trendOf(days: readonly Pick<RatedDay, 'day' | 'value'>[]): Trend {
  const moods = days.map(({ value }) => value)
  const so = { rated: days.length, needed: daysForSlope, words: 'not clear yet' } as const
  if (days.length < daysForRange) return { ...so, state: 'points' }
  const range = { ...so, mean: mean(moods), low: lowest(moods), high: highest(moods) }
  if (days.length < daysForSlope) return { ...range, state: 'range' }

  const [first] = days
  const months = days.map(({ day }) => daysBetween(first?.day ?? day, day) / daysInMonth)
  const { slope, slopeError, residuals } = lineThrough(months, moods)
  const memory = memoryOf(residuals, 2)
  const worth = days.length / memory
  // The memory is itself only guessed at, so there are half the degrees of freedom; one is the least there can be.
  const freedom = Math.max(1, (worth - 2) / 2)
  const reach = slopeError * Math.sqrt(memory) * studentTQuantile(0.975, freedom)
  const interval = [slope - reach, slope + reach] as const
  const words = wordsFor(interval, isEven(months, moods, slope))
  return { ...range, state: 'slope', slopePerMonth: slope, interval, words }
}

function wordsFor([low, high]: readonly [number, number], even: boolean): TrendWords {
  if (even && low > rounding) return 'rising'
  if (even && high < -rounding) return 'falling'
  return low >= -steadyWithin && high <= steadyWithin ? 'steady' : 'not clear yet'
}

/**
 * Whether mood goes this way all along: in the first half and in the second, and at much the same rate without the
 * first third and without the last. Mood with a long memory wanders far, but seldom evenly.
 */
function isEven(months: readonly number[], moods: readonly number[], slope: number): boolean {
  const n = months.length
  const share = (from: number, to: number) => {
    const [xs, ys] = [months.slice(from, to), moods.slice(from, to)]
    return lineThrough(xs, ys).slope / slope
  }
  const half = n >> 1
  const third = Math.floor(n / 3)
  return (
    Math.min(share(0, half), share(half, n)) > 0 &&
    Math.min(share(third, n), share(0, n - third)) >= leastLeft
  )
}
