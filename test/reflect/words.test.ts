import { describe, expect, it } from 'vitest'
import { wordsThatMark } from '../../src/reflect/marked-words.ts'
import { monthWordsOf } from '../../src/reflect/month-words.ts'
import { countWords, type DatedWords } from '../../src/reflect/words.ts'
import { daysFrom } from '../helpers/builders.ts'

const counted = (...texts: string[]) =>
  Object.fromEntries(countWords(texts.map(text => ({ text }))).counts)

describe('countWords', () => {
  it('counts over all texts, whatever the case', () => {
    expect(counted('Bus, bus; BUS.', 'a garden\nbus')).toEqual({ bus: 4, garden: 1 })
  })

  it('takes words of three letters or more, and no everyday ones', () => {
    expect(counted('ox fox the through its')).toEqual({ fox: 1 })
  })

  it('keeps a word with apostrophes in one, straight or curly', () => {
    expect(counted("At six o'clock, rock'n'roll. 'Quoted'")).toEqual({
      ...{ six: 1, "o'clock": 1, "rock'n'roll": 1, quoted: 1 },
    })
    expect(counted('o’clock and couldn’t')).toEqual({ "o'clock": 1 })
  })

  it('reads letters of other alphabets, however they are composed', () => {
    expect(counted('Café cafe\u0301 Jürgen slept')).toEqual({ café: 2, jürgen: 1, slept: 1 })
    expect(counted('ελπίδα')).toEqual({ ελπίδα: 1 })
    expect(counted('надежда 孤独だった ความหวัง')).toEqual({ надежда: 1 })
  })

  it('finds none where there are none', () => {
    expect(counted('', '12 + 3 = 15', '… — ☂')).toEqual({})
  })
})

const letters = 'abcdefghijklmnopqrstuvwxyz'
let made = 0
/** Words that were never used before. */
const fresh = (count: number) =>
  Array.from({ length: count }, () => {
    made++
    return `zz${[17576, 676, 26, 1].map(of => letters[Math.floor(made / of) % 26]).join('')}`
  }).join(' ')

/** A day of so many words that are its own, and some others so many times each. */
interface Page {
  readonly own: number
  readonly times?: number
  readonly words?: readonly string[]
}
const bus = ['bus']

/** The words that mark some days at the start of a journal. */
function marking(inside: readonly Page[], outside: readonly Page[]) {
  const days = daysFrom('2026-01-01', inside.length + outside.length)
  const journal = [...inside, ...outside].map(({ own, times = 0, words = bus }, n) => ({
    day: days[n],
    text: `${fresh(own)} ${words.map(word => `${word} `.repeat(times)).join('')}`,
  })) as DatedWords[]
  const last = days[inside.length - 1] ?? ''
  const parts = [journal.slice(0, 5), journal.slice(5)].map(monthWordsOf)
  return wordsThatMark(parts, day => day <= last)
}
const named = (...pages: Parameters<typeof marking>) => marking(...pages).map(({ word }) => word)
const pages = (count: number, page: Page): Page[] => Array.from({ length: count }, () => page)

describe('wordsThatMark', () => {
  it('names a word of three days of many, with how often it was used', () => {
    const found = marking(pages(3, { own: 60, times: 10 }), pages(37, { own: 60 }))
    expect(found).toMatchObject([{ word: 'bus', count: 30 }])
  })

  it('names none that days drawn by lot would often be marked by', () => {
    // Two of the twenty ways to draw three days of six: one with all the uses, one with none.
    expect(named(pages(3, { own: 90, times: 10 }), pages(3, { own: 90 }))).toEqual([])
  })

  it('needs it on three days of the period, whatever the others hold', () => {
    const outside = pages(37, { own: 60 })
    expect(named(pages(2, { own: 60, times: 20 }), outside)).toEqual([])
    const elsewhere = [...pages(3, { own: 60, times: 1 }), ...outside]
    expect(named(pages(2, { own: 60, times: 20 }), elsewhere)).toEqual([])
  })

  it('asks more of each word, the more words might have been named', () => {
    // One of the 56 ways to draw three days of eight.
    const here = { own: 60, times: 10 }
    expect(named(pages(3, here), pages(5, { own: 60 }))).toEqual(bus)
    const usual = ['rain', 'bread', 'door', 'river']
    const mixed = pages(3, here).map(page => ({ ...page, words: [...bus, ...usual] }))
    const outside = pages(5, { own: 60, times: 10, words: usual })
    expect(named(mixed, outside)).toEqual([])
  })

  it('allows for how much was written on each day', () => {
    const outside = [
      ...pages(6, { own: 600, times: 12 }), // a long day uses any word more
      ...pages(6, { own: 50, times: 1 }),
    ]
    expect(named(pages(3, { own: 100, times: 12 }), outside)).toEqual(bus)
  })

  it('has nothing to set a period against with fewer than 200 words elsewhere', () => {
    const here = pages(3, { own: 20, times: 20 })
    const outside = pages(7, { own: 25 })
    expect(named(here, [...outside, { own: 24 }])).toEqual([])
    expect(named(here, [...outside, { own: 25 }])).toEqual(bus)
  })

  it('names the most marking first, eight at most', () => {
    const words = ['one', 'two'].flatMap(n =>
      ['bus', 'rain', 'bread', 'door', 'river'].map(w => w + n),
    )
    const here = pages(4, { own: 60, times: 10, words })
    const found = marking(
      [...here, { own: 0, times: 9, words: ['river', ...words.slice(4)] }],
      [...pages(60, { own: 60 })],
    )
    expect(found.length).toBe(8)
    const scores = found.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(found.slice(0, 6).map(({ count }) => count)).toEqual([49, 49, 49, 49, 49, 49])
  })
})
