import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { lineFrom, quoteOf, quotesAcross, quotesFrom } from '../../src/reflect/quote.ts'
import { onThisDay, thenAndNow } from '../../src/reflect/resurface.ts'
import { anEntry } from '../helpers/builders.ts'

const all = { mayQuoteLine: () => true }
const on = (day: string, text: string, more: Partial<Entry> = {}) =>
  anEntry({ day, text, ...more } as object)
const textsOf = (quotes: readonly { text: string }[]) => quotes.map(({ text }) => text)

const long = (words: number) => Array.from({ length: words }, (_, n) => `word${n}`).join(' ')

describe('a line to quote', () => {
  it.each([
    ['  I slept.\n\n It was   enough. ', 'I slept. It was enough.'],
    ['# A heading\n- one\n* two\n+ three\n12. four\n3) five', 'A heading one two three four five'],
    ['> > said\n>said too', 'said said too'],
    ['\t ## - deeper', 'deeper'],
    ['#hope and ####### seven', '#hope and ####### seven'],
    ['1234. was the year', '1234. was the year'],
    ['2 - 1 is one', '2 - 1 is one'],
    ['see [the river](https://a.example/b) and ![a photo](p.png)', 'see the river and a photo'],
    ['[not a link] (really)', '[not a link] (really)'],
    ['**strong** and *soft* and __both__ and `code`', 'strong and soft and both and code'],
    ['2 * 3 * 4 and a ** b', '2 * 3 * 4 and a ** b'],
    ['snake_case stays', 'snake_case stays'],
  ])('has no marks of Markdown: %j', (text, line) => {
    expect(lineFrom(text)).toBe(line)
  })

  it.each(['', '  \n\t ', '> ', '#  '])('is none when there are no words: %j', text => {
    expect(lineFrom(text)).toBeUndefined()
  })

  it('is the whole text up to 140 characters', () => {
    const whole = `${'a'.repeat(60)}. ${'b'.repeat(77)}.`
    expect(lineFrom(whole)).toBe(whole)
    expect(lineFrom(`${whole}.`)).toBe(`${'a'.repeat(60)}.`)
  })

  it('is the last words, when only they fit, and the first sentence when none does', () => {
    const tooLong = `${'x'.repeat(140)}.`
    expect(lineFrom(`${tooLong} And then it was over`)).toBe('And then it was over')
    expect(lineFrom(`No. ${long(60)}`)).toBe('No.')
  })

  it.each([
    ['.', 'The kettle sang all morning.'],
    ['!', 'The kettle sang all morning!'],
    ['?', 'Did the kettle sing all day?'],
    ['…', 'And the kettle sang and sang…'],
    ['.”', '“The kettle sang all morning.”'],
    ['...', 'The kettle sang all morning...'],
  ])('of a longer text is its first whole sentence, ended by %s', (_, sentence) => {
    expect(lineFrom(`${sentence} ${long(40)}`)).toBe(sentence)
  })

  it('ends at no mark inside a word or a number', () => {
    const sentence = 'At 7.30 we left for hearten.example and sang.'
    expect(lineFrom(`${sentence} ${long(40)}`)).toBe(sentence)
  })

  it('passes over sentences of fewer than 20 characters, and over those that are too long', () => {
    expect(lineFrom(`No. It was 20 letters l. ${long(40)}`)).toBe('It was 20 letters l.')
    expect(lineFrom(`No. It was 19 letters. ${long(40)}`)).not.toBe('It was 19 letters.')
    const tooLong = `${'x'.repeat(140)}.`
    const fits = `${'y'.repeat(139)}.`
    expect(lineFrom(`${tooLong} ${fits}`)).toBe(fits)
  })

  it('knows where sentences end in scripts that set no spaces', () => {
    const first = '今天早上下雨，我在窗边坐了很久，水壶一直在响。'
    expect(lineFrom(`${first}${'明天再说吧'.repeat(40)}。`)).toBe(first)
    const said = '「今天早上下雨，我在窗边坐了很久，水壶一直在响。」'
    expect(lineFrom(`${said}${'明天再说吧'.repeat(40)}。`)).toBe(said)
    const loud = first.replace('。', '！！')
    expect(lineFrom(`${loud}${'明天再说吧'.repeat(40)}。`)).toBe(loud)
  })

  it('is cut at a word when no sentence fits, with a mark that says so', () => {
    const cut = lineFrom(long(40)) ?? ''
    expect(cut.length).toBeLessThanOrEqual(140)
    expect(cut.endsWith(' …')).toBe(true)
    expect(long(40).startsWith(`${cut.slice(0, -2)} `)).toBe(true)
    expect(cut.length).toBeGreaterThan(130)
  })

  it('loses the comma or dash that it would end in', () => {
    const text = `${'a'.repeat(60)} ${'b'.repeat(60)}, – ${'c'.repeat(60)}`
    expect(lineFrom(text)).toBe(`${'a'.repeat(60)} ${'b'.repeat(60)} …`)
  })

  it('is never cut through a character', () => {
    const text = `x${'🌱'.repeat(200)}`
    const cut = lineFrom(text) ?? ''
    expect(cut).toBe(`x${'🌱'.repeat(68)} …`)
    expect(lineFrom('a'.repeat(200))).toBe(`${'a'.repeat(138)} …`)
  })

  it('is cut at a word only where enough is left of it', () => {
    const text = `On ${'a'.repeat(300)}`
    expect(lineFrom(text)).toBe(`On ${'a'.repeat(135)} …`)
  })
})

