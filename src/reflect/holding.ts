import { addDays } from '../journal/day.ts'
import {
  type Analysis,
  type AnalysisLayout,
  analyse,
  layoutOf,
  type Sight,
  sharpest,
} from './analyses.ts'
import type { Factor } from './factor-days.ts'
import { chanceOf, type PartialEffect } from './statistics/partial-effect.ts'

/** Points: a smaller difference is not worth a sentence, however sure it is. */
export const leastDifference = 0.3
/** An effect is clear if chance alone would bring one as large no oftener than this. */
const clearAt = 0.1
const shareClear = 0.9
const firstDays = 21
const daysBetweenLooks = 28
const leastDaysBefore = 21

/** Whether an effect goes this way (1 or −1), sizeable and clear. */
const isClear = (found: PartialEffect | undefined, way: number): boolean =>
  found !== undefined && found.effect * way >= leastDifference && chanceOf(found) <= clearAt

/**
 * Whether four weeks before the last day the same could be seen already. Who looks every week has many chances
 * to meet with luck; what was there a month ago and is still there was seldom only that.
 */
export function heldBefore({ days }: AnalysisLayout, sight: Sight, way: number): boolean {
  const last = days.at(-1)?.day
  if (last === undefined) return false
  const until = addDays(last, -daysBetweenLooks)
  const before = days.filter(({ day }) => day <= until)
  return (
    before.length >= leastDaysBefore && isClear(sharpest(layoutOf(before, [sight]), sight), way)
  )
}

/**
 * Whether it holds whichever of many reasonable analyses is made: with slow waves or a line only, with and
 * without the week before, weekdays, and the days just before; of all days or without the first three weeks;
 * alone or beside other factors. The same way in all of them and in both halves of the days, sizeable and clear
 * in nine of ten.
 * @param together factors it cannot be told apart from
 * @see Siepe and Heck 2025 on single diaries: results "may differ strongly" with the analysis
 */
export function holdsThroughout(
  layout: AnalysisLayout,
  sight: Sight,
  way: number,
  together: readonly Factor[],
): boolean {
  const [first] = layout.days
  if (!first) return false
  const from = addDays(first.day, firstDays)
  const late = layoutOf(
    layout.days.filter(({ day }) => day >= from),
    layout.sights,
  )
  const found = analysesFor(layout, sight, together).flatMap(analysis =>
    [layout, late].map(days => analyse(days, sight, analysis)),
  )
  const half = layout.days.length >> 1
  const halves = [layout.days.slice(0, half), layout.days.slice(half)].map(days =>
    sharpest(layoutOf(days, [sight]), sight),
  )
  if (!halves.every(one => one && one.effect * way > 0)) return false
  const clear = found.filter(one => isClear(one, way)).length
  return found.every(one => one && one.effect * way > 0) && clear >= shareClear * found.length
}

/** Beside nothing else, beside itself at the other time, and beside everything it can be told apart from. */
function analysesFor(
  { sights }: AnalysisLayout,
  { factor, when }: Sight,
  together: readonly Factor[],
): Analysis[] {
  const itself = sights.filter(it => it.factor.id === factor.id && it.when !== when)
  const alike = new Set([factor, ...together].map(({ id }) => id))
  const rest = sights.filter(it => it.when === when && !alike.has(it.factor.id))
  const either = [false, true]
  return either.flatMap(slow =>
    either.flatMap(week =>
      either.flatMap(weekdays =>
        either.flatMap(yesterday =>
          [[], itself, [...itself, ...rest]].map(others => ({
            ...{ slow, week, weekdays, yesterday, others },
          })),
        ),
      ),
    ),
  )
}

/**
 * The factors that cannot be told apart from this one: beside them it is no longer clear, nor are they beside it.
 * @returns undefined where another stays clear and this one does not: then it is the other that goes with mood
 */
export function comesWith(layout: AnalysisLayout, sight: Sight, way: number): Factor[] | undefined {
  const together: Factor[] = []
  for (const other of layout.sights) {
    if (other.factor.id === sight.factor.id || other.when !== sight.when) continue
    if (isClear(sharpest(layout, sight, [other]), way)) continue
    const its = sharpest(layout, other, [sight])
    if (its && chanceOf(its) <= clearAt) return undefined
    together.push(other.factor)
  }
  return together
}
