import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { entryFields } from '../journal/fields/entry.ts'
import type { Fact } from '../journal/fields/read.ts'
import { visible } from '../render/gate.ts'
import { factWriter, shownFacts } from './facts.ts'
import { literal } from './literal.ts'
import { memo } from './memo.ts'
import { obsidianTags } from './obsidian-tag.ts'
import { closingLine } from './open-block.ts'
import type { EntryWriter, ExportPage, PageLayout, PageOptions } from './pages.ts'
import { atOnce, hasWords, joining, laidOut, ontoPages, titleOn } from './pages.ts'
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
  const onto = ontoPages(layout)
  let before = '# Journal'
  return {
    add(entries) {
      let text = before
      before = ''
      for (const page of onto(entries))
        text += `\n\n${page.begins ? `## ${page.title}\n\n` : ''}${entriesOn(page, '###')}`
      return text
    },
    end: () => `${before}\n`,
  }
}

/** The entries of a page, each under a heading. */
export const entriesOn = (page: ExportPage, level: string): string =>
  page.entries.map(entry => entryIn(entry, `${level} ${titleOn(page, entry)}`)).join('\n\n')

/** What an entry says beside its words. A tag in a list is a tag for Obsidian too, so it is one it takes. */
export const factsInMarkdown = (entry: Entry): Fact[] => shownFacts(entry, writing)

function entryIn(entry: Entry, heading: string): string {
  const asked = entry.prompt ? `\n\n${quoted(entry.prompt.text)}` : ''
  const facts = factLines(entry)
  return `${heading}${asked}\n\n${wordsInMarkdown(entry)}${facts && `\n${facts}`}`
}

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
