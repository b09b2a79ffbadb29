import type { Day } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import type { MonthsAtHand } from '../journal/months-at-hand.ts'
import type { MonthGist } from './month-gist.ts'
import type { MonthWords } from './month-words.ts'

/** What a review of any period needs of the whole journal. */
export interface WholeJournal {
  /** Days with anything written. */
  readonly lifetime: number
  /** The first day of each feeling word, by its key. */
  readonly feelings: ReadonlyMap<string, Day>
  /** Promises made or spoken of in the period, maybe more. */
  readonly promises: readonly PromiseEntry[]
}

/** Where the entries of a month are found, by its gist. */
type Months = Pick<MonthsAtHand<MonthGist>, 'entries' | 'sums'>

/**
 * @param months with entries that count
 * @param isHere whether a day is in the period
 */
export function wholeJournalOf(months: Months, isHere: (day: Day) => boolean): WholeJournal {
  const gists = months.sums.map(({ gist }) => gist)
  const feelings = new Map<string, Day>()
  for (const gist of gists)
    for (const [key, day] of gist.feelings) if (!feelings.has(key)) feelings.set(key, day)
  return {
    lifetime: gists.reduce((sum, { days }) => sum + days.length, 0),
    feelings,
    promises: gists
      .filter(({ promised }) => promised.some(isHere))
      .flatMap(({ month }) => entriesIn(months, month))
      .filter(entry => entry.kind === 'promise'),
  }
}

/** The entries of a session, from whatever months it has some in. */
export const sessionIn =
  (months: Months) =>
  (session: string): readonly Entry[] =>
    months.sums
      .filter(({ gist }) => gist.sessions.includes(session))
      .flatMap(({ gist }) => entriesIn(months, gist.month))
      .filter(entry => entry.session === session)

const entriesIn = ({ entries }: Pick<Months, 'entries'>, month: string): readonly Entry[] =>
  month === '' ? [] : entries(`${month}-01`, `${month}-31`)

/** The first day with anything written. @param months oldest first */
export const firstDayIn = (months: readonly MonthGist[]): Day | undefined =>
  months.flatMap(({ gist }) => gist.days.slice(0, 1))[0]

/** The words of each month, where they were counted. */
export const monthWordsIn = (months: readonly MonthGist[]): MonthWords[] =>
  months.filter((month): month is MonthGist & MonthWords => 'words' in month)
