import { careFor } from '../care/care.ts'
import type { Context } from '../context.ts'
import { careCard } from '../render/care.ts'
import { readNumbers } from '../store/help-numbers.ts'
import { helplinesHere } from '../themes/helplines.ts'
import { lookOf } from './look.ts'
import { surroundings } from './surroundings.ts'

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
  const help = helplinesHere(settings.country, surroundings(context))
  terminal.drawAnyway(careCard(care, help, numbers, lookOf(context)))
  return true
}