describe('a quote', () => {
  it('says which entry it is from', () => {
    const entry = on('2026-11-03', 'The river was high.')
    expect(quoteOf(entry, all)).toEqual({
      id: entry.id,
      day: '2026-11-03',
      text: 'The river was high.',
    })
  })

  it('is none when the entry is not to be read back', () => {
    expect(quoteOf(on('2026-11-03', 'The river.'), { mayQuoteLine: () => false })).toBeUndefined()
  })
})

describe('quotes of a period', () => {
  const short = (n: number) => on(`2026-11-0${n}`, `Day ${n} was plain.`)

  it('are the starred first, then the newest', () => {
    const entries = [short(1), { ...short(2), starred: true as const }, short(3), short(4)]
    expect(textsOf(quotesFrom(entries, 3, all))).toEqual([
      ...['Day 2 was plain.', 'Day 4 was plain.', 'Day 3 was plain.'],
    ])
    expect(textsOf(quotesFrom(entries, 1, all))).toEqual(['Day 2 was plain.'])
  })

  it('are those that fit whole before those that are cut', () => {
    const cut = on('2026-11-09', long(60))
    expect(textsOf(quotesFrom([short(1), cut], 1, all))).toEqual(['Day 1 was plain.'])
    const both = textsOf(quotesFrom([short(1), cut], 2, all))
    expect(both).toHaveLength(2)
    expect(both[1]).toMatch(/^word0 .* …$/)
  })

  it('hold no line twice, starred or not', () => {
    const starred = { ...short(2), starred: true as const }
    expect(
      textsOf(quotesFrom([short(1), starred, { ...short(3), text: starred.text }], 5, all)),
    ).toEqual(['Day 2 was plain.', 'Day 1 was plain.'])
  })

  it('hold no line twice, and none of pages without words', () => {
    const entries = [short(1), { ...short(2), text: 'Day 1 was plain.' }, on('2026-11-03', ' ')]
    expect(textsOf(quotesFrom(entries, 5, all))).toEqual(['Day 1 was plain.'])
  })

  it('across it come one from each stretch, oldest first', () => {
    const entries = [short(1), short(2), short(3), short(4)]
    expect(textsOf(quotesAcross(entries, 2, all))).toEqual([
      ...['Day 2 was plain.', 'Day 4 was plain.'],
    ])
    expect(textsOf(quotesAcross(entries, 4, all))).toEqual(
      [1, 2, 3, 4].map(n => `Day ${n} was plain.`),
    )
  })

  it('across it hold no line twice', () => {
    const same = [1, 2, 3].map(n => ({ ...short(n), text: 'The same as ever.' }))
    expect(textsOf(quotesAcross([...same, short(4)], 4, all))).toEqual([
      ...['The same as ever.', 'Day 4 was plain.'],
    ])
  })
})

describe('then and now', () => {
  const star = (day: string, more: Partial<Entry> = {}) =>
    on(day, `Starred on ${day}.`, { starred: true, ...more })
  const between = (entries: readonly Entry[]) => {
    const found = thenAndNow(entries, asDay('2026-11-01'), asDay('2026-11-30'), all)
    return found && [found.then.day, found.now.day]
  }

  it('are the newest starred line of the period and the earliest from four weeks before it', () => {
    expect(
      between([
        ...[star('2026-09-01'), star('2026-10-01'), star('2026-11-01'), star('2026-11-30')],
        star('2026-12-01'),
      ]),
    ).toEqual(['2026-09-01', '2026-11-30'])
    expect(between([star('2026-10-04'), star('2026-11-01')])).toEqual(['2026-10-04', '2026-11-01'])
  })

  it('are of the same theme where there is one', () => {
    const entries = [
      star('2026-08-01', { theme: 'growth' }),
      star('2026-09-01', { theme: 'shared' }),
      star('2026-11-20', { theme: 'shared' }),
    ]
    expect(between(entries)).toEqual(['2026-09-01', '2026-11-20'])
  })

  it('are none when less than four weeks apart, not starred, not in the period, or not to be read', () => {
    expect(between([star('2026-10-05'), star('2026-11-01')])).toBeUndefined()
    expect(between([star('2026-09-01'), star('2026-10-31')])).toBeUndefined()
    expect(between([on('2026-09-01', 'Plain.'), star('2026-11-20')])).toBeUndefined()
    expect(between([star('2026-09-01', { text: '' }), star('2026-11-20')])).toBeUndefined()
    expect(between([])).toBeUndefined()
  })
})

describe('this day in other years', () => {
  it('is what was written on the same date before, and has words', () => {
    const entries = [
      on('2024-11-22', 'Two years ago.'),
      on('2025-11-22', 'A year ago.'),
      on('2025-11-22', ''),
      on('2025-11-21', 'A day off.'),
      on('2026-11-22', 'Today.'),
      on('2027-11-22', 'Later.'),
    ]
    expect(textsOf(onThisDay(entries, asDay('2026-11-22'), all))).toEqual([
      ...['Two years ago.', 'A year ago.'],
    ])
  })
})
