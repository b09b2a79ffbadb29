import type { Context } from '../context.ts'
import { readGiven } from '../desk/given-file.ts'
import { keep } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { lookOf } from '../desk/look.ts'
import { picked } from '../desk/pick.ts'
import { keepSetting } from '../desk/setting.ts'
import { UsageError } from '../errors.ts'
import { nameKey } from '../journal/person.ts'
import { firstRevision, nextRevision } from '../journal/record.ts'
import type { BegunCourse } from '../journal/setting.ts'
import { renderCourse, renderCourses } from '../render/courses.ts'
import { visibleLine } from '../render/gate.ts'
import type { CoursePlan, Walked } from '../session/course.ts'
import { coursePlan, coursesIn, goingOn, isLowSoFar, nextPlan } from '../session/course.ts'
import { guided } from '../session/guided.ts'
import { planArrival } from '../session/plan.ts'
import type { SessionWish } from '../session/session-wish.ts'
import { prepare, wishOf } from '../session/session-wish.ts'
import { writeSheet } from '../session/sheet.ts'
import type { Journal } from '../store/journal.ts'
import type { CourseSession } from '../themes/course.ts'

interface CourseFlags {
  session?: string
  sheet?: boolean
  keys?: boolean
  private?: boolean
}

/** Goes on with a course that was begun; where there is none, or nobody to ask, lists them. */
export async function course(
  context: Context,
  words: string[],
  flags: CourseFlags,
): Promise<undefined> {
  const journal = await context.openJournal()
  const all = await coursesIn(context, journal)
  const { terminal, globals } = context
  if (globals.json) {
    terminal.data({ courses: all.map(shown) })
    return
  }
  const named = words.length > 0 ? courseNamed(all, words) : undefined
  const going = named ? [named] : goingOn(all)
  const asks = flags.sheet || flags.session !== undefined || terminal.interactive
  if (!asks || (going.length === 0 && !flags.session && !flags.sheet)) {
    await terminal.page(renderCourses(all, lookOf(context)))
    return
  }
  const walked = going.length > 1 ? await whichOf(context, journal, going) : going[0]
  if (!walked) throw new UsageError('No course was begun. `hearten course begin NAME` begins one.')
  await goOn(context, journal, walked, flags)
}

const shown = ({ course, begun, progress }: Walked) => ({
  ...{ id: course.id, name: course.name, about: course.about },
  state: begun?.state ?? 'new',
  ...(begun && { begun: begun.begun }),
  sessions: course.sessions.map(({ id, name, depth }) => {
    const done = progress.done.get(id)
    return { id, name, depth, ...(done && { done }) }
  }),
})

async function goOn(
  context: Context,
  journal: Journal,
  walked: Walked,
  flags: CourseFlags,
): Promise<void> {
  const { session, ...others } = flags
  const low = await isLowSoFar(journal, context.stamp().today)
  const plan = session ? sessionNamed(walked, session) : nextPlan(walked, low)
  if (!plan) {
    context.terminal.notify(
      'What is open of it goes deep, and waits for a lighter day. `hearten` has gentle questions.',
    )
    return
  }
  const wish: SessionWish = { ...wishOf(context, others), course: plan }
  if (flags.sheet) await printSheet(context, wish, plan)
  else await guided(context, journal, wish)
}

async function printSheet(context: Context, wish: SessionWish, plan: CoursePlan): Promise<void> {
  const { known } = await prepare(context, wish)
  const { newId, zone } = context.stamp()
  const { day, at: began } = wish.when
  const own = wish.isPrivate ? { private: true as const } : {}
  const arrival = { ...planArrival(known), connection: false }
  const walk = { length: 'short' as const, themes: plan.themes }
  const sheet = { session: newId(), day, began, zone, ...own }
  context.terminal.print(writeSheet(sheet, arrival, walk, undefined, plan))
}

/** Begins a course, or goes on with one that rested; on a terminal its first session follows. */
export async function beginCourse(context: Context, words: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const walked = courseNamed(await coursesIn(context, journal), words)
  const { course, begun } = walked
  const name = visibleLine(course.name)
  const stamp = context.stamp()
  const next: BegunCourse = begun
    ? nextRevision(begun, { state: 'going' }, stamp)
    : {
        ...firstRevision(stamp),
        ...{ kind: 'course', course: course.id, begun: stamp.today, state: 'going' },
      }
  if (begun?.state === 'going') context.terminal.notify(`${name} is begun already.`)
  else
    await keepSetting(
      context,
      journal,
      'course begin',
      next,
      begun
        ? `${name} goes on, where it was left.`
        : `${name} is begun. Any session, in any order.`,
    )
  if (context.terminal.interactive) await goOn(context, journal, { ...walked, begun: next }, {})
  else context.terminal.notify('`hearten course` goes on with it.')
}

