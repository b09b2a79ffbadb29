import type { Day } from '../journal/day.ts'
import { nameKey } from '../journal/person.ts'
import type { Since } from '../journal/setting.ts'
import type { SinceCount } from '../journal/since.ts'
import { sinceCount } from '../journal/since.ts'
import type { Discretion } from './discretion.ts'
import type { MonthGist } from './month-gist.ts'

/** Days that count from something, as they stood at the end of a period. */
export interface DaysSince extends SinceCount {
  readonly name: string
  readonly start: Day
}

/**
 * Names are the person's words, and some are not read back. Where private slips do not count, what they came after
 * is left out whole: its days would be told wrong.
 */
export function daysSince(
  all: readonly Since[],
  months: readonly MonthGist[],
  until: Day,
  may: Pick<Discretion, 'mayRead'>,
): DaysSince[] {
  const slips = months.flatMap(({ gist }) => gist.slips)
  const withheld = new Set(months.flatMap(({ gist }) => gist.withheld.map(nameKey)))
  return all
    .filter(
      ({ name, start }) => start <= until && !withheld.has(nameKey(name)) && may.mayRead(name),
    )
    .map(({ name, start }) => ({ name, start, ...sinceCount({ name, start }, slips, until) }))
}
