import { createHash } from 'node:crypto'
import type { JournalRecord } from '../journal/change.ts'
import type { Together } from '../journal/record.ts'
import { idFrom } from '../journal/record.ts'

/** What was changed in two places at once, as the revision that replaces them all: by what it is made of, always the same. */
export function asOneRevision(record: JournalRecord & Together): JournalRecord {
  const { heads, versions: _, ...only } = record
  if (heads === undefined) return only as JournalRecord
  const bytes = createHash('sha256').update(heads.join()).digest()
  const revision = idFrom(Date.parse(record.writtenAt) || 0, bytes)
  return { ...only, revision, supersedes: heads } as JournalRecord
}
