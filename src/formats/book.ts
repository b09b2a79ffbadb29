import type { Day } from '../journal/day.ts'
import { dateAndYear, longDayWithYear, monthName, monthOf } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { hasWords } from '../journal/fields/read.ts'
import { visible } from '../render/gate.ts'
import type { Markup } from '../render/html/markup.ts'
import { escaped, markup } from '../render/html/markup.ts'
import { cover, htmlFrame, privateLeftOut } from '../render/html/shell.ts'
import { style } from '../render/html/style.ts'
import { factWriter } from './facts.ts'
import { memo } from './memo.ts'
import type { EntryWriter, ExportPage, PageLayout, PageOptions } from './pages.ts'
import { atOnce, laidOut, pagesOf, shownOf, titleOn } from './pages.ts'

/** What a book has beside the style of our pages: the words are the loudest thing in it. */
const bookStyle = `${style}
main > h2 { margin-top: 2.5rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .2rem; }
h4 { font-size: .9rem; font-weight: normal; color: var(--soft); margin: 1rem 0 .2rem; }
.words { font: 1.15rem/1.6 var(--serif); white-space: pre-wrap; margin: .3rem 0 .6rem; }
.asked { font-style: italic; color: var(--soft); }
ul { margin: .2rem 0; padding: 0; color: var(--soft); font-size: .9rem; }
li { display: inline; }
li + li::before { content: " · "; }
.card { border: 1px solid var(--rule); border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0; }
.card h3 { margin-top: 0; font-size: .95rem; color: var(--soft); font-weight: normal; }
@media print {
  h3, h4, .asked { break-after: avoid; }
  .words { font-size: 11.5pt; orphans: 3; widows: 3; }
  section.theme { break-before: page; }
  .card { break-inside: avoid; }
}
`

/** All entries as one page for a browser or a printer: by day under its month, by theme, or as cards. */
export function entriesToBook(
  entries: readonly Entry[],
  options: PageOptions,
  layout: PageLayout = 'day',
): string {
  const days = newDays()
  for (const { day } of shownOf(entries, options)) days.add(day)
  return atOnce(bookWriter(layout, options, days), laidOut(entries, options, layout))
}

/** The days that a book is about. They are known before the first page is written. */
export interface Days {
  /** The day of another entry, not earlier than those before. */
  add(day: Day): void
  /** "2 days present, 20 November 2026 to 22 November 2026". */
  line(): string | undefined
}

export function newDays(): Days {
  let [first, last]: Day[] = []
  let days = 0
  return {
    add(day) {
      first ??= day
      if (day !== last) days++
      last = day
    },
    line() {
      if (first === undefined || last === undefined) return undefined
      if (days === 1) return longDayWithYear(first)
      return `${days} days present, ${dateAndYear(first)} to ${dateAndYear(last)}`
    },
  }
}

export function bookWriter(
  layout: PageLayout,
  { include = [] }: PageOptions,
  days: Days,
): EntryWriter {
  const frame = htmlFrame('Journal', bookStyle)
  const bodyOf = layout === 'card' ? cards : layout === 'theme' ? themeSections() : daySections()
  let before = `${frame.before}${markup`${cover('Journal', days.line())}\n<main>\n`.html}`
  const footer = include.length === 0 && markup`\n<footer><p>${privateLeftOut}</p></footer>`
  return {
    add(entries) {
      const text = before + bodyOf.add(entries)
      before = ''
      return text
    },
    end: () => `${before}${markup`${bodyOf.end}</main>${footer}`.html}${frame.after}`,
  }
}

/** What stands between the cover and the footer. */
interface Body {
  add(entries: Iterable<Entry>): string
  /** What is open by now is closed with it. */
  readonly end: Markup | false
}

const cards: Body = {
  add(entries) {
    let text = ''
    for (const entry of entries)
      if (hasWords(entry))
        text += `${markup`<section class="card">\n<h3>${longDayWithYear(entry.day)}</h3>\n`.html}${wordsOf(entry)}</section>\n`
    return text
  },
  end: false,
}

const themeSections = (): Body =>
  sections('theme', ({ title }) => markup`<section class="theme">\n<h2>${title}</h2>\n`)

function daySections(): Body {
  let month = ''
  return sections('day', ({ day, title }) => {
    const begins = day !== undefined && monthOf(day) !== month
    if (day !== undefined) month = monthOf(day)
    return markup`${begins && markup`<h2>${monthName(month)}</h2>\n`}<section>\n<h3>${title}</h3>\n`
  })
}

function sections(layout: Exclude<PageLayout, 'card'>, opened: (page: ExportPage) => Markup): Body {
  const pageOf = pagesOf(layout)
  let open: ExportPage | undefined
  const closed = () => open !== undefined && markup`</section>\n`
  return {
    add(entries) {
      let text = ''
      for (const entry of entries) {
        const page = pageOf(entry)
        if (page !== open) text += markup`${closed()}${opened(page)}`.html
        open = page
        text += articleOf(page, entry)
      }
      return text
    },
    get end() {
      return closed()
    },
  }
}

function articleOf(page: ExportPage, entry: Entry): string {
  const asked = entry.prompt && markup`<p class="asked" dir="auto">${entry.prompt.text}</p>\n`
  const before = markup`<article>\n<h4>${titleOn(page, entry)}</h4>\n${asked}`.html
  const facts = factItems(entry)
  return `${before}${wordsOf(entry)}${facts && `<ul>${facts}</ul>\n`}</article>\n`
}

const itemOf = memo((label: string): string => markup`<li dir="auto">${label}: `.html)
const factItems = factWriter((label, value) => `${itemOf(label)}${markup`${value}</li>`.html}`)

/** Nothing of a person's Markdown is made into anything: it stands as it was written. */
function wordsOf({ text }: Entry): string {
  const shown = visible(text).trim()
  return shown && `<div class="words" dir="auto">${escaped(shown)}</div>\n`
}
