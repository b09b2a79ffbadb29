import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { aCircle, aMute, anEntry, aPerson } from '../helpers/builders.ts'
import { dayFactsOf } from '../helpers/look-at.ts'

const today = asDay('2026-11-22')
const circle = aCircle(aPerson('sister', 'close', ['Maria']), aPerson('Tom', 'unsafe'))
const known = { today, circle, mutes: [aMute('tag', 'court'), aMute('person', 'Bo')] }

const ids = (entries: readonly Entry[]) =>
  dayFactsOf(entries, known).map(({ day, factors }) => [day, [...factors.keys()].sort()])

it('gives a day its mood and each thing it had once', () => {
  const entries = [
    anEntry({ mood: 2, people: ['Maria', 'SISTER'], tags: ['Calm', '__proto__'] }),
    anEntry({ mood: 4, kind: 'reachout', people: ['sister'] }),
    anEntry({ kind: 'coping', details: { tool: 'A  walk' } }),
    anEntry({ kind: 'meeting' }),
    anEntry({ day: '2026-11-21' }),
  ]
  const [day, other] = dayFactsOf(entries, known)
  expect(day?.mood).toBe(3)
  expect([...(day?.factors.values() ?? [])].map(({ id, label }) => [id, label])).toEqual([
    ['person:sister', 'sister'],
    ['tag:calm', 'calm'],
    ['tag:__proto__', '__proto__'],
    ['theme:support', 'Emotional Support'],
    ['reach-out', 'a reach-out'],
    ['theme:growth', 'Learning and Growth'],
    ['tool:a walk', 'A  walk'],
    ['theme:shared', 'Shared Experiences'],
    ['meeting', 'a meeting'],
  ])
  expect(other).toEqual({ day: '2026-11-21', factors: new Map() })
})

it('counts a promise on the day it was kept, not on the day it was made', () => {
  const promise = anEntry({
    ...{ kind: 'promise', day: '2026-11-01' },
    details: {
      steps: [
        { on: asDay('2026-11-03'), outcome: 'not-yet' },
        { on: asDay('2026-11-05'), outcome: 'done' },
        { on: today, outcome: 'done' },
        { on: asDay('2026-11-30'), outcome: 'done' },
      ],
    },
  })
  expect(ids([promise])).toEqual([
    ['2026-11-01', ['theme:accountability']],
    ['2026-11-05', ['promise']],
    [today, ['promise']],
  ])
})

it('sets nobody who is away or muted, and nothing private, beside a mood', () => {
  const entries = [
    anEntry({ people: ['tom', 'bo', 'Ana'], tags: ['Court'] }),
    anEntry({ private: true, mood: 1, people: ['Cleo'], tags: ['x'], theme: 'compassion' }),
    anEntry({ kind: 'letter', people: ['Dora'], details: { sealedUntil: asDay('2027-01-01') } }),
    anEntry({ day: '2026-11-23', people: ['Eve'] }),
  ]
  expect(ids(entries)).toEqual([['2026-11-22', ['person:ana', 'theme:compassion']]])
  expect(dayFactsOf(entries, known)[0]?.mood).toBe(1)
})
