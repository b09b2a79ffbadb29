import { collectGraphemes } from 'unicode-segmenter/grapheme'
import { expect, test, vi } from 'vitest'
import { clusters, displayWidth, rowStarts, wrapWords } from '../../src/render/wrap.ts'
import fc from '../helpers/properties.ts'

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

/** What a reader sees as one character, by the columns that terminals give it. */
const known: readonly [number, readonly string[]][] = [
  [0, ['\u200b', '\u200d', '\ufeff', '\u00ad', '\u200f', '\u2060', '\u180e', '\u3164', '\u115f']],
  [
    1,
    [
      'é',
      'e\u0301',
      'e\u0301\u0327\u0304',
      'Z͑ͫ̓',
      'ж',
      '—',
      '…',
      '“',
      '·',
      '─',
      '█',
      '⣿',
      '①',
      'مَ',
      'ｶ',
      '❤',
    ],
  ],
  [
    2,
    [
      '眠',
      'ガ',
      'カ\u3099',
      '한',
      '\u1112\u1161\u11ab',
      'Ａ',
      '\u3000',
      '𠀀',
      'ꀀ',
      '䷀',
      'नी',
      'நி',
    ],
  ],
  [2, ['👩‍👩‍👧‍👦', '👩‍❤️‍👨', '👩‍❤‍👨', '👍🏽', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '#️⃣', '❤\ufe0f', '©️', '⌚', '🫩']],
]
const characters = known.flatMap(([, list]) => list)

test.each(known.flatMap(([width, list]) => list.map(it => ({ it, width }))))(
  'one character, $width wide: $it',
  ({ it, width }) => {
    expect(displayWidth(it)).toBe(width)
    expect(clusters(it)).toEqual([it])
  },
)

test('what is split without a look at its marks has none', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const split = vi.spyOn(String.prototype, 'split')
  const single = all.filter(character => {
    split.mockClear()
    clusters(`${character}a`)
    return split.mock.calls.length > 0
  })
  split.mockRestore()
  expect(single.length).toBeGreaterThan(30_000)
  for (const beside of ['', 'a', '가', '眠'])
    expect(collectGraphemes(single.map(it => it + beside).join(''))).toEqual(
      single.flatMap(it => [it, ...beside]),
    )
})

test('control characters and tabs have no width of their own', () => {
  expect(displayWidth('\t\x07\x7f\x9c')).toBe(0)
})

test('widths add up, and characters come apart where they were put together', () => {
  // A letter between them, or two could become one.
  const some = fc.array(fc.constantFrom(...characters.filter(it => !/^\p{Cf}/u.test(it))))
  const widthOf = new Map(known.flatMap(([width, list]) => list.map(it => [it, width])))
  fc.assert(
    fc.property(some, list => {
      const joined = list.map(it => `x${it}`).join('')
      const apart = list.flatMap(it => (/^\p{M}/u.test(it) ? [`x${it}`] : ['x', it]))
      expect(clusters(joined)).toEqual(apart)
      expect(displayWidth(joined)).toBe(
        list.reduce((sum, it) => sum + 1 + (widthOf.get(it) ?? Number.NaN), 0),
      )
    }),
  )
})

test.each(['a', 'é', '眠り', 'नी ', '👩‍👧', 'e\u0301', '\u200d'])(
  'ten times the text is ten times the work: %j',
  it => {
    const work = (text: string) => {
      const reads = vi.spyOn(String.prototype, 'codePointAt')
      const slices = vi.spyOn(RegExp.prototype, 'test')
      displayWidth(text)
      wrapWords(text, 40)
      clusters(text)
      const calls = reads.mock.calls.length + slices.mock.calls.length
      vi.restoreAllMocks()
      return calls
    }
    const once = work(it.repeat(200))
    expect(once).toBeGreaterThan(0)
    expect(work(it.repeat(2000))).toBeLessThanOrEqual(once * 10 + 10)
  },
)

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
