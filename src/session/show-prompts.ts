import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { heading, lines } from '../render/lines.ts'
import type { Walk } from './plan.ts'
import { askedPrompt } from './words.ts'

/** Without a terminal nobody is asked: today's prompts, and how to begin. */
export function showPrompts(context: Context, walk: Walk): void {
  const look = lookOf(context)
  const pages = walk.themes.map(({ name, prompts }) =>
    [
      heading(name, '', { ...look, plain: true }),
      lines(prompts[0] ? askedPrompt(prompts[0]) : 'A blank page.', look),
    ].join('\n'),
  )
  const how = [
    '`hearten` in a terminal walks through them with you.',
    '`hearten today < FILE` answers them in order; a line with a single . ends an answer.',
    '`hearten today --sheet` prints them as a form; --from-sheet FILE takes it back.',
    '`hearten jot "a line"` is enough on some days.',
  ]
  context.terminal.print(
    [...pages, how.map(line => lines(line, look, it => it, '')).join('\n')].join('\n\n'),
  )
}
