import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { peopleSeen } from '../../src/reflect/people.ts'
import { aCircle, aMute, anEntry, aPerson } from '../helpers/builders.ts'

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
