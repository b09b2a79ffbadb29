import { careFor } from '../src/care/care.ts'
import type { Kind, SetName } from '../test/care/lines.ts'
import { kindsOf, sets } from '../test/care/lines.ts'

/** Sets that are told by kind, those together that are shown together, newest first. */
const byKind: readonly (readonly SetName[])[] = [
  ['unseen-4'],
  ['unseen-3'],
  ['unseen', 'unseen-2'],
  ['develop', 'held-out', 'fresh'],
]

/** How often the card comes on every set of made-up lines, as Markdown. */
export function careTables(): string {
  return [
    table(
      ['Lines', 'Card where one is wanted', 'Card where none is'],
      sets.map(set => {
        const kinds = counted(set)
        return [
          `\`${set}\``,
          percent(kinds.filter(kind => kind.card)),
          percent(kinds.filter(kind => !kind.card)),
        ]
      }),
    ),
    'Pages of five lines, of which one calls where a card is wanted, in the middle of four that do not:',
    table(
      ['Pages', 'Card where one is wanted', 'Card where none is'],
      (['unseen-4', 'unseen-3'] as const).map(set => {
        const { calling, innocent } = pagesOfFive(kindsOf(set))
        return [`\`${set}\``, shareOf(calling), shareOf(innocent)]
      }),
    ),
    ...byKind.map(together => {
      const kinds = together.flatMap(counted)
      const heads = [...new Set(kinds.map(headOf))]
      const rows = (some: readonly string[]) =>
        some.map(head => [head, count(kinds.filter(kind => headOf(kind) === head))])
      const calling = new Set(kinds.filter(kind => kind.card).map(headOf))
      return [
        `By kind, ${together.map(set => `\`${set}\``).join(', ')}:`,
        table(['Kind', 'Card'], rows(heads.filter(head => calling.has(head)))),
        table(['Kind where none is wanted', 'Card'], rows(heads.filter(it => !calling.has(it)))),
      ].join('\n\n')
    }),
  ].join('\n\n')
}

/** Each page has innocent lines of as many kinds as can be. */
export function pagesOfFive(kinds: readonly Kind[]): { calling: string[]; innocent: string[] } {
  const linesOf = (some: readonly Kind[]) =>
    some.flatMap(kind => kind.lines).map(line => (/[.!?]$/.test(line) ? line : `${line}.`))
  const innocent = linesOf(kinds.filter(kind => !kind.card))
  const count = Math.floor(innocent.length / 5)
  const page = (number: number) => innocent.filter((_, at) => at % count === number % count)
  return {
    innocent: Array.from({ length: count }, (_, number) => page(number).slice(0, 5).join(' ')),
    calling: linesOf(kinds.filter(kind => kind.card)).map((line, number) => {
      const [one, two, , four, five] = page(number)
      return [one, two, line, four, five].join(' ')
    }),
  }
}

const shareOf = (texts: readonly string[]) =>
  inPercent(texts.filter(text => careFor([text])).length, texts.length)

interface Counted extends Kind {
  /** On how many of its lines the card comes. */
  readonly rings: number
}

const counted = (set: SetName): Counted[] =>
  kindsOf(set).map(kind => ({
    ...kind,
    rings: kind.lines.filter(line => careFor([line])).length,
  }))

const headOf = ({ name, card }: Kind) => (card ? `${name} (${card})` : name)

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const sumOf = (kinds: readonly Counted[]) => ({
  rings: kinds.reduce((sum, { rings }) => sum + rings, 0),
  all: kinds.reduce((sum, { lines }) => sum + lines.length, 0),
})

function count(kinds: readonly Counted[]): string {
  const { rings, all } = sumOf(kinds)
  return `${rings} of ${all}`
}

function percent(kinds: readonly Counted[]): string {
  const { rings, all } = sumOf(kinds)
  return inPercent(rings, all)
}

const inPercent = (some: number, all: number) =>
  `${some} of ${all} (${Math.round((100 * some) / all)} %)`
