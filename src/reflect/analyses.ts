import { daysBetween, weekday } from '../journal/day.ts'
import { type Factor, type FactorDay, type Lag, splitBy } from './factor-days.ts'
import { mean } from './statistics/average.ts'
import {
  type Design,
  designOf,
  type PartialEffect,
  partialEffect,
} from './statistics/partial-effect.ts'
import { whitened } from './statistics/whitening.ts'

/** A factor set against mood on the day itself, or on the day after. */
export interface Sight {
  readonly factor: Factor
  readonly when: Lag
}

/** What one analysis of mood allows for, beside a straight line over time. */
export interface Analysis {
  /** Waves longer than three months. */
  readonly slow: boolean
  /** The mean of the last seven rated days. */
  readonly week: boolean
  /** Each weekday by itself; never where the weekend is what is looked at. */
  readonly weekdays: boolean
  /** The moods of the last two rated days. */
  readonly yesterday: boolean
  /** Other factors. */
  readonly others: readonly Sight[]
}

/** Rated days laid out so that many analyses of them are cheap. */
export interface AnalysisLayout {
  readonly days: readonly FactorDay[]
  readonly sights: readonly Sight[]
  readonly design: Design
  /** The same columns, with what the days before foretell taken out of each. */
  readonly whitened: Design
  /** Where the columns of each kind are. */
  readonly at: {
    readonly line: number
    readonly slow: readonly number[]
    readonly weekdays: readonly number[]
    readonly yesterday: readonly number[]
    readonly week: number
    readonly sights: ReadonlyMap<string, number>
  }
}

const mood = 0
/** Days: longer waves are slow. */
const slowFrom = 90

/**
 * @param days in order, with a mood before each
 * @param sights those that will be asked about
 */
export function layoutOf(days: readonly FactorDay[], sights: readonly Sight[]): AnalysisLayout {
  const columns: number[][] = [days.map(day => day.mood)]
  const add = (values: number[]) => columns.push(values) - 1
  const [first] = days
  const time = days.map(({ day }) => daysBetween(first?.day ?? day, day))
  const span = 1 + (time.at(-1) ?? 0)
  const waves = Array.from({ length: Math.floor((2 * span) / slowFrom) }, (_, k) => k + 1)
  const weekdays = days.map(({ day }) => weekday(day))
  const at = {
    line: add(time),
    slow: waves.map(k => add(time.map(t => Math.cos((Math.PI * k * (t + 0.5)) / span)))),
    weekdays: [1, 2, 3, 4, 5, 6].map(one => add(weekdays.map(day => Number(day === one)))),
    yesterday: [0, 1].map(back =>
      add(days.map(({ moodsBefore }) => moodsBefore[back] ?? moodsBefore[0] ?? 0)),
    ),
    week: add(days.map(({ moodsBefore }) => mean(moodsBefore))),
    sights: new Map(
      sights.map(sight => [keyOf(sight), add(filled(splitBy(sight.factor, sight.when, days)))]),
    ),
  }
  const design = designOf(columns)
  const calendar = [at.line, ...at.slow, ...at.weekdays]
  return { days, sights, design, whitened: whitened(design, mood, calendar), at }
}

/** Where it is not known whether a day had something, it counts as a usual one. */
function filled(split: readonly (boolean | undefined)[]): number[] {
  const usual = mean(split.flatMap(had => (had === undefined ? [] : Number(had))))
  return split.map(had => (had === undefined ? usual : Number(had)))
}

/** What one analysis says of a factor; undefined where it cannot tell it from what it allows for. */
export function analyse(
  layout: AnalysisLayout,
  sight: Sight,
  { slow, week, weekdays, yesterday, others }: Analysis,
): PartialEffect | undefined {
  const { at } = layout
  return effectOf(layout, layout.design, sight, [
    ...(slow ? at.slow : []),
    ...(weekdays ? weekdaysFor(layout, sight) : []),
    ...(yesterday ? at.yesterday : []),
    ...(week ? [at.week] : []),
    ...columnsOf(layout, others),
  ])
}

/**
 * The analysis that sees most: on whitened days, with slow change and weekdays allowed for. Whitening uses the
 * days before and, since it is done to the factor as well, the days after.
 */
export function sharpest(
  layout: AnalysisLayout,
  sight: Sight,
  others: readonly Sight[] = [],
): PartialEffect | undefined {
  return effectOf(layout, layout.whitened, sight, [
    ...layout.at.slow,
    ...weekdaysFor(layout, sight),
    ...columnsOf(layout, others),
  ])
}

function effectOf({ at }: AnalysisLayout, design: Design, sight: Sight, others: readonly number[]) {
  const x = at.sights.get(keyOf(sight))
  if (x === undefined) return undefined
  const slow = 1 + others.filter(column => at.slow.includes(column)).length
  return partialEffect(design, { y: mood, x, others: [at.line, ...others], slow })
}

const weekdaysFor = ({ at }: AnalysisLayout, { factor }: Sight) =>
  factor.family === 'weekend' ? [] : at.weekdays

const columnsOf = ({ at }: AnalysisLayout, sights: readonly Sight[]) =>
  sights.flatMap(sight => at.sights.get(keyOf(sight)) ?? [])

const keyOf = ({ factor, when }: Sight): string => `${when} ${factor.id}`
