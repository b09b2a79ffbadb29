import type { Context } from '../context.ts'
import { datesHere } from '../desk/flags.ts'
import { entryNamed } from '../desk/found.ts'
import { lookOf } from '../desk/look.ts'
import { nothingHere } from '../desk/nothing-here.ts'
import { pickEntry } from '../desk/pick.ts'
import { DateError, readDate } from '../journal/dates.ts'
import type { Entry } from '../journal/entry.ts'
import { renderEntry } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'

/** One entry, or the entries of a day or a longer time. Without words one is picked, or it is the newest. */
export async function show(
  context: Context,
  words: string[],
  flags: { history?: boolean },
): Promise<undefined> {
  const journal = await context.openJournal()
  const { terminal, globals } = context
  const asks = words.length === 0 && terminal.interactive && !globals.json
  const one = asks ? await pickEntry(context, journal, 'show') : undefined
  if (asks && !one) return undefined
  const entries = one ? [one] : await meant(context, journal, words.join(' '))
  const versions = flags.history
    ? (await Promise.all(entries.map(({ id }) => journal.history(id)))).flat()
    : entries
  if (globals.json) terminal.data({ entries: versions })
  else if (versions.length === 0)
    terminal.notify(words.length > 0 ? 'Nothing was written then.' : await nothingHere(journal))
  else await terminal.page(versions.map(entry => renderEntry(entry, lookOf(context))).join('\n'))
  return undefined
}

async function meant(context: Context, journal: Journal, words: string): Promise<Entry[]> {
  const { today } = context.stamp()
  if (words === '') return journal.entries({ today, limit: 1 })
  try {
    const { from, to } = readDate(words, datesHere(context))
    return await journal.entries({ today, from, to })
  } catch (error) {
    if (!(error instanceof DateError)) throw error
    return [await entryNamed(context, journal, words)]
  }
}
