import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { typedIn } from '../../src/journal/fields/read.ts'
import { folded, wordsTest } from '../../src/journal/words.ts'
import { mayStand } from '../../src/store/spellings.ts'
import { anEntry } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

/** Whether a word is looked for in the line that holds an entry. */
function isLookedForIn(word: string, entry: Entry): boolean {
  return mayStand(word)(Buffer.from(JSON.stringify(entry)).toString('latin1'), 0) >= 0
}

describe('looking for lines that may hold a word', () => {
  const letters = [
    ...'aeisS kK-\'"\\#@\n',
    ...'éßẞİıſﬁÅ½²ςΣ’“–\u00a0東がか🌊\u0301\u0327\u3099\ufdfa\ud800\u2028\x7f',
  ]
  const text = fc.array(fc.oneof(fc.constantFrom(...letters), fc.string({ unit: 'grapheme' })), {
    maxLength: 12,
  })

  it('passes over none that a search would find', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), fc.boolean(), (a, b, from, length, fold) => {
        const parts = [...a, ...b]
        const entry = anEntry({
          text: a.join(''),
          tags: [b.join('')],
          people: [parts.toReversed().join('')],
        })
        const typed = typedIn(entry)
        const begin = from % (typed.length + 1)
        const word = typed.slice(begin, begin + 1 + (length % 8))
        for (const each of [word, fold ? folded(word) : word.toUpperCase(), parts.join('')])
          if (wordsTest([each], false)(typed)) expect(isLookedForIn(each, entry)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('knows every letter there is', () => {
    for (let code = 0x80; code <= 0x10ffff; code++) {
      const letter = String.fromCodePoint(code)
      const form = folded(letter)
      if (!/[ -~]/.test(form)) continue
      const entry = anEntry({ text: `x${letter}y` })
      if (!isLookedForIn(`x${form}y`, entry) || !isLookedForIn(form, entry))
        expect.fail(`${code.toString(16)} is passed over`)
    }
  })

  it('passes over those without it', () => {
    expect(isLookedForIn('soup', anEntry({ text: 'Bread, and tea.' }))).toBe(false)
    expect(isLookedForIn('soup', anEntry({ text: 'Bread at the café.' }))).toBe(false)
    expect(isLookedForIn('cafe', anEntry({ text: 'Bread at the café.' }))).toBe(true)
  })
})
