import type { Context } from '../context.ts'
import type { Look } from '../render/look.ts'

/** How things are to be drawn on this terminal, or for this pipe. The width is that of the moment. */
export const lookOf = (context: Context): Look => ({
  get width() {
    return context.terminal.width
  },
  colours: context.terminal.colours,
  plain: context.terminal.plain,
  piped: !context.terminal.outputIsTerminal,
  today: context.stamp().today,
})
