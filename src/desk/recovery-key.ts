import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { wrapWords } from '../render/wrap.ts'
import { lookOf } from './look.ts'

/** How much of the key is asked for, to know that it was written down. */
const asked = 6

/**
 * Shows the recovery key to somebody at the terminal, and goes on when they have it. Who hid it, or typed other
 * letters, sees it once more.
 * @param of what it opens: "the journal"
 */
export async function handOver(context: Context, key: string, of: string): Promise<void> {
  const dialogue = await context.dialogue('')
  try {
    const wrapped = (text: string) => wrapWords(text, lookOf(context).width).join('\n')
    let typed: string | undefined
    do {
      if (typed !== undefined)
        dialogue.say(() => wrapped('These are others. Here it is once more.'))
      // The key is left whole, also where the screen is narrower.
      dialogue.say(() =>
        [
          wrapped(`This is your recovery key. It opens ${of} when the passphrase is forgotten.`),
          `\n${key}\n`,
          wrapped(
            'Write it on paper and keep it away from this computer. Who has it can read everything. Ctrl-L here takes it off the screen.',
          ),
        ].join('\n'),
      )
      typed = await dialogue.line({
        ask: `To be sure that you have it: its last ${asked} letters?`,
      })
      if (typed === undefined)
        throw new UserError('Left as it was. Nothing was changed. Come back with pen and paper.')
    } while (typed.trim().toUpperCase() !== key.slice(-asked))
  } finally {
    dialogue.close()
  }
}
