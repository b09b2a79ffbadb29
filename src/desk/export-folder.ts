import { existsSync } from 'node:fs'
import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import { namesBy } from '../formats/file-names.ts'
import { entriesToNotes } from '../formats/notes.ts'
import type { PageLayout } from '../formats/pages.ts'
import { DateError, readDate } from '../journal/dates.ts'
import type { Entry } from '../journal/entry.ts'
import type { Journal } from '../store/journal.ts'
import { ourIdsIn, writeFolder } from './folder.ts'
import type { WhatGoesAlong } from './taken-along.ts'
import { chosenOf } from './taken-along.ts'

/** How an export goes into a folder. */
interface IntoFolder {
  readonly folder: string
  readonly layout: PageLayout | undefined
  /** A pattern for the names of its files. */
  readonly name: string | undefined
  /** Whether a filter chose some entries of all there are. */
  readonly isPart: boolean
  readonly prune: boolean
}

/**
 * Writes entries into a folder, a file a day or a theme, and says what became of it.
 * @throws UsageError when the folder or the names cannot be meant
 */
export async function exportFolder(
  context: Context,
  journal: Journal,
  choice: WhatGoesAlong,
  { folder, layout, name, isPart, prune }: IntoFolder,
): Promise<undefined> {
  const { options } = choice
  const entries: Entry[] = []
  await journal.monthByMonth(async months => {
    for await (const some of chosenOf(months, choice)) entries.push(...some)
  })
  const form = layout === 'theme' ? 'theme' : 'day'
  const nameOf = namesBy(name ?? (form === 'day' ? '{date}' : '{theme}'), form)
  const notesOf = (some: readonly Entry[]) =>
    new Map([...entriesToNotes(some, options, form)].map(([page, text]) => [nameOf(page), text]))
  const chosen = notesOf(entries)
  // A page that holds chosen entries keeps the others that an earlier export wrote there.
  const notes = isPart ? notesOf(await withThoseThere(context, journal, entries, folder)) : chosen
  const files = new Map([...notes].filter(([file]) => chosen.has(file)))
  const { written, unchanged, left, removed, stale } = writeFolder(folder, files, { prune })
  const counts = [`${written.length} written`, `${unchanged.length} as they were`]
  if (removed.length > 0) counts.push(`${removed.length} removed`)
  const { terminal } = context
  terminal.notify(`${folder}: ${counts.join(', ')}. The files are readable only by you.`)
  // Of what a filter did not choose nothing is known.
  if (stale.length > 0 && !isPart)
    terminal.notify(
      `${stale.length} have no entry any more; --prune removes them: ${named(stale)}.`,
    )
  if (left.length > 0)
    terminal.notify(`Left alone, since they are not ours or were changed: ${named(left)}.`)
}

async function withThoseThere(
  context: Context,
  journal: Journal,
  chosen: readonly Entry[],
  folder: string,
): Promise<Entry[]> {
  const ids = new Set([...ourIdsIn(folder), ...chosen.map(({ id }) => id)])
  const all = await journal.entries({ today: context.stamp().today })
  return all.filter(({ id }) => ids.has(id))
}

/**
 * `--to` is a folder here; a day would be a mistake.
 * @throws UsageError
 */
export function refuseDay(context: Context, folder: string): void {
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
