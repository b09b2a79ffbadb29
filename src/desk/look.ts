import type { Context } from '../context.ts'
import type { Look } from '../render/look.ts'

/** How things are to be drawn on this terminal, or for this pipe. */
export const lookOf = (context: Context): Look => ({
  width: context.terminal.width,
  colours: context.terminal.colours,
  plain: context.terminal.plain,
  piped: !context.terminal.outputIsTerminal,
  today: context.stamp().today,
})
