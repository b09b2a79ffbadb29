import type { Context } from '../context.ts'
import { exportFolder } from '../desk/export-folder.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { queryFlags, wordFlag } from '../desk/flags.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError } from '../errors.ts'
import { entriesToBook } from '../formats/book.ts'
import { entriesToCsv } from '../formats/csv.ts'
import { entriesToJrnl } from '../formats/jrnl-text.ts'
import { writeJson } from '../formats/json.ts'
import { entriesToMarkdown } from '../formats/markdown.ts'
import type { PageOptions } from '../formats/pages.ts'
import { layouts } from '../formats/pages.ts'
import { entriesToText } from '../formats/text.ts'
import type { Entry } from '../journal/entry.ts'
import type { Journal } from '../store/journal.ts'
import { many } from '../wording/counts.ts'

const formats = ['markdown', 'html', 'json', 'csv', 'text', 'jrnl'] as const
/** Those with pages to lay out. */
const pageWriters = { markdown: entriesToMarkdown, html: entriesToBook, text: entriesToText }
/** JSON stands apart: without a filter it is the whole journal. */
const writers = { ...pageWriters, csv: entriesToCsv, jrnl: entriesToJrnl }

interface ExportFlags extends Omit<FilterFlags, 'to'> {
  /** A folder here; the last day is `until`. */
  to?: string
  until?: string
  output?: string
  layout?: string
  name?: string
  prune?: boolean
  bring?: boolean
  withPrivate?: boolean
}

/** Takes the words along: everything as JSON, or what is meant in a form that others read. */
export async function exportJournal(
  context: Context,
  [format = '']: string[],
  flags: ExportFlags,
): Promise<undefined> {
  const chosen = wordFlag(format, formats, 'export')
  const { to: folder, output, layout: form, name, prune, withPrivate, ...filters } = flags
  const layout = wordFlag(form, layouts, '--layout')
  const isPart = Object.keys(filters).length > 0
  checkFlags(chosen, flags, isPart)
  if (chosen === 'json' && !isPart) return exportJson(context, output)
  const { until, bring, ...rest } = filters
  const query = queryFlags(
    { ...rest, ...(until !== undefined && { to: until }) },
    context,
    '--until',
  )
  const journal = await context.openJournal()
  const found = await journal.entries({ ...query, ...(bring && { bring: true }) })
  const entries = withPrivate ? found : found.filter(entry => !entry.private)
  const own = found.length - entries.length
  if (own > 0)
    context.terminal.notify(
      `${many(own, 'private entry is', 'private entries are')} left out; --with-private takes them along.`,
    )
  // What is private was asked for, or is out already.
  const options: PageOptions = { today: query.today, include: ['private'] }
  if (folder !== undefined)
    await exportFolder(context, journal, entries, options, {
      ...{ folder, layout, name, isPart, prune: prune === true },
    })
  else if (chosen === 'json') await exportPart(context, journal, entries, output)
  else await writeResult(context, output ?? '-', writers[chosen](entries, options, layout))
  return undefined
}

/** Everything there is: history, deletions, sealed letters and private entries among it. */
async function exportJson(context: Context, output = '-'): Promise<undefined> {
  const journal = await context.openJournal()
  await writeResult(context, output, writeJson(await journal.everything()))
  return undefined
}

/** Some entries as they are kept, and nothing of the others: no history, no people, no settings. */
async function exportPart(
  context: Context,
  journal: Journal,
  chosen: readonly Entry[],
  output = '-',
): Promise<void> {
  const ids = new Set(chosen.map(({ id }) => id))
  const everything = await journal.everything()
  const entries = everything.entries.filter(({ id }) => ids.has(id))
  const part = { entries, people: [], settings: [], history: [] }
  await writeResult(context, output, writeJson(part))
}

function checkFlags(format: (typeof formats)[number], flags: ExportFlags, isPart: boolean): void {
  const { to: folder, output, layout, name, prune, withPrivate } = flags
  if (folder !== undefined && format !== 'markdown')
    throw new UsageError('--to DIR goes with export markdown.')
  if (folder !== undefined && output !== undefined)
    throw new UsageError('--to DIR and --output FILE exclude each other.')
  if (folder === undefined && prune) throw new UsageError('--prune goes with --to DIR.')
  if (folder === undefined && name !== undefined) throw new UsageError('--name goes with --to DIR.')
  if (layout !== undefined && !(format in pageWriters))
    throw new UsageError(`--layout means nothing in ${format}, which has no pages.`)
  if (folder !== undefined && layout !== undefined && 'card'.startsWith(layout))
    throw new UsageError('Cards stand in one file: leave out --to DIR.')
  if (format === 'json' && !isPart && withPrivate)
    throw new UsageError('export json without a filter is the whole journal, with private entries.')
  if (prune && isPart)
    throw new UsageError(
      'A filter chooses a part of the journal, so --prune would remove the rest. Leave out one of them. Nothing was changed.',
    )
}
