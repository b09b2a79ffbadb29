import type { Context } from '../context.ts'
import { changePreferences } from '../desk/preferences.ts'
import { entriesWhereReadable } from '../desk/readable.ts'
import type { Journal } from '../store/journal.ts'

/** What screen readers and desktops set when somebody reads by ear or by touch. */
const signs = ['GNOME_ACCESSIBILITY', 'QT_LINUX_ACCESSIBILITY_ALWAYS_ON', 'BRLAPI_HOST']

const isLikely = ({ env, terminal }: Context): boolean =>
  !terminal.plain && signs.some(name => env[name] !== undefined && !/^(0|)$/.test(env[name]))

/**
 * Before the very first question, where a screen reader is likely: asks whether pages should come line
 * by line, in that form itself, and remembers a yes.
 *
 * @returns the context to go on in
 */
export async function suited(context: Context, journal: Journal): Promise<Context> {
  if (!isLikely(context)) return context
  const query = { today: context.stamp().today, limit: 1 }
  const [anything] = await entriesWhereReadable(journal, query)
  if (anything) return context
  const plain = await context.inPlain()
  const dialogue = await plain.dialogue('Use --plain.')
  try {
    const ask = 'Does a screen reader read this to you? Then everything comes line by line.'
    if (!(await dialogue.confirm({ ask }))) return context
  } finally {
    dialogue.close()
  }
  await changePreferences(context, { plain: true })
  return plain
}
