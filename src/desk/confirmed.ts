import type { Context } from '../context.ts'
import { Enough } from '../dialogue/signals.ts'
import { UsageError, UserError } from '../errors.ts'

/** Goes on only after a yes: `--yes`, or the person's own. Says first what will happen. */
export async function confirmed(context: Context, what: string): Promise<void> {
  if (context.globals.yes) return
  if (!context.terminal.interactive)
    throw new UsageError(`${what}\nAdd --yes to go ahead. Nothing was changed.`)
  context.terminal.draw(what)
  const dialogue = await context.dialogue('Add --yes to go ahead.')
  try {
    if (await dialogue.confirm({ ask: 'Go ahead?' })) return
  } catch (signal) {
    // Enough is no yes.
    if (!(signal instanceof Enough)) throw signal
  } finally {
    dialogue.close()
  }
  throw new UserError('Left as it was. Nothing was changed.')
}
