import type { Day } from '../journal/day.ts'
import { weekday, weekdayNames } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { visible, visibleLine } from '../render/gate.ts'
import { headingOf, kindTitle, shownFacts, timeOf } from './facts.ts'
import type { PageLayout, PageOptions } from './pages.ts'
import { dayPages, themePages, withWords } from './pages.ts'

/** All entries as plain text: no markup, ISO days, and lines no longer than the person made them. */
export function entriesToText(
  entries: readonly Entry[],
  options: PageOptions,
  layout: PageLayout = 'day',
): string {
  if (layout === 'card')
    return withWords(entries, options)
      .map(({ day, text }) => `${titleOf(day)}\n\n${visible(text).trim()}\n`)
      .join('\n\n')
  const pages = (layout === 'theme' ? themePages : dayPages)(entries, options)
  return pages
    .map(({ day, title, entries }) => {
      const shown = entries.map(entry =>
        entryIn(
          entry,
          day === undefined
            ? `${entry.day} ${timeOf(entry)} ${kindTitle(entry)}`
            : `${timeOf(entry)} ${headingOf(entry)}`,
        ),
      )
      return `${[day === undefined ? title : titleOf(day), ...shown].join('\n\n')}\n`
    })
    .join('\n\n')
}

const titleOf = (day: Day): string => `${day} ${weekdayNames[weekday(day) - 1]}`

function entryIn(entry: Entry, title: string): string {
  const words = visible(entry.text).trim()
  const facts = shownFacts(entry).map(({ label, value }) => `${label}: ${value}`)
  return [
    entry.prompt ? `${title}\n${visibleLine(entry.prompt.text)}` : title,
    ...(words ? [words] : []),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
  ].join('\n\n')
}
