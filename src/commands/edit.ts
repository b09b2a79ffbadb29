import type { Context } from '../context.ts'
import { entryNamed } from '../desk/found.ts'
import { keep, savedFor, wordsToHear } from '../desk/keep.ts'
import { heldElsewhere, heldHere } from '../desk/kept-draft.ts'
import type { EditFlags } from '../desk/patch.ts'
import { patchOf } from '../desk/patch.ts'
import { pickEntry } from '../desk/pick.ts'
import { dash, dashedText, pipedText } from '../desk/pipe.ts'
import { damaged } from '../desk/readable.ts'
import { writtenText } from '../desk/written.ts'
import { UserError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { revise } from '../journal/entry.ts'
import { revisionsOf } from '../journal/record.ts'
import type { Journal } from '../store/journal.ts'

/** Changes an entry: its words, or what its flags say. Every earlier version is kept. */
export async function edit(
  context: Context,
  [id, ...words]: string[],
  flags: EditFlags,
): Promise<undefined> {
  const isDash = words.length === 1 && words[0] === dash
  const isBare = words.length === 0 && Object.keys(flags).length === 0
  if (id === undefined || (!isDash && (!isBare || context.terminal.inputIsTerminal)))
    return change(context, id, words, flags)
  // Taken first, so that they are shown again if the entry cannot be read, for want of the passphrase say.
  const piped = await (isDash ? dashedText : pipedText)(context)
  return heldHere(context, piped).into(() => change(context, id, [piped], flags))
}

async function change(
  context: Context,
  id: string | undefined,
  words: readonly string[],
  flags: EditFlags,
): Promise<undefined> {
  const journal = await context.openJournal()
  const entry =
    id === undefined
      ? await pickEntry(context, journal, 'edit')
      : await entryNamed(context, journal, id)
  if (!entry) return undefined
  const onlyFlags = words.length === 0 && Object.keys(flags).length > 0
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
  const isBack = !entry.deleted && (await isGone(context, journal, entry))
  const before = wordsToHear(entry)
  await keep(context, journal, {
    label: 'edit',
    records: [next],
    // Of words that stayed the card was offered when they were written.
    words: wordsToHear(next).filter(words => !before.includes(words)),
    held,
    tell: async () =>
      [await savedFor(context, journal, next.day), ...(isBack ? [hereAgain] : [])].join('\n'),
  })
  return undefined
}

/** Somebody may sit at the words for an hour. Where its day cannot be read any more, nobody took it away. */
async function isGone(context: Context, journal: Journal, { id, day }: Entry): Promise<boolean> {
  const { today } = context.stamp()
  const now = await journal.entry(id).catch(damaged)
  if (now && !now.deleted) return false
  return (await journal.entries({ today, from: day, to: day }).catch(damaged)) !== undefined
}

const hereAgain =
  'Another window took it away meanwhile. It is here again, with these words; `hearten delete` removes it.'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
