import { measureNamed } from '../journal/measure.ts'
import type { Measure } from '../journal/setting.ts'
import type { Axis } from './axis.ts'
import { onSteps, sizeOfStep } from './axis.ts'
import type { Known } from './discretion.ts'
import type { MonthFacts } from './factors.ts'
import { dayFactsIn } from './factors.ts'
import type { FactorTest, Insights } from './insights.ts'
import { insightsOf } from './insights.ts'
import { axisOf } from './measures.ts'

/** What went with more or less of a measure: the procedure of mood, with the measure in its place. */
export function insightsOfMeasure(
  measure: Measure,
  measures: readonly Measure[],
  months: readonly MonthFacts[],
  known: Known,
): Insights {
  const isIt = (name: string) => measureNamed(measures, name)?.id === measure.id
  const values = months.flatMap(({ facts }) =>
    facts.amounts.flatMap(([, name, value]) => (isIt(name) ? value : [])),
  )
  const axis = axisOf(measure, values)
  const days = dayFactsIn(months, known, (name, value) =>
    isIt(name) ? onSteps(value, axis) : undefined,
  )
  return insightsInOwn(insightsOf(days), axis)
}

/** What was found on the steps of mood, in a measure's own numbers. */
function insightsInOwn(found: Insights, axis: Axis): Insights {
  const step = sizeOfStep(axis)
  const own = <T extends FactorTest>(test: T): T => ({
    ...test,
    with: { ...test.with, mean: axis.from + (test.with.mean - 1) * step },
    without: { ...test.without, mean: axis.from + (test.without.mean - 1) * step },
    difference: test.difference * step,
  })
  return {
    ...found,
    tests: found.tests.map(own),
    shown: found.shown.map(test => {
      const [low, high] = test.interval
      return { ...own(test), interval: [low * step, high * step] }
    }),
  }
}
