import type { Entry } from '../journal/entry.ts'
import { frontMatter } from './front-matter.ts'
import { entriesOn } from './markdown.ts'
import type { PageLayout, PageOptions } from './pages.ts'
import { laidOut, pagesOf } from './pages.ts'

/** A Markdown text with front matter for each day or theme, by its name: what Obsidian takes for notes. */
export const entriesToNotes = (
  entries: readonly Entry[],
  options: PageOptions,
  layout: Exclude<PageLayout, 'card'> = 'day',
): Map<string, string> =>
  new Map(
    pagesOf(laidOut(entries, options, layout), layout).map(page => [
      page.name,
      `${frontMatter(page)}\n# ${page.title}\n\n${entriesOn(page, '##')}\n`,
    ]),
  )
