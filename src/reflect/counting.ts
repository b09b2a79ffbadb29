import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'

/** The entries of a month that count today: their day has come, and no letter among them is sealed. */
interface CountedEntries {
  readonly entries: readonly Entry[]
  readonly while: GoodFor
}

/** The days on which it is just these that count. */
export interface GoodFor {
  /** The day since which they do; empty where none counts. */
  readonly from: string
  /** The first day on which one more does; where there is none, what sorts after every day. */
  readonly until: string
}

/** Whether an entry counts on a day: its own has come, and it is no letter that is sealed then. */
export const countsOn =
  (today: Day) =>
  (entry: Entry): boolean =>
    countsFrom(entry) <= today

/** @param entries all of a month */
export function countedOn(today: Day, entries: readonly Entry[]): CountedEntries {
  const counted = entries.filter(countsOn(today))
  const ends = entries.map(countsFrom).sort()
  return {
    entries: counted,
    while: {
      from: ends.findLast(day => day <= today) ?? '',
      until: ends.find(day => day > today) ?? never,
    },
  }
}

export const isGoodOn = ({ from, until }: GoodFor, day: Day): boolean => from <= day && day < until

/** Sorts after every day. */
const never = '~'

function countsFrom(entry: Entry): Day {
  const opens = entry.kind === 'letter' ? entry.details.sealedUntil : undefined
  return opens !== undefined && opens > entry.day ? opens : entry.day
}
