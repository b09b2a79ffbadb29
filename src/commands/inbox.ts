import type { Context } from '../context.ts'
import { makeInbox, takeIn } from '../desk/take-in.ts'
import { UsageError } from '../errors.ts'
import { renderInbox, shellFunction } from '../render/inbox.ts'

/** Takes in what lies in the inbox, and says what stays there and why; or prints the function for the shell. Fails when nothing could be kept. */
export async function inbox(
  context: Context,
  _words: string[],
  flags: { shell?: boolean },
): Promise<number | undefined> {
  const { terminal, globals, env } = context
  if (flags.shell && globals.json) throw new UsageError('--shell gives a function, and no JSON.')
  const folder = makeInbox(context)
  if (flags.shell) {
    terminal.print(
      shellFunction(folder, globals.journal === undefined ? (env.HEARTEN_HOME ?? '') : undefined),
    )
    return undefined
  }
  const { entries, left, trouble } = await takeIn(context, await context.openJournal())
  if (trouble) terminal.notify(trouble)
  if (globals.json) terminal.data({ folder, entries, left })
  else terminal.printWords(renderInbox(folder, left))
  return trouble ? 1 : undefined
}
