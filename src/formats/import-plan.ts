import type { JournalRecord } from '../journal/change.ts'
import { isEntry, restatementOf } from '../journal/change.ts'
import type { Entry } from '../journal/entry.ts'
import { monthOfEntry } from '../journal/entry.ts'
import { grouped } from '../journal/grouped.ts'
import { currentOf } from '../journal/merge.ts'
import type { Writing } from '../journal/record.ts'
import type { Everything } from '../store/journal.ts'
import type { ReadIn } from './importer.ts'
import { listOf, refusal } from './json.ts'
import { recordLine } from './record-line.ts'

/** What importing a journal into this one would do. */
export interface ImportPlan {
  /** What is to be committed: every revision that is not here yet, earlier ones first. */
  readonly records: readonly JournalRecord[]
  /** How many of the file's records are here already. */
  readonly alreadyHere: number
  /** Those of them that say something else here. This journal's own words stay. */
  readonly different: readonly JournalRecord[]
  /** Those of them that lie in the trash here, and stay there. */
  readonly inTrash: readonly Entry[]
  /** Entries that would appear, by month (`YYYY-MM`), earliest first. */
  readonly newByMonth: ReadonlyMap<string, number>
  /** Entries here that would get another revision, or go to the trash, by the month that is in. */
  readonly changedByMonth: ReadonlyMap<string, number>
}

/**
 * Compares by revision: the same file a second time adds nothing, and an entry that was changed
 * elsewhere comes in as the revision that replaces ours. What can say only a part of an entry replaces none.
 * @param back brings back from the trash what the file has, as it says it
 * @throws UserError if an id means an entry in one place and a person or a setting in another.
 */
export function planImport(
  existing: Everything,
  incoming: Everything & Pick<ReadIn, 'says'>,
  back?: Writing,
): ImportPlan {
  const { says = saysIn } = incoming
  const here = new Map(allOf(existing).map(record => [record.revision, record]))
  const current = new Map(existing.entries.map(entry => [entry.id, entry]))
  const known = new Set(allOf(existing).map(record => record.id))
  const lists = new Map(allOf(existing).map(record => [record.id, listOf(record)]))
  const records: JournalRecord[] = []
  const different: JournalRecord[] = []
  const inTrash = new Map<string, Entry>()
  const gone = goneFrom(existing)
  for (const entry of incoming.entries) if (gone.has(entry.id)) inTrash.set(entry.id, entry)
  for (const record of allOf(incoming)) {
    const list = lists.get(record.id) ?? listOf(record)
    if (list !== listOf(record))
      throw refusal(`the id ${record.id} stands for two different things`)
    lists.set(record.id, list)
    const isKnown = incoming.says !== undefined && known.has(record.id)
    const ours = here.get(record.revision) ?? (isKnown ? current.get(record.id) : undefined)
    // What lies in the trash is not brought back by a file, unless that was asked for.
    if (!ours && !isKnown) {
      records.push(record)
      inTrash.delete(record.id)
    } else if (ours && !inTrash.has(record.id) && says(ours) !== says(record))
      different.push(record)
  }
  const broughtBack = back ? restated(gone, inTrash, back) : []
  records.push(...broughtBack)
  const shown = new Set(existing.entries.map(entry => entry.id))
  const changed = new Map(
    records.flatMap(r => ('day' in r && shown.has(r.id) ? [[r.id, monthOfEntry(r)] as const] : [])),
  )
  const fresh = incoming.entries.filter(entry => !known.has(entry.id))
  const appearing = [...fresh, ...broughtBack.filter(isEntry)]
  return {
    records,
    alreadyHere: allOf(incoming).length - records.length,
    different,
    inTrash: back ? [] : [...inTrash.values()],
    newByMonth: counted(appearing.map(monthOfEntry)),
    changedByMonth: counted([...changed.values()]),
  }
}

/** The deletions of what lies in the trash. */
function goneFrom({ entries, history }: Everything): Map<string, JournalRecord> {
  const there = new Set(entries.map(({ id }) => id))
  const others = history.filter(({ id }) => !there.has(id))
  return new Map(
    [...grouped(others, ({ id }) => id)].flatMap(([id, revisions]) => {
      const last = currentOf(revisions)
      return last?.deleted ? [[id, last] as const] : []
    }),
  )
}

/** What entries of the trash say in the file, in the place of their deletions. */
const restated = (
  gone: ReadonlyMap<string, JournalRecord>,
  inTrash: ReadonlyMap<string, Entry>,
  stamp: Writing,
): JournalRecord[] =>
  [...inTrash].flatMap(([id, entry]) => {
    const deletion = gone.get(id)
    return deletion ? restatementOf(entry, deletion, stamp) : []
  })

/** When it was written down is no part of what it says: what comes from elsewhere is written as it comes. */
const saysIn = (record: JournalRecord): string => recordLine({ ...record, writtenAt: '' })

/** Earlier revisions before the ones that replace them. */
const allOf = (everything: Everything): readonly JournalRecord[] => [
  ...everything.history,
  ...everything.entries,
  ...everything.people,
  ...everything.settings,
]

function counted(months: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const month of months.toSorted()) counts.set(month, (counts.get(month) ?? 0) + 1)
  return counts
}
