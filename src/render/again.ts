import type { GivenAnswer } from '../journal/again.ts'
import type { Day } from '../journal/day.ts'
import { longDayWithYear } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { ratings } from '../themes/scales.ts'
import { padded } from './charts.ts'
import { visible } from './gate.ts'
import type { LineLook } from './lines.ts'
import { lines } from './lines.ts'
import { wrapWords } from './wrap.ts'

/** Narrower, two columns are hard to read, and one answer stands below the other. */
const leastForTwo = 66
const widest = 100
const gap = '   '

/** The answer given now. */
interface AnswerNow {
  readonly day: Day
  readonly text: string
  readonly stillTrue?: Scale | undefined
}

/** An old question with its answer, as it is shown before it is asked once more. */
export const renderThen = (then: GivenAnswer, look: LineLook): string =>
  [
    lines(`On ${longDayWithYear(then.day)} you were asked:`, look),
    lines(then.prompt.text, look, look.colours.strong),
    '',
    lines('You wrote:', look),
    lines(then.text, look, look.colours.own, '    '),
    '',
  ].join('\n')

/** Both answers beside each other; where there is no room for that, or it is read aloud, in turn. */
export function renderBeside(then: GivenAnswer, now: AnswerNow, look: LineLook): string {
  const columns = [
    { title: longDayWithYear(then.day), text: then.text },
    { title: longDayWithYear(now.day), text: now.text || 'No words this time.' },
  ]
  const { stillTrue } = now
  const rating = stillTrue && lines(ratedWords(stillTrue), look, look.colours.dim)
  return [
    lines(then.prompt.text, look, look.colours.strong),
    '',
    look.plain || look.width < leastForTwo ? inTurn(columns, look) : inTwo(columns, look),
    ...(rating ? ['', rating] : []),
  ].join('\n')
}

interface Column {
  readonly title: string
  readonly text: string
}

const inTurn = (columns: readonly Column[], look: LineLook): string =>
  columns
    .map(({ title, text }) =>
      look.plain
        ? `${lines(`${title}:`, look)}\n${lines(text, look)}`
        : `${lines(title, look, look.colours.accent)}\n${lines(text, look, look.colours.own)}`,
    )
    .join('\n\n')

function inTwo(columns: readonly Column[], { width, colours }: LineLook): string {
  const column = Math.floor((Math.min(width, widest) - 4 - gap.length) / 2)
  const [left = [], right = []] = columns.map(({ title, text }) => [
    ...wrapWords(title, column).map(line => ({ line, style: colours.accent })),
    ...wrapWords(visible(text), column).map(line => ({ line, style: colours.own })),
  ])
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const shown = (side: typeof left) => {
      const { line, style } = side[row] ?? { line: '', style: (text: string) => text }
      return { line: padded(line, column), style, isEmpty: line === '' }
    }
    const [one, other] = [shown(left), shown(right)]
    const second = other.isEmpty ? '' : other.style(other.line.trimEnd())
    return `  ${one.isEmpty ? one.line : one.style(one.line)}${gap}${second}`.trimEnd()
  }).join('\n')
}

/** "Still true: 2 of 5, from not any more to as true as then." */
const ratedWords = (stillTrue: Scale): string =>
  `Still true: ${stillTrue} of 5, from "${ratings.stillTrue[1]}" to "${ratings.stillTrue[5]}".`
