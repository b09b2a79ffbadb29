import type { Entry, Urge } from '../journal/entry.ts'
import type { Discretion } from './discretion.ts'
import type { Pair } from './pairs.ts'
import { pairOf } from './pairs.ts'
import type { Quote } from './quote.ts'
import { quotesAcross } from './quote.ts'
import { median } from './statistics/average.ts'
import type { Count } from './tally.ts'
import { tally } from './tally.ts'

/** What moments of wanting something were like. How many were acted on is told nowhere. */
export interface UrgesSeen {
  readonly count: number
  readonly wants: readonly Count[]
  /** How long a wait was: the middle one, of so many. */
  readonly minutes?: { readonly median: number; readonly n: number }
  /** Strength at first and at the end of the wait, 0 to 10. */
  readonly strength?: Pair
  readonly eased: readonly Count[]
  /** What came before, in the person's words. */
  readonly before: readonly Quote[]
}

const mostBefore = 3

/**
 * @param written those that have words which may be quoted
 * @returns undefined where there was none
 */
export function urgesSeen(
  entries: readonly Entry[],
  written: readonly Entry[],
  may: Pick<Discretion, 'mayRead' | 'mayQuoteLine' | 'isOpen'>,
): UrgesSeen | undefined {
  const urges = entries.filter((entry): entry is Urge => entry.kind === 'urge')
  if (urges.length === 0) return undefined
  const minutes = urges.flatMap(({ details }) => details.minutes ?? [])
  const strength = pairOf(
    urges.map(({ details: { strength: before, strengthLater: after } }) => ({ before, after })),
  )
  const open = urges.filter(may.isOpen)
  const words = (of: readonly string[]) => tally(of.filter(may.mayRead))
  return {
    count: urges.length,
    wants: words(open.flatMap(({ details }) => details.want ?? [])),
    ...(minutes.length > 0 && { minutes: { median: median(minutes), n: minutes.length } }),
    ...(strength && { strength }),
    eased: words(open.flatMap(({ details }) => details.eased ?? [])),
    before: quotesAcross(
      written.filter(({ kind }) => kind === 'urge'),
      mostBefore,
      may,
    ),
  }
}
