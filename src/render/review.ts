import type { Review } from '../reflect/review.ts'
import type { Look } from './look.ts'
import { asMarkdown } from './page/markdown.ts'
import type { Block, Page, Section } from './page/page.ts'
import { note, section } from './page/page.ts'
import { print } from './page/print.ts'
import { dayPage } from './review/day.ts'
import { measureSections } from './review/measures.ts'
import { opening } from './review/opening.ts'
import { restOf, returned } from './review/rest.ts'
import { chosenLine } from './review/summary.ts'
import { themeSections } from './review/themes.ts'

/** @param aside a last line, as of what is counted here and nowhere else */
export const renderReview = (review: Review, look: Look, aside?: string): string =>
  print(pageOf(review, aside), look)

export const renderReviewMarkdown = (review: Review): string => asMarkdown(pageOf(review))

/** What was present first, then the five themes, then what belongs to none of them alone. A day reads as a page. */
export function pageOf(review: Review, aside = ''): Page {
  return {
    title: review.period.label,
    aside: `hearten review ${asked(review)}`,
    sections: [
      ...(review.day
        ? [...dayPage(review), ...returned(review)]
        : [...opening(review), ...measureSections(review), ...withoutChosen(review)]),
      ...section({}, aside === '' ? [] : note(aside)),
    ],
  }
}

/** The rest of the page: the line that opened it is not said again. */
function withoutChosen(review: Review): Section[] {
  const chosen = chosenLine(review)?.text
  const isAgain = (block: Block) =>
    block.kind === 'quote' && block.label === undefined && block.text === chosen
  return [...themeSections(review), ...restOf(review)].flatMap(({ blocks, ...head }) =>
    section(
      head,
      blocks.filter(block => !isAgain(block)),
    ),
  )
}

/** The words after `hearten review` that give this page on any later day, too. */
function asked({ period: { name, from, to } }: Review): string {
  switch (name) {
    case 'month':
      return from.slice(0, 7)
    case 'year':
      return from.slice(0, 4)
    case 'day':
    case 'week':
      return `${name} ${from}`
    case 'range':
      return `--from ${from} --to ${to}`
    default:
      return name
  }
}
