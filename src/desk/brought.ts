import type { Context } from '../context.ts'
import type { Audience } from '../journal/brought.ts'
import { newBrought } from '../journal/brought.ts'
import type { Day } from '../journal/day.ts'
import { keepSetting } from './setting.ts'

/** Notes what went along, so that the next page begins where this one ended. A page of nothing counts as none. */
export async function noteBrought(
  context: Context,
  went: {
    readonly whom?: Audience
    /** The last day it tells of. */
    readonly until: Day
    readonly entries: readonly string[]
    /** It tells of that time also where no entry went along. */
    readonly tellsOfDays?: boolean
  },
): Promise<void> {
  if (went.entries.length === 0 && !went.tellsOfDays) return
  await keepSetting(
    context,
    await context.openJournal(),
    'bring',
    newBrought(went, context.stamp()),
    'It counts as brought. `hearten undo` takes that back; the file stays.',
  )
}
