import { mayCall } from '../care/triggers.ts'
import type { Context } from '../context.ts'
import { offerCare } from '../desk/care.ts'
import { keptDraft } from '../desk/kept-draft.ts'
import { leftUnfinished } from '../desk/left-unfinished.ts'
import { lookOf } from '../desk/look.ts'
import { changePreferences } from '../desk/preferences.ts'
import { damaged } from '../desk/readable.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'
import type { Day } from '../journal/day.ts'
import { isLow } from '../journal/low-days.ts'
import { isAboutSomebody } from '../journal/season.ts'
import { lines } from '../render/lines.ts'
import { readSettings } from '../settings/read.ts'
import type { Journal } from '../store/journal.ts'
import { nothingYet, pagesIn, wordsIn } from './answers.ts'
import { askCountry } from './ask-country.ts'
import type { CoursePlan } from './course.ts'
import { walkOfCourse } from './course-session.ts'
import type { SessionDraft, Unfinished } from './draft.ts'
import { holdsSomething, isAnswers, isSession, whereItStopped } from './draft.ts'
import type { Gathered } from './known.ts'
import { gatherKnown, gatherRecalled } from './known.ts'
import { tellMarks } from './marks.ts'
import type { Walk, Wish } from './plan.ts'
import { planArrival, planWalk } from './plan.ts'
import { draftFrom } from './read-draft.ts'
import type { Room } from './room.ts'
import { peopleFrom, saveSession, sittingOf } from './save-session.ts'
import { suited } from './screen-reader.ts'
import type { SessionWish } from './session-wish.ts'
import { wishedIn } from './session-wish.ts'
import { isPageKept, keepAnswers, keepPage } from './unfinished-page.ts'
import { walk } from './walk.ts'

/** The guided session with somebody at a terminal: the unfinished one first, if there is one. */
export async function guided(asked: Context, journal: Journal, wish: SessionWish): Promise<void> {
  // Before anything else is asked. Whoever has forgotten it, or would rather not, writes all the same.
  await journal.unlock().catch(damaged)
  if (journal.locked) asked.terminal.notify(staysLocked)
  const context = await suited(asked, journal)
  const dialogue = await context.dialogue('Give the answers with --answers FILE or through a pipe.')
  context.onEnd(() => journal.drafts.sync())
  let finished: Day | undefined
  try {
    const unfinished = await newestDraft(journal)
    const draft = unfinished && (await offerResume(context, journal, dialogue, unfinished))
    if (draft === 'done') return
    const day = draft?.day ?? wish.when.day
    const gathered = await gatherKnown(journal, day, context.settings)
    const course = draft
      ? undefined
      : (wish.course ?? (await courseInstead(context, journal, dialogue, wish)))
    const fresh = () => begin(context, { ...wish, ...(course && { course }) }, gathered)
    const begun = draft ? withWhatIsDue(draft, gathered) : fresh()
    finished = await sit(context, journal, dialogue, wish, gathered, begun)
  } finally {
    await journal.drafts.sync()
    dialogue.close()
  }
  if (finished && context.settings.resurface)
    await (await import('./again.ts')).offerAgain(context, journal, finished)
}

const begin = (context: Context, wish: SessionWish, { known }: Gathered): SessionDraft => {
  const { when, isPrivate, course } = wish
  const { zone, newId } = context.stamp()
  const wished = wishedIn(wish)
  return {
    kind: 'session',
    id: newId(),
    day: when.day,
    startedAt: when.at,
    zone,
    // A course asks its own questions, and no more than a quarter of an hour holds.
    arrival: { ...planArrival(known), ...(course && { connection: false }) },
    ...(course && { course }),
    answers: nothingYet(),
    done: [],
    ...(Object.keys(wished).length > 0 && { wished }),
    ...(isPrivate && { private: true }),
  }
}

/** What was settled since, or is not to come up any more, is not asked about, and what changed is as it is now. */
function withWhatIsDue(draft: SessionDraft, { known }: Gathered): SessionDraft {
  const { due } = planArrival(known)
  const now = draft.arrival.due.flatMap(({ id }) => due.find(it => it.id === id) ?? [])
  return { ...draft, arrival: { ...draft.arrival, due: now } }
}

