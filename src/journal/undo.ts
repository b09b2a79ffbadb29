import type { JournalRecord, LoggedChange } from './change.ts'
import { deletionOf, restatementOf } from './change.ts'
import { grouped } from './grouped.ts'
import { currentOf } from './merge.ts'
import { compareText } from './order.ts'
import type { Together, Writing } from './record.ts'

/**
 * Walks the log from the newest change backwards and answers, change by change, whether this is
 * the one to take back (or to bring back); `'none'` when there is nothing to be found further on.
 */
export type LogWalk = (change: LoggedChange) => string | 'further' | 'none'

/** Finds the last change not yet taken back: its id. */
export function changeToUndo(): LogWalk {
  const settled = new Map<string, 'undone' | 'done'>()
  return change => {
    if (settle(settled, change) || isEmpty(change)) return 'further'
    return settled.get(change.id) === 'undone' ? 'further' : change.id
  }
}

/** Finds the change taken back last and not brought back: its id. A newer change of another kind ends the search. */
export function changeToRedo(): LogWalk {
  const settled = new Map<string, 'undone' | 'done'>()
  return change => {
    const known = change.undoes !== undefined && settled.has(change.undoes)
    if (!settle(settled, change)) return isEmpty(change) ? 'further' : 'none'
    return change.undoes === undefined || known ? 'further' : change.undoes
  }
}

/** All that it touched was erased. */
const isEmpty = ({ touched }: LoggedChange): boolean =>
  Object.values(touched).every(revisions => revisions.length === 0)

/** Notes what an undo or a redo says about another change, unless a later one has said it already. */
function settle(settled: Map<string, 'undone' | 'done'>, change: LoggedChange): boolean {
  const about = change.undoes ?? change.redoes
  if (about === undefined) return false
  if (!settled.has(about)) settled.set(about, change.undoes === undefined ? 'done' : 'undone')
  return true
}

/**
 * The records that put things back to what they were before a change, or again to what they were
 * after it. Nothing is taken out: what is current is replaced by a revision that says the same as then.
 *
 * @param known all revisions on the shelves the change concerns
 * @param later the revisions that changes after this one added
 */
export function reversal(
  change: LoggedChange,
  direction: 'undo' | 'redo',
  { known, later }: { known: readonly JournalRecord[]; later: ReadonlySet<string> },
  stamp: Writing,
): JournalRecord[] {
  const added = new Set(Object.values(change.touched).flat())
  const wasThere = ({ revision }: JournalRecord) =>
    !later.has(revision) && (direction === 'redo' || !added.has(revision))
  const records: JournalRecord[] = []
  for (const revisions of thingsTouched(known, added)) {
    const current = currentOf(revisions)
    const wanted = currentOf(revisions.filter(wasThere))
    if (current === undefined || saysTheSame(wanted, current)) continue
    records.push(
      wanted === undefined || wanted.deleted
        ? deletionOf(current, stamp)
        : restatementOf(wanted, current, stamp),
    )
  }
  return records
}

function thingsTouched(
  known: readonly JournalRecord[],
  added: ReadonlySet<string>,
): Iterable<JournalRecord[]> {
  const ids = new Set(known.filter(({ revision }) => added.has(revision)).map(({ id }) => id))
  const once = new Map(known.map(record => [record.revision, record]))
  const touched = [...once.values()].filter(({ id }) => ids.has(id))
  return grouped(touched, ({ id }) => id).values()
}

/** Whether putting one in the other's place would change nothing but the bookkeeping. */
export function saysTheSame(a: JournalRecord | undefined, b: JournalRecord): boolean {
  if (a === undefined || a.deleted) return b.deleted === true
  return !b.deleted && wordsOf(a) === wordsOf(b)
}

/** Everything a record says, without its bookkeeping, in one spelling. */
function wordsOf(record: JournalRecord): string {
  const {
    revision: _,
    supersedes: __,
    movedFrom: ___,
    writtenAt: ____,
    heads: _____,
    versions: ______,
    ...said
  } = record as JournalRecord & Together
  return JSON.stringify(sorted(said))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, inner]) => [key, sorted(inner)])
}
