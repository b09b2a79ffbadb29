import type { Context } from '../context.ts'
import type { Journal } from '../store/journal.ts'
import { holdsAnything } from '../system/folders.ts'

/**
 * Erases entries, and before that what of them lies beside the journal: files in the inbox, and pages that an editor
 * left.
 */
export async function eraseEntries(
  context: Context,
  journal: Journal,
  ids: readonly string[],
): Promise<void> {
  if (holdsAnything(journal.inbox)) {
    const { takeAway } = await import('./take-in.ts')
    await takeAway(context, journal.inbox, ids)
  }
  await context.wipePages(ids)
  await journal.erase(ids)
}
