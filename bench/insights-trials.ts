// One kind of made-up journal, many times over, and what was said of it.
import { ratedDays } from '../src/reflect/factor-days.ts'
import { type FactorTest, insightsOf } from '../src/reflect/insights.ts'
import { differenceInterval, differenceOf } from '../src/reflect/statistics/difference.ts'
import { lineThrough } from '../src/reflect/statistics/least-squares.ts'
import { trendOf } from '../src/reflect/trend.ts'
import { type Journal, journalOf, type Plan, planted } from './insights-journals.ts'

/** How often something was so, of how often it could have been. */
export type Tally = [times: number, of: number]
export type Tallies = Record<string, Tally>

export interface Trial {
  readonly about: 'insights' | 'trend'
  /** Names what is counted; trials of the same kind are added up. */
  readonly kind: string
  readonly plan: Omit<Plan, 'seed'>
  readonly journals: number
  readonly seed: number
}

export function run(trial: Trial): Tallies {
  const tallies: Tallies = {}
  const count = (what: string, so: boolean | number) => {
    const key = `${trial.kind} ${what}`
    const [times, of] = tallies[key] ?? [0, 0]
    tallies[key] = [times + Number(so), of + 1]
  }
  for (let i = 0; i < trial.journals; i++) {
    const journal = journalOf({ ...trial.plan, seed: trial.seed + i })
    if (trial.about === 'insights') countInsights(journal, trial.plan, count)
    else countTrend(journal, count)
  }
  return tallies
}

type Count = (what: string, so: boolean | number) => void

function countInsights(journal: Journal, plan: Trial['plan'], count: Count) {
  const { tests, shown } = insightsOf(journal.days, { seed: 1 })
  const rows = { 'same day': ratedDays(journal.days, 0), 'next day': ratedDays(journal.days, 1) }
  const seen = (test: FactorTest) => {
    const days = rows[test.when]
    const split = days.map(({ had }) => had.has(test.factor.id))
    const truth = differenceOf(
      days.map(({ day }) => journal.expectedMood.get(day)!),
      split,
    )
    return {
      truth,
      interval: differenceInterval(
        days.map(({ mood }) => mood),
        split,
        0.9,
      ),
    }
  }
  const holds = ([low, high]: readonly [number, number], truth: number) =>
    low <= truth && truth <= high

  count('any', shown.length > 0)
  for (const test of shown) {
    const { truth } = seen(test)
    count('shown holds', holds(test.interval, truth))
    count('shown right way', Math.sign(truth) === Math.sign(test.difference))
  }
  if (plan.effect === 0) {
    for (const { p } of tests) count('p<.05', p < 0.05)
    return
  }
  count(
    'other',
    shown.some(({ factor }) => factor.id !== planted),
  )
  const isPlanted = ({ factor, when }: FactorTest) =>
    factor.id === planted && when === (plan.delay === 0 ? 'same day' : 'next day')
  const test = tests.find(isPlanted)
  if (!test) return
  const { truth, interval } = seen(test)
  const found = shown.find(isPlanted)
  count('found', found !== undefined)
  count('p<.05', test.p < 0.05)
  count('holds', holds(interval, truth))
  count('holds planted', holds(interval, plan.effect))
  if (found) count('difference when found', found.difference)
}

function countTrend(journal: Journal, count: Count) {
  const rated = journal.days.flatMap(({ day, mood }) => (mood === undefined ? [] : [{ day, mood }]))
  const trend = trendOf(rated)
  if (trend.state !== 'slope') throw new Error('Every journal here has 21 rated days or more')
  const months = rated.map(({ day }) => Date.parse(day) / 86_400_000 / 30.4375)
  const truth = lineThrough(
    months,
    rated.map(({ day }) => journal.expectedMood.get(day)!),
  ).slope
  const [low, high] = trend.interval
  count('holds', low <= truth && truth <= high)
  for (const words of ['rising', 'falling', 'steady', 'not clear yet'])
    count(words, trend.words === words)
}
