import type { Context } from '../context.ts'
import type { SavingFlags, When } from '../desk/flags.ts'
import { datesHere, savingFields, whenFlag, whenOf } from '../desk/flags.ts'
import { keep, savedFor } from '../desk/keep.ts'
import type { GivenWords } from '../desk/written.ts'
import { writtenText } from '../desk/written.ts'
import { UsageError, UserError } from '../errors.ts'
import { DateError, splitDatePrefix } from '../journal/dates.ts'
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

/** `yesterday: we talked` is for yesterday. A date that cannot be is refused only where the words are not lost by it. */
function datedByWords(
  { text, from }: GivenWords,
  when: When,
  context: Context,
): { text: string; when: When } {
  try {
    const { date, rest } = splitDatePrefix(text, { ...datesHere(context), future: false })
    return date ? { text: rest, when: whenOf(date, text.slice(0, 40), context) } : { text, when }
  } catch (error) {
    if (!(error instanceof DateError) || from !== 'arguments') return { text, when }
    throw new UsageError(`${error.message} Nothing was saved.`)
  }
}
