import { expect, test } from 'vitest'
import { inertJson, visible, visibleButColours, visibleLine } from '../../src/render/gate.ts'
import fc from '../helpers/properties.ts'

test('plain words pass as they are', () => {
  const text = 'Eleven times, I counted.\n\tTräume, 眠り, שלום, 👩‍👩‍👧 می‌خواهم'
  expect(visible(text)).toBe(text)
})

test('what a terminal would obey is shown instead', () => {
  expect(visible('\x1b[2Jgone\x07')).toBe('␛[2Jgone␇')
  expect(visible('\x9b31mred\x9d0;title\x9c')).toBe('\ufffd31mred\ufffd0;title\ufffd')
  expect(visible('over\rwritten\x08\x7f')).toBe('over␍written␈␡')
  expect(visible('half \ud83d an emoji')).toBe('half \ufffd an emoji')
})

test('line breaks of every kind are one kind', () => {
  expect(visible('a\r\nb\u2028c\u2029d')).toBe('a\nb\nc\nd')
})

test('overrides and tags are dropped, joiners are kept', () => {
  expect(visible('a\u202eb\u2066c\u{e0041}d')).toBe('abcd')
  expect(visible('👩\u200d🚀 ن\u200cه')).toBe('👩\u200d🚀 ن\u200cه')
})

test('one line stays one line', () => {
  expect(visibleLine('a\nb\tc\r\nd')).toBe('a b c d')
})

const anything = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)),
    fc.constantFrom('\x1b[2J', '\x1b]0;x\x07', '\x9b', '\r\n', '\u202e', '\u{e0020}', '\ud800'),
  ),
)

test('nothing that a terminal obeys comes through, whatever goes in', () => {
  fc.assert(
    fc.property(anything, parts => {
      const shown = visible(parts.join(''))
      expect(shown).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f]/)
      expect(shown).not.toMatch(/[\p{Surrogate}\u{e0000}-\u{e007f}]/u)
      expect(visible(shown)).toBe(shown)
      expect(visibleLine(shown)).not.toMatch(/[\n\t]/)
    }),
  )
})

test('JSON for a terminal says the same, and holds nothing that is obeyed', () => {
  fc.assert(
    fc.property(anything, parts => {
      const shown = inertJson(JSON.stringify(parts))
      expect(JSON.parse(shown)).toEqual(parts)
      expect(visible(shown)).toBe(shown)
    }),
  )
})

test('of what is drawn only colours pass', () => {
  expect(visibleButColours('\x1b[1;38;5;179mwarm\x1b[0m \x1b[2J\x9b31m')).toBe(
    '\x1b[1;38;5;179mwarm\x1b[0m ␛[2J\ufffd31m',
  )
})
