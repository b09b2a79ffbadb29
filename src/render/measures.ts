import { answerOf } from '../journal/measure.ts'
import type { Measure } from '../journal/setting.ts'
import type { StarterMeasure } from '../themes/measures.ts'
import type { Look } from './look.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/** The measures somebody keeps, and some to begin with. */
export function renderMeasures(
  measures: readonly Measure[],
  starters: readonly StarterMeasure[],
  look: Look,
): string {
  const own = measures.flatMap(measure =>
    say(
      `${measure.name}: ${answerOf(measure)}, ${measure.paused ? 'paused' : `every ${measure.every}`}.`,
    ),
  )
  const sections = [
    ...section({}, own.length > 0 ? own : say('No measure of your own is kept yet.')),
    ...section(
      { heading: own.length > 0 ? 'To add by name' : 'Some to begin with' },
      starters.flatMap(it => say(`${it.name}: ${answerOf(it)}`)),
    ),
    ...section({}, note('`hearten measure add NAME` adds one. Any other name will do as well.')),
  ]
  return print({ title: 'Your own measures', aside: 'hearten measure', sections }, look)
}
