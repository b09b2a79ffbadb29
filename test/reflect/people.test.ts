import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import type { Known } from '../../src/reflect/discretion.ts'
import { contactsIn, distinct, peopleSeen } from '../../src/reflect/people.ts'
import { quietPeople } from '../../src/reflect/quiet.ts'
import { aCircle, aMute, anEntry, aPerson, daysFrom } from '../helpers/builders.ts'

const today = asDay('2026-11-22')

it('joins what is known of a person under one name, last in touch first', () => {
  const entries = [
    anEntry({
      ...{ kind: 'reachout', day: '2026-11-01', people: ['Maria'] },
      details: { support: 'listened', expected: 2, actual: 4 },
    }),
    anEntry({
      ...{ kind: 'reachout', day: '2026-11-10', people: ['sister', 'Ana'] },
      details: { answered: false, expected: 3 },
    }),
    anEntry({
      ...{ kind: 'reflection', theme: 'support', day: '2026-11-12', people: ['ána'] },
      details: { direction: 'received', support: 'company' },
    }),
    anEntry({
      ...{ kind: 'reflection', theme: 'compassion', day: '2026-11-13' },
      details: { understoodBy: ['Sister'] },
    }),
    anEntry({ day: '2026-11-14', people: ['Bo'] }),
  ]
  const circle = aCircle(aPerson('sister', 'close', ['Maria']), aPerson('Tom', 'died'))
  const { people, muted } = peopleSeen(entries, {
    ...{ today, circle },
    mutes: [aMute('person', 'bo'), { ...aMute('person', 'x'), deleted: true }],
  })
  expect(muted).toBe(1)
  expect(people).toEqual([
    {
      ...{ name: 'Ana', named: 2, lastNamed: '2026-11-12', inTouch: 1, lastInTouch: '2026-11-12' },
      kinds: [{ name: 'company', count: 1 }],
    },
    {
      ...{ name: 'sister', status: 'close', named: 3, lastNamed: '2026-11-13' },
      ...{ inTouch: 1, lastInTouch: '2026-11-01', response: { n: 1, before: 2, after: 4 } },
      kinds: [{ name: 'listened', count: 1 }],
    },
    { name: 'Tom', status: 'died', named: 0, inTouch: 0, kinds: [] },
  ])
})

it('keeps its speed with many people', () => {
  const entries = Array.from({ length: 3000 }, (_, n) =>
    anEntry({ people: [`person ${n}`, 'sister'] }),
  )
  expect(peopleSeen(entries, { today, circle: aCircle(), mutes: [] }).people).toHaveLength(3001)
})

const seen = (journal: readonly Entry[], more: Partial<Known> = {}) =>
  peopleSeen(journal, { today, circle: aCircle(), mutes: [], ...more })
const namesOf = (...journal: readonly Entry[]) => seen(journal).people.map(({ name }) => name)
const named = (day: string, ...people: string[]) => anEntry({ day, people })
const reached = (day: string, ...people: string[]) =>
  anEntry({ kind: 'reachout', day, people, details: {} })

