import { describe, expect, it } from 'vitest'
import { isName } from '../../src/journal/person.ts'
import { marksIn, namesFrom } from '../../src/journal/tags.ts'
import { folded, hitsOf, wordsTest } from '../../src/journal/words.ts'
import { stepMeant } from '../../src/themes/scales.ts'
import fc from '../helpers/properties.ts'

describe('finding words', () => {
  it.each([
    ["don't", 'I don’t know', 'don’t'],
    ['don’t', "I don't know", "don't"],
    ['cafe', 'at the Café Rio', 'Café'],
    ['cafe', 'at the Cafe\u0301 Rio', 'Cafe\u0301'],
    ['Café', 'at the CAFE', 'CAFE'],
    ['strasse', 'in der Straße', 'Straße'],
    ['straße', 'in der STRASSE', 'STRASSE'],
    ['istanbul', 'back from İstanbul', 'İstanbul'],
    ['İstanbul', 'back from istanbul', 'istanbul'],
    ['isik', 'ışık', 'ışık'],
    ['ΟΔΟΣ', 'η οδός', 'οδός'],
    ['"yes"', 'she said “yes”', '“yes”'],
    ['a-b', 'a–b', 'a–b'],
    ['file', 'a ﬁle', 'ﬁle'],
    ['कि', 'कि और का', 'कि'],
    ['서울', '서울에서', '서울'],
  ])('%s finds %s', (word, text, found) => {
    expect(wordsTest([word], false)(text)).toBe(true)
    expect(hitsOf([word], text).map(([from, to]) => text.slice(from, to))).toEqual([found])
  })

  it('asks for all of the words, or for any of them', () => {
    const text = 'Soup and bread'
    expect(wordsTest(['soup', 'bread'], false)(text)).toBe(true)
    expect(wordsTest(['soup', 'tea'], false)(text)).toBe(false)
    expect(wordsTest(['soup', 'tea'], true)(text)).toBe(true)
    expect(wordsTest(['milk', 'tea'], true)(text)).toBe(false)
  })

  it('keeps letters apart that are not the same', () => {
    for (const [word = '', text = ''] of [
      ['का', 'कि'],
      ['か', 'がっこう'],
      ['dont', "don't"],
      ['o', 'ø'],
    ])
      expect(wordsTest([word], false)(text)).toBe(false)
  })

  it('marks every place once, in order', () => {
    expect(hitsOf(['an', 'ana'], 'Ana, banana')).toEqual([
      [0, 3],
      [6, 11],
    ])
    expect(hitsOf([''], 'x')).toEqual([])
  })

  it('is a matter of the text alone, however often it is done', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        expect(folded(folded(word))).toBe(folded(word))
        // A mark that begins the rest belongs to the last letter of the word.
        fc.pre(!/^\p{M}/u.test(word) && !/^\p{M}/u.test(after))
        expect(wordsTest([word], false)(`${before} ${word} ${after}`)).toBe(true)
        for (const [from, to] of hitsOf([word], `${before}${word}${after}`))
          expect(from < to && to <= `${before}${word}${after}`.length).toBe(true)
      }),
    )
  })
})

describe('marks in a text', () => {
  it('takes an emoji into a tag, and never half a tag', () => {
    const tags = (text: string) => marksIn(text).tags
    expect(tags('#calm🌊 by the sea')).toEqual(['calm🌊'])
    expect(tags('+calm🌊sea, #day☀️.')).toEqual(['calm🌊sea', 'day☀️'])
    expect(tags('#home👩‍👩‍👧')).toEqual(['home👩‍👩‍👧'])
    expect(tags('#calm. #calm, (#calm) #calm!')).toEqual(['calm'])
    expect(tags('#🌊')).toEqual([])
    expect(tags("#self-care, #don't- #mara’s #calm/")).toEqual([
      ...['self-care', "don't", 'mara', 'calm'],
    ])
  })

  it('takes no word for no one as a name', () => {
    expect(marksIn('@nobody came, @none, but @Noa did').people).toEqual(['Noa'])
  })
})

describe('names', () => {
  it.each([
    'nobody',
    'No one',
    'no-one',
    'none',
    'No',
    'not really.',
    '?',
    '1',
    '12',
    '-',
    'me',
    '',
  ])('%j names nobody', words => {
    expect(isName(words)).toBe(false)
    expect(namesFrom(`${words}, Ana`)).toEqual(['Ana'])
  })

  it('are parted by commas, "and" and "&"', () => {
    expect(namesFrom("Ana, Mr. O'Neil and Jo & @Sandy; my sister")).toEqual([
      'Ana',
      "Mr. O'Neil",
      'Jo',
      'Sandy',
      'my sister',
    ])
  })
})

describe('a rating', () => {
  const words = { 1: 'very low', 2: 'low', 3: 'in between', 4: 'good', 5: 'very good' }

  it.each([
    ['2', 2],
    [' 2 ', 2],
    ['low', 2],
    ['LOW', 2],
    ['2 low', 2],
    ['2 (low)', 2],
    ['2, and tired', 2],
    ['very low', 1],
    ['Very  Good', 5],
    ['in', 3],
    ['2 very good', undefined],
    ['very', undefined],
    ['6', undefined],
    ['22', undefined],
    ['0', undefined],
    ['2.5', undefined],
    ['3-4', undefined],
    ['2/5', 2],
    ['', undefined],
    ['so so', undefined],
  ])('%j is %s', (typed, step) => {
    expect(stepMeant(typed, words)).toBe(step)
  })
})
