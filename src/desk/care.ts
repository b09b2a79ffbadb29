import { mayCall } from '../care/triggers.ts'
import type { Context } from '../context.ts'
import { addDays } from '../journal/day.ts'
import { isVeryLowOften, moodsOnComing } from '../journal/low-days.ts'
import type { Journal } from '../store/journal.ts'

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

/**
 * After many very low days, one line that names the door. Nothing of it is kept either.
 *
 * @returns whether it was said
 */
export async function offerAfterLowDays(context: Context, journal: Journal): Promise<boolean> {
  const { settings, terminal, stamp } = context
  if (!settings.careCard) return false
  const { today } = stamp()
  const lately = await journal.entries({ today, kinds: ['checkin'], from: addDays(today, -60) })
  if (!isVeryLowOften(moodsOnComing(lately))) return false
  terminal.notify(
    'These have been heavy days. Nobody has to carry that alone.\n`hearten help-now` has people to call, at any hour.',
  )
  return true
}
