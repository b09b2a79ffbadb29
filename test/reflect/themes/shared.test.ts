import { describe, expect, it } from 'vitest'
import { asDay } from '../../../src/journal/day.ts'
import type { EntryOf, ReflectionDetails } from '../../../src/journal/entry.ts'
import { sharedPage } from '../../../src/reflect/themes/shared.ts'
import { anEntry, daysFrom } from '../../helpers/builders.ts'
import { pageInput, quotedOf } from './page-input.ts'

const moment = (
  details: ReflectionDetails,
  fields: Partial<EntryOf<'reflection'>> = {},
): EntryOf<'reflection'> => anEntry({ kind: 'reflection', theme: 'shared', details, ...fields })

const ofGrowth = (details: ReflectionDetails) =>
  anEntry({ kind: 'reflection', theme: 'growth', text: 'A page of growth.', details })

const page = (...journal: Parameters<typeof pageInput>[0]) => sharedPage(pageInput(journal))

describe('the page of shared experiences', () => {
  it('says how many moments a week from two whole weeks on', () => {
    const journal = daysFrom('2026-11-01', 6).map(day => moment({}, { day }))
    const perWeek = (until: string) => sharedPage(pageInput(journal, { until })).perWeek
    expect(perWeek('2026-11-13')).toBeUndefined()
    expect(perWeek('2026-11-14')).toBe(3)
    expect(perWeek('2026-11-21')).toBe(2)
    expect(sharedPage(pageInput(journal, { until: '2026-11-13' }))).not.toHaveProperty('perWeek')
  })

  it('takes meetings for moments, and pages of other themes for none', () => {
    const journal = [
      moment({}),
      anEntry({ kind: 'meeting' }),
      anEntry({ theme: 'shared' }),
      ...[ofGrowth({}), anEntry(), anEntry({ kind: 'reachout' })],
    ]
    expect(sharedPage(pageInput(journal, { until: '2026-11-28' })).perWeek).toBe(3 / 4)
  })

  it('counts where moments came from, those from others, and those shared back', () => {
    const found = page(
      ...[moment({ source: 'person', sharedBack: true }), moment({ source: 'person' })],
      ...[moment({ source: 'own', sharedBack: false }), moment({ sharedBack: true }), moment({})],
      ofGrowth({ source: 'book', sharedBack: true }),
    )
    expect(found.sources).toEqual([
      { name: 'person', count: 2 },
      { name: 'own', count: 1 },
    ])
    expect(found.received).toBe(2)
    expect(found.given).toBe(2)
  })

  it('sets hope before beside hope after, where both were said', () => {
    const found = page(
      moment({ hopeBefore: 1, hopeAfter: 4 }),
      moment({ hopeBefore: 2, hopeAfter: 4 }),
      ...[moment({ hopeBefore: 5 }), moment({ hopeAfter: 1 })],
      ofGrowth({ hopeBefore: 5, hopeAfter: 5 }),
    )
    expect(found.hope).toEqual({ n: 2, before: 1.5, after: 4 })
    expect(page(moment({ hopeBefore: 5 }))).not.toHaveProperty('hope')
  })

  it('follows how much less alone it felt', () => {
    const { lessAlone } = page(
      moment({ lessAlone: 2 }, { day: asDay('2026-11-03') }),
      moment({ lessAlone: 5 }, { day: asDay('2026-11-04') }),
      moment({ similarity: 1 }, { day: asDay('2026-11-05') }),
    )
    expect(lessAlone.days.map(({ day, value }) => [day, value])).toEqual([
      ['2026-11-03', 2],
      ['2026-11-04', 5],
    ])
  })

  it.each([
    ['much alike', { similarity: 4 }, true],
    ['very much alike', { similarity: 5, lessAlone: 1 }, true],
    ['less alone', { lessAlone: 4 }, true],
    ['a little of both', { similarity: 3, lessAlone: 3 }, false],
    ['nothing said of either', {}, false],
  ] as const)(
    'has a line for "not alone in this" from a moment that felt %s: %o, %s',
    (_, details, is) => {
      const one = moment(details, { text: 'She had been there too.' })
      expect(page(one).notAlone.map(({ text }) => text)).toEqual(is ? [one.text] : [])
      expect(quotedOf('shared', [one])).toEqual([one.text])
    },
  )

  it('has at most three such lines, and one line of its own', () => {
    const journal = daysFrom('2026-11-01', 5).map(day =>
      moment({ lessAlone: 5 }, { day, text: `On ${day}.` }),
    )
    const days = page(...journal).notAlone.map(({ day }) => day)
    expect(days).toEqual(['2026-11-05', '2026-11-04', '2026-11-03'])
    expect(quotedOf('shared', journal)).toEqual(['On 2026-11-05.'])
  })

  it('quotes no page of another theme, nor what may not be quoted', () => {
    const journal = [
      ofGrowth({ lessAlone: 5 }),
      anEntry({ theme: 'shared', text: 'A note beside it.' }),
      anEntry({ kind: 'meeting', text: 'What was kept of a meeting.' }),
      moment({ lessAlone: 5 }, { text: 'For me alone.', private: true }),
    ]
    expect([...page(...journal).notAlone, ...quotedOf('shared', journal)]).toEqual([])
  })

  it('has the meetings of the period', () => {
    expect(page(anEntry({ kind: 'meeting' }), moment({})).meetings.count).toBe(1)
  })
})
