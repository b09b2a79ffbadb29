import type { Entry } from '../journal/entry.ts'
import { amountsIn, measureNamed } from '../journal/measure.ts'
import { nameKey } from '../journal/person.ts'
import type { Measure } from '../journal/setting.ts'
import type { Axis } from './axis.ts'
import { onSteps, sizeOfStep } from './axis.ts'
import type { Curve } from './curve.ts'
import { curveOf } from './curve.ts'
import type { Discretion } from './discretion.ts'
import { highest, lowest, mean } from './statistics/average.ts'
import type { Trend } from './trend.ts'

/** A measure of the person's own over a period. */
export interface MeasureSeen {
  readonly name: string
  readonly unit: Measure['unit']
  /** What the ends mean, where that was said. */
  readonly low?: string
  readonly high?: string
  /** Of what is a number: day by day, and where it has been going, in its own numbers. */
  readonly axis?: Axis
  readonly course?: Curve
  /** Of yes and no: on how many of the days that say either it was yes. */
  readonly yes?: { readonly days: number; readonly of: number }
}

/**
 * What was measured in a period, each measure by its name of today. A measure that was taken away shows as
 * long as something was noted. Names are the person's words, and some are not read back.
 */
export function measuresSeen(
  entries: readonly Entry[],
  measures: readonly Measure[],
  may: Pick<Discretion, 'mayRead'>,
): MeasureSeen[] {
  const names = new Map<string, string>()
  for (const entry of entries)
    for (const name of Object.keys(amountsIn(entry))) {
      const { name: today } = measureNamed(measures, name) ?? { name }
      if (!names.has(nameKey(today))) names.set(nameKey(today), today)
    }
  const order = [...measures.map(it => it.name), ...names.values()]
  return [...names.values()]
    .filter(may.mayRead)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map(name => seen(name, measureNamed(measures, name), entries, measures))
}

/** What an entry says of a measure. */
const amountOf = (
  entry: Entry,
  name: string,
  measures: readonly Measure[],
): number | boolean | undefined => {
  const found = Object.entries(amountsIn(entry)).find(
    ([written]) => nameKey(measureNamed(measures, written)?.name ?? written) === nameKey(name),
  )
  return found?.[1]
}

function seen(
  name: string,
  measure: Measure | undefined,
  entries: readonly Entry[],
  measures: readonly Measure[],
): MeasureSeen {
  const amount = (entry: Entry) => amountOf(entry, name, measures)
  const numbers = curveOf(entries, entry => {
    const value = amount(entry)
    return typeof value === 'number' ? value : undefined
  })
  const unit = measure?.unit ?? (numbers.days.length > 0 ? 'number' : 'yes-no')
  const ends = {
    ...(measure?.low !== undefined && { low: measure.low }),
    ...(measure?.high !== undefined && { high: measure.high }),
  }
  if (unit === 'yes-no') {
    const said = entries.filter(entry => typeof amount(entry) === 'boolean')
    const on = (of: readonly Entry[]) => new Set(of.map(({ day }) => day)).size
    const yes = said.filter(entry => amount(entry) === true)
    return { name, unit, ...ends, yes: { days: on(yes), of: on(said) } }
  }
  const values = numbers.days.map(({ value }) => value)
  const axis = axisOf(measure, values)
  const onMood = curveOf(entries, entry => {
    const value = amount(entry)
    return typeof value === 'number' ? onSteps(value, axis) : undefined
  })
  return {
    name,
    unit,
    ...ends,
    axis,
    course: { days: numbers.days, trend: inOwn(onMood.trend, values, axis) },
  }
}

/** Hours run so far, unless more of them were noted: on all of a day every night's sleep would look the same. */
const halfADay = 12

/** The ends it was given; of a number without ends, the least and the most of these values. */
export function axisOf(
  measure: Pick<Measure, 'unit' | 'from' | 'to'> | undefined,
  values: readonly number[],
): Axis {
  const from = measure?.from ?? lowest(values)
  const most = measure?.to ?? highest(values)
  const to = measure?.unit === 'hours' ? Math.min(most, Math.max(halfADay, highest(values))) : most
  return from < to ? { from, to } : { from, to: from + 1 }
}

/** A trend that was found on the steps of mood, in a measure's own numbers. */
function inOwn(trend: Trend, values: readonly number[], axis: Axis): Trend {
  if (trend.state === 'points') return trend
  const range = { mean: mean(values), low: lowest(values), high: highest(values) }
  if (trend.state === 'range') return { ...trend, ...range }
  const step = sizeOfStep(axis)
  const [low, high] = trend.interval
  return {
    ...trend,
    ...range,
    slopePerMonth: trend.slopePerMonth * step,
    interval: [low * step, high * step],
  }
}
