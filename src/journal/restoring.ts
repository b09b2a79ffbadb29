import type { JournalRecord } from './change.ts'
import { deletionOf, restatementOf } from './change.ts'
import { currentOf } from './merge.ts'
import type { Writing } from './record.ts'
import { saysTheSame } from './undo.ts'

/** What bringing a journal to another state would do to its things, in ids. */
export interface Restoring {
  /** What is to be committed; empty when both are the same. */
  readonly records: readonly JournalRecord[]
  /** Things that would appear, or come back. */
  readonly added: readonly JournalRecord[]
  /** Things that would say something else than now. */
  readonly changed: readonly JournalRecord[]
  /** Things that would go to the trash, as they are now. */
  readonly removed: readonly JournalRecord[]
  /** How many would stay as they are, those among them that `target` only lacks. */
  readonly same: number
}

interface Contents {
  /** What is current. */
  readonly current: readonly JournalRecord[]
  readonly history: readonly JournalRecord[]
}

/**
 * Plans the change after which a journal's current things are those of `target`. It only adds
 * revisions, so it can be undone, and nothing that is here is lost: what `target` lacks goes to the
 * trash. The history that `target` knows and we do not comes along.
 *
 * @param isSpared whether something stays that `target` lacks, by all its revisions
 */
export function planRestoring(
  here: Contents,
  target: Contents,
  stamp: Writing,
  isSpared: (revisions: readonly JournalRecord[]) => boolean = () => false,
): Restoring {
  const known = new Map<string, JournalRecord[]>()
  const revisions = new Set<string>()
  const add = (record: JournalRecord) => {
    if (revisions.has(record.revision)) return false
    revisions.add(record.revision)
    const thing = known.get(record.id)
    if (thing) thing.push(record)
    else known.set(record.id, [record])
    return true
  }
  for (const record of [...here.current, ...here.history]) add(record)
  const records = [...target.history, ...target.current].filter(add)

  const now = currentIn(here)
  const then = currentIn(target)
  const added: JournalRecord[] = []
  const changed: JournalRecord[] = []
  const removed: JournalRecord[] = []
  let same = 0
  for (const [id, thing] of known) {
    const [before, wanted, head] = [now.get(id), then.get(id), currentOf(thing)]
    if (before && !wanted && isSpared(thing)) {
      same++
      continue
    }
    if (before && wanted && saysTheSame(before, wanted)) same++
    else if (before && wanted) changed.push(wanted)
    else if (wanted) added.push(wanted)
    else if (before) removed.push(before)
    if (head === undefined || saysTheSame(wanted, head)) continue
    records.push(wanted ? restatementOf(wanted, head, stamp) : deletionOf(head, stamp))
  }
  return { records, added, changed, removed, same }
}

/** The current things of a journal, by their ids, with what was changed in two places brought together. */
function currentIn({ current, history }: Contents): Map<string, JournalRecord> {
  const things = new Map<string, JournalRecord[]>(current.map(record => [record.id, [record]]))
  for (const record of history) things.get(record.id)?.push(record)
  return new Map(
    [...things].flatMap(([id, revisions]) => {
      const record = currentOf(revisions)
      return record && !record.deleted ? [[id, record]] : []
    }),
  )
}
