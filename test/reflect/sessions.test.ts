import { expect, it } from 'vitest'
import type { Entry, Scale } from '../../src/journal/entry.ts'
import { moodChanges, sessionChange } from '../../src/reflect/sessions.ts'
import { pastOf } from '../../src/session/past.ts'
import { anEntry } from '../helpers/builders.ts'

/** Check-ins of sessions in turn: `[moment, mood]`. */
const sessions = (...all: (readonly ['arrive' | 'leave', Scale | undefined])[][]): Entry[] =>
  all.flatMap((checkins, n) =>
    checkins.map(([moment, mood]) =>
      anEntry({
        ...{ kind: 'checkin', session: `s${n}`, details: { moment } },
        ...(mood !== undefined && { mood }),
      }),
    ),
  )

const lower = (entries: Entry[]) => pastOf(entries, anEntry().day).lowerInARow

it('takes how somebody came first and how they left last, once a session, everywhere', () => {
  // Taken a second time: came at 2 and then at 5, left at 5 and then at 3.
  const twice = sessions([
    ['arrive', 2],
    ['leave', 5],
    ['arrive', 5],
    ['leave', 3],
  ])
  expect(moodChanges(twice)).toEqual([1])
  expect(sessionChange(twice)).toEqual({ higher: 1, same: 0, lower: 0 })
  expect(lower(twice)).toBe(0)
})

it('leaves out sessions without both, and check-ins of no session', () => {
  const entries = [
    ...sessions(
      [['arrive', 3]],
      [['leave', 1]],
      [
        ['arrive', undefined],
        ['leave', 1],
      ],
    ),
    anEntry({ kind: 'checkin', mood: 1, details: {} }),
  ]
  expect(moodChanges(entries)).toEqual([])
  expect(lower(entries)).toBe(0)
})

it('counts those that left the person lower from the last one back', () => {
  const down = [['arrive', 4] as const, ['leave', 3] as const]
  const same = [['arrive', 3] as const, ['leave', 3] as const]
  expect(lower(sessions(down, same, down, down))).toBe(2)
  expect(lower(sessions(down, down, down))).toBe(3)
  expect(lower(sessions(down, same))).toBe(0)
  expect(sessionChange(sessions(down, same, down))).toEqual({ higher: 0, same: 1, lower: 2 })
})
