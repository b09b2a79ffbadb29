import { describe, expect, it } from 'vitest'
import { nextSession, progressOf, rests } from '../../src/journal/course-progress.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import type { WrittenCourse } from '../../src/themes/course.ts'
import { courses } from '../../src/themes/courses.ts'
import { anEntry } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

/** A course like one of twelve sessions, every third of which goes deep. */
const twelve: WrittenCourse = {
  ...(courses[0] as WrittenCourse),
  id: 'twelve',
  sessions: Array.from({ length: 12 }, (_, at) => ({
    ...(courses[0]?.sessions[0] as WrittenCourse['sessions'][0]),
    id: `s${at}`,
    topics: [`t${at}`],
    depth: at % 3 === 2 ? 'deep' : 'steady',
  })),
}

const done = (day: string, session: string): Entry =>
  anEntry({
    kind: 'checkin',
    day,
    details: { moment: 'arrive', course: { id: 'twelve', session } },
  })

/** What somebody does on a day: nothing, the next session, or one of their own choice; and whether it is low. */
interface Day {
  readonly does: 'nothing' | 'next' | number
  readonly low: boolean
}

/** Ten weeks of a person, with pauses. */
const season = fc.array(
  fc.record({
    does: fc.oneof(
      { weight: 3, arbitrary: fc.constant('nothing' as const) },
      { weight: 4, arbitrary: fc.constant('next' as const) },
      { weight: 1, arbitrary: fc.nat(11) },
    ),
    low: fc.boolean(),
  }),
  { minLength: 70, maxLength: 70 },
)

function walked(days: readonly Day[]) {
  const entries: Entry[] = []
  const taken: { session: string; low: boolean; chosen: boolean }[] = []
  days.forEach(({ does, low }, at) => {
    if (does === 'nothing') return
    const progress = progressOf('twelve', entries)
    const session = does === 'next' ? nextSession(twelve, progress, low) : twelve.sessions[does]
    if (!session) return
    taken.push({ session: session.id, low, chosen: does !== 'next' })
    entries.push(done(addDays(asDay('2026-09-01'), at), session.id))
  })
  return { entries, taken }
}

describe('a course over ten weeks', () => {
  it('offers no session twice in a row, and no deep one on a low day', () => {
    fc.assert(
      fc.property(season, days => {
        const { taken } = walked(days)
        taken.forEach(({ session, low, chosen }, at) => {
          if (chosen) return
          expect(session).not.toBe(taken[at - 1]?.session)
          if (low) expect(twelve.sessions.find(it => it.id === session)?.depth).not.toBe('deep')
        })
      }),
    )
  })

  it('loses none: what is open is offered before anything comes again', () => {
    fc.assert(
      fc.property(season, days => {
        const seen = new Set<string>()
        for (const { session, low, chosen } of walked(days).taken) {
          const open = twelve.sessions.filter(
            ({ id, depth }) => !seen.has(id) && (!low || depth !== 'deep'),
          )
          if (!chosen && open.length > 0) expect(seen.has(session)).toBe(false)
          seen.add(session)
        }
      }),
    )
  })

  it('reaches every topic, in whatever order it was begun', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(twelve.sessions.map((_, at) => at)), begun => {
        const days: Day[] = [
          ...begun.map(does => ({ does, low: false })),
          ...Array.from({ length: 12 }, () => ({ does: 'next' as const, low: false })),
        ]
        const { entries } = walked(days)
        expect(progressOf('twelve', entries).done.size).toBe(12)
      }),
    )
  })

  it('goes on after any pause where it was left', () => {
    const progress = progressOf('twelve', [done('2026-03-01', 's0'), done('2026-03-02', 's4')])
    expect(nextSession(twelve, progress, false)?.id).toBe('s1')
    expect(rests(twelve, progress, asDay('2026-03-02'))).toBe(true)
    expect(rests(twelve, progress, asDay('2026-11-22'))).toBe(false)
    expect(rests({ apart: { from: 2, to: 3 } }, progress, asDay('2026-03-03'))).toBe(true)
  })
})