/** @returns the day of a session that was walked to its end, and asked for words */
async function sit(
  context: Context,
  journal: Journal,
  dialogue: Dialogue,
  wish: SessionWish,
  gathered: Gathered,
  draft: SessionDraft,
): Promise<Day | undefined> {
  const { settings, folders, terminal } = context
  const page = keptDraft(context, journal, draft.id)
  // One that holds nothing yet would be cleared away by whoever finds it.
  let hasBegun = false
  const isBegun = () => (hasBegun ||= holdsSomething(draft))
  const wished = { ...draft.wished, ...wishedIn(wish) }
  const lengthSaid =
    wished.length !== undefined || wished.only !== undefined || draft.course !== undefined
  const room: Omit<Room, 'step'> = {
    ...gathered,
    dialogue,
    draft,
    look: lookOf(context),
    today: context.stamp().today,
    weekStartsOn: settings.weekStartsOn,
    seed: gathered.known.seed,
    folder: folders.journal.replace(context.env.HOME ?? '\u0000', '~'),
    isSealed: journal.sealed !== undefined,
    aboutSomebody: isAboutSomebody(settings),
    length: wished.length ?? settings.length,
    askLength: gathered.known.first && !lengthSaid,
    lengthSaid,
    ...(wished.only && { only: wished.only }),
    ...(wished.choicesOnly && { choicesOnly: true }),
    planWalk(planned) {
      const { walk, said } = walkFor(draft, gathered, planned)
      if (said !== undefined) dialogue.say(() => lines(said, lookOf(context)))
      return walk
    },
    keep: () => (isBegun() ? page.keep(draft) : undefined),
    remember: length => remember(context, { length }),
    setSeason: (season, start) => remember(context, { season, 'season-start': start }),
    addHardDate: addingHardDate(context),
    edit: (text, onSave) => context.editText(text, onSave),
    heard: text => letGo.push(text),
    async recallAnew() {
      const map = await peopleFrom(journal, draft.answers, context.stamp())
      return gatherRecalled(journal, draft.day, map)
    },
    calls: firstCall(settings.careCard, () => [...wordsIn(draft.answers), ...letGo]),
  }
  const letGo: string[] = []
  let end: 'finished' | 'enough'
  try {
    end = await walk(room)
  } catch (signal) {
    if (holdsSomething(draft)) await leftUnfinished(context, page, wordsIn(draft.answers), letGo)
    else {
      await journal.drafts.remove(draft.id)
      await offerCare(context, letGo)
    }
    throw signal
  }
  const sitting = sittingOf({ ...draft, session: draft.id, began: draft.startedAt })
  dialogue.say('')
  const held = page.holding(wordsIn(draft.answers).join('\n\n'))
  const saved = await saveSession(context, journal, draft.answers, sitting, {
    held,
    atHome: true,
    letGo,
  })
  if (saved && gathered.known.first) terminal.notify(whatComesNext)
  if (saved) await tellMarks(context, journal)
  if (!saved || end !== 'finished') return undefined
  await askCountry(context, dialogue)
  return draft.choicesOnly ? undefined : draft.day
}

/**
 * Whether words call for help, said the first time that they do. The rules are loaded only for words that they could
 * come of, and what was looked at once is not looked at again.
 */
function firstCall(isWished: boolean, said: () => readonly string[]): Room['calls'] {
  let isTold = !isWished
  let seen = ''
  return async () => {
    if (isTold) return false
    const words = said()
    const now = words.join('\n')
    if (now === seen || !words.some(mayCall)) return false
    seen = now
    const { careFor } = await import('../care/care.ts')
    isTold = careFor(words) !== undefined
    return isTold
  }
}

/** Adds a hard date to those there are by now, in the place of one of this sitting that a step back put right. */
function addingHardDate(context: Context): Room['addHardDate'] {
  const { folders, settings } = context
  let added: string | undefined
  return async day => {
    const { hardDates } = readSettings(folders.config, () => {})
    const others = hardDates.filter(it => it !== added && it !== day)
    added = settings.hardDates.includes(day) ? undefined : day
    await remember(context, { 'hard-dates': [...others, day] })
  }
}

/** Today's questions, or those of the course. On a low day a lighter session of it, or the short way. */
function walkFor(
  draft: SessionDraft,
  { known }: Gathered,
  wish: Wish,
): { walk: Walk; said?: string } {
  const { course } = draft
  if (!course) return { walk: planWalk(known, wish) }
  if (!course.deep || !isLow(wish.mood)) return { walk: walkOfCourse(draft, course) }
  if (course.lighter)
    return {
      walk: walkOfCourse(draft, course.lighter),
      said: `"${course.name}" goes deep, and waits for a lighter day.`,
    }
  delete draft.course
  const said = `"${course.name}" goes deep, and waits for a lighter day. Today has a gentle question.`
  return { walk: planWalk(known, { ...wish, length: 'short' }), said }
}

/** Beside today's questions, a course that somebody is on the way through. */
async function courseInstead(
  context: Context,
  journal: Journal,
  dialogue: Dialogue,
  { length, only, when }: SessionWish,
): Promise<CoursePlan | undefined> {
  if (length ?? only ?? (journal.locked || undefined)) return undefined
  const begun = (await journal.settings('course').catch(damaged)) ?? []
  if (begun.every(({ state }) => state !== 'going')) return undefined
  const { offeredToday } = await import('./course.ts')
  const plans = await offeredToday(context, journal, when.day)
  if (plans.length === 0) return undefined
  return dialogue.choose<CoursePlan>({
    ask: "Go on with a course? Enter: today's questions.",
    choices: plans.map(plan => ({ value: plan, label: plan.courseName })),
  })
}

