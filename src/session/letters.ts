import { damaged, entriesWhereReadable } from '../desk/readable.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Journal } from '../store/journal.ts'

/** What a session may need to know of the letters of a month, without their words. */
interface MonthLetters {
  readonly letters: readonly Letter[]
}

interface Letter {
  readonly day: Day
  /** The day on which its seal ends, where it had one. */
  readonly opens?: Day
  /** It was written in a session. */
  readonly inSession?: true
  /** It was written to a question. */
  readonly isAnswer?: true
}

const letterSum = {
  name: 'letters',
  form: '1',
  parts: ['letters'] as const,
  of: (all: readonly Entry[]): MonthLetters => ({ letters: all.flatMap(lettersIn) }),
}

const lettersIn = ({ kind, day, details, session, prompt }: Entry): Letter[] =>
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
 * The letters of long ago that a session wants: their seal has ended since the last one, or they tell which questions
 * and sessions there were. Months of other letters stay closed.
 * @param before only letters of earlier days
 * @param known the entries of later days up to `day`, letters first
 */
export async function lettersBefore(
  journal: Journal,
  { day, before, known }: { day: Day; before: Day; known: readonly Entry[] },
): Promise<Entry[]> {
  const query = { today: day, kinds: ['letter' as const], to: addDays(before, -1) }
  const days = await journal
    .findings(query, ({ sums }) => daysWanted(sums, day, before, known), letterSum)
    .catch(damaged)
  if (!days) return entriesWhereReadable(journal, query)
  const found: Entry[] = []
  for (const on of days)
    found.push(...(await entriesWhereReadable(journal, { ...query, from: on, to: on })))
  return found
}

/** @param months oldest first */
function daysWanted(
  months: readonly MonthLetters[],
  day: Day,
  before: Day,
  known: readonly Entry[],
): Day[] {
  const isOpen = ({ day: written, opens = written }: Letter) => written < before && opens <= day
  const letters = months.flatMap(({ letters }) => letters).filter(isOpen)
  const last = known.findLast(({ session }) => session !== undefined)
  const since = (last ?? letters.findLast(({ inSession }) => inSession))?.day ?? addDays(day, -1)
  // Whether there were two sessions is all that anybody asks of their number.
  const isNew = new Set(known.flatMap(({ session }) => session ?? [])).size < 2
  const isWanted = ({ opens, inSession, isAnswer }: Letter) =>
    (opens !== undefined && opens > since) || isAnswer === true || (isNew && inSession === true)
  return [...new Set(letters.filter(isWanted).map(it => it.day))]
}
