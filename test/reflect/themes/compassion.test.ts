import { describe, expect, it } from 'vitest'
import type { Entry, EntryOf } from '../../../src/journal/entry.ts'
import { compassionPage } from '../../../src/reflect/themes/compassion.ts'
import { noWordYet } from '../../../src/themes/feelings.ts'
import { aCircle, aMute, anEntry, aPerson } from '../../helpers/builders.ts'
import { pageInput, quotedOf } from './page-input.ts'

const felt = (day: string, ...feelings: readonly string[]) =>
  anEntry({ kind: 'checkin', day, feelings, details: {} })
const answer = (details: EntryOf<'reflection'>['details'], day = '2026-11-10') =>
  anEntry({ kind: 'reflection', theme: 'compassion', day, details })
const page = (...journal: readonly Entry[]) => compassionPage(pageInput(journal))

describe('the page of compassionate understanding', () => {
  it('counts each feeling by the days it was felt on, the commonest first', () => {
    const found = page(
      ...[felt('2026-11-02', 'Sad', 'calm'), felt('2026-11-02', 'sad', 'SAD ')],
      ...[felt('2026-11-03', 'sad'), felt('2026-11-04', 'worn out')],
    )
    expect(found.feelings.map(({ count }) => count)).toEqual([2, 1, 1])
    expect(found.feelings.map(({ name }) => name.toLowerCase())).toEqual([
      'sad',
      'calm',
      'worn out',
    ])
  })

  it('takes "no word yet" for no feeling', () => {
    const found = page(felt('2026-11-02', noWordYet, 'No  Word Yet', 'calm'))
    expect(found.feelings).toEqual([{ name: 'calm', count: 1 }])
    expect(found.freshFeelings).toEqual(['calm'])
  })

  it('tells the feelings that are new in this period from those felt before it', () => {
    const found = page(
      felt('2026-10-31', 'Heavy'),
      ...[felt('2026-11-01', 'proud'), felt('2026-11-05', 'heavy')],
      ...[felt('2026-11-06', 'glad'), felt('2026-11-07', 'proud')],
    )
    expect(found.feelings.map(({ name }) => name).toSorted()).toEqual(['glad', 'heavy', 'proud'])
    expect(found.freshFeelings.toSorted()).toEqual(['glad', 'proud'])
  })

  it('shows no feeling of a private page, nor one that names someone muted or calls for help', () => {
    const journal = [
      anEntry({ feelings: ['hidden'], private: true }),
      anEntry({ feelings: ['missing Tom', 'I want to die', 'calm'] }),
    ]
    const found = compassionPage(pageInput(journal, { mutes: [aMute('person', 'Tom')] }))
    expect(found.feelings).toEqual([{ name: 'calm', count: 1 }])
    expect(found.freshFeelings).toEqual(['calm'])
  })

  it('sets strength before beside strength after, where both were said', () => {
    const found = page(
      answer({ strengthBefore: 5, strengthAfter: 3 }),
      answer({ strengthBefore: 4, strengthAfter: 1 }),
      ...[answer({ strengthBefore: 1 }), answer({ strengthAfter: 5 }), anEntry()],
    )
    expect(found.strength).toEqual({ n: 2, before: 4.5, after: 2 })
    expect(page(answer({ strengthAfter: 5 }))).not.toHaveProperty('strength')
  })

  it('follows how understood it felt, day by day', () => {
    const { understood } = page(
      answer({ understood: 2 }, '2026-11-03'),
      answer({ understood: 4 }, '2026-11-03'),
      answer({ understood: 5 }, '2026-11-04'),
      answer({}, '2026-11-05'),
      anEntry({ day: '2026-11-06', mood: 1 }),
    )
    expect(understood.days.map(({ day, value, ratings }) => [day, value, ratings])).toEqual([
      ['2026-11-03', 3, 2],
      ['2026-11-04', 5, 1],
    ])
  })

  it('says who understood, by how many pages, and not who was only named', () => {
    const circle = aCircle(aPerson('sister', 'close', ['Maria']), aPerson('Rex', 'unsafe'))
    const journal = [
      answer({ understoodBy: ['Maria', 'sister', 'Bo'] }),
      answer({ understoodBy: ['Sister', 'Rex'] }),
      anEntry({ people: ['Ana'] }),
      anEntry({
        ...{ kind: 'reflection', theme: 'compassion', private: true },
        details: { understoodBy: ['Hidden'] },
      }),
    ]
    expect(compassionPage(pageInput(journal, { circle })).understoodBy).toEqual([
      { name: 'sister', count: 2 },
      { name: 'Bo', count: 1 },
    ])
  })

  it('reads no sentence back that stands where a name was asked for', () => {
    const said = 'nobody. i dont want to be here anymore'
    expect(page(answer({ understoodBy: [said, 'Ines'] })).understoodBy).toEqual([
      { name: 'Ines', count: 1 },
    ])
  })

  it('has one line of its own, and of no other theme', () => {
    const of = (theme: 'compassion' | 'growth', day: string, text: string) =>
      anEntry({ kind: 'reflection', theme, day, text, details: {} })
    const quoted = quotedOf('compassion', [
      ...[of('compassion', '2026-11-02', 'Be kind.'), of('compassion', '2026-11-03', 'Be slow.')],
      ...[of('growth', '2026-11-04', 'I learned.'), anEntry({ text: 'A note.' })],
    ])
    expect(quoted).toEqual(['Be slow.'])
  })
})
