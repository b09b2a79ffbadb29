import type { Day } from '../journal/day.ts'
import type { Colours } from './colours.ts'

/** How things are to be drawn: what every rendering of entries and findings takes. */
export interface Look {
  /** Columns. */
  readonly width: number
  readonly colours: Colours
  /** Linear text that reads in order aloud. */
  readonly plain: boolean
  /** Not for a terminal: ISO days, no decoration. */
  readonly piped: boolean
  readonly today: Day
  /** Charts of plain letters and digits, for terminals that show no others. */
  readonly ascii?: boolean
}
