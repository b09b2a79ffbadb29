import type { Context } from '../context.ts'
import { entryNamed } from '../desk/found.ts'
import { revise } from '../journal/entry.ts'

/** Stars an entry, or marks it to bring to a group or a therapist. */
export async function star(
  context: Context,
  [id = '']: string[],
  flags: { bring?: boolean; off?: boolean },
): Promise<undefined> {
  const journal = await context.openJournal()
  const entry = await entryNamed(context, journal, id)
  const mark = flags.bring ? 'bring' : 'starred'
  const value = flags.off ? undefined : (true as const)
  if (entry[mark] !== value)
    await journal.commit(value ? 'star' : 'take a star away', [
      revise(entry, { [mark]: value }, context.stamp()),
    ])
  const what = flags.bring ? 'marked to bring along' : 'starred'
  context.terminal.notify(value ? `It is ${what}.` : `It is not ${what} now.`)
  return undefined
}
