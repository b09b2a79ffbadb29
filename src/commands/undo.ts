import type { Context } from '../context.ts'
import type { Change } from '../journal/change.ts'
import { longDay } from '../journal/day.ts'
import { many } from '../wording/counts.ts'

/** Takes back the last change; once more goes further back. */
export async function undo(context: Context): Promise<undefined> {
  const change = await (await context.openJournal()).undo()
  context.terminal.notify(
    change
      ? `Took back: ${named(change)}. \`hearten redo\` brings it back.`
      : 'There is nothing to take back.',
  )
  return undefined
}

/** Brings back what was taken back last. */
export async function redo(context: Context): Promise<undefined> {
  const change = await (await context.openJournal()).redo()
  context.terminal.notify(
    change ? `Brought back: ${named(change)}.` : 'There is nothing to bring back.',
  )
  return undefined
}

/** "jot, 1 entry of Sunday 22 November". */
function named({ label: said, records }: Change): string {
  const label = said.replace(/^(undo|redo): /, '')
  const days = new Set(records.flatMap(record => ('day' in record ? [record.day] : [])))
  const [day] = days
  const count = many(records.length, 'entry', 'entries')
  if (day === undefined) return label
  return days.size === 1
    ? `${label}, ${count} of ${longDay(day)}`
    : `${label}, ${count} on ${days.size} days`
}
