import type { Context } from '../context.ts'
import { careCard } from '../render/care.ts'
import { readNumbers } from '../store/help-numbers.ts'
import { careFor } from '../themes/care.ts'
import { helplinesFor } from '../themes/helplines.ts'
import { lookOf } from './look.ts'

/**
 * After saving: where the words call for it, a card with people to call. Nothing of it is kept.
 * Call it once for everything that was written, so that it comes once.
 *
 * @returns whether there was a card
 */
export function offerCare(context: Context, texts: readonly string[]): boolean {
  const { settings, terminal, folders } = context
  const care = settings.careCard ? careFor(texts) : undefined
  if (!care) return false
  const { numbers } = readNumbers(folders.data)
  terminal.notify(careCard(care, helplinesFor(settings.country), numbers, lookOf(context)))
  return true
}

/** After many very low days, one line that names the door. Nothing of it is kept either. */
export function offerSomebody({ settings, terminal }: Context): void {
  if (!settings.careCard) return
  terminal.notify(
    'These have been heavy days. Nobody has to carry that alone.\n`hearten help-now` has people to call, at any hour.',
  )
}
