import type { Review } from '../../reflect/review.ts'
import type { Count } from '../../reflect/tally.ts'
import { supportWords } from '../../themes/choices.ts'
import { many } from '../../wording/counts.ts'
import type { Block, Section } from '../page/page.ts'
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
import { htmlPage } from './shell.ts'
import { style } from './style.ts'

/**
 * A review as one file for a browser or a printer.
 *
 * Give it a review that was made without private entries.
 */
export function renderReport(review: Review): string {
  const page = pageOf(review)
  return htmlPage(page.title, style, [
    markup`<header><h1>${page.title}</h1></header>
<main>
${page.sections.map(section => sectionMarkup(section, review))}
</main>
<footer><p>Made by hearten on this computer, from your own journal. Nothing was sent anywhere.</p></footer>`,
  ])
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
  return markup`<section>
${title}
${charts.map(figure)}
${rest.map((block, n) => blockMarkup(block, `${id ?? 'more'}-${n}`))}
</section>
`
}

const isChart = (id: string | undefined, { kind }: Block) =>
  (id === 'mood' && kind === 'strip') || (id === 'tools' && kind === 'table')

/** The charts that belong to a section. */
function chartsOf(id: string, review: Review): Figure[] {
  const { since, until, mood, presence, toolkit } = review
  const { support, accountability } = review.themes
  switch (id) {
    case 'mood':
      return [
        courseChart('mood', 'Mood', mood, since, until),
        dayGrid({ present: presence.on, rated: mood.days }, since, until),
      ]
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

/** A bar for each count; none for none. The title is what the sentence begins with. */
function bars(
  id: string,
  sentence: string,
  counts: readonly Count[],
  columns: readonly [string, string],
): Figure[] {
  if (counts.length === 0) return []
  const [title = ''] = sentence.split(':')
  return [
    barChart({
      ...{ id, title, sentence, columns },
      bars: counts.map(({ name, count }) => ({ label: name, value: count })),
    }),
  ]
}

function blockMarkup(block: Block, id: string): Markup {
  switch (block.kind) {
    case 'say':
      return markup`<p dir="auto">${block.text}</p>
`
    case 'note':
      return markup`<p class="note">${block.text}</p>
`
    case 'quote':
      return markup`<blockquote dir="auto">${block.label && markup`<cite>${block.label}</cite>`}${block.text}</blockquote>
`
    case 'strip': {
      const { label, course, from, until, axis } = block
      return figure(courseChart(id, label, course, from, until, axis))
    }
    case 'bars':
      return figure(
        barChart({
          ...{ id, title: block.title, bars: block.rows, columns: block.columns },
          sentence: block.sentences.join(' '),
        }),
      )
    case 'table':
      return markup`${block.label && markup`<p>${block.label}</p>`}<div class="scroll">${table(block.columns, block.rows)}</div>
`
    case 'drawing':
      return markup`${block.sentences.map(sentence => markup`<p>${sentence}</p>`)}`
  }
}
