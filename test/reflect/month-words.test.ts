import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import type { MonthWords } from '../../src/reflect/month-words.ts'
import { countingBy, monthWordsOf } from '../../src/reflect/month-words.ts'
import { countWords } from '../../src/reflect/words.ts'
import { anEntry } from '../helpers/builders.ts'

const page = (text: string, day: string, fields: Partial<Entry> = {}) =>
  anEntry({ text, day, ...fields } as Partial<Entry>)

const [soup, river] = [page('Soup, and more soup.', '2026-10-03'), page('The river.', '2026-10-20')]
const harbour = page('A harbour.', '2026-11-02')

describe('the words of a month', () => {
  it('are counted with how many pages there were', () => {
    expect(monthWordsOf([soup, river])).toEqual({ entries: 2, words: 'soup river', uses: [2, 1] })
    expect(monthWordsOf([])).toEqual({ entries: 0, words: '', uses: [] })
  })

  it('have nothing of a private page in them', () => {
    const secret = page('A secret.', '2026-10-04', { private: true })
    expect(monthWordsOf([soup, secret])).toEqual({ entries: 1, words: 'soup', uses: [2] })
  })
})

describe('counting by the sums of months', () => {
  const sums = (months: Record<string, MonthWords>) => countingBy(month => months[month])
  // No page has this word: where it is counted, the sum was taken for the pages.
  const sum = (entries: number): MonthWords => ({ entries, words: 'sum soup', uses: [7, 1] })

  it('takes the sum of a month that is whole, and counts the others anew', () => {
    const counts = sums({ '2026-10': sum(2) })([soup, river, harbour])
    expect([...counts]).toEqual([
      ['sum', 7],
      ['soup', 1],
      ['harbour', 1],
    ])
  })

  it('adds up what several months used', () => {
    const again = page('Soup.', '2026-11-03')
    expect(sums({ '2026-10': sum(2) })([soup, river, again]).get('soup')).toBe(2)
    expect(sums({})([soup, river, again]).get('soup')).toBe(3)
  })

  it('counts anew where a page is missing, or one is private', () => {
    const secret = page('A secret.', '2026-10-04', { private: true })
    for (const pages of [[soup], [soup, secret]])
      expect(sums({ '2026-10': sum(2) })(pages)).toEqual(countWords(pages))
  })

  it('has no word of a month without any', () => {
    const bare = page('12', '2026-10-03')
    expect(sums({ '2026-10': monthWordsOf([bare]) })([bare])).toEqual(new Map())
  })
})
