import type { Context } from '../context.ts'
import type { Day } from '../journal/day.ts'
import type { Colours } from '../render/colours.ts'

/** How things are to be drawn here: what every rendering takes. */
export interface Look {
  /** Columns. */
  readonly width: number
  readonly colours: Colours
  /** Linear text that reads in order aloud. */
  readonly plain: boolean
  readonly today: Day
}

export const lookOf = (context: Context): Look => ({
  width: context.terminal.width,
  colours: context.terminal.colours,
  plain: context.terminal.plain,
  today: context.stamp().today,
})
