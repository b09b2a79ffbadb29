import type { Block, Page, Quoted } from '../page/page.ts'
import { ownLines } from '../page/page.ts'
import { barChart } from './bar-chart.ts'
import { curveChart } from './curve-chart.ts'
import { figure, table } from './figure.ts'
import type { Markup } from './markup.ts'
import { markup } from './markup.ts'

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

/** Those of our words that a page has, with what they mean. */
function explanations({ sections }: Page): [word: string, meaning: string][] {
  const ours = sections.flatMap(({ blocks }) => blocks.map(wordsOf)).join(' ')
  return meanings.flatMap(([pattern, word, meaning]) =>
    pattern.test(ours) ? [[word, meaning] as [string, string]] : [],
  )
}

/** The same at the end of a page; nothing where no word needs it. */
export function explained(page: Page): Markup | false {
  const all = explanations(page)
  return (
    all.length > 0 &&
    markup`<section class="explained">
<h2>How to read this</h2>
<dl>${all.map(([word, meaning]) => markup`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl>
</section>
`
  )
}

/** What a block says in words of ours. */
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'say':
    case 'note':
      return block.text
    case 'quote':
    case 'words':
      return ''
    case 'table':
      return [...block.columns, ...block.sentences].join(' ')
    default:
      return block.sentences.join(' ')
  }
}

/** The title is what the sentence begins with. */
export const titled = (sentence: string) => ({ sentence, title: sentence.replace(/:.*/s, '') })

const paragraph = (text: string): Markup => markup`<p dir="auto">${text}</p>
`

const noted = (text: string): Markup => markup`<p class="note">${text}</p>
`

/** Fewer would be a large chart with little in it. */
const leastPoints = 8

function quotedFrom({ label, day }: Quoted): Markup | undefined {
  const from = [label, day].filter(Boolean).join(', ')
  return from === '' ? undefined : markup`<cite>${from}</cite>`
}

/** @param id of its chart, unique in the page */
export function blockMarkup(block: Block, id: string): Markup {
  switch (block.kind) {
    case 'say':
      return paragraph(block.text)
    case 'note':
      return noted(block.onPaper ?? block.text)
    case 'quote':
      return markup`<blockquote dir="auto"><p>${block.text}</p>${quotedFrom(block)}</blockquote>
`
    case 'words': {
      const above = [block.day, block.question].filter(line => line !== undefined)
      return markup`${above.map(
        line => markup`<p class="note above" dir="auto">${line}</p>
`,
      )}<blockquote class="words" dir="auto">${ownLines(block.text).map(line => markup`<p>${line}</p>`)}</blockquote>
`
    }
    case 'strip': {
      const { label, curve, from, until, axis, below } = block
      if (curve.days.length < leastPoints) return paragraph(block.sentences.join(' '))
      const chart = figure(curveChart(id, label, curve, from, until, axis))
      return markup`${chart}${below && noted(below.paper)}`
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
