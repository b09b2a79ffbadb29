import type { Entry } from '../../src/journal/entry.ts'
import { typedIn } from '../../src/journal/fields/read.ts'
import { folded } from '../../src/journal/words.ts'
import { anEntry } from './builders.ts'
import fc from './properties.ts'

/** Entries, what was typed in each, and a word that stands in one of them, as it is or spelled otherwise. */
export interface ASearch {
  readonly entries: readonly Entry[]
  readonly typed: readonly string[]
  readonly word: string
}

/** @param longest of the word, in units */
export const aSearch = (letters: readonly string[], longest: number): fc.Arbitrary<ASearch> => {
  const text = fc.array(fc.constantFrom(...letters), { maxLength: 14 }).map(all => all.join(''))
  return fc
    .tuple(
      fc.array(fc.record({ text, tag: text, name: text }), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('as it is', 'upper', 'folded'),
    )
    .map(([all, from, length, as]) => {
      const entries = all.map(({ text, tag, name }) =>
        anEntry({ text, tags: [tag], people: [name] }),
      )
      const typed = entries.map(typedIn)
      const one = typed[from % typed.length] ?? ''
      const begin = length % (one.length + 1)
      const piece = one.slice(begin, begin + 1 + (from % longest))
      const word = as === 'upper' ? piece.toUpperCase() : as === 'folded' ? folded(piece) : piece
      return { entries, typed, word }
    })
}
