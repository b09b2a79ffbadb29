import type { Context } from '../context.ts'

/** Changes preferences; what writes them is loaded only then. @throws UserError which says whether anything was changed */
export async function changePreferences(
  { folders, checkup }: Pick<Context, 'folders' | 'checkup'>,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { changeSettings } = await import('../settings/change.ts')
  await changeSettings({ ...checkup(), folder: folders.config }, changes)
}
