import type { Context } from '../context.ts'
import type { Look } from '../render/look.ts'
import type { Journal } from '../store/journal.ts'
import { lookOf } from './look.ts'

/**
 * Shows a page that looks back. It is kept as the answer is that it shows, for who looks again in the same way: to
 * read that answer and draw it would take most of the time.
 * @param asked all that it rests on beside the journal and the look; undefined: it is not kept
 */
export async function showPage(
  context: Context,
  journal: Journal,
  asked: unknown,
  draw: (look: Look) => Promise<string>,
): Promise<void> {
  const look = lookOf(context)
  const question = asked === undefined ? undefined : ['page', asked, inWords(look)]
  await context.terminal.page(await journal.answer(question, () => draw(look)))
}

/** What tells a look from every other. The styles are told apart by what they make of a letter. */
function inWords({ width, plain, piped, ascii, colours }: Look): unknown {
  const { accent, own, strong, dim, hit, link, mood } = colours
  const styles = [accent, own, strong, dim, hit].map(style => style('a'))
  const moods = [1, 2, 3, 4, 5].map(scale => mood(scale, 'a'))
  return [width, plain, piped, ascii, styles, link('a', 'b'), moods]
}
