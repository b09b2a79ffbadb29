import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Unfinished } from '../../src/session/draft.ts'
import { whereItStopped } from '../../src/session/draft.ts'

const when = (startedAt: string) =>
  whereItStopped(
    { kind: 'jot', id: 'a', text: '', startedAt } as Unfinished,
    asDay('2026-11-22'),
  ).replace(/ \(.*/, '')

it.each([
  ['2026-11-22T09:00:00+00:00', 'this morning'],
  ['2026-11-22T01:00:00+00:00', 'last night'],
  ['2026-11-21T01:00:00+00:00', 'in the night to yesterday'],
  // One o'clock on Friday is the night of Thursday for most.
  ['2026-11-20T01:00:00+00:00', 'in the night to Friday'],
  ['2026-11-20T20:00:00+00:00', 'on Friday evening'],
  ['2026-11-15T20:00:00+00:00', 'on 2026-11-15'],
])('what was begun at %s was begun %s', (startedAt, said) => {
  expect(when(startedAt)).toBe(said)
})
