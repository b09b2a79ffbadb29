import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { clusters, displayWidth, rowStarts, wrapWords } from '../../src/render/wrap.ts'

test('words are kept whole where they fit', () => {
  expect(wrapWords('I kept reaching for the phone', 10)).toEqual([
    'I kept',
    'reaching',
    'for the',
    'phone',
  ])
  expect(wrapWords('one\n\ntwo', 10)).toEqual(['one', '', 'two'])
  expect(wrapWords('', 10)).toEqual([''])
  expect(wrapWords('  indented stays', 12)).toEqual(['  indented', 'stays'])
})

test('a word too long for any row is broken', () => {
  expect(wrapWords('see https://example.org/abcdef', 12)).toEqual([
    'see',
    'https://exam',
    'ple.org/abcd',
    'ef',
  ])
})

test('width is counted in columns', () => {
  expect(displayWidth('眠り')).toBe(4)
  expect(displayWidth('👩‍👩‍👧‍👦')).toBe(2)
  expect(displayWidth('e\u0301te\u0301')).toBe(3)
  expect(displayWidth('\x1b[1mbold\x1b[22m')).toBe(4)
  expect(wrapWords('今日はとても眠い', 6)).toEqual(['今日は', 'とても', '眠い'])
})

test('clusters stay whole across the slices', () => {
  const family = '👩‍👩‍👧‍👦'
  expect(clusters(family.repeat(100))).toEqual(Array(100).fill(family))
  expect(clusters('ae\u0301b')).toEqual(['a', 'e\u0301', 'b'])
})

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'bc',
      ' ',
      '  ',
      'é',
      'e\u0301',
      '眠',
      '👩‍👧',
      '🇩🇪',
      '—',
      'ж',
      'word',
      '\t',
      'नी',
    ),
  )
  .map(parts => parts.join(''))

test('width agrees with string-width on short text', () => {
  fc.assert(
    fc.property(text, it => {
      expect(displayWidth(it)).toBe(stringWidth(it))
    }),
  )
})

test('rows put together are the paragraph, and each fits but for its last spaces', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (it, width) => {
      const starts = rowStarts(it, width)
      const rows = starts.map((start, row) => it.slice(start, starts[row + 1]))
      expect(rows.join('')).toBe(it)
      for (const [index, row] of rows.entries()) {
        expect(displayWidth(row.replace(/[ \t]+$/, ''))).toBeLessThanOrEqual(width)
        if (index > 0) expect(row).not.toBe('')
      }
    }),
  )
})

test('the fast way for ASCII wraps like the thorough one', () => {
  const words = fc
    .array(fc.constantFrom('a', 'four', 'a-longer-word-here', ' ', '   '))
    .map(w => w.join(''))
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 12 }), (it, width) => {
      // One wide space at the end sends the same words the thorough way.
      const thorough = rowStarts(`${it} ж`, width).filter(start => start < it.length)
      expect(rowStarts(it, width)).toEqual(thorough.length > 0 ? thorough : [0])
    }),
  )
})
