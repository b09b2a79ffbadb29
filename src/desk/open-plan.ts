import type { Context } from '../context.ts'
import { closePlan } from '../store/close-plan.ts'
import { openPlan, readNumbers } from '../store/help-numbers.ts'
import type { Journal } from '../store/journal.ts'
import type { OpenPlanPart } from '../themes/helpline.ts'
import { planParts } from '../themes/plan-parts.ts'

/** The parts that hold something, in the order of a hard hour, each under its heading. */
export async function filledParts(journal: Journal): Promise<OpenPlanPart[]> {
  const written = await journal.settings('plan')
  const known = planParts.flatMap(({ id, name }) =>
    written.filter(({ part }) => part === id).map(({ text }) => ({ name, text })),
  )
  // Those that another version has, under the name they have there.
  const others = written.filter(({ part }) => !planParts.some(({ id }) => id === part))
  return [...known, ...others.map(({ part, text }) => ({ name: part, text }))].filter(
    ({ text }) => text.trim() !== '',
  )
}

/**
 * Brings the plan that help-now reads up to date. Of an encrypted journal it lies there only where the person
 * said so.
 *
 * @param unlocked what the person says now; as it was when left out
 */
export async function keepPlanOpen(
  context: Context,
  journal: Journal,
  unlocked?: boolean,
): Promise<void> {
  // What is in a part stays behind its lock, and beside the journal lies the plan of the journal.
  if (context.globals.part !== undefined) return
  const place = { folder: context.folders.data, host: context.checkup().host }
  if (unlocked === false) return closePlan(place)
  const { plan } = readNumbers(context.folders.data)
  const mayBeRead = unlocked ?? (journal.sealed === undefined || plan.length > 0)
  const parts = mayBeRead ? await filledParts(journal) : []
  if (JSON.stringify(parts) === JSON.stringify(plan)) return
  await openPlan(place, parts)
}
