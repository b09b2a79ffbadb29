import type { Context } from '../context.ts'
import { offerCare } from '../desk/care.ts'
import { keep, saved } from '../desk/keep.ts'
import type { Holding } from '../desk/kept-draft.ts'
import { damaged, entriesWhereReadable } from '../desk/readable.ts'
import type { Day } from '../journal/day.ts'
import { addDays, asDay } from '../journal/day.ts'
import type { PromiseEntry } from '../journal/entry.ts'
import type { Person } from '../journal/person.ts'
import { circleOf, newPerson } from '../journal/person.ts'
import type { Stamp } from '../journal/record.ts'
import { nextRevision } from '../journal/record.ts'
import type { Journal } from '../store/journal.ts'
import { namedDay } from '../wording/days.ts'
import type { Answers } from './answers.ts'
import { leftLower, wordsIn } from './answers.ts'
import type { Sitting } from './entries.ts'
import { entriesFrom } from './entries.ts'
import { DAYS_BACK, lowerInARow } from './past.ts'
import type { SessionWish } from './session-wish.ts'

/**
 * Keeps what was said in a session as one change, and says so. Promises are read again, because
 * another command may have settled one since the session began.
 *
 * @param held what holds the answers until they are kept
 * @param atHome the person sits at the walk, which offered something softer itself
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
    atHome = false,
    letGo = [],
  }: { held: Holding; atHome?: boolean; letGo?: readonly string[] },
): Promise<boolean> {
  const promises = await promisesIn(journal, answers, sitting.day)
  const entries = entriesFrom(answers, sitting, promises, context.stamp())
  if (entries.length === 0 && !answers.people) {
    held.done()
    context.terminal.notify('Nothing was written, so nothing was saved.')
    await offerCare(context, letGo)
    return false
  }
  const softer = !atHome && (await leftLowerAgain(journal, answers, sitting.day))
  const map = await peopleFrom(journal, answers, context.stamp())
  const shown = await keep(context, journal, {
    label: 'session',
    records: [...entries, ...map],
    words: [...wordsIn(answers), ...letGo],
    held,
    // How many entries a session makes says nothing to the person.
    tell: () => `${saved(context)} for ${namedDay(sitting.day, context.stamp().today)}.`,
  })
  if (map.length > 0) {
    const { stillAtHand } = await import('../desk/still-at-hand.ts')
    for (const person of map)
      for (const line of await stillAtHand(context, journal, person)) context.terminal.notify(line)
  }
  if (softer && !shown) context.terminal.notify(softerLine)
  if (!shown && (await isOnHardHours(journal, answers)))
    await (await import('../desk/plan-offer.ts')).offerPlan(context, journal, 'session')
  return true
}

/** Whether it was a course's session on hard hours. */
async function isOnHardHours(journal: Journal, { course }: Answers): Promise<boolean> {
  if (!course || journal.locked) return false
  const { everyCourse } = await import('../desk/courses.ts')
  const { sessions = [] } =
    (await everyCourse(journal).catch(damaged))?.find(({ id }) => id === course.id) ?? {}
  return sessions.some(it => it.id === course.session && it.hardHours)
}

/** People as they stand on the map that was drawn, known ones with what is new of them. */
export async function peopleFrom(
  journal: Journal,
  { people: said = [] }: Answers,
  stamp: Stamp,
): Promise<Person[]> {
  if (said.length === 0) return []
  // Where it cannot be read who is known, the words are kept all the same.
  const known = journal.locked ? [] : await journal.people().catch(damaged)
  const { find } = circleOf(known ?? [])
  return said.map(({ name, status, ...helps }) => {
    const known = find(name)
    return known
      ? nextRevision(known, { status, ...helps }, stamp)
      : { ...newPerson(name, status, stamp), ...helps }
  })
}

/** Whether this is the third, sixth, ... session in a row that left the person lower. */
async function leftLowerAgain(journal: Journal, answers: Answers, day: Day): Promise<boolean> {
  if (!leftLower(answers)) return false
  const from = addDays(day, -DAYS_BACK)
  const query = { today: day, from, to: day, kinds: ['checkin' as const] }
  const before = await entriesWhereReadable(journal, query)
  return lowerInARow(before) % 3 === 2
}

async function promisesIn(journal: Journal, answers: Answers, day: Day): Promise<PromiseEntry[]> {
  const found: PromiseEntry[] = []
  for (const id of Object.keys(answers.promises ?? {})) {
    const entry = await journal.entry(id).catch(damaged)
    const same = entry?.kind === 'promise' && entry.details.steps?.at(-1)
    const told = same && same.on === day && same.outcome === answers.promises?.[id]?.outcome
    if (entry?.kind === 'promise' && !told) found.push(entry)
  }
  return found
}

const softerLine =
  'The last three times, you left lower than you came. The next questions are gentle ones.\nA person can help more than a page: `hearten help-now` shows some, at any hour.'

/** Where and when a session sits, out of a draft or a sheet. */
export const sittingOf = (from: {
  readonly session: string
  readonly day: string
  readonly began: string
  readonly zone: string
  readonly private?: true | undefined
}): Sitting => ({
  ...(from.private && { private: true }),
  session: from.session,
  day: asDay(from.day),
  began: new Date(from.began),
  zone: from.zone,
})

/** A session that sits now, or on the day of `--at`. */
export const freshSitting = (context: Context, { when, isPrivate }: SessionWish) => {
  const { newId, zone } = context.stamp()
  return sittingOf({ session: newId(), day: when.day, began: when.at, zone, private: isPrivate })
}
