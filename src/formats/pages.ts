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

/** What entries stand on together, under one heading: a day, or a theme. */
export interface ExportPage {
  /** What tells it from the others: the day, or the name of the theme. */
  readonly name: string
  /** As a person reads it. */
  readonly title: string
  readonly day?: Day
}

/** Entries that belong to no theme have a page of their own. */
const noTheme = 'Everything else'

/** Whether an entry goes out. */
export const isShown = (entry: Entry, { today, include = [] }: PageOptions): boolean =>
  !entry.deleted &&
  (!entry.private || include.includes('private')) &&
  (!isSealedLetter(entry, today) || include.includes('sealed'))

/** The entries that go out, oldest first. */
export const shownOf = (entries: readonly Entry[], options: PageOptions): Entry[] =>
  entries.filter(entry => isShown(entry, options)).sort(inOrder)

/** Themes as their pages come: as a session walks them, and what has none at the end. */
export const themesInOrder: readonly (ThemeId | undefined)[] = [...themeIds, undefined]

/** The entries that go out, in the order in which a layout has them. */
export function laidOut(
  entries: readonly Entry[],
  options: PageOptions,
  layout: PageLayout = 'day',
): Entry[] {
  const shown = shownOf(entries, options)
  return layout === 'theme'
    ? themesInOrder.flatMap(theme => shown.filter(entry => entry.theme === theme))
    : shown
}

/** Which page each entry stands on, as they come laid out. It is the same one until another begins. */
export function pagesOf(layout: Exclude<PageLayout, 'card'>): (entry: Entry) => ExportPage {
  const pageOf = layout === 'theme' ? ofTheme : ofDay
  const nameOf = pageName(layout)
  let page: ExportPage | undefined
  return entry => {
    if (page?.name !== nameOf(entry)) page = undefined
    page ??= pageOf(entry)
    return page
  }
}

/** The name of the page that an entry stands on. */
export const pageName = (layout: Exclude<PageLayout, 'card'>): ((entry: Entry) => string) =>
  layout === 'theme' ? themeName : ({ day }) => day

const themeName = ({ theme }: Entry): string => (theme ? themeNames[theme] : noTheme)
const ofTheme = (entry: Entry) => ({ name: themeName(entry), title: themeName(entry) })
const ofDay = ({ day }: Entry) => ({ name: day, title: longDayWithYear(day), day })

/** Writes entries down bit by bit, as they are laid out, so that nobody has to hold all of them. */
export interface EntryWriter {
  /** What comes next of the text. */
  add(entries: Iterable<Entry>): string
  /** What ends it. */
  end(): string
}

/** The whole text at once. */
export const atOnce = (writer: EntryWriter, entries: Iterable<Entry>): string =>
  `${writer.add(entries)}${writer.end()}`

/** Texts with something between each two of them, bit by bit. */
export function joining(between: string): (texts: readonly string[]) => string {
  let isFirst = true
  return texts => {
    const start = isFirst || texts.length === 0 ? '' : between
    if (texts.length > 0) isFirst = false
    return `${start}${texts.join(between)}`
  }
}

/** What stands above an entry: on the page of its day what it is and the hour, on others the day as well. */
export function titleOn(page: ExportPage, entry: Entry): string {
  const time = timeOf(entry)
  if (page.day !== undefined) return `${headingOf(entry)} · ${time}`
  const when = `${longDayWithYear(entry.day)}, ${time}`
  return entry.kind === 'reflection' ? when : `${kindTitle(entry)} · ${when}`
}
