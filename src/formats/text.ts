import type { Day } from '../journal/day.ts'
import { weekday, weekdayNames } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { hasWords } from '../journal/fields/read.ts'
import { visible, visibleLine } from '../render/gate.ts'
import { headingOf, kindTitle, shownFacts, timeOf } from './facts.ts'
import type { EntryWriter, ExportPage, PageLayout, PageOptions } from './pages.ts'
import { atOnce, joining, laidOut, pagesOf } from './pages.ts'

/** All entries as plain text: no markup, ISO days, and lines no longer than the person made them. */
export function entriesToText(
  entries: readonly Entry[],
  options: PageOptions,
  layout: PageLayout = 'day',
): string {
  return atOnce(textWriter(layout), laidOut(entries, options, layout))
}

export function textWriter(layout: PageLayout): EntryWriter {
  if (layout === 'card') {
    const joined = joining('\n\n')
    return { add: entries => joined([...entries].filter(hasWords).map(card)), end: () => '' }
  }
  const pageOf = pagesOf(layout)
  let open: ExportPage | undefined
  return {
    add(entries) {
      let text = ''
      for (const entry of entries) {
        const page = pageOf(entry)
        const { day, title } = page
        if (page !== open)
          text += `${open ? '\n\n\n' : ''}${day === undefined ? title : titleOf(day)}`
        open = page
        text += `\n\n${entryIn(entry, titleOn(day, entry))}`
      }
      return text
    },
    end: () => (open ? '\n' : ''),
  }
}

const titleOn = (day: Day | undefined, entry: Entry): string =>
  day === undefined
    ? `${entry.day} ${timeOf(entry)} ${kindTitle(entry)}`
    : `${timeOf(entry)} ${headingOf(entry)}`

const card = ({ day, text }: Entry): string => `${titleOf(day)}\n\n${visible(text).trim()}\n`

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
