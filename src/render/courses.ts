import type { CourseProgress } from '../journal/course-progress.ts'
import type { BegunCourse } from '../journal/setting.ts'
import type { WrittenCourse } from '../themes/course.ts'
import { many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import type { Look } from './look.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'

interface Shown {
  readonly course: WrittenCourse
  readonly begun?: BegunCourse
  readonly progress: CourseProgress
}

/** The courses there are. What was not done is counted nowhere. */
export function renderCourses(all: readonly Shown[], look: Look): string {
  const sections = [
    ...all.flatMap(({ course, begun, progress }) => {
      // A course that was put together anew may have lost some.
      const done = course.sessions.filter(({ id }) => progress.done.has(id)).length
      return section({ heading: course.name }, [
        ...say(course.about),
        ...note(
          [
            `${course.id}, ${many(course.sessions.length, 'session')}`,
            begun && begun.state !== 'left' && stateWords[begun.state],
            done > 0 && `${done} done`,
          ]
            .filter(Boolean)
            .join(', '),
        ),
      ])
    }),
    ...section(
      {},
      note('`hearten course begin NAME` begins one, `hearten course show NAME` shows it.'),
    ),
  ]
  return print({ title: 'Courses', aside: 'hearten course', sections }, look)
}

const stateWords = { going: 'on the way', paused: 'resting' } as const

/** One course: its sessions, and when they were done. */
export function renderCourse({ course, begun, progress }: Shown, look: Look): string {
  const rows = course.sessions.map(({ id, name, depth }, at) => {
    const done = progress.done.get(id)
    return {
      cells: [String(at + 1), name, depth, done ? `done ${namedDay(done, look.today)}` : ''],
      sentence: `${at + 1}. ${name}, ${depth}${done ? `, done ${namedDay(done, look.today)}` : ''}.`,
    }
  })
  const sections = [
    ...section({}, say(course.about)),
    ...section({}, [
      {
        kind: 'table',
        columns: ['', 'session', 'depth', ''],
        rows: rows.map(({ cells }) => cells),
        sentences: rows.map(({ sentence }) => sentence),
      },
    ]),
    ...section(
      {},
      note(
        begun?.state === 'going'
          ? '`hearten course` goes on; --session NUMBER takes any of them, also once more.'
          : `\`hearten course begin ${course.id}\` begins it. Any order will do.`,
      ),
    ),
  ]
  return print({ title: course.name, aside: `hearten course show ${course.id}`, sections }, look)
}
