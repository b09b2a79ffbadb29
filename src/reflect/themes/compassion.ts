import { noWordYet } from '../../themes/feelings.ts'
import type { Course } from '../course.ts'
import { courseOf } from '../course.ts'
import type { Pair } from '../pairs.ts'
import { pairOf } from '../pairs.ts'
import { peopleNamed } from '../people.ts'
import type { Quote } from '../quote.ts'
import { quotesFrom } from '../quote.ts'
import type { Count } from '../tally.ts'
import { tally, wordKey } from '../tally.ts'
import type { PageInput } from './page.ts'
import { themeOf } from './theme-of.ts'

export interface CompassionPage {
  /** Feeling words, each by the days it was felt on. */
  readonly feelings: readonly Count[]
  /** The words among them not used on any day before this period. */
  readonly freshFeelings: readonly string[]
  /** How strong it was before and after writing. */
  readonly strength?: Pair
  readonly understood: Course
  readonly understoodBy: readonly Count[]
  /** One line of their own. */
  readonly quotes: readonly Quote[]
}

export function compassionPage(input: PageInput): CompassionPage {
  const { from, entries, open, quotable, background, known, may } = input
  const feelings = feelingDays(input)
  const strength = pairOf(
    entries.flatMap(entry =>
      entry.kind === 'reflection'
        ? { before: entry.details.strengthBefore, after: entry.details.strengthAfter }
        : [],
    ),
  )
  return {
    feelings,
    freshFeelings: feelings
      .map(({ name }) => name)
      .filter(name => (background.feelings.get(wordKey(name)) ?? from) >= from),
    ...(strength && { strength }),
    understood: courseOf(entries, entry =>
      entry.kind === 'reflection' ? entry.details.understood : undefined,
    ),
    understoodBy: peopleNamed(
      open,
      entry => (entry.kind === 'reflection' ? (entry.details.understoodBy ?? []) : []),
      known,
      may,
    ),
    quotes: quotesFrom(
      quotable.filter(entry => themeOf(entry) === 'compassion'),
      1,
      may,
    ),
  }
}

/** A word felt on arriving and again on leaving is one day's feeling. */
function feelingDays({ open, may }: PageInput): Count[] {
  const seen = new Set<string>()
  const firsts = open.flatMap(entry =>
    (entry.feelings ?? []).filter(word => {
      const key = `${entry.day} ${wordKey(word)}`
      return wordKey(word) !== noWordYet && !seen.has(key) && seen.add(key)
    }),
  )
  return tally(firsts).filter(({ name }) => may.mayRead(name))
}