/** A preference that cannot be written is no reason to end a session. */
async function remember(
  context: Context,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await changePreferences(context, changes)
  } catch {}
}

const staysLocked =
  'Your journal stays locked. What you write now is kept in it all the same.\nThe questions just know nothing of earlier days this time.'

const whatComesNext =
  'Tomorrow `hearten` has other questions. `hearten review` shows what you wrote.'

/** The newest draft that holds something. Empty ones, and those that were kept before a kill, are cleared away. */
async function newestDraft(journal: Journal): Promise<Unfinished | undefined> {
  for (const { id } of (await journal.drafts.list().catch(damaged)) ?? []) {
    const draft = await draftFrom(id, await journal.drafts.load(id))
    if (!draft) continue
    const holds = !isSession(draft) || holdsSomething(draft)
    // Where it cannot be read whether it was kept, it is offered.
    if (holds && !(await isKept(journal, draft).catch(damaged))) return draft
    await journal.drafts.remove(id)
  }
  return undefined
}

/** Whether a draft's words are in the journal already. */
async function isKept(journal: Journal, draft: Unfinished): Promise<boolean> {
  if (!isSession(draft)) return isPageKept(journal, draft)
  const { day: from, day: to, day: today } = draft
  const entries = await journal.entries({ from, to, today, sealed: 'include' })
  const kept = entries.filter(({ session }) => session === draft.id)
  // From another window other words may have been kept.
  const texts = kept.map(({ text }) => text)
  return (
    kept.length > 0 &&
    pagesIn(draft.answers).every(page => texts.some(text => text.includes(page.trim())))
  )
}

/**
 * "You were in the middle of something."
 *
 * @returns the session to go on with, undefined to begin a new one, or `done`
 */
async function offerResume(
  context: Context,
  journal: Journal,
  dialogue: Dialogue,
  draft: Unfinished,
): Promise<SessionDraft | 'done' | undefined> {
  const { today } = context.stamp()
  const where = whereItStopped(draft, today)
  const remove = () => journal.drafts.remove(draft.id)
  const look = lookOf(context)
  dialogue.say(() => lines(`You were in the middle of something ${where}.`, look))
  const ways = waysOn(draft)
  const choice = await dialogue
    .choose({
      ask: isAnswers(draft) ? 'Keep it?' : 'Pick it up?',
      choices: [...ways, { value: 'go', label: 'let it go' } as const],
      initial: ways[0]?.value ?? 'keep',
    })
    .catch(leaving)
  if (choice === 'later') return 'done'
  if (choice === 'go') {
    const isSure = await dialogue.confirm({ ask: 'Let it go for good?' }).catch(leaving)
    if (isSure !== true) return 'done'
  }
  const now = await draftFrom(draft.id, await journal.drafts.take(draft.id))
  if (now === undefined) {
    dialogue.say(
      lines('Another window has it now, or kept it. Nothing was changed here.', lookOf(context)),
    )
    return 'done'
  }
  if (choice === 'go') {
    await remove()
    return undefined
  }
  return goOn(context, journal, dialogue, now, choice === 'resume')
}

/** Goes on with an unfinished page, or keeps it as it is. */
async function goOn(
  context: Context,
  journal: Journal,
  dialogue: Dialogue,
  draft: Unfinished,
  writeOn: boolean,
): Promise<SessionDraft | 'done' | undefined> {
  const { today } = context.stamp()
  if (isSession(draft)) {
    if (writeOn) return draft
    const sitting = sittingOf({ ...draft, session: draft.id, began: draft.startedAt })
    const held = keptDraft(context, journal, draft.id).holding(wordsIn(draft.answers).join('\n\n'))
    await saveSession(context, journal, draft.answers, sitting, { held })
    return draft.day === today ? 'done' : undefined
  }
  if (isAnswers(draft)) await keepAnswers(context, journal, draft)
  else await keepPage(context, journal, dialogue, draft, writeOn)
  return 'done'
}

/** What can be done with it besides letting it go. Answers cannot be picked up, only kept. */
function waysOn(draft: Unfinished) {
  const resume = { value: 'resume', label: 'pick it up' } as const
  const keep = (label: string) => ({ value: 'keep', label }) as const
  if (isAnswers(draft)) return [keep('keep what is there')]
  if (isSession(draft)) return [resume, keep('keep what is there')]
  return [resume, keep(draft.kind === 'jot' ? 'keep it as a note' : 'keep it as it is')]
}

/** Enough, asked at the door: nothing changes, and the draft waits. */
function leaving(signal: unknown): 'later' {
  if (signal instanceof Enough) return 'later'
  throw signal
}
