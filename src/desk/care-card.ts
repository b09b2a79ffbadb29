import { careFor } from '../care/care.ts'
import type { Context } from '../context.ts'
import { careCard } from '../render/care.ts'
import { readNumbers } from '../store/help-numbers.ts'
import { helplinesFor } from '../themes/helplines.ts'
import { lookOf } from './look.ts'

/**
 * Shows the card where the texts call for it, also with `--quiet`. Loaded only where they may.
 *
 * @returns whether there was a card
 */
export function showCard(context: Context, texts: readonly string[]): boolean {
  const care = careFor(texts)
  if (!care) return false
  const { settings, terminal, folders } = context
  const { numbers } = readNumbers(folders.data)
  terminal.drawAnyway(careCard(care, helplinesFor(settings.country), numbers, lookOf(context)))
  return true
}
