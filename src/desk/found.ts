import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { isSealedLetter } from '../journal/query.ts'
import type { Finder } from '../render/entry.ts'
import { renderList } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'
import { lookOf } from './look.ts'
import { nothingHere } from './nothing-here.ts'

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
  terminal.notify(anything ? 'Nothing fits that.' : await nothingHere(journal))
}

/** Which from the end a word means: 1 for `last` and `-1`, 2 for `-2`; undefined for an id. */
export function fromTheEnd(id: string): number | undefined {
  const word = id.trim().toLowerCase()
  if (word === 'last') return 1
  return /^-[1-9]\d{0,2}$/.test(word) ? -Number(word) : undefined
}

/** The entry an id means, or `last` and `-1` for the newest one; undefined where there is none. */
export async function entryIfThere(
  context: Context,
  journal: Journal,
  id: string,
): Promise<Entry | undefined> {
  const back = fromTheEnd(id)
  if (back === undefined) return journal.entry(id)
  const newest = await journal.entries({ today: context.stamp().today, limit: back })
  return newest.length === back ? newest[0] : undefined
}

/** The same; sealed letters stay closed. @throws UserError where there is none */
export async function entryNamed(context: Context, journal: Journal, id: string): Promise<Entry> {
  const { today } = context.stamp()
  const entry = await entryIfThere(context, journal, id)
  if (!entry)
    throw new UserError(
      `There is no entry "${id}". Nothing was changed.\n\`hearten list\` shows each entry's id before its words; either end of it is enough.`,
    )
  if (entry.kind === 'letter' && isSealedLetter(entry, today) && entry.details.sealedUntil)
    throw new UserError(
      `This letter is sealed until ${longDayWithYear(entry.details.sealedUntil)}. Nothing was changed.`,
    )
  return entry
}
