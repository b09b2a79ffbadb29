import type { Context } from '../context.ts'
import { everyCourse } from '../desk/courses.ts'
import { damaged } from '../desk/readable.ts'
import type { CourseProgress } from '../journal/course-progress.ts'
import { nextSession, progressOf, rests } from '../journal/course-progress.ts'
import type { Day } from '../journal/day.ts'
import { isLow, lastMood } from '../journal/low-days.ts'
import type { BegunCourse } from '../journal/setting.ts'
import type { Journal } from '../store/journal.ts'
import type { CourseSession, Exercise, WrittenCourse } from '../themes/course.ts'
import { themes } from '../themes/theme.ts'
import type { ThemePlan } from './plan.ts'

/** One session of a course, whole, as it lies in a draft. */
export interface CoursePlan {
  readonly course: string
  readonly session: string
  /** "After a break-up". */
  readonly courseName: string
  /** "Where you are now". */
  readonly name: string
  readonly read: readonly string[]
  readonly source: string
  readonly themes: readonly ThemePlan[]
  readonly exercise?: Exercise
  readonly step: string
  readonly person: string
  readonly leaving?: string
  /** Said when this session is the last that was open. */
  readonly end?: string
  readonly deep: boolean
  /** Taken in its place when the day turns out low. */
  readonly lighter?: CoursePlan
}

/** A course, where the person is with it, and what was done of it. */
export interface Walked {
  readonly course: WrittenCourse
  readonly begun?: BegunCourse
  readonly progress: CourseProgress
}

/** Each course with what was done of it. */
export async function coursesIn(context: Context, journal: Journal): Promise<Walked[]> {
  const all = await everyCourse(journal)
  const begun = await journal.settings('course')
  const { today } = context.stamp()
  const from = begun.map(it => it.begun).sort()[0]
  const entries = from ? await journal.entries({ today, from, kinds: ['checkin'] }) : []
  return all.map(course => {
    const state = begun.find(it => it.course === course.id)
    return { course, ...(state && { begun: state }), progress: progressOf(course.id, entries) }
  })
}

/** Those that somebody is on the way through. */
export const goingOn = (all: readonly Walked[]): Walked[] =>
  all.filter(({ begun }) => begun?.state === 'going')

/** The sessions that are offered beside today's questions: of courses that are on the way and do not rest today. */
export async function offeredToday(
  context: Context,
  journal: Journal,
  day: Day,
): Promise<CoursePlan[]> {
  const all = (await coursesIn(context, journal).catch(damaged)) ?? []
  const low = await isLowSoFar(journal, day)
  return goingOn(all)
    .filter(({ course, progress }) => !rests(course, progress, day))
    .flatMap(walked => nextPlan(walked, low) ?? [])
}

/** Whether the day so far was low, whatever command said so. */
export async function isLowSoFar(journal: Journal, day: Day): Promise<boolean> {
  const entries = await journal.entries({ today: day, from: day, to: day }).catch(damaged)
  return isLow(lastMood(entries ?? []))
}

/** The next session of a course, with a lighter one at hand; undefined where a low day leaves none. */
export function nextPlan(walked: Walked, low: boolean): CoursePlan | undefined {
  const next = nextSession(walked.course, walked.progress, low)
  return next && coursePlan(walked, next)
}

/** A session as it will be asked. */
export function coursePlan({ course, progress }: Walked, session: CourseSession): CoursePlan {
  const others = course.sessions.filter(({ id }) => id !== session.id)
  const light = nextSession({ sessions: others }, progress, true)
  const lighter =
    session.depth === 'deep' && light ? coursePlan({ course, progress }, light) : undefined
  const isLast = others.every(({ id }) => progress.done.has(id)) && !progress.done.has(session.id)
  return {
    course: course.id,
    session: session.id,
    courseName: course.name,
    name: session.name,
    read: session.read.text,
    source: session.read.source,
    themes: session.prompts.map(prompt => themePlan(course, session, prompt)),
    step: session.step.replace(/[.]$/, ''),
    person: session.person,
    deep: session.depth === 'deep',
    ...(session.exercise && { exercise: session.exercise }),
    ...(session.leaving && { leaving: session.leaving }),
    ...(isLast && { end: course.end }),
    ...(lighter && { lighter }),
  }
}

function themePlan(
  course: WrittenCourse,
  session: CourseSession,
  { theme, text, note, deeper }: CourseSession['prompts'][number],
): ThemePlan {
  const { name, purpose } = themes.find(({ id }) => id === theme) ?? { name: theme, purpose: '' }
  const prompt = {
    id: promptId(course.id, session.id, theme),
    text,
    ...(note !== undefined && { note }),
    ...(deeper !== undefined && { deeper }),
    deep: session.depth === 'deep',
    reason: `It belongs to "${session.name}" of ${course.name}.`,
    why: session.read.text[0] ?? '',
    restsOn: session.read.source.replace(/[.]$/, ''),
  }
  return { id: theme, name, purpose, prompts: [prompt], deeper: 'offered' }
}

const promptId = (...parts: readonly string[]): string => parts.join('.')

/** The session that a prompt of this id belongs to, as entries name it. */
export function courseOfPrompt(id: string): { id: string; session: string } | undefined {
  const [course, session, theme, more] = id.split('.')
  if (!course || !session || !theme || more !== undefined) return undefined
  return { id: course, session }
}

/** A question of a course by its id, as an answers file or a sheet names it. */
export function coursePrompt(all: readonly WrittenCourse[], id: string) {
  const where = courseOfPrompt(id)
  const course = all.find(it => it.id === where?.id)
  const session = course?.sessions.find(it => it.id === where?.session)
  const prompt = session?.prompts.find(it => id.endsWith(`.${it.theme}`))
  return prompt && { ...prompt, id, deeper: prompt.deeper ?? '' }
}
