import type { Context } from '../context.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough, Interrupted } from '../dialogue/signals.ts'
import type { Asking } from './ask.ts'
import { lookOf } from './look.ts'

/**
 * Asks one question after the other. Ctrl-X and Ctrl-C end the questions, and what was answered is
 * there for the caller to save; a Ctrl-C comes back, to be thrown when that is done.
 */
export async function asked(
  context: Context,
  instead: string,
  questions: (dialogue: Dialogue, asking: Asking) => Promise<void>,
): Promise<Interrupted | undefined> {
  const dialogue = await context.dialogue(instead)
  try {
    await questions(dialogue, { dialogue, look: lookOf(context), today: context.stamp().today })
    return undefined
  } catch (signal) {
    if (signal instanceof Enough) return undefined
    if (signal instanceof Interrupted) return signal
    throw signal
  } finally {
    dialogue.close()
  }
}
