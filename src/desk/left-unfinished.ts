import type { Context } from '../context.ts'
import { offerCare } from './care.ts'

/**
 * What was begun waits as a draft, and is told so. It is kept by now: where its words call for it, the card comes. Whoever
 * stops there may need it most.
 * @param texts everything that was written so far
 */
export async function leftUnfinished(context: Context, texts: readonly string[]): Promise<void> {
  context.terminal.notify('\nKept as it is. `hearten` picks it up where you stopped.')
  await offerCare(context, texts)
}
