import type { Context } from '../context.ts'
import { noteBrought } from '../desk/brought.ts'
import type { FilterFlags } from '../desk/flags.ts'
import { queryFlags, wordFlag } from '../desk/flags.ts'
import type { WhatGoesAlong } from '../desk/taken-along.ts'
import {
  asText,
  pageFormats,
  partAsJson,
  redactorFor,
  takeAlong,
  wholeAsJson,
} from '../desk/taken-along.ts'
import { UsageError } from '../errors.ts'
import { layouts } from '../formats/pages.ts'
import { idsBrought } from '../journal/brought.ts'
import { many } from '../wording/counts.ts'

const formats = ['markdown', 'html', 'json', 'csv', 'text', 'jrnl'] as const

interface ExportFlags extends Omit<FilterFlags, 'to'> {
  /** A folder here; the last day is `until`. */
  to?: string
  until?: string
  output?: string
  layout?: string
  name?: string
  prune?: boolean
  bring?: boolean
  brought?: boolean
  withPrivate?: boolean
  redact?: boolean
  pseudonyms?: boolean
}

/** Takes the words along: everything as JSON, or what is meant in a form that others read. */
export async function exportJournal(
  context: Context,
  [format = '']: string[],
  flags: ExportFlags,
): Promise<undefined> {
  const chosen = wordFlag(format, formats, 'export')
  const { to: folder, output = '-', layout: form, name, prune, ...more } = flags
  const { withPrivate, redact, pseudonyms, brought, ...filters } = more
  const layout = wordFlag(form, layouts, '--layout')
  const isPart = Object.keys(filters).length > 0
  checkFlags(chosen, flags, isPart)
  const { until, bring, ...rest } = filters
  const query = {
    ...queryFlags({ ...rest, ...(until !== undefined && { to: until }) }, context, '--until'),
    ...(bring && { bring: true }),
  }
  const into = folder !== undefined && (await import('../desk/export-folder.ts'))
  if (into) into.refuseDay(context, folder)
  const journal = await context.openJournal()
  const how = pseudonyms ? 'pseudonyms' : redact ? 'initials' : undefined
  const left = { private: 0, brought: 0 }
  const went = new Set<string>()
  const before = bring ? await (await context.openJournal()).settings('brought') : []
  const choice: WhatGoesAlong = {
    query,
    // What is private was asked for, or is left out already.
    options: { today: query.today, include: ['private'] },
    withPrivate: withPrivate === true,
    leftOut(why) {
      left[why]++
    },
    ...(bring && { went }),
    ...(!brought && { brought: idsBrought(before, undefined) }),
    ...(how && {
      redactor: redactorFor(await journal.people(), query, how),
    }),
  }
  const where = into
    ? await into.exportFolder(context, journal, choice, {
        folder,
        layout,
        name,
        isPart,
        prune: prune === true,
      })
    : await takeAlong(
        context,
        journal,
        output,
        chosen !== 'json'
          ? asText(chosen, layout, choice)
          : isPart
            ? partAsJson(choice)
            : wholeAsJson,
      )
  const { terminal } = context
  if (left.private > 0)
    terminal.notify(
      `${many(left.private, 'private entry is', 'private entries are')} left out; --with-private takes them along.`,
    )
  if (left.brought > 0)
    terminal.notify(
      `${many(left.brought, 'entry was', 'entries were')} brought before and left out; --brought takes them along.`,
    )
  if (where !== undefined) terminal.notify(where)
  if (chosen === 'json' && !isPart)
    terminal.notify('It is the whole journal: private entries and sealed letters stand in it, too.')
  // What goes through a pipe may be thrown away: only a file counts as brought.
  if (bring && (folder !== undefined || output !== '-'))
    await noteBrought(context, { until: query.to ?? query.today, entries: [...went] })
  return undefined
}

function checkFlags(format: (typeof formats)[number], flags: ExportFlags, isPart: boolean): void {
  const { to: folder, output, layout, name, prune, withPrivate, redact, pseudonyms } = flags
  if (flags.brought && !flags.bring) throw new UsageError('--brought goes with --bring.')
  if (folder !== undefined && format !== 'markdown')
    throw new UsageError('--to DIR goes with export markdown.')
  if (folder !== undefined && output !== undefined)
    throw new UsageError('--to DIR and --output FILE exclude each other.')
  if (folder === undefined && prune) throw new UsageError('--prune goes with --to DIR.')
  if (folder === undefined && name !== undefined) throw new UsageError('--name goes with --to DIR.')
  if (layout !== undefined && !pageFormats.some(it => it === format))
    throw new UsageError(`--layout means nothing in ${format}, which has no pages.`)
  if (folder !== undefined && layout !== undefined && 'card'.startsWith(layout))
    throw new UsageError('Cards stand in one file: leave out --to DIR.')
  if (redact && pseudonyms) throw new UsageError('--redact and --pseudonyms exclude each other.')
  if (format === 'json' && (redact || pseudonyms))
    throw new UsageError('Names stay in export json, which keeps everything as it is.')
  if (format === 'json' && !isPart && withPrivate)
    throw new UsageError('export json without a filter is the whole journal, with private entries.')
  if (prune && isPart)
    throw new UsageError(
      'A filter chooses a part of the journal, so --prune would remove the rest. Leave out one of them. Nothing was changed.',
    )
}
