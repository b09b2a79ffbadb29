import { stringify } from 'yaml'
import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined, tagKey } from '../journal/tags.ts'
import { visible, visibleLine } from '../render/gate.ts'
import { headingOf, shownFacts, timeOf } from './facts.ts'
import type { DayPage, PageOptions } from './pages.ts'
import { pagesOf } from './pages.ts'
import { wordsInMarkdown } from './words-in-markdown.ts'

/** All entries as one Markdown text, a heading a day. */
export function entriesToMarkdown(entries: readonly Entry[], options: PageOptions): string {
  const days = pagesOf(entries, options).map(
    page => `## ${longDayWithYear(page.day)}\n\n${entriesOf(page, '###')}`,
  )
  return `${['# Journal', ...days].join('\n\n')}\n`
}

/** One Markdown text a day by file name, `2026-11-22.md`, with front matter: what Obsidian takes for daily notes. */
export function entriesToDailyNotes(
  entries: readonly Entry[],
  options: PageOptions,
): Map<string, string> {
  return new Map(
    pagesOf(entries, options).map(page => [
      `${page.day}.md`,
      `${frontMatter(page)}\n# ${longDayWithYear(page.day)}\n\n${entriesOf(page, '##')}\n`,
    ]),
  )
}

const entriesOf = (page: DayPage, level: string): string =>
  page.entries.map(entry => entryIn(entry, level)).join('\n\n')

function entryIn(entry: Entry, level: string): string {
  const facts = shownFacts(entry).map(({ label, value }) => `- ${label}: ${literal(value)}`)
  return [
    `${level} ${headingOf(entry)} · ${timeOf(entry)}`,
    ...(entry.prompt ? [quoted(entry.prompt.text)] : []),
    wordsInMarkdown(entry),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
  ].join('\n\n')
}

function frontMatter({ day, entries }: DayPage): string {
  const list = (of: (entry: Entry) => readonly string[], key = nameKey) =>
    joined(key, ...entries.map(of)).map(visibleLine)
  const fields = {
    tags: list(entry => entry.tags, tagKey),
    people: list(entry => entry.people),
    moods: entries.flatMap(entry => entry.mood ?? []),
    energy: entries.flatMap(entry => entry.energy ?? []),
    feelings: list(entry => entry.feelings ?? []),
    themes: list(entry => (entry.theme ? [entry.theme] : [])),
  }
  const filled = Object.fromEntries(Object.entries(fields).filter(([, list]) => list.length > 0))
  // Readers of either YAML are out there: in 1.1 an unquoted `no` is false and `1:30` is ninety.
  const rest = stringify(filled, { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false })
  return `---\ndate: ${day}\n${rest === '{}\n' ? '' : rest}hearten: 1\n---\n`
}

const quoted = (text: string): string =>
  visible(text)
    .split('\n')
    .map(line => `> ${literal(line)}`)
    .join('\n')

/** A short text as it reads, whatever Markdown would make of it. */
const literal = (text: string): string => text.replace(/[\\`*_<>[\]|~]|^[#+-](?=\s)/g, '\\$&')
