import type { Context } from '../context.ts'
import type { Day } from '../journal/day.ts'
import { namedDay } from '../render/entry.ts'
import type { Journal } from '../store/journal.ts'

/** Says where it went: `Saved for Sunday 22 November (2 entries that day).` */
export async function tellSaved(context: Context, journal: Journal, day: Day): Promise<void> {
  const { today } = context.stamp()
  const { length } = await journal.entries({ today, from: day, to: day })
  const count = length === 1 ? '1 entry' : `${length} entries`
  context.terminal.notify(`Saved for ${namedDay(day, today)} (${count} that day).`)
}
