import { UsageError } from '../errors.ts'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { isSetting, shelfOf } from '../journal/change.ts'
import type { Entry } from '../journal/entry.ts'
import { grouped } from '../journal/grouped.ts'
import { currentOf } from '../journal/merge.ts'
import { compareText } from '../journal/order.ts'
import type { Person } from '../journal/person.ts'
import { circleOf } from '../journal/person.ts'
import type { Query } from '../journal/query.ts'
import { inOrder, matcher } from '../journal/query.ts'
import { headOf, inHistory } from '../journal/revisions.ts'
import type { JournalSetting } from '../journal/setting.ts'
import { isMeantBy } from '../journal/short-id.ts'
import type { LogWalk } from '../journal/undo.ts'
import type { Everything } from './journal.ts'
import { inHistoryOrder, inShelfOrder } from './shelf.ts'
import type { View } from './view.ts'

/**
 * The entries a query means, oldest first. Months are opened newest first, and no more than needed.
 * @param read gives the entries of a month among which those that are meant are, the newest first
 */
export async function entriesOf(
  view: View,
  query: Query,
  read: (month: string) => Promise<Iterable<JournalRecord>> = month => view.newestFirst(month),
): Promise<Entry[]> {
  const circle = query.people && circleOf(await peopleOf(view))
  const isMeant = matcher(query, circle)
  const { limit = Number.POSITIVE_INFINITY } = query
  const months = monthsWithin(view, query).reverse()
  const found = new Map<string, Entry>()
  for (const month of months) {
    if (found.size >= limit) break
    for (const record of await read(month)) {
      const entry = record as Entry
      if (query.from !== undefined && entry.day < query.from) break
      if (isMeant(entry)) found.set(entry.id, entry)
      if (found.size >= limit) break
    }
  }
  const all = [...found.values()].sort(inOrder)
  return limit < all.length ? all.slice(all.length - limit) : all
}

/** The months in which an entry that a query means may be, oldest first. */
export const monthsWithin = (
  { months }: Pick<View, 'months'>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): string[] =>
  months.filter(
    month =>
      (from === undefined || month >= from.slice(0, 7)) &&
      (to === undefined || month <= to.slice(0, 7)),
  )

export async function peopleOf(view: View): Promise<Person[]> {
  return (await view.current('people')) as Person[]
}

export async function settingsOf(view: View): Promise<JournalSetting[]> {
  return (await view.current('settings')) as JournalSetting[]
}

/**
 * The entry whose id is meant by `part`: an end of it.
 * @throws UsageError when there are several
 */
export async function entryOf(view: View, part: string): Promise<Entry | undefined> {
  if (part.trim() === '') return undefined
  const revisions = await revisionsHolding(view, part.trim().toLowerCase(), ({ id }) =>
    isMeantBy(part, id),
  )
  const ids = [...new Set(revisions.map(({ id }) => id))]
  if (ids.length > 1) {
    throw new UsageError(
      `${ids.length} entries have an id like "${part}". Nothing was changed. Write more of it: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`,
    )
  }
  return withLastWords(revisions)
}

/** Every revision of an entry, oldest first, the current one last. */
export async function historyOf(view: View, id: string): Promise<Entry[]> {
  return inHistory(await revisionsHolding(view, id, record => record.id === id)) as Entry[]
}

/** What was deleted, newest deletion first. */
export async function trashOf(view: View): Promise<Entry[]> {
  const filed: JournalRecord[] = []
  const earlier: JournalRecord[] = []
  for (const month of view.months) {
    const { records, history } = await view.shelf(month)
    for (const record of records) filed.push(record)
    for (const record of history) earlier.push(record)
  }
  const things = grouped(earlier, ({ id }) => id)
  // A shelf may not know that what lies there was deleted on another.
  for (const record of filed) things.get(record.id)?.push(record)
  return [...things.values()]
    .flatMap(revisions => withLastWords(unique(revisions)) ?? [])
    .filter(entry => entry.deleted === true)
    .sort((a, b) => compareText(b.writtenAt, a.writtenAt) || compareText(b.revision, a.revision))
}