describe('the list of people', () => {
  it('has those last in touch first, whoever was named since', () => {
    expect(
      namesOf(
        reached('2026-11-01', 'Ana'),
        reached('2026-11-02', 'Bo'),
        named('2026-11-20', 'Ana'),
      ),
    ).toEqual(['Bo', 'Ana'])
  })

  it('then those last named, whoever was named more', () => {
    expect(
      namesOf(named('2026-11-01', 'Ana'), named('2026-11-01', 'Ana'), named('2026-11-02', 'Bo')),
    ).toEqual(['Bo', 'Ana'])
    expect(namesOf(reached('2026-11-01', 'Ana', 'Bo'), named('2026-11-03', 'Bo'))).toEqual([
      'Bo',
      'Ana',
    ])
  })

  it('then those named most, then by name', () => {
    expect(namesOf(named('2026-11-01', 'Bo'), named('2026-11-02', 'Ana', 'Cy', 'Bo'))).toEqual([
      'Bo',
      'Ana',
      'Cy',
    ])
    expect(namesOf(named('2026-11-02', 'Cy', 'bo', 'Ana'))).toEqual(['Ana', 'bo', 'Cy'])
  })

  it('counts every page for this, private ones too, and not being written down as a person', () => {
    const hidden = { ...named('2026-11-02', 'Ana'), private: true as const }
    const pages = [named('2026-11-02', 'Ana', 'Bo'), named('2026-11-02', 'Bo'), hidden, hidden]
    expect(namesOf(...pages)).toEqual(['Ana', 'Bo'])
    const circle = aCircle(aPerson('Bo'))
    const { people } = seen([named('2026-11-02', 'Ana', 'Bo')], { circle })
    expect(people.map(({ name }) => name)).toEqual(['Ana', 'Bo'])
  })

  it('has the last day of each, in whatever order the pages come', () => {
    const pages = ['2026-11-03', '2026-11-09', '2026-11-05'].map(day => reached(day, 'Ana'))
    expect(seen(pages).people).toEqual([
      {
        ...{ name: 'Ana', named: 3, inTouch: 3, kinds: [] },
        ...{ lastNamed: '2026-11-09', lastInTouch: '2026-11-09' },
      },
    ])
  })

  it('leaves out who is muted, and counts them: people alone, and only while they are', () => {
    const mutes = [
      ...[aMute('person', 'bo'), aMute('tag', 'work'), aMute('entry', 'e1')],
      { ...aMute('person', 'Ana'), deleted: true as const },
    ]
    const { people, muted } = seen([named('2026-11-02', 'Ana', 'Bo')], { mutes })
    expect(people.map(({ name }) => name)).toEqual(['Ana'])
    expect(muted).toBe(1)
  })

  it('leaves out whom only private pages name, and counts them, but knows a person written down', () => {
    const circle = aCircle(aPerson('Ana'))
    const hidden = anEntry({ people: ['Ana', 'Bo', 'BO', '  '], private: true })
    const journal = [hidden, named('2026-11-02', 'Cy')]
    const { people, onlyPrivate } = seen(journal, { circle })
    expect(people.map(it => [it.name, it.named])).toEqual([
      ['Ana', 1],
      ['Cy', 1],
    ])
    expect(onlyPrivate).toBe(1)
    const asked = peopleSeen(journal, { today, circle, mutes: [] }, () => true)
    expect(asked.people.map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Cy'])
    expect(asked.onlyPrivate).toBe(0)
  })
})

describe('contacts', () => {
  it('are reach-outs of any kind, and answers about support that say which way, or how it was', () => {
    const answer = (theme: 'support' | 'growth', details: object) =>
      anEntry({ kind: 'reflection', theme, people: ['Ana'], details })
    expect(contactsIn([reached('2026-11-02', 'Bo')])).toEqual([
      { day: '2026-11-02', people: ['Bo'], answered: true },
    ])
    expect(contactsIn([answer('support', { direction: 'given' })])).toHaveLength(1)
    expect(contactsIn([answer('support', { actual: 2, support: 'company' })])).toEqual([
      { day: '2026-11-22', people: ['Ana'], answered: true, actual: 2, support: 'company' },
    ])
    expect(
      contactsIn([
        ...[answer('support', { expected: 3 }), answer('support', {})],
        ...[answer('growth', { direction: 'given' }), named('2026-11-02', 'Ana')],
      ]),
    ).toEqual([])
  })

  it('keep that no answer came', () => {
    const unanswered = anEntry({ kind: 'reachout', details: { answered: false, expected: 4 } })
    expect(contactsIn([unanswered])).toEqual([
      { day: '2026-11-22', people: [], answered: false, expected: 4 },
    ])
  })
})

describe('people to whom the door may be held open', () => {
  const quiet = (journal: readonly Entry[], more: Partial<Known> = {}) =>
    quietPeople(journal, { today, circle: aCircle(), mutes: [], ...more })
  const twice = (name: string) => [reached('2026-09-01', name), reached('2026-09-02', name)]

  it('are out of sight for four weeks: neither in touch nor named', () => {
    const circle = aCircle(aPerson('Ana'))
    expect(quiet([named('2026-10-25', 'Ana')], { circle })).toEqual(['Ana'])
    expect(quiet([named('2026-10-26', 'Ana')], { circle })).toEqual([])
    const late = [named('2026-11-20', 'Ana'), named('2026-09-01', 'Ana')]
    expect(quiet(late, { circle })).toEqual([])
    expect(quiet(late.toReversed(), { circle })).toEqual([])
    expect(quiet([], { circle })).toEqual([])
  })

  it('are known, or were reached more than once', () => {
    expect(quiet([reached('2026-09-01', 'Ana')])).toEqual([])
    expect(quiet(twice('Ana'))).toEqual(['Ana'])
    expect(quiet([named('2026-09-01', 'Ana'), named('2026-09-02', 'Ana')])).toEqual([])
    const circle = aCircle(aPerson('Far', 'distant'))
    expect(quiet([named('2026-09-01', 'Far')], { circle })).toEqual(['Far'])
  })

  it('answered well enough the last times', () => {
    const answered = (actual: 2 | 3) =>
      anEntry({
        ...{ kind: 'reachout', day: '2026-09-03', people: ['Ana'] },
        details: { expected: 3, actual },
      })
    expect(quiet([...twice('Ana'), answered(3)])).toEqual(['Ana'])
    expect(quiet([...twice('Ana'), answered(2)])).toEqual([])
  })

  it('come by how often they were in touch, then by how often they were named', () => {
    const often = [...twice('Zoe'), reached('2026-08-01', 'Zoe')]
    const more = [...twice('Yan'), named('2026-08-01', 'Yan')]
    const chatter = daysFrom('2026-08-01', 9).map(day => named(day, 'Known'))
    const last = [reached('2026-10-01', 'Ana'), reached('2026-10-02', 'Ana')]
    expect(quiet([...last, ...more, ...often])).toEqual(['Zoe', 'Yan', 'Ana'])
    const circle = aCircle(aPerson('Known'))
    expect(quiet([...chatter, ...twice('Ana')], { circle })).toEqual(['Ana', 'Known'])
  })

  it('are told by open pages alone, though a private one tells that somebody was in sight', () => {
    const hidden = (day: string) => ({ ...reached(day, 'Ana'), private: true as const })
    expect(quiet([hidden('2026-09-01'), hidden('2026-09-02')])).toEqual([])
    expect(quiet([...twice('Ana'), hidden('2026-11-20')])).toEqual([])
  })
})

it('has each person of a list once, under the name they are known by', () => {
  const circle = aCircle(aPerson('Ana', 'close', ['Annie']))
  expect(distinct(['annie'], circle)).toEqual(['Ana'])
  expect(distinct(['Bo', 'Annie', 'ana', 'BO'], circle)).toEqual(['Bo', 'Ana'])
  expect(distinct([], circle)).toEqual([])
})
