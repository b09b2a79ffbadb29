import type { Context } from '../context.ts'
import { offerSomebody } from '../desk/care.ts'
import { keep, savedFor } from '../desk/keep.ts'
import type { Holding } from '../desk/kept-draft.ts'
import type { Day } from '../journal/day.ts'
import { asDay } from '../journal/day.ts'
import type { PromiseEntry, Scale } from '../journal/entry.ts'
import type { Journal } from '../store/journal.ts'
import type { Answers } from './answers.ts'
import { wordsIn } from './answers.ts'
import type { Sitting } from './entries.ts'
import { entriesFrom } from './entries.ts'
import { isVeryLowOften } from './past.ts'
import type { SessionWish } from './session-wish.ts'

/**
 * Keeps what was said in a session as one change, and says so. Promises are read again, because
 * another command may have settled one since the session began.
 *
 * @param held what holds the answers until they are kept
 * @param moods those of earlier check-ins, newest last
 * @param letGo words that were written and are kept nowhere: the card looks at them all the same
 * @returns whether there was anything to keep
 */
export async function saveSession(
  context: Context,
  journal: Journal,
  answers: Answers,
  sitting: Sitting,
  {
    held,
    moods = [],
    letGo = [],
  }: { held: Holding; moods?: readonly Scale[]; letGo?: readonly string[] },
): Promise<boolean> {
  const promises = await promisesIn(journal, answers, sitting.day)
  const entries = entriesFrom(answers, sitting, promises, context.stamp())
  if (entries.length === 0) {
    held.done()
    context.terminal.notify('Nothing was written, so nothing was saved.')
    return false
  }
  const shown = await keep(context, journal, {
    label: 'session',
    records: entries,
    words: [...wordsIn(answers), ...letGo],
    held,
    tell: () => savedFor(context, journal, sitting.day),
  })
  if (!shown && isVeryLowOften([...moods, answers.mood])) offerSomebody(context)
  return true
}

async function promisesIn(journal: Journal, answers: Answers, day: Day): Promise<PromiseEntry[]> {
  const found: PromiseEntry[] = []
  for (const id of Object.keys(answers.promises ?? {})) {
    const entry = await journal.entry(id)
    const same = entry?.kind === 'promise' && entry.details.steps?.at(-1)
    const told = same && same.on === day && same.outcome === answers.promises?.[id]?.outcome
    if (entry?.kind === 'promise' && !told) found.push(entry)
  }
  return found
}

/** Where and when a session sits, out of a draft or a sheet. */
export const sittingOf = (from: {
  readonly session: string
  readonly day: string
  readonly began: string
  readonly zone: string
}): Sitting => ({
  session: from.session,
  day: asDay(from.day),
  began: new Date(from.began),
  zone: from.zone,
})

/** A session that sits now, or on the day of `--at`. */
export const freshSitting = (context: Context, { when }: SessionWish) => {
  const { newId, zone } = context.stamp()
  return sittingOf({ session: newId(), day: when.day, began: when.at, zone })
}
