import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import type { Since } from '../journal/setting.ts'
import type { SinceCount } from '../journal/since.ts'
import { sinceCount } from '../journal/since.ts'
import type { WrittenCourse } from '../themes/course.ts'
import type { Discretion } from './discretion.ts'
import type { MonthGist } from './month-gist.ts'

/** What was done of a course in a period. What was not is counted nowhere. */
export interface CourseSeen {
  readonly id: string
  readonly name: string
  /** The sessions by their names, each once, in the order they were done. */
  readonly sessions: readonly string[]
}

/** Days that count from something, as they stood at the end of a period. */
export interface DaysSince extends SinceCount {
  readonly name: string
  readonly start: Day
}

/** @param courses those there are; a session of one that is gone is left out, for want of its name */
export function coursesSeen(
  entries: readonly Entry[],
  courses: readonly WrittenCourse[],
): CourseSeen[] {
  const done = entries.flatMap(({ kind, details }) =>
    kind === 'checkin' && details.course ? details.course : [],
  )
  return courses.flatMap(({ id, name, sessions }) => {
    const ids = new Set(done.filter(it => it.id === id).map(({ session }) => session))
    const names = [...ids].flatMap(it => sessions.find(session => session.id === it)?.name ?? [])
    return names.length > 0 ? { id, name, sessions: names } : []
  })
}

/**
 * Names are the person's words, and some are not read back. Where private slips do not count, what they came after
 * is left out whole: its days would be told wrong.
 */
export function daysSince(
  all: readonly Since[],
  months: readonly MonthGist[],
  until: Day,
  may: Pick<Discretion, 'mayRead'>,
): DaysSince[] {
  const slips = months.flatMap(({ gist }) => gist.slips)
  const withheld = new Set(months.flatMap(({ gist }) => gist.withheld.map(nameKey)))
  return all
    .filter(
      ({ name, start }) => start <= until && !withheld.has(nameKey(name)) && may.mayRead(name),
    )
    .map(({ name, start }) => ({ name, start, ...sinceCount({ name, start }, slips, until) }))
}
