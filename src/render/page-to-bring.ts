import { dateAndYear, longDayWithYear } from '../journal/day.ts'
import type { PageToBring } from '../reflect/page-to-bring.ts'
import { outcomeWords } from '../themes/choices.ts'
import type { OpenPlanPart } from '../themes/helpline.ts'
import { capital, dayAndMonth } from '../wording/counts.ts'
import { blockMarkup, explained } from './html/blocks.ts'
import type { Markup } from './html/markup.ts'
import { markup } from './html/markup.ts'
import { cover, htmlPage, privateLeftOut } from './html/shell.ts'
import { style } from './html/style.ts'
import type { Page, Section } from './page/page.ts'
import { ownPage, quote, say, section } from './page/page.ts'
import { measureSections } from './review/measures.ts'
import { curveBlocks } from './review/opening.ts'
import { urgeBlocks } from './review/rest.ts'

/** A page to bring, as it is called on its top. */
export interface Titles {
  /** What it is about, where the person chose a course. */
  readonly about?: string | undefined
  /** The plan for hard hours, where it goes along. */
  readonly plan: readonly OpenPlanPart[]
  readonly namesChanged: boolean
}

/** To be read aloud: words, and nothing about them. */
const isReadAloud = ({ whom }: PageToBring): boolean => whom === 'group'

const titleOf = (page: PageToBring, { about }: Titles): string =>
  isReadAloud(page) ? 'To read aloud' : (about ?? 'Pages to bring')

/** "1 November to 26 November 2026"; of pages without numbers their own days say it. */
const timeOf = ({ numbers, since, until }: PageToBring): string | undefined =>
  numbers &&
  (since === until
    ? longDayWithYear(until)
    : `${dayAndMonth(since, until)} to ${dateAndYear(until)}`)

export const bringPage = (page: PageToBring, titles: Titles): Page => ({
  title: [titleOf(page, titles), timeOf(page)].filter(Boolean).join(', '),
  sections: sectionsOf(page, titles),
})

function sectionsOf(page: PageToBring, { plan, namesChanged }: Titles): Section[] {
  const { entries, numbers, since, until } = page
  const written = entries.map(({ text, prompt, day }) =>
    ownPage(
      text,
      isReadAloud(page)
        ? {}
        : { day: longDayWithYear(day), ...(prompt && { question: prompt.text }) },
    ),
  )
  const parts = plan.map(({ name, text }) => ownPage(text, { question: name }))
  return [
    ...(numbers
      ? [
          ...section({ heading: 'Mood' }, curveBlocks('Mood', numbers.mood, since, until)),
          ...measureSections({ ...numbers, since, until }),
        ]
      : []),
    ...section(numbers ? { heading: 'What I wrote' } : {}, written),
    ...(numbers
      ? [
          ...section(
            { heading: 'Promises' },
            numbers.promises.map(({ text, outcome, day }) =>
              quote(text, promiseWords(outcome, day && dayAndMonth(day, until))),
            ),
          ),
          ...section({ heading: 'Urges' }, urgeBlocks({ ...numbers, until })),
        ]
      : []),
    ...section({ heading: 'A plan for hard hours' }, parts),
    ...section({}, say(namesChanged && !isReadAloud(page) && 'Names are changed.')),
  ]
}

/** "Done, 3 November", "Open, for 3 November". */
const promiseWords = (
  outcome: keyof typeof outcomeWords | undefined,
  day: string | undefined,
): string => {
  const stands = outcome === undefined ? 'Open' : capital(outcomeWords[outcome])
  if (day === undefined) return stands
  return outcome === undefined ? `${stands}, for ${day}` : `${stands}, ${day}`
}

/** Whole pages of words may go on overleaf, and what stands above them goes with their beginning. */
const pageStyle = `${style}
.words p + p { margin-top: .6rem; }
.words + * { margin-top: 2rem; }
@media print {
  .words { break-inside: auto; }
  .above { break-after: avoid; }
}
`

/** Read from a hand or a stand. */
const aloudStyle = `${pageStyle}
.words { border: 0; padding: 0; }
.words p { font-size: 1.5rem; line-height: 1.5; }
@media print { .words p { font-size: 15pt; } }
`

/** The same as one file that a browser opens and prints. */
export function bringHtml(page: PageToBring, titles: Titles): string {
  const { sections } = bringPage(page, titles)
  const title = titleOf(page, titles)
  if (isReadAloud(page))
    return htmlPage(title, aloudStyle, [
      markup`<header><h1>${title}</h1></header>
<main>
${sections.map(sectionMarkup)}</main>`,
    ])
  return htmlPage(title, pageStyle, [
    markup`${cover(title, timeOf(page))}
<main>
${sections.map(sectionMarkup)}${explained({ title: '', sections })}</main>
<footer><p>${privateLeftOut}</p></footer>`,
  ])
}

const sectionMarkup = (
  { heading, blocks }: Section,
  n: number,
): Markup => markup`<section class="more">
${
  heading &&
  markup`<h2>${heading}</h2>
`
}${blocks.map((block, at) => blockMarkup(block, `part-${n}-${at}`))}</section>
`
