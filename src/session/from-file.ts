import type { Context } from '../context.ts'
import { everyCourse } from '../desk/courses.ts'
import { readGiven } from '../desk/given-file.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { amountNamed } from '../desk/measures.ts'
import { UserError } from '../errors.ts'
import type { Scale } from '../journal/entry.ts'
import type { Measure } from '../journal/setting.ts'
import type { Journal } from '../store/journal.ts'
import { courses } from '../themes/courses.ts'
import { everAsked } from '../themes/prompts.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Answers } from './answers.ts'
import { wordsIn } from './answers.ts'
import { courseOfPrompt, coursePrompt } from './course.ts'
import { entriesFrom, notYetKept } from './entries.ts'
import { readAnswers } from './fields.ts'
import { answersFrom } from './given.ts'
import { ownPrompt } from './plan.ts'
import { freshSitting, saveSession, sittingOf } from './save-session.ts'
import type { SessionWish } from './session-wish.ts'
import { prepare } from './session-wish.ts'
import { readSheet } from './sheet.ts'

/** Takes a whole session from a JSON file. */
export async function fromAnswers(
  context: Context,
  wish: SessionWish,
  file: string,
): Promise<void> {
  const given = readAnswers(await readGiven(context, file), nameOf(file))
  const { journal, answers } = await understood(context, wish, given, nameOf(file))
  const held = heldElsewhere
  await saveSession(context, journal, answers, freshSitting(context, wish), { held })
}

/** A sheet can be taken back as often as one likes: what is kept already is not kept again. */
export async function fromSheet(
  context: Context,
  { isPrivate }: SessionWish,
  file: string,
): Promise<void> {
  const { weekStartsOn } = context.settings
  const text = await readGiven(context, file)
  const { sheet, answers: raw, passed } = readSheet(text, nameOf(file), weekStartsOn)
  const given = readAnswers(JSON.stringify(raw), nameOf(file))
  const wish: SessionWish = { when: { day: sheet.day, at: sheet.began } }
  const { journal, answers } = await understood(context, wish, given, nameOf(file))
  if (passed.length > 0) answers.passed = [...passed]
  const sitting = sittingOf({ ...sheet, private: sheet.private ?? isPrivate })

  const { today } = context.stamp()
  // Without the passphrase it cannot be known; a revision that is there already is folded into itself.
  const before = journal.locked
    ? []
    : await journal.entries({ today, from: sheet.day, to: sheet.day })
  const kept = before.filter(entry => entry.session === sheet.session)
  if (kept.length === 0) {
    await saveSession(context, journal, answers, sitting, { held: heldElsewhere })
    return
  }
  const { fresh, changed } = notYetKept(entriesFrom(answers, sitting, [], context.stamp()), kept)
  if (fresh.length > 0) {
    await keep(context, journal, {
      label: 'session',
      records: fresh,
      words: wordsIn(answers),
      held: heldElsewhere,
      tell: () => savedFor(context, journal, sheet.day),
    })
  } else context.terminal.notify('This sheet is kept already. Nothing was added.')
  if (changed) {
    context.terminal.notify(
      'Words that changed since were left as they were kept. `hearten edit ID` changes them.',
    )
  }
}

/** Answers of a file or a sheet, with every id in them looked up. */
async function understood(
  context: Context,
  wish: SessionWish,
  given: ReturnType<typeof readAnswers>,
  from: string,
): Promise<{ journal: Journal; answers: Answers }> {
  const { journal, known, plan } = await prepare(context, wish)
  const own = known.ownPrompts.map(ownPrompt)
  const ids = Object.values(given.themes ?? {}).flatMap(it => it?.prompt ?? [])
  const course = ids.map(courseOfPrompt).find(Boolean)
  const all = course && !journal.locked ? await everyCourse(journal) : courses
  const promptNamed = (id: string) =>
    everAsked(id) ?? own.find(prompt => prompt.id === id) ?? coursePrompt(all, id)
  const measures = given.measures && measured(given.measures, known.measures, journal.locked)
  const promises: Record<string, NonNullable<Answers['promises']>[string]> = {}
  for (const [id, answer] of Object.entries(given.promises ?? {})) {
    const entry = await journal.entry(id)
    if (entry?.kind !== 'promise')
      throw unknown(from, `promises.${id}`, '`hearten promise` lists them.')
    promises[entry.id] = answer as (typeof promises)[string]
  }
  try {
    const planFor = (mood: Scale | undefined, themes: readonly ThemeId[]) => plan(mood, themes)
    const answers = answersFrom(given, planFor, promptNamed)
    return {
      journal,
      answers: {
        ...answers,
        ...(given.promises && { promises }),
        ...(measures && { measures }),
        ...(course && { course }),
      },
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw unknown(from, error.message, '`hearten prompts` lists those of each theme.')
  }
}

/** Measures as the journal knows them. @throws UsageError for one it does not, or a value that cannot be */
const measured = (
  given: NonNullable<Answers['measures']>,
  measures: readonly Measure[] | undefined,
  isLocked: boolean,
): NonNullable<Answers['measures']> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const typed = value === true ? 'yes' : value === false ? 'no' : String(value)
      return amountNamed(name, typed, isLocked ? undefined : measures)
    }),
  )

const unknown = (from: string, place: string, advice: string): UserError =>
  new UserError(`${from}: ${place} names nothing that is there. Nothing was saved.\n${advice}`)

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)
