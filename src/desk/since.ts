import { UsageError } from '../errors.ts'
import type { Since } from '../journal/setting.ts'
import { sinceNamed } from '../journal/since.ts'
import type { Journal } from '../store/journal.ts'

/** What days count from, by its name; where there is only one, an empty name means it. @throws UsageError */
export async function theSince(journal: Journal, name: string): Promise<Since> {
  const all = await journal.settings('since')
  const [only] = all
  const since = name.trim() === '' && all.length === 1 ? only : sinceNamed(all, name)
  if (since) return since
  throw new UsageError(
    name.trim() === ''
      ? 'Say after which. `hearten since` lists them. Nothing was saved.'
      : `There is nothing called "${name}". \`hearten since\` lists what is counted. Nothing was saved.`,
  )
}
