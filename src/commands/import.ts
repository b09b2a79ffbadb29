import type { Context } from '../context.ts'
import { wordFlag } from '../desk/flags.ts'
import { readGiven } from '../desk/given-file.ts'
import { planImport } from '../formats/import-plan.ts'
import { readJson } from '../formats/json.ts'
import { monthName } from '../journal/day.ts'
import { many } from '../wording/counts.ts'

/** What can be read. */
const readers = { json: readJson }
const formats = Object.keys(readers) as (keyof typeof readers)[]

/** Takes in hearten's own JSON: all of it or nothing, and a second time nothing new. */
export async function importFile(
  context: Context,
  [file = '']: string[],
  flags: { format?: string; dryRun?: boolean },
): Promise<undefined> {
  const read = readers[wordFlag(flags.format ?? 'json', formats, '--format')]
  const incoming = read(await readGiven(context, file))
  const journal = await context.openJournal()
  const plan = planImport(await journal.everything(), incoming)

  const { terminal } = context
  for (const [month, count] of plan.newByMonth)
    terminal.notify(`  ${monthName(month)}  ${count} new`)
  for (const [month, count] of plan.changedByMonth)
    terminal.notify(`  ${monthName(month)}  ${count} changed`)
  if (plan.different.length > 0)
    terminal.notify(
      `${plan.different.length} already here say something else in the file. Your own words stay.`,
    )
  const entries = [...plan.newByMonth.values()].reduce((sum, count) => sum + count, 0)
  const what = many(entries, 'entry', 'entries')
  if (plan.records.length === 0)
    terminal.notify('Everything in it is here already. Nothing was changed.')
  else if (flags.dryRun) terminal.notify(`${what} would come in. Nothing was changed.`)
  else {
    await journal.snapshot()
    await journal.commit(`import json, ${what}`, plan.records)
    terminal.notify(`${what} came in. \`hearten undo\` takes the whole import back.`)
  }
  return undefined
}
