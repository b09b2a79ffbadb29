import type { Day } from '../journal/day.ts'
import type { Entry, Meeting } from '../journal/entry.ts'
import { inOrder } from '../journal/query.ts'
import type { Discretion } from './discretion.ts'
import type { Pair } from './pairs.ts'
import { pairOf } from './pairs.ts'
import type { Quote } from './quote.ts'
import { quotesFrom } from './quote.ts'
import type { Count } from './tally.ts'
import { tally, wordKey } from './tally.ts'

/** Group meetings of any kind. */
export interface Meetings {
  readonly count: number
  readonly names: readonly Count[]
  readonly mood?: Pair
  /** What stayed, in the person's words, oldest first. */
  readonly stayed: readonly Quote[]
  /** The next one, if a day for it was noted. */
  readonly next?: Day
}

const mostQuotes = 3

/** Whether this is the meeting that was noted as the next one: of the same name, on its day. */
const isNextOf = (meeting: Meeting, later: Meeting): boolean =>
  later !== meeting &&
  later.day === meeting.details.next &&
  wordKey(later.details.name ?? '') === wordKey(meeting.details.name ?? '')

/** @param written those that have words which may be quoted */
export function meetingsIn(
  entries: readonly Entry[],
  written: readonly Entry[],
  today: Day,
  may: Discretion,
): Meetings {
  const meetings = entries.filter(entry => entry.kind === 'meeting')
  const own = written.filter(({ kind }) => kind === 'meeting')
  const mood = pairOf(meetings.map(meeting => meeting.details))
  const [next] = meetings
    .filter(meeting => !meetings.some(later => isNextOf(meeting, later)))
    .flatMap(meeting => meeting.details.next ?? [])
    .filter(day => day >= today)
    .sort()
  const quotes = new Map(quotesFrom(own, mostQuotes, may).map(quote => [quote.id, quote]))
  return {
    count: meetings.length,
    names: tally(meetings.filter(may.isOpen).flatMap(meeting => meeting.details.name ?? [])).filter(
      ({ name }) => may.mayRead(name),
    ),
    ...(mood && { mood }),
    stayed: own.toSorted(inOrder).flatMap(({ id }) => quotes.get(id) ?? []),
    ...(next && { next }),
  }
}
