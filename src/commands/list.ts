import type { Context } from '../context.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { queryFlags } from '../desk/flags.ts'
import { showList } from '../desk/found.ts'

/** The entries the filters mean, newest last. */
export async function list(
  context: Context,
  _words: string[],
  flags: FilterFlags,
): Promise<undefined> {
  const query = queryFlags(flags, context)
  const journal = await context.openJournal()
  await showList(context, journal, await journal.entries(query))
  return undefined
}
