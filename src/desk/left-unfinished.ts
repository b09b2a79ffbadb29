import type { Context } from '../context.ts'
import { offerCare } from './care.ts'
import type { KeptDraft } from './kept-draft.ts'

/**
 * What was begun waits as a draft, and is told so; what no draft holds is shown once more, to be copied. It is kept by now:
 * where its words call for it, the card comes. Whoever stops there may need it most.
 * @param texts everything that was written so far
 * @param letGo words that are kept nowhere
 */
export async function leftUnfinished(
  context: Context,
  draft: KeptDraft,
  texts: readonly string[],
  letGo: readonly string[] = [],
): Promise<void> {
  if (!(await draft.rescue(texts.join('\n\n'))))
    context.terminal.notify('\nKept as it is. `hearten` picks it up where you stopped.')
  await offerCare(context, [...texts, ...letGo])
}
