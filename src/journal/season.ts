import type { Day } from './day.ts'
import { addDays, daysBetween } from './day.ts'

/** So many weeks at a season's beginning are raw: no silver linings, and its pages stay closed. */
export const TENDER_WEEKS = 6

/** Whole weeks of a season up to a day; undefined before it began, or when nobody said when. */
export function weeksInto(seasonStart: Day | undefined, day: Day): number | undefined {
  if (seasonStart === undefined || day < seasonStart) return undefined
  return Math.floor(daysBetween(seasonStart, day) / 7)
}

/** Whether weeks into a season count among its first. */
export const isTender = (weeks: number | undefined): boolean =>
  weeks !== undefined && weeks < TENDER_WEEKS

/** Whether a day was marked as hard. @param hardDates `MM-DD` every year, or an ISO day */
export const isHardDate = (hardDates: readonly string[], day: Day): boolean =>
  hardDates.some(
    date =>
      date === day ||
      date === day.slice(5) ||
      // It is a day of every year, and most years have no such day.
      (date === '02-29' && day.endsWith('-02-28') && addDays(day, 1).endsWith('-03-01')),
  )

/**
 * Whether pages may well be about somebody who is gone, or who is the trouble. Whoever did not say what brought them here
 * may write of that, too.
 */
export const isAboutSomebody = ({
  season,
  topics,
}: {
  readonly season: string
  readonly topics: readonly string[]
}): boolean => !aloneWithIt.has(season) || topics.some(topic => ofSomebody.has(topic))

const aloneWithIt = new Set(['general', 'addiction'])
const ofSomebody = new Set([
  'pregnancy-loss',
  'suicide-loss',
  'parenting-apart',
  'estrangement',
  'someone-new',
])
