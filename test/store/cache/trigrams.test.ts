import { describe, expect, test } from 'vitest'
import { wordsTest } from '../../../src/journal/words.ts'
import { isLongEnough, mayHold, trigramSum } from '../../../src/store/cache/trigrams.ts'
import { aSearch } from '../../helpers/a-search.ts'
import { anEntry } from '../../helpers/builders.ts'
import fc from '../../helpers/properties.ts'

const letters = [
  ...'aAeEzZtTkK09-\'"\\#@/., \n',
  ...'éÉßẞıİσςΣ’“”–…ﬁ½Å',
  ...['\u0301', '\u00a0', '東', '京', 'の', 'が', 'か\u3099', 'न', 'मि', '👩‍👧', '🌊', '\ud800'],
]

const month = (texts: readonly string[]) => trigramSum.of(texts.map(text => anEntry({ text })))
const size = (texts: readonly string[]) => Buffer.from(month(texts).bits, 'base64').length

describe('the trigrams of a month', () => {
  test('rule out no word that a search would find, however it is typed', () => {
    fc.assert(
      fc.property(aSearch(letters, 8), ({ entries, typed, word }) => {
        const isFound = typed.some(wordsTest([word], false))
        expect(mayHold(trigramSum.of(entries), [word])).toSatisfy(may => may || !isFound)
        expect(mayHold(trigramSum.of(entries), ['no such word', word])).toSatisfy(
          may => may || !isFound,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('rule out a word of which three letters in a row stand nowhere', () => {
    const soup = month(['There was soup.', 'Ana called.'])
    expect(mayHold(soup, ['SOUP'])).toBe(true)
    expect(mayHold(soup, ['zymurgy'])).toBe(false)
    expect(mayHold(soup, ['zymurgy', 'called'])).toBe(true)
    expect(mayHold(month([]), ['soup'])).toBe(false)
  })

  test('tell nothing of less than three', () => {
    expect(['a', 'é', 'ﬁ', '東京'].map(isLongEnough)).toEqual([false, false, false, false])
    expect(['ana', 'ﬁn', '½', '東京の', '🌊a'].map(isLongEnough)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(mayHold(month(['x']), ['é'])).toBe(true)
  })

  test('take no more room than what was written, and leave most words out', () => {
    const many = Array.from({ length: 3000 }, (_, nth) => `w${(nth * 7919).toString(36)}`)
    expect(size([])).toBe(16)
    expect(size(['There was soup.'])).toBeLessThanOrEqual(16)
    expect(size(many)).toBeGreaterThan(500)
    expect(size(many)).toBeLessThanOrEqual(8192)
    const of = month(many)
    const other = Array.from({ length: 1000 }, (_, nth) => `q${(nth * 7919).toString(36)}zz`)
    expect(other.filter(word => mayHold(of, [word])).length).toBeLessThan(100)
    expect(many.every(word => mayHold(of, [word]))).toBe(true)
  })
})
