import type { Context } from '../context.ts'
import type { Interrupted } from '../dialogue/signals.ts'
import type { JournalRecord } from '../journal/change.ts'
import { isEntry } from '../journal/change.ts'
import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { everyoneIn, ownWordsIn } from '../journal/fields/read.ts'
import { moodsOnComing } from '../journal/low-days.ts'
import { linesOfPart } from '../journal/plan-part.ts'
import { shortId } from '../journal/short-id.ts'
import type { Journal } from '../store/journal.ts'
import { many } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import { offerAfterLowDays, offerCare } from './care.ts'
import type { Holding } from './kept-draft.ts'
import { leavePipe } from './pipe.ts'
import { damaged } from './readable.ts'

/** What is to be kept, and what goes with it. */
export interface Keeping {
  /** The change as the log names it: "jot", "session". */
  readonly label: string
  readonly records: readonly JournalRecord[]
  /** What the person wrote; the card looks at it, and at every word of an entry that is new. */
  readonly words: readonly string[]
  /** What holds the words until they are kept. */
  readonly held: Holding
  /** What the person is told; where a damaged month keeps it from being said, the day alone. */
  tell(): Promise<string> | string
  /** A Ctrl-C that came with the last answer: thrown when everything here is done. */
  readonly left?: Interrupted | undefined
}

/**
 * The one door for what a person writes: keeps it, shows the words again when that fails, says where
 * they went, and offers the card with people to call, once for everything that was written.
 *
 * @returns whether there was a card
 * @throws Interrupted when the person had pressed Ctrl-C
 */
export async function keep(
  context: Context,
  journal: Journal,
  { label, records, words, held, tell, left }: Keeping,
): Promise<boolean> {
  await held.into(() => journal.commit(label, records))
  // Who only wrote is asked for no passphrase, to be told more about it.
  if (journal.locked) await journal.leaveLocked()
  // To say how many entries a day has the month is read once more; nobody waits for what is not said.
  if (!context.globals.quiet) {
    const told = await saidOf(tell).catch(damaged)
    context.terminal.notify([told ?? `${saved(context)}.`, ...idOfNew(records)].join(' '))
  }
  leavePipe(context)
  const card = await offerCare(context, [...words, ...records.flatMap(wordsInNew)])
  if (card) await (await import('./plan-offer.ts')).offerPlan(context, journal, 'card')
  else if (asksHowItIs(records) && !(await offerAfterLowDays(context, journal).catch(damaged)))
    await sayOfSigns(context, journal, records).catch(damaged)
  if (left) throw left
  return card
}

/** Of one new entry, the id by which it is found again. Who wrote several finds them by `hearten list`. */
function idOfNew(records: readonly JournalRecord[]): string[] {
  const [one, another] = records.filter(it => isEntry(it) && it.supersedes.length === 0)
  return one && !another ? [`Its id is ${shortId(one)}.`] : []
}

/**
 * Whether it is a check-in, or of a session, by whatever way it came: a piped one says no mood, and may come
 * on very low days all the same. Other ways of writing read no earlier days.
 */
const asksHowItIs = (records: readonly JournalRecord[]): boolean => {
  const entries = records.filter(isEntry)
  return moodsOnComing(entries).length > 0 || entries.some(it => it.kind === 'reflection')
}

/** Of early signs, where the person named some; what looks for them is loaded only then. */
async function sayOfSigns(
  context: Context,
  journal: Journal,
  records: readonly JournalRecord[],
): Promise<void> {
  if (journal.locked || !context.settings.planOffers.includes('signs')) return
  const signs = linesOfPart(await journal.settings('plan'), 'signs')
  if (signs.length === 0) return
  const { tellEarlySigns } = await import('./early-signs.ts')
  await tellEarlySigns(context, journal, signs, records, entry => asksHowItIs([entry]))
}

/** The words of an entry, in whatever field. Of one that was changed, those that stayed are not new. */
const wordsInNew = (record: JournalRecord): readonly string[] =>
  isEntry(record) && record.supersedes.length === 0 ? wordsToHear(record) : []

/** Every word of an entry, names too: what is typed where a name is asked for may be no name at all. */
export const wordsToHear = (entry: Entry): readonly string[] => [
  ...ownWordsIn(entry),
  ...everyoneIn(entry),
]

/**
 * Where something went: `Saved for Sunday 22 November (2 entries that day).` Where the day cannot be
 * counted, as in a damaged month or without the passphrase, it was saved all the same. A letter that was just sealed
 * is counted when it opens: alone on its day it is not told that nothing is there.
 */
export async function savedFor(context: Context, journal: Journal, day: Day): Promise<string> {
  const { today } = context.stamp()
  const there = await journal.entries({ today, from: day, to: day }).catch(damaged)
  const count = there && there.length > 0 && many(there.length, 'entry', 'entries')
  return `${saved(context)} for ${namedDay(day, today)}${count ? ` (${count} that day)` : ''}.`
}

/** `Saved`, or `Saved in the part "work"`: the beginning of what a person is told. */
export const saved = ({ globals: { part } }: Context): string =>
  part === undefined ? 'Saved' : `Saved in the part "${part}"`

const saidOf = async (tell: Keeping['tell']): Promise<string> => tell()
