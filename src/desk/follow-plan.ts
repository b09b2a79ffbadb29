import type { Context } from '../context.ts'
import type { Change } from '../journal/change.ts'
import type { Journal } from '../store/journal.ts'

/** The plan that lies beside the journal follows a change that brought another one, or took one back. */
export async function followPlan(
  context: Context,
  journal: Journal,
  change: Change | undefined,
): Promise<void> {
  if (!change?.records.some(({ kind }) => kind === 'plan')) return
  const { keepPlanOpen } = await import('./open-plan.ts')
  await keepPlanOpen(context, journal)
}
