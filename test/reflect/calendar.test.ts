import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { periodOf } from '../../src/journal/period.ts'
import { calendarOf } from '../../src/reflect/calendar.ts'
import { calendarKinds } from '../../src/reflect/calendar-kinds.ts'
import { anEntry, someJournal } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')
const year = periodOf('year', { today })

it('counts each day as a plain recount does', () => {
  fc.assert(
    fc.property(someJournal, fc.constantFrom(...calendarKinds), (journal, by) => {
      const expected: Record<string, number> = {}
      for (const entry of journal) {
        if (entry.day > '2026-11-22') continue
        if (entry.kind === 'letter' && (entry.details.sealedUntil ?? '') > '2026-11-22') continue
        const own = {
          meeting: 'shared',
          reachout: 'support',
          promise: 'accountability',
          coping: 'growth',
        }[entry.kind as string]
        if (by !== 'mood' && by !== 'presence' && (entry.theme ?? own) !== by) continue
        expected[entry.day] = (expected[entry.day] ?? 0) + 1
      }
      const { days } = calendarOf(journal, year, by, today)
      expect(Object.fromEntries(days.map(({ day, entries }) => [day, entries]))).toEqual(expected)
    }),
  )
})

it('gives a day the mean of its ratings, and none to a day without', () => {
  const entries = [
    anEntry({ mood: 2 }),
    anEntry({ mood: 5, private: true }),
    anEntry({ day: '2026-11-21' }),
  ]
  expect(calendarOf(entries, year, 'mood', today).days).toEqual([
    { day: '2026-11-22', entries: 2, mood: 3.5 },
    { day: '2026-11-21', entries: 1 },
  ])
})
