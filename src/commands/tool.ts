import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { keep } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { lookOf } from '../desk/look.ts'
import { UsageError } from '../errors.ts'
import type { Coping } from '../journal/entry.ts'
import { revise, tombstone } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { toolkitOf } from '../reflect/toolkit.ts'
import { renderList } from '../render/entry.ts'
import { visibleLine } from '../render/gate.ts'
import { renderToolkit } from '../render/toolkit.ts'
import type { Journal } from '../store/journal.ts'
import { copingTools } from '../themes/coping.ts'
import { many } from '../wording/counts.ts'

/** One tool: what it did, and each time it was used. */
export async function showTool(context: Context, words: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const uses = await usesOf(context, journal, words.join(' '))
  const { terminal, globals, stamp } = context
  const all = await journal.entries({ today: stamp().today, kinds: ['coping'] })
  const ids = new Set(uses.map(({ id }) => id))
  // Weighed as the whole toolkit weighs it: private uses of other tools stay out of both.
  const among = all.filter(use => ids.has(use.id) || !use.private)
  const toolkit = toolkitOf(uses, among)
  if (globals.json) {
    terminal.data({ ...toolkit, entries: uses })
    return
  }
  const look = lookOf(context)
  await terminal.page(`${renderToolkit(toolkit, look)}\n${renderList(uses, look)}`)
}

/** Another name for a tool, in every entry that notes it. */
export async function renameTool(
  context: Context,
  [old = '', ...words]: string[],
): Promise<undefined> {
  const name = words.join(' ').replace(/\s+/g, ' ').trim()
  if (nameKey(name) === '') throw new UsageError('A name is missing. Nothing was changed.')
  const journal = await context.openJournal()
  const uses = await usesOf(context, journal, old)
  const records = uses.map(use =>
    revise(use, { details: { ...use.details, tool: name } }, context.stamp()),
  )
  await keep(context, journal, {
    label: 'toolkit rename',
    records,
    words: [name],
    held: heldElsewhere,
    tell: () =>
      `It is called ${visibleLine(name)} now, in ${many(uses.length, 'entry', 'entries')}. \`hearten undo\` takes that back.`,
  })
}

/** Takes a tool away, with the entries that note it: they go to the trash. */
export async function removeTool(context: Context, words: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const uses = await usesOf(context, journal, words.join(' '))
  const [{ details } = { details: { tool: '' } }] = uses
  const entries = many(uses.length, 'entry', 'entries')
  await confirmed(
    context,
    `${visibleLine(details.tool)} is noted in ${entries}. ${uses.length === 1 ? 'It goes' : 'They go'} to the trash with it.`,
  )
  await journal.commit(
    'toolkit remove',
    uses.map(use => tombstone(use, context.stamp())),
  )
  context.terminal.notify(
    `${visibleLine(details.tool)} is removed, with ${entries}. \`hearten undo\` brings it back.`,
  )
}

/** The entries that note the tool of this name. */
async function usesOf({ stamp }: Context, journal: Journal, typed: string): Promise<Coping[]> {
  const key = nameKey(typed)
  const ours = copingTools.find(({ id }) => id === key)
  const names = [key, ...(ours ? [nameKey(ours.name)] : [])]
  const all = await journal.entries({ today: stamp().today, kinds: ['coping'] })
  const uses = all.filter(
    (entry): entry is Coping =>
      entry.kind === 'coping' && names.includes(nameKey(entry.details.tool)),
  )
  if (uses.length > 0) return uses
  throw new UsageError(
    `No tool called "${typed}" was used yet. \`hearten toolkit\` shows those there are. Nothing was changed.`,
  )
}
