import type { Context } from '../context.ts'
import type { Dialogue, PickChoice } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'
import { UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { entryChoice } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'
import { nothingHere } from './nothing-here.ts'

/**
 * Asks for what was not named on the command line.
 *
 * @param instead what to type where there is nobody to ask
 * @returns undefined when nothing was picked, which is said
 */
export async function picked<A>(
  context: Context,
  journal: Journal,
  instead: string,
  ask: (dialogue: Dialogue) => Promise<A | undefined>,
): Promise<A | undefined> {
  // Who has to be asked for a passphrase is asked before the dialogue begins.
  if (context.terminal.interactive) await journal.unlock()
  const dialogue = await context.dialogue(instead)
  let answer: A | undefined
  try {
    answer = await ask(dialogue)
  } catch (signal) {
    if (!(signal instanceof Enough)) throw signal
  } finally {
    dialogue.close()
  }
  if (answer === undefined) context.terminal.notify('Nothing was picked, so nothing was changed.')
  return answer
}

/** The entry to work on, picked by typing; the newest first. */
export async function pickEntry(
  context: Context,
  journal: Journal,
  command: string,
): Promise<Entry | undefined> {
  return picked(context, journal, `Say which: \`hearten ${command} ID\`.`, async dialogue =>
    dialogue.pick({ ask: 'Which entry?', choices: await entryChoices(context, journal) }),
  )
}

/** Entries as choices, the newest first; sealed letters are not among them. */
export async function entryChoices(
  context: Context,
  journal: Journal,
): Promise<PickChoice<Entry>[]> {
  const { today } = context.stamp()
  const entries = await journal.entries({ today })
  if (entries.length === 0) throw new UserError(await nothingHere(journal))
  return entries.reverse().map(entry => ({ value: entry, ...entryChoice(entry, today) }))
}
