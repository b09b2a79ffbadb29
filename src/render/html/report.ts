import type { Day } from '../../journal/day.ts'
import { dateAndYear, longDayWithYear } from '../../journal/day.ts'
import type { Review } from '../../reflect/review.ts'
import type { Count } from '../../reflect/tally.ts'
import { supportWords } from '../../themes/choices.ts'
import { themes } from '../../themes/theme.ts'
import { dayAndMonth, many } from '../../wording/counts.ts'
import type { Block, Page, Quoted, Section } from '../page/page.ts'
import { choicesInWords, helpWords, peopleWords, promiseWords, standing } from '../review/themes.ts'
import { pageOf } from '../review.ts'
import { barChart } from './bar-chart.ts'
import { changeChart } from './change-chart.ts'
import { courseChart } from './course-chart.ts'
import { dayGrid } from './day-grid.ts'
import type { Figure } from './figure.ts'
import { figure, table } from './figure.ts'
import type { Markup } from './markup.ts'
import { markup } from './markup.ts'
import { cover, htmlPage, privateLeftOut } from './shell.ts'
import { style } from './style.ts'

/**
 * A review as one file for a browser or a printer, a page to keep or to hand to somebody.
 *
 * Give it a review that was made without private entries.
 * @param made the day it is made
 */
export function renderReport(review: Review, made: Day): string {
  const page = pageOf(review)
  const explained = explanations(page)
  return htmlPage(page.title, style, [
    markup`${cover(page.title, coverLine(review))}
<main>
${page.sections.map(section => sectionMarkup(section, review))}
${
  explained.length > 0 &&
  markup`<section class="explained">
<h2>How to read this</h2>
<dl>${explained.map(([word, meaning]) => markup`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl>
</section>
`
}</main>
<footer><p>${privateLeftOut} Lines from very low days are here only where they were starred or chosen.</p>
<p>Made by hearten on ${dateAndYear(made)}, on the computer that holds the journal. Nothing was sent anywhere.</p></footer>`,
  ])
}

/** "66 days present, 1 September to 26 November 2026". */
function coverLine({ presence: { days }, since, until }: Review): string {
  if (since === until) return longDayWithYear(since)
  return `${many(days, 'day')} present, ${dayAndMonth(since, until)} to ${dateAndYear(until)}`
}

/** Words of ours that a reader may not know, with what they mean, where the page has them. */
const meanings: readonly (readonly [pattern: RegExp, word: string, meaning: string])[] = [
  [
    /\brated\b/i,
    'Rated',
    'Mood and other ratings go from 1, the lowest, to 5. They are given when something is written, so days without a page have none.',
  ],
  [/\bmiddle\b/, 'Middle', 'As many answers lie above it as below.'],
  [
    /\bprobably\b/,
    'Probably between',
    'A few days can mislead, so the figure comes with room on both sides.',
  ],
  [/\bweighed\b/i, 'Weighed', 'How mood changed, with few times trusted less than many.'],
]

function explanations({ sections }: Page): [word: string, meaning: string][] {
  const ours = sections.flatMap(({ blocks }) => blocks.map(wordsOf)).join(' ')
  return meanings.flatMap(([pattern, word, meaning]) =>
    pattern.test(ours) ? [[word, meaning] as [string, string]] : [],
  )
}

/** What a block says in words of ours. */
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'say':
    case 'note':
      return block.text
    case 'quote':
      return ''
    case 'table':
      return [...block.columns, ...block.sentences].join(' ')
    default:
      return block.sentences.join(' ')
  }
}

function sectionMarkup({ id, heading, count, blocks }: Section, review: Review): Markup {
  const entries = count ? markup` <span>${many(count, 'entry', 'entries')}</span>` : ''
  const title = heading && markup`<h2>${heading}${entries}</h2>`
  const charts = id ? chartsOf(id, review) : []
  // What a chart says below itself or in its table is not said again.
  const said = new Set(charts.map(({ sentence }) => sentence))
  const rest = blocks.filter(block =>
    block.kind === 'say' ? !said.has(block.text) : charts.length === 0 || !isChart(id, block),
  )
  const kind = isTheme(id)
    ? 'theme'
    : id === undefined && heading === undefined
      ? 'opening'
      : 'more'
  return markup`<section class="${kind}">
${title}
${charts.map(figure)}
${rest.map((block, n) => blockMarkup(block, `${id ?? 'more'}-${n}`))}
</section>
`
}

const isTheme = (id: string | undefined): boolean => themes.some(theme => theme.id === id)

const isChart = (id: string | undefined, { kind }: Block) => id === 'tools' && kind === 'table'

/** The charts that belong to a section. */
function chartsOf(id: string, review: Review): Figure[] {
  const { since, until, mood, presence, toolkit } = review
  const { support, accountability } = review.themes
  switch (id) {
    case 'mood':
      return [dayGrid({ present: presence.on, rated: mood.days }, since, until)]
    case 'support':
      return [
        ...bars('people', peopleWords(support.named), support.named.slice(0, mostPeople), [
          'person',
          'entries',
        ]),
        ...bars('kinds', helpWords(support.kinds), choicesInWords(support.kinds, supportWords), [
          'kind',
          'times',
        ]),
      ]
    case 'accountability': {
      const { promises } = accountability
      return bars('promises', promiseWords(promises), standing(promises), [
        'how it stands',
        'promises',
      ])
    }
    case 'tools':
      return toolkit.weighed.length > 0
        ? [changeChart(toolkit.weighed.flatMap(({ tools }) => tools))]
        : []
    default:
      return []
  }
}

/** As many people as the sentence names. */
const mostPeople = 5

/** The title is what the sentence begins with. */
const titled = (sentence: string) => ({ sentence, title: sentence.replace(/:.*/s, '') })

/** A bar for each count; none for none. */
function bars(
  id: string,
  sentence: string,
  counts: readonly Count[],
  columns: readonly [string, string],
): Figure[] {
  if (counts.length === 0) return []
  return [
    barChart({
      ...{ id, columns, ...titled(sentence) },
      bars: counts.map(({ name, count }) => ({ label: name, value: count })),
    }),
  ]
}

const paragraph = (text: string): Markup => markup`<p dir="auto">${text}</p>
`

/** Fewer would be a large chart with little in it. */
const leastPoints = 8

function quotedFrom({ label, day }: Quoted): Markup | undefined {
  const from = [label, day].filter(Boolean).join(', ')
  return from === '' ? undefined : markup`<cite>${from}</cite>`
}

function blockMarkup(block: Block, id: string): Markup {
  switch (block.kind) {
    case 'say':
      return paragraph(block.text)
    case 'note':
      return markup`<p class="note">${block.onPaper ?? block.text}</p>
`
    case 'quote':
      return markup`<blockquote dir="auto"><p>${block.text}</p>${quotedFrom(block)}</blockquote>
`
    case 'strip': {
      const { label, course, from, until, axis } = block
      if (course.days.length < leastPoints) return paragraph(block.sentences.join(' '))
      return figure(courseChart(id, label, course, from, until, axis))
    }
    case 'bars':
      return figure(
        barChart({
          ...{ id, bars: block.rows, columns: block.columns },
          ...titled(block.sentences.join(' ')),
        }),
      )
    case 'table':
      return markup`${block.label && markup`<p>${block.label}</p>`}<div class="scroll">${table(block.columns, block.rows)}</div>
`
    case 'drawing':
      return markup`${block.sentences.map(sentence => markup`<p>${sentence}</p>`)}`
  }
}
