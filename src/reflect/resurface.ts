import type { Day } from '../journal/day.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Quote, ReadBack } from './quote.ts'
import { quoteOf } from './quote.ts'

/** Two lines the person starred, far enough apart to see a way between them. */
export interface ThenAndNow {
  readonly then: Quote
  readonly now: Quote
}

const apart = 28

/**
 * The newest starred line of the period, and the earliest from at least four weeks before it; of the same
 * theme if there is one.
 * @param entries the whole journal, oldest first; only pages that may come up again
 */
export function thenAndNow(
  entries: readonly Entry[],
  from: Day,
  until: Day,
  may: ReadBack,
): ThenAndNow | undefined {
  const starred = entries.filter(entry => entry.starred && quoteOf(entry, may))
  const newest = starred.findLast(entry => entry.day >= from && entry.day <= until)
  if (!newest) return undefined
  const earlier = starred.filter(entry => entry.day <= addDays(newest.day, -apart))
  const oldest = earlier.find(entry => entry.theme === newest.theme) ?? earlier[0]
  const [then, now] = [oldest && quoteOf(oldest, may), quoteOf(newest, may)]
  return then && now && { then, now }
}

/** What was written on this date in earlier years. @param entries only pages that may come up again */
export function onThisDay(entries: readonly Entry[], today: Day, may: ReadBack): Quote[] {
  return entries
    .filter(entry => entry.day < today && entry.day.slice(5) === today.slice(5))
    .flatMap(entry => quoteOf(entry, may) ?? [])
}
