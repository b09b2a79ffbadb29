import type { Context } from '../context.ts'
import { careCard, careFor } from '../session/care.ts'
import { readNumbers } from '../store/help-numbers.ts'
import { helplinesFor } from '../themes/helplines.ts'
import { lookOf } from './look.ts'

/**
 * After saving: where the words call for it, a card with people to call. Nothing of it is kept.
 * Call it once for everything that was written, so that it comes once.
 */
export function offerCare(context: Context, texts: readonly string[]): void {
  const { settings, terminal, folders } = context
  const care = settings.careCard ? careFor(texts) : undefined
  if (!care) return
  const { numbers } = readNumbers(folders.data)
  terminal.notify(careCard(care, helplinesFor(settings.country), numbers, lookOf(context)))
}
