import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'

/** The entries of a month that count today: their day has come, and no letter among them is sealed. */
interface Counted {
  readonly entries: readonly Entry[]
  readonly while: GoodFor
}

/** The days on which it is just these that count: from the first on, and before the other, if there is one. */
export interface GoodFor {
  readonly from: string
  readonly until: string
}

export const countsOn =
  (today: Day) =>
  (entry: Entry): boolean =>
    countsFrom(entry) <= today

export function countedOn(today: Day, entries: readonly Entry[]): Counted {
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

export const isIn = ({ from, until }: GoodFor, day: Day): boolean => from <= day && day < until

/** Sorts after every day. */
const never = '~'

function countsFrom(entry: Entry): Day {
  const opens = entry.kind === 'letter' ? entry.details.sealedUntil : undefined
  return opens !== undefined && opens > entry.day ? opens : entry.day
}
