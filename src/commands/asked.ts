import type { Context } from '../context.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough, Interrupted } from '../dialogue/signals.ts'
import { DateError, readFutureDay } from '../journal/dates.ts'
import type { Day } from '../journal/day.ts'

/**
 * Asks one question after the other. Ctrl-X and Ctrl-C end the questions, and what was answered is
 * there for the caller to save; a Ctrl-C comes back, to be thrown when that is done.
 */
export async function asked(
  context: Context,
  instead: string,
  questions: (dialogue: Dialogue) => Promise<void>,
): Promise<Interrupted | undefined> {
  const dialogue = await context.dialogue(instead)
  try {
    await questions(dialogue)
    return undefined
  } catch (signal) {
    if (signal instanceof Enough) return undefined
    if (signal instanceof Interrupted) return signal
    throw signal
  } finally {
    dialogue.close()
  }
}

/** Asks for a day from today on, in the words people use; undefined when skipped. */
export async function askDay(
  dialogue: Dialogue,
  { stamp }: Context,
  ask: string,
): Promise<Day | undefined> {
  const { today } = stamp()
  const line = await dialogue.line({
    ask,
    hint: 'tomorrow, friday, in 2 weeks',
    check(text) {
      try {
        readFutureDay(text, { today })
        return undefined
      } catch (error) {
        if (error instanceof DateError) return error.message
        throw error
      }
    },
  })
  return line === undefined ? undefined : readFutureDay(line, { today })
}

/** Yes, no, or left open. */
export const askYesNo = (dialogue: Dialogue, ask: string): Promise<boolean | undefined> =>
  dialogue.choose({
    ask,
    choices: [
      { value: true, label: 'yes', key: 'y' },
      { value: false, label: 'no', key: 'n' },
    ],
  })
