import type { Context } from '../context.ts'
import { heldHere } from '../desk/kept-draft.ts'
import { isLow, lastMood } from '../journal/low-days.ts'
import { answersFromLines } from '../session/given.ts'
import { planArrival, soFar } from '../session/plan.ts'
import { freshSitting, saveSession } from '../session/save-session.ts'
import type { SessionWish, TodayFlags } from '../session/session-wish.ts'
import { prepare, wishOf } from '../session/session-wish.ts'
import { showPrompts } from '../session/show-prompts.ts'

/** Today's session: asked at a terminal, or taken from a pipe, a file or a form. */
export async function today(
  context: Context,
  _words: string[],
  flags: TodayFlags,
): Promise<undefined> {
  const wish = wishOf(context, flags)
  const { terminal } = context
  // Reading files strictly takes a library that the guided session does without.
  const files = () => import('../session/from-file.ts')
  if (flags.answers !== undefined) await (await files()).fromAnswers(context, wish, flags.answers)
  else if (flags.fromSheet !== undefined)
    await (await files()).fromSheet(context, wish, flags.fromSheet)
  else if (flags.sheet) await printSheet(context, wish)
  else if (terminal.interactive) await atTerminal(context, wish)
  else {
    const piped = flags.bare || terminal.inputIsTerminal ? '' : await terminal.readInput()
    await (piped.trim() === '' ? show(context, wish) : fromLines(context, wish, piped))
  }
}

async function atTerminal(context: Context, wish: SessionWish): Promise<void> {
  const { guided } = await import('../session/guided.ts')
  await guided(context, await context.openJournal(), wish)
}

async function show(context: Context, wish: SessionWish): Promise<void> {
  const { plan } = await prepare(context, wish)
  showPrompts(context, plan(undefined))
}

async function fromLines(context: Context, wish: SessionWish, input: string): Promise<void> {
  const { journal, plan } = await prepare(context, wish)
  const answers = answersFromLines(input, plan(undefined))
  const held = heldHere(context, input)
  await saveSession(context, journal, answers, freshSitting(context, wish), { held })
}

async function printSheet(context: Context, wish: SessionWish): Promise<void> {
  const { known, plan } = await prepare(context, wish)
  const { newId, zone } = context.stamp()
  const { day, at: began } = wish.when
  const sheet = {
    session: newId(),
    day,
    began,
    zone,
    ...(wish.isPrivate && { private: true as const }),
  }
  // On a low day the short way comes first, as in a session.
  const mood = lastMood(soFar(known))
  const low = isLow(mood) && !wish.length && !wish.only ? mood : undefined
  const walk = low === undefined ? plan(undefined) : plan(undefined, undefined, 'short')
  const { writeSheet } = await import('../session/sheet.ts')
  context.terminal.print(writeSheet(sheet, planArrival(known), walk, low))
}
