import type { Context } from '../context.ts'
import { followPlan } from '../desk/follow-plan.ts'
import type { Change } from '../journal/change.ts'
import type { Day } from '../journal/day.ts'
import { many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'

/** Takes back the last change; once more goes further back. */
export async function undo(context: Context): Promise<undefined> {
  const journal = await context.openJournal()
  const change = await journal.undo()
  await followPlan(context, journal, change)
  context.terminal.notify(
    change
      ? `${tookBack(change, context.stamp().today)} \`hearten redo\` brings it back.`
      : 'There is nothing to take back.',
  )
  return undefined
}

/** Brings back what was taken back last. */
export async function redo(context: Context): Promise<undefined> {
  const journal = await context.openJournal()
  const change = await journal.redo()
  await followPlan(context, journal, change)
  context.terminal.notify(
    change
      ? `Brought back: ${named(change, context.stamp().today)}.`
      : 'There is nothing to bring back.',
  )
  return undefined
}

/** A change that lost a part to `delete --forever` has no name any more, and what is gone stays gone. */
const tookBack = (change: Change, today: Day): string =>
  change.label === 'undo: erased'
    ? `Took back the rest of an older change: ${countOf(change, today)}. What was removed for ever stays gone.`
    : `Took back: ${named(change, today)}.`

/** "jot, 1 entry of Sunday 22 November". */
function named(change: Change, today: Day): string {
  const label = change.label.replace(/^(undo|redo): /, '')
  const count = countOf(change, today)
  return count === '' ? label : `${label}, ${count}`
}

function countOf({ records }: Change, today: Day): string {
  const entries = records.filter(record => 'day' in record)
  const days = new Set(entries.map(({ day }) => day))
  const [day] = days
  const count = many(entries.length, 'entry', 'entries')
  if (day === undefined) return ''
  return days.size === 1 ? `${count} of ${namedDay(day, today)}` : `${count} on ${days.size} days`
}
