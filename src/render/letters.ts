import type { Day } from '../journal/day.ts'
import type { Letter } from '../journal/entry.ts'
import { shortId } from '../journal/short-id.ts'
import { namedDay } from '../wording/days.ts'
import { shortened } from './entry.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { displayWidth, wrapWords } from './wrap.ts'

export interface Sealed {
  /** The day it was written. */
  readonly day: Day
  readonly sealedUntil: Day
}

/** Letters, a line each: open ones with their first words, sealed ones with nothing but their days. */
export function renderLetters(
  open: readonly Letter[],
  sealed: readonly Sealed[],
  look: Look,
): string {
  const { piped, today, width } = look
  const on = (day: Day) => (piped ? day : namedDay(day, today))
  return [
    ...open.map(letter => {
      const { to, unsent } = letter.details
      const whom = [to && `to ${visibleLine(to)}`, unsent && 'never sent'].filter(Boolean)
      const head = [on(letter.day), whom.join(', ')].filter(Boolean)
      const start = `${head.join('  ')}  `
      const words = visibleLine(letter.text).replace(/\s+/g, ' ')
      const room = piped ? 200 : Math.max(12, width - start.length - 10)
      return laid(`${start}${shortened(words, room)}`, shortId(letter), look)
    }),
    ...sealed.map(({ day, sealedUntil }) => laid(on(day), `sealed until ${on(sealedUntil)}`, look)),
  ].join('\n')
}

/** Words, and dim ones behind them where there is room. */
function laid(words: string, aside: string, { colours, piped, width }: Look): string {
  return piped || displayWidth(words) + 2 + aside.length <= width
    ? `${words}  ${colours.dim(aside)}`
    : [
        ...wrapWords(words, width),
        ...wrapWords(aside, width - 2).map(row => `  ${colours.dim(row)}`),
      ].join('\n')
}
