import { noWordYet } from '../../themes/feelings.ts'
import type { Curve } from '../curve.ts'
import { curveOf } from '../curve.ts'
import type { Pair } from '../pairs.ts'
import { pairOf } from '../pairs.ts'
import { peopleNamed } from '../people.ts'
import type { Count } from '../tally.ts'
import { tally, wordKey } from '../tally.ts'
import type { PageInput } from './page.ts'

export interface CompassionPage {
  /** Feeling words, each by the days it was felt on. */
  readonly feelings: readonly Count[]
  /** The words among them not used on any day before this period. */
  readonly freshFeelings: readonly string[]
  /** How strong it was before and after writing. */
  readonly strength?: Pair
  readonly understood: Curve
  readonly understoodBy: readonly Count[]
}

export function compassionPage(input: PageInput): CompassionPage {
  const { from, entries, whole, known, may } = input
  const reflections = entries.filter(entry => entry.kind === 'reflection')
  const feelings = feelingDays(input)
  const strength = pairOf(
    reflections.map(({ details: { strengthBefore: before, strengthAfter: after } }) => ({
      before,
      after,
    })),
  )
  return {
    feelings,
    freshFeelings: feelings
      .map(({ name }) => name)
      .filter(name => (whole.feelings.get(wordKey(name)) ?? from) >= from),
    ...(strength && { strength }),
    understood: curveOf(reflections, ({ details }) => details.understood),
    understoodBy: peopleNamed(
      reflections.filter(may.isOpen),
      ({ details }) => details.understoodBy ?? [],
      known,
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
