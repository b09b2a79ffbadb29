import { daysBetween } from '../../journal/day.ts'
import type { Curve } from '../curve.ts'
import { curveOf } from '../curve.ts'
import type { Meetings } from '../meetings.ts'
import { meetingsIn } from '../meetings.ts'
import type { Pair } from '../pairs.ts'
import { pairOf } from '../pairs.ts'
import type { Quote } from '../quote.ts'
import { quotesFrom } from '../quote.ts'
import type { Count } from '../tally.ts'
import { tally } from '../tally.ts'
import type { PageInput } from './page.ts'
import { themeOf } from './theme-of.ts'

export interface SharedPage {
  /** Shared moments a week; only from two weeks on. */
  readonly perWeek?: number
  /** Where they came from. */
  readonly sources: readonly Count[]
  readonly meetings: Meetings
  readonly hope?: Pair
  readonly lessAlone: Curve
  /** "Things I am not alone in": lines from moments that felt much alike, or less alone. */
  readonly notAlone: readonly Quote[]
  /** Moments shared back, and moments that came from others. */
  readonly given: number
  readonly received: number
}

const mostLines = 3

export function sharedPage({ entries, written, from, until, known, may }: PageInput): SharedPage {
  const moments = entries.filter(entry => themeOf(entry) === 'shared')
  const reflections = entries.filter(entry => entry.kind === 'reflection')
  const details = reflections.filter(({ theme }) => theme === 'shared').map(it => it.details)
  const weeks = (daysBetween(from, until) + 1) / 7
  const hope = pairOf(
    details.map(({ hopeBefore, hopeAfter }) => ({ before: hopeBefore, after: hopeAfter })),
  )
  const notAlone = written
    .filter(entry => entry.kind === 'reflection')
    .filter(({ theme }) => theme === 'shared')
    .filter(({ details }) => Math.max(details.lessAlone ?? 0, details.similarity ?? 0) >= 4)
  return {
    ...(weeks >= 2 && { perWeek: moments.length / weeks }),
    sources: tally(details.flatMap(({ source }) => source ?? [])),
    meetings: meetingsIn(entries, written, known.today, may),
    ...(hope && { hope }),
    lessAlone: curveOf(reflections, ({ details }) => details.lessAlone),
    notAlone: quotesFrom(notAlone, mostLines, may),
    given: details.filter(({ sharedBack }) => sharedBack).length,
    received: details.filter(({ source }) => source !== undefined && source !== 'own').length,
  }
}
