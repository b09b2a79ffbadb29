import { dirname, relative, sep } from 'node:path'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { bySequence, restatementOf, shelfOf } from '../journal/change.ts'
import { saysTheSame } from '../journal/undo.ts'
import { isFor, shelfHolding } from './fold.ts'
import type { Source } from './gather.ts'
import type { Workplace } from './keeper.ts'
import { commitChange, shelvesAt } from './keeper.ts'
import { isIntact } from './lines.ts'
import type { Generation } from './places.ts'
import { previousOf, shelfPath } from './places.ts'
import { salvage } from './salvage.ts'
import { countRecords, readable, setAside } from './set-aside.ts'
import type { Shelf } from './shelf.ts'
import { logShelf } from './shelf.ts'
import { encodeShelf } from './shelf-file.ts'

/**
 * Puts a damaged shelf together again: the union, by revision, of what its own readable lines and every
 * other file hold that belongs on it. Where a readable line says something else than bytes of our own,
 * somebody edited it: both are kept, and the line counts.
 */
export async function mendShelf(
  place: Workplace,
  name: string,
  sources: readonly Source[],
): Promise<string> {
  const { paper, generation } = place
  const path = shelfPath(generation, name)
  const bytes = await readable(paper, path)
  const own = salvage(bytes)
  const copies = bestFirst(
    path,
    sources.filter(({ file }) => file !== path),
  )
  const verified = new Map<string, JournalRecord>()
  for (const { intact, records } of copies)
    if (intact)
      for (const record of records)
        if (!verified.has(record.revision)) verified.set(record.revision, record)

  const revisions = new Map<string, JournalRecord>()
  const changes = new Map<string, LoggedChange>()
  const counts = new Map<string, number>()
  const take = (from: string, records: readonly JournalRecord[]) => {
    for (const record of records) {
      if (revisions.has(record.revision) || !isFor(name, record)) continue
      revisions.set(record.revision, record)
      counts.set(from, (counts.get(from) ?? 0) + 1)
    }
  }
  const log = (all: readonly LoggedChange[]) => {
    for (const change of all)
      if (logShelf(change.sequence) === name && !changes.has(change.id))
        changes.set(change.id, change)
  }
  const restated: JournalRecord[] = []
  log(own.changes)
  take(
    'the file itself',
    own.records.flatMap(record => {
      const copy = verified.get(record.revision)
      if (copy === undefined || saysTheSame(copy, record)) return [record]
      const again = restatementOf(record, copy, { now: place.now(), newId: place.newId })
      restated.push(again)
      return [copy, again]
    }),
  )
  for (const { file, records, changes } of copies) {
    take(originOf(generation, path, file), records)
    log(changes)
  }
  const wasThere = paper.about(path) !== undefined
  // By hand a record may have come to lie in the wrong month.
  const elsewhere = restated.filter(record => shelfOf(record) !== name)
  if (elsewhere.length > 0) await commitChange(place, { label: 'mended', records: elsewhere })
  const aside = setAside(place, path, 'copy')
  const shelf = {
    ...shelfHolding(name, [...revisions.values()]),
    changes: [...changes.values()].sort(bySequence),
  }
  await paper.write(path, encodeShelf(shelf), 'synced')
  const where = [...counts].map(([from, count]) => `${count} from ${from}`).join(', ')
  const { length } = own.unreadable
  const lost = length > 0 ? ` ${length} of its lines cannot be read.` : ''
  const isAllThere =
    hasItsEnd(bytes) &&
    own.unreadable.every(revision => revision !== undefined && revisions.has(revision))
  const newest = isAllThere ? '' : ' The newest entries may be missing.'
  const kept = wasThere ? ` The damaged file is kept as ${aside}.` : ''
  return `${countRecords(shelf.records.length)} now, ${where || 'nothing was found'} (earlier versions counted).${lost}${newest}${kept}`
}

/** Whether a file goes on to its last line: then nothing was cut off, whatever else is wrong with it. */
const hasItsEnd = (bytes: Buffer): boolean =>
  isIntact(bytes) || /"checksum":"[^"\n]*"\s*\}\s*$/.test(bytes.subarray(-200).toString('latin1'))

/** Our own bytes before others; then the copy before, and copies from the newest on. */
const bestFirst = (path: string, sources: readonly Source[]): Source[] =>
  sources.toSorted(
    (a, b) =>
      Number(b.intact) - Number(a.intact) ||
      Number(isPrevious(path, b)) - Number(isPrevious(path, a)) ||
      (a.file < b.file ? 1 : -1),
  )

const isPrevious = (path: string, { file }: Source): boolean => file === previousOf(path)

/** Where something was found, for the person. */
function originOf({ backups, folder, recent }: Generation, path: string, file: string): string {
  if (file === previousOf(path)) return 'the copy before it'
  if (dirname(file) === recent) return 'the newest changes'
  const [day, ...rest] = relative(backups, file).split(sep)
  if (day !== undefined && day !== '..' && rest.length > 0) return `the backup of ${day}`
  return dirname(file) === dirname(path) && file.startsWith(path)
    ? 'what was kept aside'
    : `${relative(folder, file)}`
}

/**
 * Takes out of the logs what no file holds any more, so that it is said once. Only where every shelf
 * can be read: else it may be in one that cannot.
 */
export async function forgetLost(place: Workplace): Promise<string | undefined> {
  const shelves = shelvesAt(place)
  const all: Shelf[] = []
  for (const name of [...shelves.months(), 'people', 'settings']) {
    const shelf = await shelves.read(name).catch(() => undefined)
    if (shelf === undefined) return undefined
    all.push(shelf)
  }
  const there = new Set(
    all.flatMap(({ records, history }) => [...records, ...history].map(({ revision }) => revision)),
  )
  let lost = 0
  for (const shelf of all) {
    const changes = shelf.changes.map(change => {
      const touched: Record<string, readonly string[]> = {}
      for (const [name, revisions] of Object.entries(change.touched)) {
        const kept = revisions.filter(revision => there.has(revision))
        lost += revisions.length - kept.length
        if (kept.length > 0) touched[name] = kept
      }
      return { ...change, touched }
    })
    const isSame = JSON.stringify(changes) === JSON.stringify(shelf.changes)
    if (isSame) continue
    const path = shelfPath(place.generation, shelf.name)
    await place.paper.write(path, encodeShelf({ ...shelf, changes }), 'synced', {
      previous: 'keep',
    })
  }
  if (lost === 0) return undefined
  return `${countRecords(lost)} that were here once are in no file any more. That is noted. A copy elsewhere may have them: \`hearten restore FILE\`.`
}
