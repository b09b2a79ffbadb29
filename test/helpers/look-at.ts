// Reviews, and facts for insights, of journals that are all at hand: looked at like one on the disk.
import type { Entry } from '../../src/journal/entry.ts'
import { grouped } from '../../src/journal/grouped.ts'
import type { MonthsAtHand } from '../../src/journal/months-at-hand.ts'
import type { Known } from '../../src/reflect/discretion.ts'
import type { DayFacts } from '../../src/reflect/factor-days.ts'
import { dayFactsIn, factsSum } from '../../src/reflect/factors.ts'
import type { MonthGist } from '../../src/reflect/month-gist.ts'
import { gistSum } from '../../src/reflect/month-gist.ts'
import type { Review, ReviewInput } from '../../src/reflect/review.ts'
import { reviewOf } from '../../src/reflect/review.ts'

/** @param journal oldest first */
export function lookAt(journal: readonly Entry[], known: Known): MonthsAtHand<MonthGist> {
  const { of } = gistSum(known, { words: true, private: true })
  const months = grouped(journal, ({ day }) => day.slice(0, 7))
  return {
    entries: (from = '', to = '~') => journal.filter(({ day }) => day >= from && day <= to),
    sums: [...months.values()].map(of),
    once: (_, find) => find(),
  }
}

export interface WholeReview extends Omit<ReviewInput, 'journal'> {
  readonly journal: readonly Entry[]
}

export const reviewOfAll = ({ journal, ...input }: WholeReview): Review =>
  reviewOf({ ...input, journal: lookAt(journal, input) })

/** @param journal oldest first */
export const dayFactsOf = (journal: readonly Entry[], known: Known): DayFacts[] =>
  dayFactsIn([factsSum(known).of(journal)], known)
