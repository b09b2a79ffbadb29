import type { Day } from '../journal/day.ts'
import { weekday, weekdayNames } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { visible, visibleLine } from '../render/gate.ts'
import { headingOf, kindTitle, shownFacts, timeOf } from './facts.ts'
import type { EntryWriter, PageLayout, PageOptions } from './pages.ts'
import { atOnce, hasWords, joining, laidOut, ontoPages } from './pages.ts'

/** All entries as plain text: no markup, ISO days, and lines no longer than the person made them. */
export function entriesToText(
  entries: readonly Entry[],
  options: PageOptions,
  layout: PageLayout = 'day',
): string {
  return atOnce(textWriter(layout), laidOut(entries, options, layout))
}

export function textWriter(layout: PageLayout): EntryWriter {
  const joined = joining('\n\n')
  if (layout === 'card')
    return { add: entries => joined([...entries].filter(hasWords).map(card)), end: () => '' }
  const onto = ontoPages(layout)
  let isEmpty = true
  return {
    add(entries) {
      let text = ''
      for (const { begins, day, title, entries: some } of onto(entries)) {
        const shown = some.map(entry => entryIn(entry, titleOn(day, entry)))
        if (begins) {
          text += isEmpty ? '' : '\n'
          isEmpty = false
          shown.unshift(day === undefined ? title : titleOf(day))
        }
        text += joined(shown)
      }
      return text
    },
    end: () => (isEmpty ? '' : '\n'),
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
