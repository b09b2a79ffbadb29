import type { Day } from '../../journal/day.ts'
import { dateAndYear, longDayWithYear } from '../../journal/day.ts'
import type { Review } from '../../reflect/review.ts'
import type { Count } from '../../reflect/tally.ts'
import { supportWords } from '../../themes/choices.ts'
import { themes } from '../../themes/theme.ts'
import { dayAndMonth, many } from '../../wording/counts.ts'
import type { Block, Section } from '../page/page.ts'
import { choicesInWords, helpWords, peopleWords, promiseWords, standing } from '../review/themes.ts'
import { pageOf } from '../review.ts'
import { barChart } from './bar-chart.ts'
import { blockMarkup, explained, titled } from './blocks.ts'
import { changeChart } from './change-chart.ts'
import { dayGrid } from './day-grid.ts'
import type { Figure } from './figure.ts'
import { figure } from './figure.ts'
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
  return htmlPage(page.title, style, [
    markup`${cover(page.title, coverLine(review))}
<main>
${page.sections.map(section => sectionMarkup(section, review))}
${explained(page)}</main>
<footer><p>${privateLeftOut} Lines from very low days are here only where they were starred or chosen.</p>
<p>Made by hearten on ${dateAndYear(made)}, on the computer that holds the journal. Nothing was sent anywhere.</p></footer>`,
  ])
}

/** "66 days present, 1 September to 26 November 2026". */
function coverLine({ presence: { days }, since, until }: Review): string {
  if (since === until) return longDayWithYear(since)
  return `${many(days, 'day')} present, ${dayAndMonth(since, until)} to ${dateAndYear(until)}`
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
