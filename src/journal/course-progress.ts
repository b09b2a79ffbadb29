import type { CourseSession, WrittenCourse } from '../themes/course.ts'
import type { Day } from './day.ts'
import { daysBetween } from './day.ts'
import type { Entry } from './entry.ts'

/** What was done of a course. What was not is counted nowhere. */
export interface CourseProgress {
  /** The day a session was done last, by its id. */
  readonly done: ReadonlyMap<string, Day>
  /** The session that was done last of all. */
  readonly last?: { readonly session: string; readonly day: Day }
}

/** @param entries oldest first */
export function progressOf(course: string, entries: readonly Entry[]): CourseProgress {
  const done = new Map<string, Day>()
  let last: CourseProgress['last']
  for (const { kind, day, details } of entries) {
    if (kind !== 'checkin' || details.course?.id !== course) continue
    done.set(details.course.session, day)
    last = { session: details.course.session, day }
  }
  return { done, ...(last && { last }) }
}

/**
 * The session to go on with: the first that was not done; when all were, the one that was done longest ago.
 * Never the same twice in a row, and on a low day none that goes deep.
 *
 * @returns undefined where a low day leaves none
 */
export function nextSession(
  { sessions }: Pick<WrittenCourse, 'sessions'>,
  { done, last }: CourseProgress,
  isLow: boolean,
): CourseSession | undefined {
  const fits = sessions.filter(({ depth }) => !isLow || depth !== 'deep')
  const others = fits.filter(({ id }) => id !== last?.session)
  const open = others.find(({ id }) => !done.has(id))
  const dayOf = ({ id }: CourseSession) => done.get(id) ?? ''
  const longest = [...others].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))[0]
  return open ?? longest ?? (isLow || sessions.length > 1 ? undefined : sessions[0])
}

/** Whether a course asks to be left alone for another day, and how many it likes between two sessions. */
export const rests = (
  { apart }: Pick<WrittenCourse, 'apart'>,
  { last }: CourseProgress,
  today: Day,
): boolean => {
  const between = last === undefined ? Number.POSITIVE_INFINITY : daysBetween(last.day, today)
  return between < (apart?.from ?? 1)
}
