import { mayCall } from '../care/triggers.ts'
import type { Context } from '../context.ts'

/**
 * After saving: where the words call for it, a card with people to call. Nothing of it is kept.
 * Call it once for everything that was written, so that it comes once. `--quiet` does not silence it.
 * The rules and the numbers are loaded only for a text with a word that they could come of.
 *
 * @returns whether there was a card
 */
export async function offerCare(context: Context, texts: readonly string[]): Promise<boolean> {
  if (!context.settings.careCard || !texts.some(mayCall)) return false
  const { showCard } = await import('./care-card.ts')
  return showCard(context, texts)
}

/** After many very low days, one line that names the door. Nothing of it is kept either. */
export function offerSomebody({ settings, terminal }: Context): void {
  if (!settings.careCard) return
  terminal.notify(
    'These have been heavy days. Nobody has to carry that alone.\n`hearten help-now` has people to call, at any hour.',
  )
}
