import type { Day } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import type { MonthGist } from './month-gist.ts'
import type { WordDays } from './word-days.ts'

/** What a review looks at: entries as far as it asks for them, and what each month comes to. */
export interface JournalLook {
  /** Those of some days, oldest first. */
  entries(from?: string, to?: string): readonly Entry[]
  readonly sums: readonly MonthGist[]
  /** A piece of what is found, found once, where nothing that was looked at before it or in it is missing. */
  once<T>(piece: string, find: () => T): T
}

/** What a review of any period needs of the whole journal. */
export interface Background {
  /** Days with anything written. */
  readonly lifetime: number
  /** The first day of each feeling word, by its key. */
  readonly feelings: ReadonlyMap<string, Day>
  /** Promises made or spoken of in the period, maybe more. */
  readonly promises: readonly PromiseEntry[]
}

/**
 * @param look at entries that count
 * @param isHere whether a day is in the period
 */
export function backgroundOf(
  look: Pick<JournalLook, 'entries' | 'sums'>,
  isHere: (day: Day) => boolean,
): Background {
  const gists = look.sums.map(({ gist }) => gist)
  const feelings = new Map<string, Day>()
  for (const gist of gists)
    for (const [key, day] of gist.feelings) if (!feelings.has(key)) feelings.set(key, day)
  return {
    lifetime: gists.reduce((sum, { days }) => sum + days.length, 0),
    feelings,
    promises: gists
      .filter(({ promised }) => promised.some(isHere))
      .flatMap(({ month }) => monthIn(look, month))
      .filter(entry => entry.kind === 'promise'),
  }
}

/** The entries of a session, from whatever months it has some in. */
export const sessionIn =
  (look: Pick<JournalLook, 'entries' | 'sums'>) =>
  (session: string): readonly Entry[] =>
    look.sums
      .filter(({ gist }) => gist.sessions.includes(session))
      .flatMap(({ gist }) => monthIn(look, gist.month))
      .filter(entry => entry.session === session)

const monthIn = ({ entries }: Pick<JournalLook, 'entries'>, month: string): readonly Entry[] =>
  month === '' ? [] : entries(`${month}-01`, `${month}-31`)

/** The first day with anything written. @param months oldest first */
export const firstDayIn = (months: readonly MonthGist[]): Day | undefined =>
  months.flatMap(({ gist }) => gist.days.slice(0, 1))[0]

/** Which words were used on which days, where they were counted. */
export const wordDaysIn = (months: readonly MonthGist[]): WordDays[] =>
  months.filter((month): month is MonthGist & WordDays => 'words' in month)