/** One course, with what was done of it. */
export async function showCourse(context: Context, words: string[]): Promise<undefined> {
  const all = await coursesIn(context, await context.openJournal())
  const walked = words.length > 0 ? courseNamed(all, words) : (goingOn(all)[0] ?? all[0])
  const { terminal, globals } = context
  if (!walked) throw new UsageError('There is no course. Nothing was changed.')
  if (globals.json) terminal.data({ course: shown(walked) })
  else await terminal.page(renderCourse(walked, lookOf(context)))
}

export const pauseCourse = (context: Context, words: string[]): Promise<undefined> =>
  rest(
    context,
    words,
    'paused',
    (name, id) => `${name} rests. \`hearten course begin ${id}\` goes on, any day.`,
  )

/** Leaving is a way of being done. What was written stays. */
export const leaveCourse = (context: Context, words: string[]): Promise<undefined> =>
  rest(context, words, 'left', name => `${name} is left. What you wrote stays.`)

async function rest(
  context: Context,
  words: string[],
  state: 'paused' | 'left',
  told: (name: string, id: string) => string,
): Promise<undefined> {
  const journal = await context.openJournal()
  const all = await coursesIn(context, journal)
  const going = goingOn(all)
  const walked =
    words.length > 0 ? courseNamed(all, words) : going.length === 1 ? going[0] : undefined
  if (!walked?.begun) {
    const begun = all.filter(it => it.begun && it.begun.state !== 'left')
    throw new UsageError(
      begun.length > 0
        ? `Say which course. Begun: ${begun.map(it => it.course.id).join(', ')}. Nothing was changed.`
        : 'No course was begun. `hearten course begin NAME` begins one.',
    )
  }
  const next = nextRevision(walked.begun, { state }, context.stamp())
  await keepSetting(
    context,
    journal,
    `course ${state}`,
    next,
    told(visibleLine(walked.course.name), walked.course.id),
  )
}

/** A course from a file of one's own; one of the same id is replaced. */
export async function addCourse(context: Context, [file = '']: string[]): Promise<undefined> {
  const { readCourse } = await import('../formats/course-pack.ts')
  const read = readCourse(await readGiven(context, file), file === '-' ? 'The course' : file)
  const journal = await context.openJournal()
  const known = (await journal.settings('coursepack')).find(it => it.course === read.id)
  const stamp = context.stamp()
  const content = JSON.stringify(read)
  const pack = known
    ? nextRevision(known, { content }, stamp)
    : { ...firstRevision(stamp), kind: 'coursepack' as const, course: read.id, content }
  await keep(context, journal, {
    label: 'course add',
    records: [pack],
    words: [],
    held: heldElsewhere,
    tell: () =>
      `${visibleLine(read.name)} is among the courses. \`hearten course begin ${read.id}\` begins it.`,
  })
}

/** Takes a course of one's own file away. What was written in it stays. */
export async function removeCourse(context: Context, [id = '']: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const pack = (await journal.settings('coursepack')).find(
    it => it.course === id.trim().toLowerCase(),
  )
  if (!pack)
    throw new UsageError(`No course "${id}" came from a file of yours. Nothing was changed.`)
  const gone = nextRevision(pack, { deleted: true }, context.stamp())
  const told = `${pack.course} is removed. What you wrote stays. \`hearten undo\` brings it back.`
  await keepSetting(context, journal, 'course remove', gone, told)
}

const whichOf = (context: Context, journal: Journal, going: readonly Walked[]) =>
  picked(context, journal, 'Say which: `hearten course NAME`.', dialogue =>
    dialogue.choose({
      ask: 'Which course?',
      choices: going.map(it => ({ value: it, label: it.course.name })),
    }),
  )

/** The course that words mean: its id, its name, or the beginning of either. */
function courseNamed(all: readonly Walked[], words: readonly string[]): Walked {
  const typed = nameKey(words.join(' '))
  const keys = ({ course }: Walked) => [course.id, nameKey(course.name)]
  const exact = all.find(it => keys(it).includes(typed))
  const near = all.filter(it => typed !== '' && keys(it).some(key => key.startsWith(typed)))
  const [only] = near
  if (exact ?? (near.length === 1 && only)) return (exact ?? only) as Walked
  throw new UsageError(
    `There is no course "${words.join(' ')}". There are: ${all.map(it => it.course.id).join(', ')}. Nothing was changed.`,
  )
}

/** A session by its id, its place or the beginning of its name. */
function sessionNamed(walked: Walked, typed: string): CoursePlan {
  const { sessions } = walked.course
  const key = nameKey(typed)
  const isIt = ({ id, name }: CourseSession) => id === key || nameKey(name).startsWith(key)
  const found = /^\d+$/.test(key) ? sessions[Number(key) - 1] : sessions.find(isIt)
  if (found && key !== '') return coursePlan(walked, found)
  throw new UsageError(
    `--session "${typed}" is none of this course. \`hearten course show ${walked.course.id}\` lists them.`,
  )
}
