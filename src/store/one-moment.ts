import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import type { Query } from '../journal/query.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { RecordLines } from './shelf-lines.ts'

/** The journal of one moment, a month after the other: whoever takes all of it along never holds more than that. */
export interface MonthByMonth {
  /** Oldest first. */
  readonly months: readonly string[]
  /**
   * The entries that `Journal.entries` gives, in its order, a month at a time. Each is parsed when it is come to,
   * and nobody need hold more than one.
   * @param themes those of the first, then those of the next, and so on; `undefined` among them: those of none
   */
  entries(query: Query, themes?: readonly (ThemeId | undefined)[]): AsyncGenerator<Iterable<Entry>>
  /** The days of those entries that `isChosen` says yes to, each once, in their order. Few are parsed for it. */
  days(query: Query, isChosen: (entry: Entry) => boolean): AsyncGenerator<Day>
  /**
   * What `Journal.everything` gives, as lines: of months that are as hearten wrote them their own, of others
   * as it would write them. Lines are good until the next are asked for, and belong to whoever asked.
   * @param ids when given, only entries with one of these ids, and nothing else
   */
  everything(ids?: ReadonlySet<string>): EverythingInLines
}

/** Each list in the order in which `Everything` has it. Each may be gone through once, one after the other. */
export interface EverythingInLines {
  readonly entries: AsyncIterable<RecordLines>
  readonly people: AsyncIterable<RecordLines>
  readonly settings: AsyncIterable<RecordLines>
  readonly history: AsyncIterable<RecordLines>
}
