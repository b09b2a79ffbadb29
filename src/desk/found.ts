import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { isSealed } from '../journal/query.ts'
import type { Finder } from '../render/entry.ts'
import { renderList } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'
import { lookOf } from './look.ts'

/** Shows a list of entries, or says that there is none. */
export async function showList(
  context: Context,
  journal: Journal,
  entries: readonly Entry[],
  find?: Finder,
): Promise<void> {
  const { terminal, globals } = context
  if (globals.json) return terminal.data({ entries })
  if (entries.length > 0) return terminal.page(renderList(entries, lookOf(context), find))
  const [anything] = await journal.entries({ today: context.stamp().today, limit: 1 })
  terminal.notify(
    anything
      ? 'Nothing fits that.'
      : 'There is nothing here yet. `hearten` begins, whenever you like.',
  )
}

/** The entry an id means, or "last" for the newest one; sealed letters stay closed. */
export async function entryNamed(context: Context, journal: Journal, id: string): Promise<Entry> {
  const { today } = context.stamp()
  const entry =
    id.trim().toLowerCase() === 'last'
      ? (await journal.entries({ today, limit: 1 }))[0]
      : await journal.entry(id)
  if (!entry)
    throw new UserError(
      `There is no entry "${id}". Nothing was changed.\n\`hearten list\` shows each entry's id before its words; either end of it is enough.`,
    )
  if (entry.kind === 'letter' && isSealed(entry, today) && entry.details.sealedUntil)
    throw new UserError(
      `This letter is sealed until ${longDayWithYear(entry.details.sealedUntil)}. Nothing was changed.`,
    )
  return entry
}
