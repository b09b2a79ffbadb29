import type { Day } from '../journal/day.ts'
import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { inOrder, isSealedLetter } from '../journal/query.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds, themeNames } from '../themes/theme.ts'
import { headingOf, kindTitle, timeOf } from './facts.ts'

/** How a readable export is laid out: a page a day, a page a theme, or a card an entry. */
export const layouts = ['day', 'theme', 'card'] as const
export type PageLayout = (typeof layouts)[number]

/** What a readable export lets out. */
export interface PageOptions {
  /** Letters sealed past this day stay shut. */
  readonly today: Day
  /** What was asked for by name; nothing of it goes out otherwise. */
  readonly include?: readonly ('private' | 'sealed')[]
}

/** What stands together under one heading, in order: a day, or a theme. */
export interface ExportPage {
  /** What tells it from the others: the day, or the name of the theme. */
  readonly name: string
  /** As a person reads it. */
  readonly title: string
  readonly day?: Day
  readonly entries: readonly Entry[]
}

/** Entries that belong to no theme have a page of their own. */
const noTheme = 'Everything else'

/** The entries that go out, oldest first. */
export function shownOf(entries: readonly Entry[], options: PageOptions): Entry[] {
  const { today, include = [] } = options
  return entries
    .filter(
      entry =>
        !entry.deleted &&
        (include.includes('private') || !entry.private) &&
        (include.includes('sealed') || !isSealedLetter(entry, today)),
    )
    .sort(inOrder)
}

/** The days that a readable export shows, oldest first. */
export function dayPages(entries: readonly Entry[], options: PageOptions): ExportPage[] {
  const days = new Map<Day, Entry[]>()
  for (const entry of shownOf(entries, options)) {
    const day = days.get(entry.day)
    if (day) day.push(entry)
    else days.set(entry.day, [entry])
  }
  return [...days].map(([day, entries]) => ({
    ...{ name: day, title: longDayWithYear(day), day, entries },
  }))
}

/** The themes that it shows, in the order in which a session walks them; what has none comes last. */
export function themePages(entries: readonly Entry[], options: PageOptions): ExportPage[] {
  const shown = shownOf(entries, options)
  const of = (theme: ThemeId | undefined) => shown.filter(entry => entry.theme === theme)
  return [
    ...themeIds.map(id => ({ name: themeNames[id], entries: of(id) })),
    { name: noTheme, entries: of(undefined) },
  ].flatMap(page => (page.entries.length > 0 ? { ...page, title: page.name } : []))
}

/** What stands above an entry: on the page of its day what it is and the hour, on others the day as well. */
export function titleOn(page: ExportPage, entry: Entry): string {
  const time = timeOf(entry)
  if (page.day !== undefined) return `${headingOf(entry)} · ${time}`
  const when = `${longDayWithYear(entry.day)}, ${time}`
  return entry.kind === 'reflection' ? when : `${kindTitle(entry)} · ${when}`
}

/** The entries that have words: what cards are made of, with nothing but the words and the day. */
export const withWords = (entries: readonly Entry[], options: PageOptions): Entry[] =>
  shownOf(entries, options).filter(({ text }) => text.trim() !== '')
