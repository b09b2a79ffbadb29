import type { GivenAnswer } from '../journal/again.ts'
import { isAnswer } from '../journal/again.ts'
import { daysBetween } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { hasWords } from '../journal/fields/read.ts'
import type { Known, Resurfacing } from './discretion.ts'
import { discretionOf, mayResurface } from './discretion.ts'

/** An answer rests so many days before it is asked for again: nearer, there is little to set beside it. */
const restDays = 28

/**
 * The old answers that may come up to be given once more, oldest first. What holds for pages of other days
 * holds for them: never on a low day or from a hard date, nothing private, muted, heavy or of somebody who is
 * away. One that was answered again leaves its place to the newer answer.
 *
 * @param journal every entry, closed letters among them, oldest first
 */
export function answersToAskAgain(
  journal: readonly Entry[],
  known: Known,
  rules: Resurfacing,
): GivenAnswer[] {
  const { today, mutes } = known
  const may = discretionOf(known, journal)
  const written = journal.filter(({ day }) => day === today)
  const mayComeUp = mayResurface(known, rules, may, written)
  const rests = ({ day }: Entry) => daysBetween(day, today) < restDays
  // A rating alone takes no place, and lets the answer rest.
  const followed = new Set(
    journal.flatMap(entry =>
      entry.kind === 'reflection' && (hasWords(entry) || rests(entry))
        ? (entry.details.again ?? [])
        : [],
    ),
  )
  const muted = new Set(mutes.flatMap(it => (it.what === 'prompt' && !it.deleted ? it.value : [])))
  return journal
    .filter(isAnswer)
    .filter(
      entry =>
        !rests(entry) &&
        !followed.has(entry.id) &&
        !muted.has(entry.prompt.id) &&
        mayComeUp(entry) &&
        may.mayReadBack(entry) &&
        may.mayRead(`${entry.prompt.text}\n${entry.text}`),
    )
}
