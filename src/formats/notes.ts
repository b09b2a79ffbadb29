import type { Entry } from '../journal/entry.ts'
import type { Facing } from './front-matter.ts'
import { facingIn, frontMatter } from './front-matter.ts'
import { entryOn } from './markdown.ts'
import type { ExportPage, PageLayout, PageOptions } from './pages.ts'
import { laidOut, pagesOf } from './pages.ts'

/** The name of a page, and what stands on it. */
export type NamedNote = readonly [page: string, text: string]

/** Makes notes bit by bit. Of the one that is not whole yet its text is held, and little else. */
export interface NotesWriter {
  /** The notes that are whole by now. @param entries as they are laid out */
  add(entries: Iterable<Entry>): readonly NamedNote[]
  end(): readonly NamedNote[]
}

export function notesWriter(layout: Exclude<PageLayout, 'card'>): NotesWriter {
  const pageOf = pagesOf(layout)
  let open: { page: ExportPage; facing: Facing[]; shown: string[] } | undefined
  const end = (): readonly NamedNote[] => {
    if (!open) return []
    const { page, facing, shown } = open
    const front = frontMatter(page.day, facing)
    return [[page.name, `${front}\n# ${page.title}\n\n${shown.join('\n\n')}\n`]]
  }
  return {
    add(entries) {
      const whole: NamedNote[] = []
      for (const entry of entries) {
        const page = pageOf(entry)
        if (open?.page !== page) {
          whole.push(...end())
          open = { page, facing: [], shown: [] }
        }
        open.facing.push(facingIn(entry))
        open.shown.push(entryOn(page, entry, '##'))
      }
      return whole
    },
    end,
  }
}

/** A Markdown text with front matter for each day or theme, by its name: what Obsidian takes for notes. */
export function entriesToNotes(
  entries: readonly Entry[],
  options: PageOptions,
  layout: Exclude<PageLayout, 'card'> = 'day',
): Map<string, string> {
  const { add, end } = notesWriter(layout)
  return new Map([...add(laidOut(entries, options, layout)), ...end()])
}
