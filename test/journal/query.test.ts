import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import type { Query } from '../../src/journal/query.ts'
import { inOrder, isSealedLetter, matcher } from '../../src/journal/query.ts'
import { isMeantBy, shortId } from '../../src/journal/short-id.ts'
import { joined } from '../../src/journal/tags.ts'
import { aCircle, anEntry, aPerson } from '../helpers/builders.ts'

const today = asDay('2026-11-22')
const plain = anEntry({ day: '2026-11-10', text: 'The river was high.' })
const full = {
  ...anEntry({ kind: 'reflection', day: '2026-11-10', text: 'The river was high.' }),
  ...{ theme: 'growth', tags: ['Work'], people: ['Zo'], mood: 2 },
  ...{ starred: true, bring: true, private: true },
} as Entry
const circle = aCircle(aPerson('Zora', 'close', ['Zo']))

const means = (query: Partial<Query>, entry: Entry = full) =>
  matcher({ today, ...query }, circle)(entry)

describe('a query', () => {
  it('without filters means everything', () => {
    expect([means({}), means({}, plain)]).toEqual([true, true])
  })

  it('means days from the first to the last, both of them', () => {
    const days = ['2026-11-09', '2026-11-10', '2026-11-11'].map(asDay)
    expect(days.map(from => means({ from }))).toEqual([true, true, false])
    expect(days.map(to => means({ to }))).toEqual([false, true, true])
  })

  it.each<[string, Partial<Query>, Partial<Query>]>([
    ['a theme', { themes: ['shared', 'growth'] }, { themes: ['shared'] }],
    ['a kind', { kinds: ['note', 'reflection'] }, { kinds: ['note'] }],
    ['a mood', { moods: [1, 2] }, { moods: [3] }],
    ['a tag, however it is written', { tags: ['sleep', '#WORK'] }, { tags: ['sleep'] }],
    ['a person, under whatever name', { people: ['zora'] }, { people: ['Ana'] }],
    ['words', { words: text => text.includes('river') }, { words: text => text.includes('sea') }],
  ])('means any of several values: %s', (_, those, others) => {
    expect([means(those), means(others)]).toEqual([true, false])
  })

  it('of what an entry does not have means it not', () => {
    const none = [{ themes: ['growth'] }, { moods: [2] }, { tags: ['work'] }, { people: ['Zo'] }]
    expect(none.map(query => means(query as Partial<Query>, plain))).toEqual([
      ...[false, false, false, false],
    ])
  })

  it('means what was marked', () => {
    for (const query of [{ starred: true }, { bring: true }])
      expect([means(query), means(query, plain)]).toEqual([true, false])
    expect(means({ starred: false }, plain)).toBe(true)
  })

  it('leaves out private pages only when told to', () => {
    expect([means({ private: 'leave-out' }), means({ private: 'leave-out' }, plain)]).toEqual([
      ...[false, true],
    ])
  })

  it('looks for words in all that was typed', () => {
    expect(means({ words: text => text.includes('#Work') && text.includes('@Zo') })).toBe(true)
  })

  it('knows people by their own spelling where nobody says who they are', () => {
    const bare = matcher({ today, people: ['ZO'] })
    expect([bare(full), matcher({ today, people: ['Zora'] })(full)]).toEqual([true, false])
  })
})

describe('a sealed letter', () => {
  const letter = (sealedUntil?: string) =>
    anEntry({ kind: 'letter', details: sealedUntil ? { sealedUntil: asDay(sealedUntil) } : {} })

  it('stays out until its day', () => {
    expect(isSealedLetter(letter('2026-11-23'), today)).toBe(true)
    expect(isSealedLetter(letter('2026-11-22'), today)).toBe(false)
    expect(isSealedLetter(letter(), today)).toBe(false)
    expect(means({}, letter('2026-11-23'))).toBe(false)
    expect(means({ sealed: 'include' }, letter('2026-11-23'))).toBe(true)
    expect(means({}, letter('2026-11-22'))).toBe(true)
  })
})

it('entries come by day, then by moment wherever it was, then by id', () => {
  const at = (day: string, moment: string, id: string) => ({ ...anEntry({ day, at: moment }), id })
  const all = [
    at('2026-11-10', '2026-11-11T03:00:00+00:00', 'z'),
    at('2026-11-11', '2026-11-11T01:00:00+02:00', 'y'),
    at('2026-11-11', '2026-11-11T00:30:00+00:00', 'a'),
    at('2026-11-11', '2026-11-11T00:30:00+00:00', 'b'),
  ]
  expect([...all].reverse().sort(inOrder)).toEqual(all)
})

describe('an id', () => {
  const id = '01k8abcdef0123456789'

  it('is shown by its end', () => {
    expect(shortId({ id })).toBe('456789')
  })

  it.each(['456789', '4567', '789', ' 456789 ', '01K8ABC', id])('is meant by %s', typed => {
    expect(isMeantBy(typed, id)).toBe(true)
  })

  it.each(['', '  ', '5678', 'abc', `${id}0`])('is not meant by "%s"', typed => {
    expect(isMeantBy(typed, id)).toBe(false)
  })
})

it('lists that are joined keep the first spelling, in order', () => {
  const lower = (word: string) => word.toLowerCase()
  expect(joined(lower, ['Ana', 'ben'], ['BEN', 'ana', 'Cy'])).toEqual(['Ana', 'ben', 'Cy'])
  expect(joined(lower)).toEqual([])
})
