import type { Entry } from '../journal/entry.ts'
import type { WrittenCourse } from '../themes/course.ts'

/** What was done of a course in a period. What was not is counted nowhere. */
export interface CourseSeen {
  readonly id: string
  readonly name: string
  /** The sessions by their names, each once, in the order they were done. */
  readonly sessions: readonly string[]
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
