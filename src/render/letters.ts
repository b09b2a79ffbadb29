import type { Day } from '../journal/day.ts'
import type { Letter } from '../journal/entry.ts'
import { namedDay, shortened, shortId } from './entry.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'

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
  const { colours, piped, today, width } = look
  const on = (day: Day) => (piped ? day : namedDay(day, today))
  return [
    ...open.map(letter => {
      const { to, unsent } = letter.details
      const whom = [to && `to ${visibleLine(to)}`, unsent && 'never sent'].filter(Boolean)
      const head = [on(letter.day), whom.join(', ')].filter(Boolean)
      const start = `${head.join('  ')}  `
      const words = visibleLine(letter.text).replace(/\s+/g, ' ')
      const room = piped ? 200 : Math.max(12, width - start.length - 10)
      return `${start}${shortened(words, room)}  ${colours.dim(shortId(letter))}`
    }),
    ...sealed.map(
      ({ day, sealedUntil }) => `${on(day)}  ${colours.dim(`sealed until ${on(sealedUntil)}`)}`,
    ),
  ].join('\n')
}
