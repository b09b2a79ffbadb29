import { existsSync } from 'node:fs'
import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import { namesBy } from '../formats/file-names.ts'
import type { NamedNote } from '../formats/notes.ts'
import { notesWriter } from '../formats/notes.ts'
import type { PageLayout } from '../formats/pages.ts'
import { pageName, themesInOrder } from '../formats/pages.ts'
import { DateError, readDate } from '../journal/dates.ts'
import type { Journal } from '../store/journal.ts'
import { ourIdsIn, writeFolder } from './folder.ts'
import { refuseOurs } from './not-ours.ts'
import { interruptibly } from './result.ts'
import type { WhatGoesAlong } from './taken-along.ts'
import { chosenOf, walkThrough } from './taken-along.ts'

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
  refuseOurs(context, folder)
  const form = layout === 'theme' ? 'theme' : 'day'
  const themes = form === 'theme' ? themesInOrder : undefined
  const nameOf = namesBy(name ?? (form === 'day' ? '{date}' : '{theme}'), form)
  // A filter is asked first, then it is found out what is new, and that is written.
  const passes = 2 * (themes?.length ?? 1) + (isPart ? 1 : 0)
  const plan = await walkThrough(context, journal, passes, months =>
    interruptibly(context, async betweenTurns => {
      let along = choice
      const entries = (ofThemes?: typeof themes) => {
        const chosen = chosenOf(months, along, ofThemes)
        // What stays here is counted once.
        along = { ...along, leftOut() {} }
        return chosen
      }
      const pages = new Set<string>()
      const ids = new Set(isPart ? ourIdsIn(folder) : [])
      if (isPart) {
        for await (const some of entries())
          for (const entry of some) {
            pages.add(pageName(form)(entry))
            ids.add(entry.id)
          }
        // A page that holds chosen entries keeps the others that an earlier export wrote there.
        along = { ...along, withPrivate: true, query: { today: choice.query.today } }
      }
      async function* files(): AsyncGenerator<readonly [name: string, content: string]> {
        const { add, end } = notesWriter(form)
        const meant = function* (notes: readonly NamedNote[]) {
          for (const [page, text] of notes)
            if (!isPart || pages.has(page)) yield [nameOf(page), text] as const
        }
        for await (const some of entries(themes)) {
          yield* meant(add(isPart ? [...some].filter(({ id }) => ids.has(id)) : some))
          await betweenTurns()
        }
        yield* meant(end())
      }
      return writeFolder(folder, files, { prune })
    }),
  )
  const { written, unchanged, left, removed, stale } = plan
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
