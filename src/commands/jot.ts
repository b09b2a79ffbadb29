import type { Context } from '../context.ts'
import { UsageError, UserError } from '../errors.ts'
import { DateError, splitDatePrefix } from '../journal/dates.ts'
import { newEntry } from '../journal/entry.ts'
import { offerCare } from './care.ts'
import type { SavingFlags, When } from './flags.ts'
import { savingFields, whenFlag, whenOf } from './flags.ts'
import { tellSaved } from './saved.ts'
import type { Written } from './written.ts'
import { writtenText } from './written.ts'

/** A free entry: words as arguments, a pipe, the writing field or the editor. */
export async function jot(
  context: Context,
  words: string[],
  flags: SavingFlags & { editor?: boolean },
): Promise<undefined> {
  const when = whenFlag(flags.at, context)
  const journal = await context.openJournal()
  const note = { kind: 'note', details: {}, ...savingFields(flags, ''), ...when } as const
  const written = await writtenText(context, journal, words, {
    kind: 'jot',
    makes: note,
    ask: 'What is on your mind?',
    editor: flags.editor === true,
  })
  const dated =
    flags.at === undefined ? datedByWords(written, when, context) : { text: written.text, when }
  if (dated.text.trim() === '') {
    written.done()
    throw new UserError('There were no words, so nothing was saved.')
  }

  const fields = { ...savingFields(flags, dated.text), ...dated.when, id: written.id }
  const entry = newEntry({ ...note, ...fields }, context.stamp())
  await written.into(() => journal.commit('jot', [entry]))
  await tellSaved(context, journal, entry.day)
  await offerCare(context, [entry.text])
}

/** `yesterday: we talked` is for yesterday. A date that cannot be is refused only where the words are not lost by it. */
function datedByWords(
  { text, from }: Written,
  when: When,
  context: Context,
): { text: string; when: When } {
  const { today, zone } = context.stamp()
  try {
    const { date, rest } = splitDatePrefix(text, { today, zone, future: false })
    return date ? { text: rest, when: whenOf(date, text.slice(0, 40), context) } : { text, when }
  } catch (error) {
    if (!(error instanceof DateError) || from !== 'arguments') return { text, when }
    throw new UsageError(`${error.message} Nothing was saved.`)
  }
}
