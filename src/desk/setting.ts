import type { Context } from '../context.ts'
import type { JournalSetting } from '../journal/setting.ts'
import type { Journal } from '../store/journal.ts'
import { leavePipe } from './pipe.ts'

/** Keeps a setting that has no new words of the person's in it, and says so. */
export async function keepSetting(
  context: Context,
  journal: Journal,
  label: string,
  setting: JournalSetting,
  told: string,
): Promise<void> {
  await journal.commit(label, [setting])
  context.terminal.notify(told)
  leavePipe(context)
}
