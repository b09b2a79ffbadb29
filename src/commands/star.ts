import type { Context } from '../context.ts'
import { entryNamed } from '../desk/found.ts'
import { entryChoices, picked } from '../desk/pick.ts'
import { asNotBrought } from '../journal/brought.ts'
import type { Entry } from '../journal/entry.ts'
import { revise } from '../journal/entry.ts'
import type { Journal } from '../store/journal.ts'
import { many } from '../wording/counts.ts'

/** Stars an entry, or marks it to bring to a group or a therapist. */
export async function star(
  context: Context,
  [id]: string[],
  flags: { bring?: boolean; off?: boolean },
): Promise<undefined> {
  const journal = await context.openJournal()
  const mark = flags.bring ? 'bring' : 'starred'
  const value = flags.off ? undefined : (true as const)
  const entries =
    id === undefined
      ? await pickToMark(context, journal, mark, value)
      : [await entryNamed(context, journal, id)]
  if (!entries) return undefined
  const stamp = context.stamp()
  const changed = entries.filter(entry => entry[mark] !== value)
  // What is marked anew comes along anew.
  const brought =
    flags.bring && value
      ? asNotBrought(
          await journal.settings('brought'),
          new Set(entries.map(entry => entry.id)),
          stamp,
        )
      : []
  if (changed.length + brought.length > 0)
    await journal.commit(value ? 'star' : 'take a star away', [
      ...changed.map(entry => revise(entry, { [mark]: value }, stamp)),
      ...brought,
    ])
  const what = flags.bring ? 'marked to bring along' : 'starred'
  const they = entries.length === 1 ? 'It is' : `${many(entries.length, 'entry is', 'entries are')}`
  context.terminal.notify(value ? `${they} ${what}.` : `${they} not ${what} now.`)
  return undefined
}

/** One to star, any number to bring along; of those that the mark changes. */
async function pickToMark(
  context: Context,
  journal: Journal,
  mark: 'bring' | 'starred',
  value: true | undefined,
): Promise<Entry[] | undefined> {
  const command = mark === 'bring' ? 'star --bring' : 'star'
  return picked(context, journal, `Say which: \`hearten ${command} ID\`.`, async dialogue => {
    const all = await entryChoices(context, journal)
    const brought = new Set(
      (mark === 'bring' && value ? await journal.settings('brought') : []).flatMap(
        it => it.entries,
      ),
    )
    const choices = all.filter(({ value: entry }) => entry[mark] !== value || brought.has(entry.id))
    const one = async () => {
      const entry = await dialogue.pick({ ask: 'Which entry?', choices })
      return entry ? [entry] : []
    }
    const entries =
      mark === 'bring' ? await dialogue.pickMany({ ask: 'Which entries?', choices }) : await one()
    return entries.length > 0 ? entries : undefined
  })
}
