import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'

/** What a session may need to know of the letters of a month, without their words. */
interface MonthLetters {
  readonly letters: readonly LetterBefore[]
}

/** A letter of an earlier month, without its words. */
export interface LetterBefore {
  readonly day: Day
  /** The day on which its seal ends, where it had one. */
  readonly opens?: Day
  /** It was written in a session. */
  readonly inSession?: true
  /** It was written to a question. */
  readonly isAnswer?: true
}

/** The letters of each month, to be kept. */
export const letterSum = {
  name: 'letters',
  parts: ['letters'] as const,
  of: (all: readonly Entry[]): MonthLetters => ({ letters: all.flatMap(lettersIn) }),
}

const lettersIn = ({ kind, day, details, session, prompt }: Entry): LetterBefore[] =>
  kind !== 'letter'
    ? []
    : [
        {
          day,
          ...(details.sealedUntil !== undefined && { opens: details.sealedUntil }),
          ...(session !== undefined && { inSession: true }),
          ...(prompt !== undefined && { isAnswer: true }),
        },
      ]

/**
 * The days with letters that a session wants: their seal has ended since the last one, or they are of long ago and tell
 * which questions and sessions there were.
 * @param all oldest first
 * @param known the entries from `from` up to `day`, letters first: of these letters only those count that open
 */
export function daysOfLetters(
  all: readonly LetterBefore[],
  { day, from, known }: { day: Day; from: Day; known: readonly Entry[] },
): Day[] {
  const letters = all.filter(({ day: written, opens = written }) => opens <= day && written <= day)
  const last = known.findLast(({ session }) => session !== undefined)
  const since = (last ?? letters.findLast(({ inSession }) => inSession))?.day ?? addDays(from, -1)
  // Whether there were two sessions is all that anybody asks of their number.
  const isNew = new Set(known.flatMap(({ session }) => session ?? [])).size < 2
  const isWanted = ({ day: written, opens, inSession, isAnswer }: LetterBefore) =>
    (opens !== undefined && opens > since) ||
    (written < from && (isAnswer === true || (isNew && inSession === true)))
  return [...new Set(letters.filter(isWanted).map(it => it.day))]
}
