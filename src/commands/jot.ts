import type { Context } from '../context.ts'
import type { SavingFlags } from '../desk/flags.ts'
import { savingFields, whenFlag } from '../desk/flags.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { datedByWords, writtenText } from '../desk/written.ts'
import { UserError } from '../errors.ts'
import { newEntry } from '../journal/entry.ts'

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
    written.held.done()
    throw new UserError('There were no words, so nothing was saved.')
  }

  const fields = { ...savingFields(flags, dated.text), ...dated.when, id: written.id }
  const entry = newEntry({ ...note, ...fields }, context.stamp())
  await keep(context, journal, {
    label: 'jot',
    records: [entry],
    words: [entry.text],
    held: written.held,
    tell: () => savedFor(context, journal, entry.day),
  })
}
