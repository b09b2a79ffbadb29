import type { JournalRecord } from '../../src/journal/change.ts'
import { isSetting } from '../../src/journal/change.ts'
import type { Everything } from '../../src/store/journal.ts'

/** What a journal into which these records were committed holds: the store's rule, in six lines. */
export function fold(...commits: (readonly JournalRecord[])[]): Everything {
  const all = [...new Map(commits.flat().map(r => [r.revision, r])).values()]
  const replaced = new Set(all.flatMap(r => r.supersedes))
  const current = all.filter(r => !replaced.has(r.revision) && !r.deleted)
  return {
    entries: current.filter(r => 'day' in r),
    people: current.filter(r => r.kind === 'person'),
    settings: current.filter(isSetting),
    history: all.filter(r => !current.includes(r)),
  }
}
