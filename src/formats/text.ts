import { weekday, weekdayNames } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { visible, visibleLine } from '../render/gate.ts'
import { headingOf, shownFacts, timeOf } from './facts.ts'
import type { PageOptions } from './pages.ts'
import { pagesOf } from './pages.ts'

/** All entries as plain text: no markup, ISO days, and lines no longer than the person made them. */
export function entriesToText(entries: readonly Entry[], options: PageOptions): string {
  return pagesOf(entries, options)
    .map(page => {
      const title = `${page.day} ${weekdayNames[weekday(page.day) - 1]}`
      return `${[title, ...page.entries.map(entryIn)].join('\n\n')}\n`
    })
    .join('\n\n')
}

function entryIn(entry: Entry): string {
  const title = `${timeOf(entry)} ${headingOf(entry)}`
  const words = visible(entry.text).trim()
  const facts = shownFacts(entry).map(({ label, value }) => `${label}: ${value}`)
  return [
    entry.prompt ? `${title}\n${visibleLine(entry.prompt.text)}` : title,
    ...(words ? [words] : []),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
  ].join('\n\n')
}
