import type { Context } from '../context.ts'
import type { PlanOffer } from '../settings/settings.ts'
import type { Journal } from '../store/journal.ts'
import { changePreferences } from './preferences.ts'
import { damaged } from './readable.ts'

/** What is not to come up again, once it came up here. That a card was shown is told by no file. */
const saidWith: Readonly<Record<'session' | 'card', readonly PlanOffer[]>> = {
  session: ['session'],
  card: ['session', 'card'],
}

/**
 * Says once, where no plan was begun, that one can be made on a quiet day; and to somebody who sits there alone.
 * It asks nothing, and after a card it stands below the people to call.
 */
export async function offerPlan(
  context: Context,
  journal: Journal,
  after: 'session' | 'card',
): Promise<void> {
  const { settings, terminal, globals } = context
  if (!settings.planOffers.includes(after) || journal.locked) return
  if (!terminal.interactive || globals.quiet) return
  const plan = await journal.settings('plan').catch(damaged)
  if (!plan || plan.some(({ text }) => text.trim() !== '')) return
  terminal.notify(words)
  const left = settings.planOffers.filter(it => !saidWith[after].includes(it))
  // What cannot be written down is said once more another day, and that is no reason to fail.
  await changePreferences(context, { 'plan-offers': left }).catch(() => {})
}

const words = `A plan for hours like these can be made on a quiet day, in parts: \`hearten plan edit\`.
Rather not? \`hearten config set plan-offers none\`, and it does not come up again.`
