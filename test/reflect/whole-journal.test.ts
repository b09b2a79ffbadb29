import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { gistSum } from '../../src/reflect/month-gist.ts'
import { timesUsed } from '../../src/reflect/month-words.ts'
import { monthWordsIn, sessionIn, wholeJournalOf } from '../../src/reflect/whole-journal.ts'
import { aCircle, anEntry, aPerson } from '../helpers/builders.ts'
import { lookAt } from '../helpers/look-at.ts'

const known = { today: asDay('2026-11-22'), circle: aCircle(), mutes: [] }
const whole = (...journal: Entry[]) =>
  wholeJournalOf(lookAt(journal, known), day => day >= '2026-11-01')

const all = { words: true, private: true }
const felt = (day: string, ...feelings: string[]) => anEntry({ day, feelings })

describe('what a review of any period needs of the whole journal', () => {
  it('has the first day of each feeling, however the word is written later', () => {
    const found = whole(
      felt('2026-09-01', 'Calm'),
      felt('2026-09-04', 'worn  out', 'calm'),
      felt('2026-10-02', 'CALM', 'Worn out'),
      anEntry({ day: '2026-10-03' }),
    )
    expect([...found.feelings]).toEqual([
      ['calm', '2026-09-01'],
      ['worn out', '2026-09-04'],
    ])
  })

  it('has feelings of open pages, and days of all', () => {
    const hidden = anEntry({ day: '2026-09-01', feelings: ['calm'], private: true })
    const found = whole(hidden, felt('2026-09-02', 'sad'), felt('2026-09-03', 'calm'))
    expect(Object.fromEntries(found.feelings)).toEqual({ sad: '2026-09-02', calm: '2026-09-03' })
    expect(found.lifetime).toBe(3)
  })

  it('has the promises that were made or spoken of in the period, of whatever month', () => {
    const made = (day: string, ...on: string[]) =>
      anEntry({
        ...{ kind: 'promise', day, private: true },
        details: { steps: on.map(day => ({ on: asDay(day), outcome: 'not-yet' as const })) },
      })
    const spokenOf = made('2026-08-02', '2026-08-03', '2026-11-04', '2026-11-20')
    const here = made('2026-11-02')
    expect(whole(spokenOf, made('2026-09-02', '2026-10-31'), here).promises).toEqual([
      spokenOf,
      here,
    ])
  })

  it('counts the words of what may be quoted', () => {
    const unsafe = aPerson('Robin', 'unsafe')
    const journal = [
      anEntry({ day: '2026-09-01', text: 'tea with bread' }),
      anEntry({ day: '2026-09-01', text: 'tea with Robin' }),
      anEntry({ day: '2026-10-01', text: 'tea alone', private: true }),
    ]
    const { sums } = lookAt(journal, { ...known, circle: aCircle(unsafe) })
    const used = timesUsed(monthWordsIn(sums), new Set(['tea', 'bread', 'alone']))
    expect(Object.fromEntries(used)).toEqual({ tea: 1, bread: 1 })
  })

  it('finds the entries of a session in every month it has some in', () => {
    const [one, other] = ['2026-10-31', '2026-11-01'].map(day => anEntry({ day, session: 's1' }))
    const journal = [one, other, anEntry({ session: 's2' })] as Entry[]
    expect(sessionIn(lookAt(journal, known))('s1')).toEqual([one, other])
  })
})

describe('what is kept of a month', () => {
  it('is good from the day on which its entries count, until another does', () => {
    const letter = anEntry({
      ...{ kind: 'letter', day: '2026-09-01' },
      details: { sealedUntil: asDay('2026-11-23') },
    })
    const journal = [letter, anEntry({ day: '2026-09-02' })] as Entry[]
    const on = (day: string) => gistSum({ ...known, today: asDay(day) }, all)
    const isGood = (made: string, used: string) => on(used).isGood(on(made).of(journal))
    expect(on('2026-11-22').of(journal).gist.days).toEqual(['2026-09-02'])
    expect(isGood('2026-11-22', '2026-09-02')).toBe(true)
    expect(isGood('2026-11-22', '2026-09-01')).toBe(false)
    expect(isGood('2026-11-22', '2026-11-23')).toBe(false)
    expect(on('2026-11-23').of(journal).gist.days).toEqual(['2026-09-01', '2026-09-02'])
    expect(isGood('2026-11-23', '2026-12-23')).toBe(true)
    expect(isGood('2026-11-23', '2026-11-22')).toBe(false)
  })

  it('is another for who leaves private entries out', () => {
    const journal = [anEntry({ day: '2026-09-02', private: true })] as Entry[]
    const shared = gistSum(known, { words: true, private: false })
    expect(shared.name).not.toBe(gistSum(known, all).name)
    expect(shared.of(journal).gist.days).toEqual([])
  })

  it('has another form where somebody stands otherwise, or something is muted', () => {
    const form = (...[circle, mutes]: Partial<[ReturnType<typeof aCircle>, []]>) =>
      gistSum({ ...known, ...(circle && { circle }), ...(mutes && { mutes }) }, all).form
    expect(form(aCircle(aPerson('Ana')))).not.toBe(form())
    expect(form(aCircle(aPerson('Ana', 'unsafe')))).not.toBe(form(aCircle(aPerson('Ana'))))
  })
})
