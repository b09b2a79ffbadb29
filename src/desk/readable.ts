import { JournalError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Query } from '../journal/query.ts'
import type { Journal } from '../store/journal.ts'

/** How far back one looks where a month cannot be read, when the query does not say. */
const DAYS = 400

/**
 * What a query means, where it can be read. Whoever is about to write is not stopped by an old month
 * that is damaged: it is passed over here, and named by every command that shows it.
 */
export async function entriesWhereReadable(journal: Journal, query: Query): Promise<Entry[]> {
  const whole = await journal.entries(query).catch(damaged)
  if (whole) return whole
  const { to = query.today, from = addDays(to, -DAYS), limit, ...rest } = query
  const found: Entry[] = []
  for (const [first, last] of monthsBetween(from, to))
    found.push(
      ...((await journal.entries({ ...rest, from: first, to: last }).catch(damaged)) ?? []),
    )
  return limit === undefined ? found : found.slice(-limit)
}

/** Each month of a time, as its first and last day in it. */
function monthsBetween(from: Day, to: Day): [Day, Day][] {
  const months: [Day, Day][] = []
  for (let day = from; day <= to; ) {
    let last = day
    while (last < to && addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1)
    months.push([day, last])
    day = addDays(last, 1)
  }
  return months
}

/** For what may be left out where it cannot be read. */
export function damaged(error: unknown): undefined {
  if (!(error instanceof JournalError)) throw error
}
