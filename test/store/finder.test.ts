import { describe, expect, test } from 'vitest'
import { folded, isPlainText, wordsTest } from '../../src/journal/words.ts'
import { wordFinder } from '../../src/store/finder.ts'
import { aSearch } from '../helpers/a-search.ts'
import fc from '../helpers/properties.ts'

const letters = [...'aAeEzZtTkK09-\'"\\#@/., \n', ...'’“”–…', '\u201a']

/** Which of some lines a word is found in, as the store walks through them. */
function linesWith(word: string, all: readonly string[], plain: boolean): number[] {
  const lines = Buffer.from(all.join(',\n'))
  const find = wordFinder(word, plain)(lines)
  const found: number[] = []
  for (let at = find(0); at >= 0; ) {
    found.push(lines.subarray(0, at).filter(byte => byte === 10).length)
    const next = lines.indexOf(10, at) + 1
    at = next > 0 ? find(next) : -1
  }
  return found
}

describe('in plain text', () => {
  test('no line is passed over that a search would find, and each is found once', () => {
    fc.assert(
      fc.property(aSearch(letters, 6), ({ entries, typed, word }) => {
        const lines = entries.map(entry => JSON.stringify(entry))
        expect(lines.every(isPlainText)).toBe(true)
        const found = linesWith(word, lines, true)
        expect(new Set(found).size).toBe(found.length)
        const wanted = typed.flatMap((it, nth) => (wordsTest([word], false)(it) ? [nth] : []))
        expect(found).toEqual(expect.arrayContaining(wanted))
      }),
      { numRuns: 3000 },
    )
  })

  test('a word of letters is found by its rarest two, in any case, and in no other line', () => {
    const lines = ['a zymurgist', 'ZYMURGY', 'zy my', 'Zymurgy', 'nothing', 'the zyMurgy of it']
    expect(linesWith('zymurgy', lines, true)).toEqual([1, 3, 5])
    expect(linesWith('Thing', lines, true)).toEqual([4])
    expect(linesWith('z', lines, true)).toEqual([0, 1, 2, 3, 5])
  })

  test('nothing beyond ASCII comes to a letter or digit of ASCII', () => {
    let plain = 0
    for (let point = 0x80; point <= 0xffff; point++) {
      const letter = String.fromCharCode(point)
      if (!isPlainText(letter)) continue
      plain++
      expect(/[a-z0-9]/.test(folded(letter))).toBe(false)
    }
    expect(plain).toBe(17)
  })
})
