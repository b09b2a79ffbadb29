import type { Context } from '../context.ts'
import { journalsIn } from '../system/folders.ts'

/** Changes preferences; what writes them is loaded only then. @throws UserError which says whether anything was changed */
export async function changePreferences(
  { folders, checkup }: Pick<Context, 'folders' | 'checkup'>,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { changeSettings } = await import('../settings/change.ts')
  await changeSettings({ ...checkup(), folder: folders.config }, changes)
  if (changes.words !== false) return
  // Whoever does not want their words to be counted has none that were.
  const { forget } = await import('../store/cache/forget.ts')
  for (const folder of journalsIn(folders.data)) await forget(folder)
}
