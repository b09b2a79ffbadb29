import { readFileSync } from 'node:fs'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import type { Scale } from '../journal/entry.ts'
import type { Answers } from '../session/answers.ts'
import { wordsIn } from '../session/answers.ts'
import { entriesOf } from '../session/entries.ts'
import { readAnswers } from '../session/fields.ts'
import { answersFrom, answersFromLines } from '../session/given.ts'
import { gather } from '../session/known.ts'
import type { Walk, Wish } from '../session/plan.ts'
import { ownPrompt, planArrival, planWalk } from '../session/plan.ts'
import { readSheet, writeSheet } from '../session/sheet.ts'
import { lengths } from '../settings/settings.ts'
import type { Journal } from '../store/journal.ts'
import { decodeText } from '../system/terminal.ts'
import { promptById } from '../themes/prompts.ts'
import type { ThemeId } from '../themes/theme.ts'
import { offerCare } from './care.ts'
import { themeFlag, whenFlag, wordFlag } from './flags.ts'
import type { SessionWish } from './guided.ts'
import { guided } from './guided.ts'
import { saveSession, sittingOf } from './save-session.ts'
import { tellSaved } from './saved.ts'
import { showPrompts } from './show-prompts.ts'

export interface TodayFlags {
  length?: string
  theme?: string[]
  at?: string
  answers?: string
  sheet?: boolean
  fromSheet?: string
  keys?: boolean
  /** `hearten` without a command, which never reads a pipe. */
  bare?: boolean
}

/** Today's session: asked at a terminal, or taken from a pipe, a file or a form. */
export async function today(
  context: Context,
  _words: string[],
  flags: TodayFlags,
): Promise<undefined> {
  const wish = wishOf(context, flags)
  const { terminal } = context
  if (flags.answers !== undefined) await fromAnswers(context, wish, flags.answers)
  else if (flags.fromSheet !== undefined) await fromSheet(context, flags.fromSheet)
  else if (flags.sheet) await printSheet(context, wish)
  else if (terminal.interactive) await guided(context, await context.openJournal(), wish)
  else {
    const piped = flags.bare || terminal.inputIsTerminal ? '' : await terminal.readInput()
    await (piped.trim() === '' ? show(context, wish) : fromLines(context, wish, piped))
  }
}

function wishOf(context: Context, flags: TodayFlags): SessionWish {
  const length = wordFlag(flags.length, lengths, '--length')
  const only = flags.theme?.flatMap(word => themeFlag(word) ?? [])
  return {
    when: whenFlag(flags.at, context),
    ...(length && { length }),
    ...(only && { only }),
    ...(flags.keys && { choicesOnly: true }),
  }
}

/** The journal, what is known of the day, and a way to plan its walk. */
async function prepare(context: Context, { when, length, only }: SessionWish) {
  const journal = await context.openJournal()
  const { known } = await gather(journal, when.day, context.settings)
  const plan = (mood: Scale | undefined, themes: Wish['only'] = only): Walk =>
    planWalk(known, {
      length: length ?? context.settings.length,
      ...(mood !== undefined && { mood }),
      ...(themes && { only: themes }),
    })
  return { journal, known, plan }
}

const freshSitting = (context: Context, { when }: SessionWish) => {
  const { newId, zone } = context.stamp()
  return sittingOf({ session: newId(), day: when.day, began: when.at, zone })
}

async function show(context: Context, wish: SessionWish): Promise<void> {
  const { plan } = await prepare(context, wish)
  showPrompts(context, plan(undefined))
}

async function fromLines(context: Context, wish: SessionWish, input: string): Promise<void> {
  const { journal, plan } = await prepare(context, wish)
  const answers = answersFromLines(input, plan(undefined))
  await saveSession(context, journal, answers, freshSitting(context, wish))
}

async function fromAnswers(context: Context, wish: SessionWish, file: string): Promise<void> {
  const given = readAnswers(await textOf(context, file), nameOf(file))
  const { journal, answers } = await understood(context, wish, given, nameOf(file))
  await saveSession(context, journal, answers, freshSitting(context, wish))
}

async function printSheet(context: Context, wish: SessionWish): Promise<void> {
  const { known, plan } = await prepare(context, wish)
  const { newId, zone } = context.stamp()
  const { day, at: began } = wish.when
  const sheet = { session: newId(), day, began, zone }
  context.terminal.print(writeSheet(sheet, planArrival(known), plan(undefined)))
}

/** A sheet can be taken back as often as one likes: what is kept already is not kept again. */
async function fromSheet(context: Context, file: string): Promise<void> {
  const { sheet, answers: raw } = readSheet(await textOf(context, file), nameOf(file))
  const given = readAnswers(JSON.stringify(raw), nameOf(file))
  const wish: SessionWish = { when: { day: sheet.day, at: sheet.began } }
  const { journal, answers } = await understood(context, wish, given, nameOf(file))
  const sitting = sittingOf(sheet)

  const { today } = context.stamp()
  const before = await journal.entries({ today, from: sheet.day, to: sheet.day })
  const keyOf = (it: (typeof before)[number]) =>
    [it.kind, it.theme, it.prompt?.deeper, it.kind === 'checkin' && it.details.moment].join(' ')
  const there = new Map(
    before.filter(it => it.session === sheet.session).map(it => [keyOf(it), it] as const),
  )
  if (there.size === 0) {
    await saveSession(context, journal, answers, sitting)
    return
  }
  const all = entriesOf(answers, sitting, [], context.stamp())
  const fresh = all.filter(entry => !there.has(keyOf(entry)))
  const changed = all.some(entry => {
    const kept = there.get(keyOf(entry))
    return kept && kept.text !== entry.text
  })
  if (fresh.length > 0) {
    await journal.commit('session', fresh)
    await tellSaved(context, journal, sheet.day)
    offerCare(context, wordsIn(answers))
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
  const promptNamed = (id: string) => promptById(id) ?? own.find(prompt => prompt.id === id)
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
    return { journal, answers: { ...answers, ...(given.promises && { promises }) } }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw unknown(from, error.message, '`hearten prompts` lists those of each theme.')
  }
}

const unknown = (from: string, place: string, advice: string): UserError =>
  new UserError(`${from}: ${place} names nothing that is there. Nothing was saved.\n${advice}`)

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

async function textOf(context: Context, file: string): Promise<string> {
  if (file === '-') return context.terminal.readInput()
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(
      code === 'ENOENT'
        ? `There is no file ${file}. Nothing was saved.`
        : `${file} could not be read (${code}). Nothing was saved.`,
    )
  }
  return decodeText(bytes, file)
}
