import type { ThemeId } from '../themes/theme.ts'
import type { Day } from './day.ts'
import type { Entry, Kind, Scale } from './entry.ts'
import { typedIn } from './fields/read.ts'
import { compareText } from './order.ts'
import type { Circle } from './person.ts'
import { nameKey } from './person.ts'
import { tagKey } from './tags.ts'

/** Which entries are meant. A filter that is not given lets everything pass; several values of one mean any of them. */
export interface Query {
  /** Today: letters sealed past it stay out unless `sealed` is `include`. */
  readonly today: Day
  readonly from?: Day
  readonly to?: Day
  readonly themes?: readonly ThemeId[]
  readonly tags?: readonly string[]
  readonly people?: readonly string[]
  readonly moods?: readonly Scale[]
  readonly kinds?: readonly Kind[]
  readonly starred?: boolean
  readonly bring?: boolean
  /** Private entries stay out of review quotes, resurfacing, reports and exports. */
  readonly private?: 'leave-out'
  readonly sealed?: 'include'
  /** A test on all a person typed in it. */
  readonly words?: (text: string) => boolean
  /** Words of which at least one stands in every entry that is meant: lines without them need not be read. */
  readonly holding?: readonly string[]
  /** Whether it may be kept which letters such a month has, so that the next search opens fewer of them. */
  readonly remembering?: boolean
  /** At most so many, the newest. */
  readonly limit?: number
}

export const isSealedLetter = (entry: Entry, today: Day): boolean =>
  entry.kind === 'letter' &&
  entry.details.sealedUntil !== undefined &&
  entry.details.sealedUntil > today

/** Whether an entry is meant by a query. `limit` is for the caller, who sees all of them. */
export function matcher(query: Query, circle?: Circle): (entry: Entry) => boolean {
  const who = (name: string) => nameKey(circle?.canonical(name) ?? name)
  const tags = query.tags && new Set(query.tags.map(tagKey))
  const people = query.people && new Set(query.people.map(who))
  const { from, to, themes, kinds, moods, words } = query
  // Only what was asked for is looked at: most entries that are read are asked for nothing but to be open.
  const tests: ((entry: Entry) => boolean)[] = []
  if (query.sealed !== 'include') tests.push(entry => !isSealedLetter(entry, query.today))
  if (from !== undefined) tests.push(({ day }) => day >= from)
  if (to !== undefined) tests.push(({ day }) => day <= to)
  if (themes) tests.push(({ theme }) => theme !== undefined && themes.includes(theme))
  if (kinds) tests.push(({ kind }) => kinds.includes(kind))
  if (moods) tests.push(({ mood }) => mood !== undefined && moods.includes(mood))
  if (query.starred) tests.push(({ starred }) => starred === true)
  if (query.bring) tests.push(({ bring }) => bring === true)
  if (query.private === 'leave-out') tests.push(entry => entry.private !== true)
  if (tags) tests.push(entry => entry.tags.some(tag => tags.has(tagKey(tag))))
  if (people) tests.push(entry => entry.people.some(name => people.has(who(name))))
  if (words) tests.push(entry => words(typedIn(entry)))
  return entry => {
    for (let nth = 0; nth < tests.length; nth++) if (tests[nth]?.(entry) === false) return false
    return true
  }
}

/** Oldest first: by day, then moment, then id. */
export const inOrder = (a: Entry, b: Entry): number =>
  compareText(a.day, b.day) || Date.parse(a.at) - Date.parse(b.at) || compareText(a.id, b.id)
