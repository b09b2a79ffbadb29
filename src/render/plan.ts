import type { OpenPlanPart } from '../themes/helpline.ts'
import { markup } from './html/markup.ts'
import { htmlPage } from './html/shell.ts'
import { style } from './html/style.ts'
import type { Look } from './look.ts'
import { asMarkdown } from './page/markdown.ts'
import type { Page } from './page/page.ts'
import { note, quote, say, section } from './page/page.ts'
import { print } from './page/print.ts'

/** @param aside a last line */
const planPage = (parts: readonly OpenPlanPart[], aside?: string): Page => ({
  title: 'A plan for hard hours',
  aside: 'hearten plan',
  sections: [
    ...parts.flatMap(({ name, text }) =>
      section(
        { heading: name },
        linesIn(text).map(line => quote(line)),
      ),
    ),
    ...section({}, aside === undefined ? [] : note(aside)),
  ],
})

/** The plan on the screen, and what is still open of it. */
export function renderPlan(
  parts: readonly OpenPlanPart[],
  open: readonly string[],
  look: Look,
): string {
  const rest =
    open.length > 0
      ? `Open: ${open.join('; ')}. \`hearten plan edit\` goes on, any part may stay open.`
      : undefined
  if (parts.length > 0) return print(planPage(parts, rest), look)
  const empty = [
    ...section(
      {},
      say(
        'A plan for hard hours is written on a quiet day, in parts.',
        'Every part may stay empty. `hearten plan edit` begins.',
      ),
    ),
    ...section({}, say(...open.map(name => `${name}.`))),
  ]
  return print({ title: 'A plan for hard hours', aside: 'hearten plan', sections: empty }, look)
}

export const planMarkdown = (parts: readonly OpenPlanPart[]): string => asMarkdown(planPage(parts))

/** One page to print, to give away or to put on a door. */
export const planHtml = (parts: readonly OpenPlanPart[]): string =>
  htmlPage('A plan for hard hours', style, [
    markup`<header><h1>A plan for hard hours</h1></header>
<main>
${parts.map(
  ({ name, text }) => markup`<section>
<h2>${name}</h2>
${linesIn(text).map(
  line => markup`<p dir="auto">${line}</p>
`,
)}</section>
`,
)}
</main>`,
  ])

const linesIn = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '')
