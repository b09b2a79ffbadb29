import type { Day } from '../../journal/day.ts'
import { daysBetween } from '../../journal/day.ts'
import type { Axis } from '../../reflect/axis.ts'
import { sizeOfStep } from '../../reflect/axis.ts'
import type { Curve } from '../../reflect/curve.ts'
import type { Review } from '../../reflect/review.ts'
import type { Trend } from '../../reflect/trend.ts'
import {
  dayAndMonth,
  listed,
  many,
  probablyBetween,
  rounded,
  roundedInSteps,
  times,
  upOrDown,
} from '../../wording/counts.ts'
import { step } from '../charts.ts'
import type { Block, Section } from '../page/page.ts'
import { note, say, section } from '../page/page.ts'
import { summary } from './summary.ts'

/** What was present: days, and how they were. */
export function opening(review: Review): Section[] {
  const { sessions } = review
  return [
    ...section({}, [...say(presenceWords(review)), ...summary(review), ...laterNote(review)]),
    ...section({ id: 'mood' }, [...moodBlocks(review), ...say(sessionWords(sessions))]),
  ]
}

/** What is there and does not count yet. */
export const laterNote = ({ later }: Pick<Review, 'later'>): Block[] =>
  later > 0
    ? note(
        `${many(later, 'entry is', 'entries are')} dated after today and will count when the day comes.`,
      )
    : []

export function presenceWords({ presence, period, since, until, day }: Review): string {
  const { days, of, lifetime } = presence
  const inAll = lifetime > days ? ` ${many(lifetime, 'day')} in all.` : ''
  if (days === 0)
    return inAll === ''
      ? 'Nothing is written here yet.'
      : `Nothing is written from this ${day ? 'day' : 'time'}.${inAll}`
  if (of === 1) return `You were here.${inAll}`
  const start = since > period.from ? ` since ${dayAndMonth(since, until)}` : ''
  return `You were here on ${days} of ${of} days${start}.${inAll}`
}

function sessionWords({ higher, same, lower }: Review['sessions']): string | undefined {
  const parts = [
    higher > 0 && `higher ${times(higher)}`,
    same > 0 && `the same ${times(same)}`,
    lower > 0 && `lower ${times(lower)}`,
  ].filter(part => part !== false)
  return parts.length > 0 ? `Mood after a session, against before: ${parts.join(', ')}.` : undefined
}

/** Mood over time, and what may be said about it; the days that were not rated are named as well. */
function moodBlocks({ mood, period, since, until, presence: { of } }: Review): Block[] {
  const length = daysBetween(period.from, period.to) + 1
  const { days, trend } = mood
  // A week can have no direction, nor can a month that is over get one: so none is promised.
  const goesOn = period.name === 'all' || period.name === 'season'
  const mayCome = goesOn || trend.rated + daysBetween(until, period.to) >= trend.needed
  const words = ratedWords(trend, of, mayCome)
  const others = trend.state === 'slope' && trend.rated < of
  return [
    ...chart('Mood', mood, since, until),
    ...say(
      days.length > 0 && length > 1 && words,
      others && 'The other days may have been different.',
    ),
  ]
}

/** @param mayCome whether there may be days enough for a direction before the period is over */
function ratedWords(trend: Trend, of: number, mayCome: boolean): string {
  const rated = `Rated on ${trend.rated} of ${many(of, 'day')}`
  if (trend.state === 'points')
    return mayCome
      ? `${rated}. Not enough yet for a direction: ${trend.rated} of ${trend.needed} rated days.`
      : `${rated}.`
  const words = trend.state === 'slope' || mayCome ? trendWords(trend) : meanWords(trend)
  return `${rated}: ${words}`
}

/** Any other rating over time, in fewer words: with too few days for a direction none is spoken of. */
export function curveBlocks(label: string, curve: Curve, from: Day, until: Day): Block[] {
  const { trend } = curve
  const rated = `${label}: ${many(trend.rated, 'rated day')},`
  return [
    ...chart(label, curve, from, until),
    ...say(
      trend.state === 'range' && `${rated} ${meanWords(trend)}`,
      trend.state === 'slope' && `${rated} ${trendWords(trend)}`,
    ),
  ]
}

export const leastMarks = 5

/** A few days are no picture. */
function chart(label: string, curve: Curve, from: Day, until: Day): Block[] {
  const { days } = curve
  if (days.length === 0) return []
  const sentence = `${label} by day: ${daysInWords(days, until)}.`
  if (days.length < leastMarks) return say(sentence)
  return [{ kind: 'strip', label, from, until, curve, sentences: [sentence] }]
}

/** @param say how a value is said */
export const meanWords = (
  { mean, low, high }: { mean: number; low: number; high: number },
  say = rounded,
): string => `${say(mean)} on average, from ${say(low)} to ${say(high)}.`

/**
 * The mean from 14 rated days, a direction from 21.
 * @param axis of a measure, from where to where it runs
 */
export function trendWords(trend: Exclude<Trend, { state: 'points' }>, axis?: Axis): string {
  const say = axis ? roundedInSteps(sizeOfStep(axis)) : rounded
  const steady = axis ? say(sizeOfStep(axis) / 2) : 'half a point'
  const mean = meanWords(trend, say)
  if (trend.state === 'range')
    return `${mean} Not clear yet which way it goes: ${trend.rated} of the ${trend.needed} rated days needed.`
  const [low, high] = trend.interval
  const slope = say(Math.abs(trend.slopePerMonth))
  const sizes: [number, number] = low > 0 ? [low, high] : [-high, -low]
  const direction = {
    rising: `Rising, by ${slope} a month, ${probablyBetween(sizes, say)}.`,
    falling: `Falling, by ${slope} a month, ${probablyBetween(sizes, say)}.`,
    steady: `Steady: less than ${steady} a month either way.`,
    'not clear yet':
      low > 0 || high < 0
        ? 'Not clear yet which way it goes: it has not gone one way all along.'
        : // A range wider than from the lowest to the highest that ever came says nothing.
          high - low > trend.high - trend.low
          ? 'Not clear yet which way it goes.'
          : `Not clear yet which way it goes: ${probablyBetween(trend.interval, change => upOrDown(change, say))} a month.`,
  }
  // Over many years a direction can be sure, and yet too slight to be one.
  const isSlight = slope === '0' && trend.words !== 'not clear yet'
  return `${mean} ${direction[isSlight ? 'steady' : trend.words]}`
}

const mostListed = 10

/** Each day by itself where they are few, else how many days there were of each step. */
function daysInWords(days: Curve['days'], until: Day): string {
  if (days.length <= mostListed)
    return days.map(({ day, value }) => `${dayAndMonth(day, until)} ${rounded(value)}`).join(', ')
  const steps = ([1, 2, 3, 4, 5] as const)
    .map(wanted => ({ wanted, n: days.filter(({ value }) => step(value) === wanted).length }))
    .filter(({ n }) => n > 0)
  return listed(steps.map(({ wanted, n }) => `${wanted} on ${many(n, 'day')}`))
}
