import { existsSync } from 'node:fs'
import type { Context } from '../context.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { queryFlags, wordFlag } from '../desk/flags.ts'
import { writeFolder } from '../desk/folder.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError } from '../errors.ts'
import { writeJson } from '../formats/json.ts'
import { entriesToDailyNotes, entriesToMarkdown } from '../formats/markdown.ts'
import { entriesToText } from '../formats/text.ts'
import { DateError, readDate } from '../journal/dates.ts'
import { many } from '../wording/counts.ts'

const formats = ['markdown', 'json', 'text'] as const
/** JSON stands apart: it is always the whole journal. */
const writers = { markdown: entriesToMarkdown, text: entriesToText }

interface ExportFlags extends Omit<FilterFlags, 'to'> {
  /** A folder here; the last day is `until`. */
  to?: string
  until?: string
  output?: string
  prune?: boolean
  bring?: boolean
  withPrivate?: boolean
}

/** Takes the words along: everything as JSON, or the days as Markdown or plain text. */
export async function exportJournal(
  context: Context,
  [format = '']: string[],
  flags: ExportFlags,
): Promise<undefined> {
  const chosen = wordFlag(format, formats, 'export')
  if (chosen === 'json') return exportJson(context, flags)
  const { to: folder, until, ...rest } = flags
  if (folder !== undefined) checkFolder(context, chosen, folder, flags)
  else if (flags.prune) throw new UsageError('--prune goes with --to DIR.')
  const { to: _, prune, output: __, withPrivate: ___, ...filters } = flags
  const isPart = Object.keys(filters).length > 0
  if (prune && isPart)
    throw new UsageError(
      'A filter chooses a part of the journal, so --prune would remove the rest. Leave out one of them. Nothing was changed.',
    )
  const query = queryFlags(
    { ...rest, ...(until !== undefined && { to: until }) },
    context,
    '--until',
  )
  const journal = await context.openJournal()
  const entries = await journal.entries({ ...query, ...(flags.bring && { bring: true }) })
  const options = {
    today: query.today,
    ...(flags.withPrivate && { include: ['private'] as const }),
  }
  const { terminal } = context
  const own = flags.withPrivate ? 0 : entries.filter(entry => entry.private).length
  if (own > 0)
    terminal.notify(
      `${many(own, 'private entry is', 'private entries are')} left out; --with-private takes them along.`,
    )
  if (folder === undefined) {
    await writeResult(context, flags.output ?? '-', writers[chosen](entries, options))
    return undefined
  }
  const notes = entriesToDailyNotes(entries, options)
  const { written, unchanged, left, removed, stale } = writeFolder(folder, notes, {
    prune: flags.prune === true,
  })
  const counts = [`${written.length} written`, `${unchanged.length} as they were`]
  if (removed.length > 0) counts.push(`${removed.length} removed`)
  terminal.notify(`${folder}: ${counts.join(', ')}. The files are readable only by you.`)
  // Of what a filter did not choose nothing is known.
  if (stale.length > 0 && !isPart)
    terminal.notify(
      `${stale.length} have no entry any more; --prune removes them: ${named(stale)}.`,
    )
  if (left.length === 0) return undefined
  terminal.notify(`Left alone, since they are not ours or were changed: ${named(left)}.`)
  return undefined
}

/** Everything there is: history, deletions, sealed letters and private entries among it. */
async function exportJson(context: Context, flags: ExportFlags): Promise<undefined> {
  const { output = '-', ...others } = flags
  const [other] = Object.keys(others)
  if (other !== undefined)
    throw new UsageError(
      `export json is always the whole journal, so --${other} means nothing here.\n\`hearten list --json\` gives a part of it.`,
    )
  const journal = await context.openJournal()
  await writeResult(context, output, writeJson(await journal.everything()))
  return undefined
}

/** `--to` is a folder here; a day would be a mistake. */
function checkFolder(
  context: Context,
  format: keyof typeof writers,
  folder: string,
  flags: ExportFlags,
): void {
  if (format !== 'markdown') throw new UsageError('--to DIR goes with export markdown.')
  if (flags.output !== undefined)
    throw new UsageError('--to DIR and --output FILE exclude each other.')
  if (existsSync(folder) || folder.includes('/')) return
  const { today, zone } = context.stamp()
  try {
    readDate(folder, { today, zone })
  } catch (error) {
    if (error instanceof DateError) return
    throw error
  }
  throw new UsageError(
    `--to is the folder to write into here. For days use --until ${folder}; for a folder of that name, --to ./${folder}.`,
  )
}

const named = (names: readonly string[]): string =>
  names.length > 5
    ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`
    : names.join(', ')
