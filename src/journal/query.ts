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
  return entry =>
    (query.from === undefined || entry.day >= query.from) &&
    (query.to === undefined || entry.day <= query.to) &&
    (!query.themes || (entry.theme !== undefined && query.themes.includes(entry.theme))) &&
    (!query.kinds || query.kinds.includes(entry.kind)) &&
    (!query.moods || (entry.mood !== undefined && query.moods.includes(entry.mood))) &&
    (!query.starred || entry.starred === true) &&
    (!query.bring || entry.bring === true) &&
    (query.private !== 'leave-out' || entry.private !== true) &&
    (query.sealed === 'include' || !isSealedLetter(entry, query.today)) &&
    (!tags || entry.tags.some(tag => tags.has(tagKey(tag)))) &&
    (!people || entry.people.some(name => people.has(who(name)))) &&
    (!query.words || query.words(typedIn(entry)))
}

/** Oldest first: by day, then moment, then id. */
export const inOrder = (a: Entry, b: Entry): number =>
  compareText(a.day, b.day) || Date.parse(a.at) - Date.parse(b.at) || compareText(a.id, b.id)
