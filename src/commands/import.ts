import type { Context } from '../context.ts'
import { wordFlag } from '../desk/flags.ts'
import { bytesGiven } from '../desk/given-file.ts'
import { planImport } from '../formats/import-plan.ts'
import type { Importer } from '../formats/importer.ts'
import { importers } from '../formats/importers.ts'
import { jsonImporter } from '../formats/json.ts'
import { renderImport } from '../render/import.ts'
import { many } from '../wording/counts.ts'

/** Takes in a file: all of it or nothing, and a second time nothing new. */
export async function importFile(
  context: Context,
  [file = '']: string[],
  flags: { format?: string; dryRun?: boolean },
): Promise<undefined> {
  const bytes = file === '-' ? Buffer.from(await context.terminal.readInput()) : bytesGiven(file)
  const { id, read } = meant(bytes, file, flags.format)
  const incoming = read(bytes, context.stamp())
  const journal = await context.openJournal()
  const plan = planImport(await journal.everything(), incoming)

  const { terminal } = context
  const shown = renderImport(plan, incoming.odd)
  if (shown) terminal.notify(shown)
  const entries = [...plan.newByMonth.values()].reduce((sum, count) => sum + count, 0)
  const what = many(entries, 'entry', 'entries')
  if (plan.records.length === 0)
    terminal.notify('Everything in it is here already. Nothing was changed.')
  else if (flags.dryRun) terminal.notify(`${what} would come in. Nothing was changed.`)
  else {
    await journal.snapshot()
    await journal.commit(`import ${id}, ${what}`, plan.records)
    terminal.notify(`${what} came in. \`hearten undo\` takes the whole import back.`)
  }
  return undefined
}

/** The importer that was named, or the one that knows the file; else our own, which says what is wrong with it. */
function meant(bytes: Uint8Array, file: string, format: string | undefined): Importer {
  const ids = importers.map(({ id }) => id)
  const named = wordFlag(format, ids, '--format')
  const found = importers.find(it => (named ? it.id === named : it.recognises(bytes, file)))
  return found ?? jsonImporter
}