/** The current revision; of a deleted thing its last words, in the place of the deletion. */
function withLastWords(revisions: readonly JournalRecord[]): Entry | undefined {
  const head = currentOf(revisions) as Entry | undefined
  if (!head?.deleted) return head
  const words = currentOf(revisions.filter(({ deleted }) => !deleted)) as Entry | undefined
  if (words === undefined) return head
  const { revision, supersedes, writtenAt } = head
  return { ...words, revision, supersedes, writtenAt, deleted: true }
}

async function revisionsHolding(
  view: View,
  text: string,
  isMeant: (record: JournalRecord) => boolean,
): Promise<JournalRecord[]> {
  const found: JournalRecord[] = []
  for (const month of view.months) {
    const { records, history } = await view.shelfHolding(month, text)
    for (const record of records) if (isMeant(record)) found.push(record)
    for (const record of history) if (isMeant(record)) found.push(record)
  }
  return unique(found)
}

const unique = (records: readonly JournalRecord[]): JournalRecord[] => [
  ...new Map(records.map(record => [record.revision, record])).values(),
]

/** Everything, in an order that depends on nothing but what there is. */
export async function everythingOf(view: View): Promise<Everything> {
  if (view.pending.damaged.length > 0) throw view.pending.damaged[0]
  const lying: JournalRecord[] = []
  const known = new Map<string, JournalRecord>()
  const replaced = new Set<string>()
  const own: JournalRecord[] = []
  const note = (record: JournalRecord, name: string) => {
    known.set(record.revision, record)
    for (const revision of record.supersedes) replaced.add(revision)
    if (shelfOf(record) === name) own.push(record)
  }
  for (const name of [...view.months, 'people', 'settings']) {
    const { records, history } = await view.shelf(name)
    for (const record of records) {
      note(record, name)
      lying.push(record)
    }
    for (const record of history) note(record, name)
  }
  // A shelf may not know what became of a thing elsewhere: what was changed in two places at once is the last living one.
  const isLast = ({ revision, deleted }: JournalRecord) => !replaced.has(revision) && !deleted
  const last = grouped(own.filter(isLast), ({ id }) => id)
  const filed = grouped(lying, ({ id }) => id)
  const all = [...last].flatMap(([id, living]) => {
    const [only, another] = filed.get(id) ?? []
    const isIt = only && !another && living.includes(only)
    return (isIt ? only : headOf(living)) ?? []
  })
  for (const { revision } of all) known.delete(revision)
  all.sort(inShelfOrder)
  return {
    entries: all.filter((record): record is Entry => 'day' in record),
    people: all.filter(record => record.kind === 'person'),
    settings: all.filter(isSetting),
    history: [...known.values()].sort(inHistoryOrder),
  }
}

export interface FoundChange {
  readonly change: LoggedChange
  /** The revisions that changes after it added. */
  readonly later: ReadonlySet<string>
}

/** The change that a walk through the log, from the newest back, means. */
export async function changeFoundBy(view: View, walk: LogWalk): Promise<FoundChange | undefined> {
  if (view.pending.damaged.length > 0) throw view.pending.damaged[0]
  const later = new Set<string>()
  let meant: string | undefined
  for (const name of view.logs()) {
    const { changes } = await view.shelf(name)
    for (const change of changes.toReversed()) {
      if (meant === undefined) {
        const answer = walk(change)
        if (answer === 'none') return undefined
        if (answer !== 'further') meant = answer
      }
      if (change.id === meant) return { change, later }
      for (const revision of Object.values(change.touched).flat()) later.add(revision)
    }
  }
  return undefined
}

/** All revisions on the shelves a change concerns, and on those where the things it touched were before and after. */
export async function revisionsAround(view: View, change: LoggedChange): Promise<JournalRecord[]> {
  const known: JournalRecord[] = []
  const added = new Set(Object.values(change.touched).flat())
  const ids = new Set<string>()
  // What happened to a thing while it was elsewhere is known there only: names are added while they are gone through.
  const names = new Set(Object.keys(change.touched))
  for (const name of names) {
    const { records, history } = await view.shelf(name)
    for (const record of records) known.push(record)
    for (const record of history) known.push(record)
    for (const { id, revision } of known) if (added.has(revision)) ids.add(id)
    for (const record of known) {
      if (!ids.has(record.id)) continue
      for (const place of [record.movedFrom, shelfOf(record)]) if (place) names.add(place)
    }
  }
  return known
}
