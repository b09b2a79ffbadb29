import type { Context } from '../context.ts'
import type { SavingFlags } from '../desk/flags.ts'
import { entryNamed } from '../desk/found.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { patchOf } from '../desk/patch.ts'
import { writtenText } from '../desk/written.ts'
import { UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { revise } from '../journal/entry.ts'
import { revisionsOf } from '../journal/record.ts'

/** Changes an entry: its words, or what its flags say. Every earlier version is kept. */
export async function edit(
  context: Context,
  [id = '', ...words]: string[],
  flags: SavingFlags,
): Promise<undefined> {
  const journal = await context.openJournal()
  const entry = await entryNamed(context, journal, id)
  const onlyFlags = words.length === 0 && Object.keys(flags).some(name => name in savingNames)
  const { text, held } = onlyFlags
    ? { text: entry.text, held: heldElsewhere }
    : await writtenText(context, journal, words, {
        kind: 'edit',
        ask: entry.prompt?.text ?? 'Your words, to change:',
        initial: entry.text,
        edits: entry.id,
        base: revisionsOf(entry),
      })
  if (text.trim() === '' && entry.text !== '') {
    held.done()
    throw new UserError(
      'No words were left, so nothing was changed. `hearten delete` removes an entry.',
    )
  }

  const patch = patchOf(entry, text, flags, context)
  if (Object.entries(patch).every(([name, value]) => same(value, entry[name as keyof Entry]))) {
    held.done()
    context.terminal.notify('Nothing was different, so nothing was changed.')
    return undefined
  }
  const next = revise(entry, patch, context.stamp())
  await keep(context, journal, {
    label: 'edit',
    records: [next],
    // Of words that stayed the card was offered when they were written.
    words: text === entry.text ? [] : [text],
    held,
    tell: () => savedFor(context, journal, next.day),
  })
  return undefined
}

const savingNames = { at: 1, mood: 1, tag: 1, person: 1, theme: 1, star: 1, private: 1 }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
