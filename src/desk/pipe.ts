import type { Context } from '../context.ts'
import { UsageError, UserError } from '../errors.ts'
import { takesPipe } from '../system/terminal.ts'
import { heldHere } from './kept-draft.ts'

/** How long a text may be, in characters: fifty novels' worth of a mistake (`cat disk | hearten jot`). */
const longest = 50_000_000

/** In the place of words: what comes through the pipe. */
export const dash = '-'

/** The words that come through the pipe, without the line break that ends them. */
export async function pipedText({ terminal }: Context): Promise<string> {
  const piped = await terminal.readInput()
  if (piped.length > longest)
    throw new UserError('That is more than 50 million characters. Nothing was saved.')
  return piped.replace(/\n+$/, '')
}

/** The same for a dash, which a person cannot mean where there is no pipe. */
export async function dashedText(context: Context): Promise<string> {
  if (context.terminal.inputIsTerminal)
    throw new UsageError(
      'A dash takes the words from a pipe, and there is none. Nothing was saved.\nLike this: `echo "some words" | hearten jot -`.',
    )
  return pipedText(context)
}

/**
 * Says that a pipe was left alone, where the command line said it all: a loop of a shell may go on reading it.
 *
 * @param instead how it would be taken
 */
export function leavePipe(
  { terminal }: Pick<Context, 'terminal'>,
  instead = `Only the command line was taken. ${takesPipe}`,
): void {
  if (terminal.inputIsPiped && !terminal.inputWasRead()) terminal.notify(instead)
}

/**
 * Does a command's work with a dash behind one of its flags for words replaced by the piped words.
 * When the work fails, they are shown again.
 *
 * @param names the flags that take words, as the command knows them
 */
export async function withPipedFlag<R>(
  context: Context,
  { words, flags, names }: { words: string[]; flags: Record<string, unknown>; names: string[] },
  work: (flags: Record<string, unknown>) => Promise<R>,
): Promise<R> {
  const [name, another] = names.filter(it => flags[it] === dash)
  if (name === undefined) return work(flags)
  if (another !== undefined || words.includes(dash))
    throw new UsageError('Only one dash can take the pipe. Nothing was saved.')
  const text = await dashedText(context)
  return heldHere(context, text).into(() => work({ ...flags, [name]: text }))
}
