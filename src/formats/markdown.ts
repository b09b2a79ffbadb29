import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { entryFields } from '../journal/fields/entry.ts'
import type { Fact } from '../journal/fields/read.ts'
import { hasWords } from '../journal/fields/read.ts'
import { visible } from '../render/gate.ts'
import { factWriter, shownFacts } from './facts.ts'
import { literal } from './literal.ts'
import { memo } from './memo.ts'
import { obsidianTags } from './obsidian-tag.ts'
import { closingLine } from './open-block.ts'
import type { EntryWriter, ExportPage, PageLayout, PageOptions } from './pages.ts'
import { atOnce, joining, laidOut, pagesOf, titleOn } from './pages.ts'
import { wordsInMarkdown } from './words-in-markdown.ts'

const writing = { tags: obsidianTags }

/** All entries as one Markdown text: a heading a day or a theme, or nothing but the words. */
export function entriesToMarkdown(
  entries: readonly Entry[],
  options: PageOptions,
  layout: PageLayout = 'day',
): string {
  return atOnce(markdownWriter(layout), laidOut(entries, options, layout))
}

export function markdownWriter(layout: PageLayout): EntryWriter {
  if (layout === 'card') {
    const joined = joining('\n---\n\n')
    return { add: entries => joined([...entries].filter(hasWords).map(card)), end: () => '' }
  }
  const pageOf = pagesOf(layout)
  let open: ExportPage | undefined
  let before = '# Journal'
  return {
    add(entries) {
      let text = before
      before = ''
      for (const entry of entries) {
        const page = pageOf(entry)
        if (page !== open) text += `\n\n## ${page.title}`
        open = page
        text += `\n\n${entryOn(page, entry, '###')}`
      }
      return text
    },
    end: () => `${before}\n`,
  }
}

/** An entry on its page, under a heading of its own. */
export function entryOn(page: ExportPage, entry: Entry, level: string): string {
  const asked = entry.prompt ? `\n\n${quoted(entry.prompt.text)}` : ''
  const facts = factLines(entry)
  return `${level} ${titleOn(page, entry)}${asked}\n\n${wordsInMarkdown(entry)}${facts && `\n${facts}`}`
}

/** What an entry says beside its words. A tag in a list is a tag for Obsidian too, so it is one it takes. */
export const factsInMarkdown = (entry: Entry): Fact[] => shownFacts(entry, writing)

/** Tags have nothing in them that Markdown would take for its own, and with a backslash they would be none. */
const tagsLabel = entryFields.tags.label

const factLines = factWriter(
  (label, value) => `\n- ${label}: ${label === tagsLabel ? value : literal(value)}`,
  writing,
)

/** The same questions are asked again and again. */
const quoted = memo((text: string): string =>
  visible(text)
    .split('\n')
    .map(line => `> ${literal(line)}`)
    .join('\n'),
)

/** Words and their day. */
function card({ day, text }: Entry): string {
  const shown = visible(text).trim()
  const closing = closingLine(shown)
  return `## ${longDayWithYear(day)}\n\n${shown}${closing === undefined ? '' : `\n${closing}`}\n`
}
