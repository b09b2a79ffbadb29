import type { Dialogue } from '../dialogue/dialogue.ts'
import { progressOf } from '../journal/course-progress.ts'
import type { Entry } from '../journal/entry.ts'
import { tagKey } from '../journal/tags.ts'
import type { Journal } from '../store/journal.ts'
import type { WrittenCourse } from '../themes/course.ts'
import { everyCourse } from './courses.ts'
import { tagFlag, wordFlag } from './flags.ts'

/** Pages that are chosen by name. */
export interface PagesNamed {
  isOn(entry: Entry): boolean
  /** What they are about, where that is a course. */
  readonly about?: string
}

/** The pages of a course, of one session of it, or with a tag; undefined where none were chosen by name. */
export async function pagesNamed(
  journal: Journal,
  entries: readonly Entry[],
  { course, session, tag }: { course?: string; session?: string; tag?: readonly string[] },
): Promise<PagesNamed | undefined> {
  if (tag) {
    const tags = new Set(tag.map(tagFlag))
    return { isOn: entry => entry.tags.some(it => tags.has(tagKey(it))) }
  }
  if (course === undefined) return undefined
  const all = await everyCourse(journal)
  const ids = all.map(({ id }) => id)
  const id = wordFlag(course, ids, '--course')
  return all
    .filter(it => it.id === id)
    .map(it => {
      const sessions = it.sessions.map(one => one.id)
      return pagesOf(it, wordFlag(session, sessions, '--session'), entries)
    })[0]
}

/** Asks which pages, where a course was walked. Enter leaves it at what is marked. */
export async function askPagesNamed(
  dialogue: Dialogue,
  journal: Journal,
  entries: readonly Entry[],
): Promise<PagesNamed | undefined> {
  const walked = (await everyCourse(journal))
    .map(course => ({ course, done: progressOf(course.id, entries).done }))
    .filter(({ done }) => done.size > 0)
  if (walked.length === 0) return undefined
  const one = await dialogue.choose({
    ask: 'Pages of a course? Enter: what is marked to bring.',
    choices: walked.map(it => ({ value: it, label: it.course.name })),
  })
  if (!one) return undefined
  const { course, done } = one
  const sessions = course.sessions.filter(({ id }) => done.has(id))
  const session =
    sessions.length > 1
      ? await dialogue.choose({
          ask: 'One session of it? Enter: all of them.',
          choices: sessions.map(({ id, name }) => ({ value: id, label: name })),
          layout: 'menu',
        })
      : undefined
  return pagesOf(course, session, entries)
}

/** What was written in the sittings of a course; its check-ins are no pages. */
function pagesOf(
  course: WrittenCourse,
  session: string | undefined,
  entries: readonly Entry[],
): PagesNamed {
  const sittings = new Set(
    entries.flatMap(({ kind, details, session: sitting }) =>
      kind === 'checkin' &&
      details.course?.id === course.id &&
      (session === undefined || details.course.session === session)
        ? (sitting ?? [])
        : [],
    ),
  )
  const name = course.sessions.find(({ id }) => id === session)?.name
  return {
    isOn: ({ kind, session: sitting }) =>
      kind !== 'checkin' && sitting !== undefined && sittings.has(sitting),
    about: name === undefined ? course.name : `${course.name}: ${name}`,
  }
}
