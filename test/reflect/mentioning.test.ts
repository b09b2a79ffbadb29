import { expect, it } from 'vitest'
import { nameKey } from '../../src/journal/person.ts'
import { mentioning } from '../../src/reflect/mentioning.ts'
import fc from '../helpers/properties.ts'

const letters = ['a', 'b', 'é', ' ', '-', "'", '.', '1', '李', '雷', '𝒳', '❤', '(', '\n', 'أ']
const some = (most: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength: most }).map(found => found.join(''))

/** The same, said as one pattern: right for a few names, and far too slow for thousands. */
function bySearching(names: readonly string[], text: string): boolean {
  return names.map(nameKey).some(key => {
    if (key === '') return false
    const literal = key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    const isLoose =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(key) ||
      !/[\p{L}\p{N}]/u.test(key)
    const pattern = isLoose ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`
    return new RegExp(pattern, 'u').test(nameKey(text))
  })
}

it('finds each name as a word of its own, as a pattern would', () => {
  const names = fc.array(some(6), { maxLength: 8 })
  fc.assert(
    fc.property(names, some(30), some(4), (own, text, around) => {
      for (const said of [text, `${around}${own[0] ?? ''}${around}`, `${text} ${own[0] ?? ''}`])
        expect(mentioning(own)(said)).toBe(bySearching(own, said))
    }),
    { numRuns: 200 },
  )
})

it.each([
  ['Zoë', 'I saw zoe there.', true],
  ['Ana', 'A banana and an anagram.', false],
  ['Ana', "Ana's garden", true],
  // A letter of a pair of surrogates is a letter, on either side of a name.
  ['Ana', '\u{10437}Ana', false],
  ['Ana', 'Ana\u{10437}', false],
  ['@ana', '\u{10437}@ana', false],
  ['@ana', '@ana and \u{10437}', true],
  ['Ana', '🌊Ana🌊', true],
  ['my sister', 'Called MY  SISTER today', true],
  ['Dr. Lee', 'with dr. lee at four', true],
  ['@ana', 'mail@ana and @ana', true],
  ['李雷', '今天我和李雷说话', true],
])('of %s in "%s": %s', (name, text, is) => {
  expect(mentioning([name])(text)).toBe(is)
  const many = Array.from({ length: 20_000 }, (_, n) => `Nobody${n}`)
  expect(mentioning([...many, name])(text)).toBe(is)
})
