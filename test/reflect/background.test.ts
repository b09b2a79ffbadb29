import { describe, expect, it } from 'vitest'
import { backgroundOf } from '../../src/reflect/background.ts'
import { anEntry } from '../helpers/builders.ts'

const felt = (day: string, ...feelings: string[]) => anEntry({ day, feelings })

describe('what a review of any period needs of the whole journal', () => {
  it('has the first day of each feeling, however the word is written later', () => {
    const open = [
      felt('2026-09-01', 'Calm'),
      felt('2026-09-04', 'worn  out', 'calm'),
      felt('2026-10-02', 'CALM', 'Worn out'),
      anEntry({ day: '2026-10-03' }),
    ]
    expect([...backgroundOf(open, open, open).feelings]).toEqual([
      ['calm', '2026-09-01'],
      ['worn out', '2026-09-04'],
    ])
  })

  it('has feelings of open pages, and days and promises of all', () => {
    const hidden = anEntry({ day: '2026-09-01', feelings: ['calm'], private: true })
    const promise = anEntry({ kind: 'promise', day: '2026-09-02', private: true, details: {} })
    const open = [felt('2026-09-02', 'sad'), felt('2026-09-03', 'calm')]
    const found = backgroundOf([hidden, promise, ...open], open, [])
    expect(Object.fromEntries(found.feelings)).toEqual({ sad: '2026-09-02', calm: '2026-09-03' })
    expect(found.lifetime).toBe(3)
    expect(found.promises).toEqual([promise])
  })

  it('counts the words of what may be quoted, and of nothing where nobody looks', () => {
    const [shown, kept] = [anEntry({ text: 'tea' }), anEntry({ text: 'rain' })]
    const wordsIn = (entries: readonly { readonly text: string }[]) =>
      new Map(entries.map(({ text }) => [text, 1]))
    const all = [shown, kept]
    expect([...backgroundOf(all, all, [shown], wordsIn).words]).toEqual([['tea', 1]])
    expect(backgroundOf(all, all, [shown]).words.size).toBe(0)
  })
})
