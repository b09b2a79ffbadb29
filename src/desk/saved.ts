import type { Context } from '../context.ts'
import { JournalError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import { namedDay } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'
import { many } from '../wording/counts.ts'

/**
 * Says where it went: `Saved for Sunday 22 November (2 entries that day).` Where the day cannot be
 * counted, as in a damaged month, it was saved all the same.
 */
export async function tellSaved(context: Context, journal: Journal, day: Day): Promise<void> {
  const { today } = context.stamp()
  const there = await journal.entries({ today, from: day, to: day }).catch(uncounted)
  const count = there && many(there.length, 'entry', 'entries')
  const aside = count ? ` (${count} that day)` : ''
  context.terminal.notify(`Saved for ${namedDay(day, today)}${aside}.`)
}

function uncounted(error: unknown): undefined {
  if (!(error instanceof JournalError)) throw error
}
