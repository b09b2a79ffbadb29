import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { hasWords } from '../journal/fields/read.ts'
import type { SlipDay } from '../journal/since.ts'
import { slipDaysIn } from '../journal/since.ts'
import type { GoodFor } from './counting.ts'
import { countedOn, isGoodOn } from './counting.ts'
import type { Known } from './discretion.ts'
import { discretionOf, formOf } from './discretion.ts'
import type { MonthWords } from './month-words.ts'
import { monthWordsOf } from './month-words.ts'
import { daysPresent } from './presence.ts'
import type { Sighting } from './quiet.ts'
import { sightingsIn } from './quiet.ts'
import { wordKey } from './tally.ts'

/** What a review of any period needs of a month. */
export interface MonthGist extends Partial<MonthWords> {
  readonly gist: {
    /** `YYYY-MM`; empty where there are no entries. */
    readonly month: string
    readonly while: GoodFor
    /** Days with anything written. */
    readonly days: readonly Day[]
    /** The first day of each feeling word that may be listed, by its key. */
    readonly feelings: readonly (readonly [key: string, day: Day])[]
    /** The days on which promises were made, or spoken of. */
    readonly promised: readonly Day[]
    /** The sessions that entries are of, private ones and those to come among them: any may tell of the others. */
    readonly sessions: readonly string[]
    /** Open entries whose words may not be quoted. */
    readonly unquoted: readonly string[]
    /** Those whose words may be, and whose text has none. */
    readonly blank: readonly string[]
    readonly slips: readonly SlipDay[]
    /** What private slips came after, where these do not count: no honest number can be told of it. */
    readonly withheld: readonly string[]
  }
  /** Who was named, and was there; also by private entries, of which the last day alone counts. */
  readonly people: readonly Sighting[]
}

/** For whom a review is. */
interface ReviewFor {
  /** Whether words are counted. */
  readonly words: boolean
  /** Whether private entries count. */
  readonly private: boolean
}

/** What of each month is kept for reviews. */
export const gistSum = (known: Known, { words, private: withPrivate }: ReviewFor) => {
  return {
    name: `${words ? 'words' : 'gist'}${withPrivate ? '' : 'shared'}`,
    form: formOf(known),
    parts: [
      ...(['gist', 'people'] as const),
      ...(words ? (['words', 'usedOn'] as const) : []),
    ] as readonly (keyof MonthGist)[],
    of: (all: readonly Entry[]) => {
      const isMeant = (entry: Entry) => withPrivate || entry.private !== true
      const left = all.filter(entry => !isMeant(entry))
      return monthGist(all, isMeant, known, words, {
        month: all[0]?.day.slice(0, 7) ?? '',
        sessions: [...new Set(all.flatMap(({ session }) => session ?? []))],
        withheld: slipDaysIn(left).map(({ since }) => since),
      })
    },
    isGood: ({ gist }: MonthGist) => isGoodOn(gist.while, known.today),
  }
}

function monthGist(
  all: readonly Entry[],
  isMeant: (entry: Entry) => boolean,
  known: Known,
  words: boolean,
  ofAny: Pick<MonthGist['gist'], 'month' | 'sessions' | 'withheld'>,
): MonthGist {
  const { entries: counted, while: span } = countedOn(known.today, all)
  const entries = counted.filter(isMeant)
  const may = discretionOf(known)
  const open = entries.filter(may.isOpen)
  const quotable = new Set(open.filter(may.mayQuote))
  return {
    gist: {
      ...ofAny,
      while: span,
      days: daysPresent(entries),
      feelings: firstFelt(open),
      promised: promisedOn(entries),
      unquoted: open.filter(entry => !quotable.has(entry)).map(({ id }) => id),
      blank: [...quotable].filter(entry => !hasWords(entry)).map(({ id }) => id),
      slips: slipDaysIn(entries),
    },
    people: sightingsIn(counted, known),
    ...(words && monthWordsOf([...quotable])),
  }
}

function firstFelt(open: readonly Entry[]): [string, Day][] {
  const first = new Map<string, Day>()
  for (const { feelings = [], day } of open)
    for (const word of feelings) if (!first.has(wordKey(word))) first.set(wordKey(word), day)
  return [...first]
}

function promisedOn(entries: readonly Entry[]): Day[] {
  const days = entries.flatMap(entry =>
    entry.kind === 'promise' ? [entry.day, ...(entry.details.steps ?? []).map(({ on }) => on)] : [],
  )
  return [...new Set(days)]
}
