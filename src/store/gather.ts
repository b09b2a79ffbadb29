import { basename, dirname, join, relative, sep } from 'node:path'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { saysTheSame } from '../journal/undo.ts'
import { checksumIn, checksumLineLength, Damage, decodeLines, isIntact, TooNew } from './lines.ts'
import { broughtForward } from './migrations.ts'
import { oursIn, shelfFiles } from './ours.ts'
import type { Folders, Paper } from './paper.ts'
import type { Generation } from './places.ts'
import { isConflictCopy, strayAfter, temporaryName } from './places.ts'
import { salvage } from './salvage.ts'
import { checkChange, checkShelf } from './shape.ts'
import { isShelf } from './shelf.ts'

/**
 * A file that holds records, and what can be read of it.
 * - `shelf`, `waiting`: the journal itself
 * - `conflict`, `stray`: copies that are taken in and put away
 * - `copy`: second copies of changes, the generation before, backups with all that is in them, what
 *   was kept aside
 */
export interface Source {
  readonly file: string
  readonly kind: 'shelf' | 'waiting' | 'conflict' | 'stray' | 'copy'
  /** Other names of the same file. */
  readonly twins: readonly string[]
  /** Our own bytes, or bytes that are well-formed. */
  readonly whole: boolean
  /** What is wrong with it, when it is not whole. */
  readonly damage?: Damage
  /** Our own bytes, all of them. */
  readonly intact: boolean
  readonly records: readonly JournalRecord[]
  readonly changes: readonly LoggedChange[]
}

/** Reads every file of a generation that can hold a record, whatever has become of it. */
export async function gather(
  paper: Paper,
  generation: Generation,
  now: Date,
  onUnseen: (path: string, error: unknown) => void,
): Promise<Source[]> {
  const sources: Source[] = []
  const names = new Map<number, string[]>()
  const checksums = new Set<string>()
  for (const file of filesWithRecords(paper, generation)) {
    const stat = paper.about(file)
    const kind = kindOf(file, generation)
    if (stat === undefined || (kind === 'stray' && now.getTime() - stat.mtimeMs < strayAfter))
      continue
    const twins = names.get(stat.ino)
    // A shelf is never left out, whoever shares its bytes.
    if (kind === 'copy' && twins) {
      twins.push(file)
      continue
    }
    const others: string[] = []
    names.set(stat.ino, others)
    try {
      const bytes = await paper.read(file)
      if (bytes === undefined) continue
      // A copy of what was read is no news: equal checksums that match are equal bytes.
      const checksum = isIntact(bytes) ? checksumIn(bytes.subarray(-checksumLineLength)) : undefined
      if (checksum && kind === 'copy' && checksums.has(checksum)) continue
      if (checksum) checksums.add(checksum)
      sources.push({ file, kind, twins: others, ...readingOf(file, bytes, checksum !== undefined) })
    } catch (error) {
      if (error instanceof Damage)
        sources.push({ file, kind, twins: others, ...nothing, damage: error })
      else if (!(error instanceof TooNew)) onUnseen(file, error)
    }
  }
  return sources
}

/** Shelves first, since one may be a link, which is none of ours to look behind otherwise. */
function filesWithRecords(paper: Folders, generation: Generation): Set<string> {
  const { folder, drafts, cache } = generation
  const isElsewhere = (file: string) =>
    [drafts, cache].includes(dirname(file)) || basename(file) === 'contents.json'
  return new Set([
    ...shelfFiles(paper, generation).map(file => join(folder, file)),
    ...oursIn(paper, folder).filter(file => !isElsewhere(file)),
  ])
}

function kindOf(file: string, { folder, pending }: Generation): Source['kind'] {
  const name = basename(file)
  if (temporaryName.test(name)) return 'stray'
  if (isConflictCopy(name)) return 'conflict'
  const isInside = relative(folder, file).split(sep).length <= 2
  if (!isInside || !/^[^.]+\.json$/.test(name)) return 'copy'
  if (dirname(file) === pending) return 'waiting'
  return isShelf(name.slice(0, -'.json'.length)) ? 'shelf' : 'copy'
}

const nothing = { whole: false, intact: false, records: [], changes: [] } as const

function readingOf(
  file: string,
  bytes: Buffer,
  intact: boolean,
): Omit<Source, 'file' | 'kind' | 'twins'> {
  try {
    const document = broughtForward(decodeLines(bytes).document)
    if (!intact) {
      if ('change' in document) checkChange(document)
      else checkShelf(shelfNamed(file), document)
    }
    const listed = (list: unknown) => (Array.isArray(list) ? list : [])
    const records = [...listed(document.records), ...listed(document.history)] as JournalRecord[]
    const changes = listed(document.changes) as LoggedChange[]
    return { whole: true, intact, records, changes }
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    return { whole: false, intact: false, damage: error, ...salvage(bytes) }
  }
}

const shelfNamed = (file: string): string =>
  /^(?:Copy of )?(\d{4}-\d{2}|people|settings)/.exec(basename(file))?.[1] ?? ''

/** Revisions that the journal knows, and the shelf that does; without one, every shelf they belong on will. */
export interface KnownRevisions {
  readonly shelf?: string | undefined
  /** Undefined where the shelf cannot be read: who knows what it holds. */
  readonly records: readonly JournalRecord[] | undefined
}

/** The revisions that the journal itself knows: from shelves and waiting changes that are whole. */
export function knownIn(sources: readonly Source[]): KnownRevisions[] {
  return sources.flatMap(({ kind, file, whole, records }) =>
    whole && (kind === 'shelf' || kind === 'waiting')
      ? { shelf: kind === 'shelf' ? shelfNamed(file) : undefined, records }
      : [],
  )
}

/**
 * What these sources hold and the journal does not, by revision; what our own bytes say goes before
 * what can be read in others. A record is no new one when only the name of its revision was changed. One that
 * moved has to be known on both shelves: on the one it left, that it is gone, and on the other its words.
 */
export function unknownIn(
  sources: readonly Source[],
  known: readonly KnownRevisions[],
): { readonly record: JournalRecord; readonly lackedBy: readonly string[] }[] {
  const revisions = new Map<string, Set<string>>()
  const byMoment = new Map<string, JournalRecord[]>()
  const add = (record: JournalRecord, shelves: readonly string[]) => {
    const there = revisions.get(record.revision)
    if (there) {
      for (const shelf of shelves) there.add(shelf)
      return
    }
    revisions.set(record.revision, new Set(shelves))
    const key = `${record.id} ${record.writtenAt}`
    const twins = byMoment.get(key)
    if (twins) twins.push(record)
    else byMoment.set(key, [record])
  }
  const unread = new Set(known.flatMap(({ shelf, records }) => (records ? [] : shelf)))
  for (const { shelf, records = [] } of known)
    for (const record of records) add(record, shelf === undefined ? placesOf(record) : [shelf])
  const found: { record: JournalRecord; lackedBy: readonly string[] }[] = []
  const bestFirst = [...sources].sort((a, b) => Number(b.intact) - Number(a.intact))
  for (const { intact, records } of bestFirst) {
    for (const record of records) {
      if (!hasPlace(record)) continue
      const there = revisions.get(record.revision)
      const lackedBy =
        there === undefined
          ? [shelfOf(record)]
          : record.movedFrom === undefined
            ? []
            : placesOf(record).filter(shelf => !there.has(shelf) && !unread.has(shelf))
      if (lackedBy.length === 0) continue
      const twins = intact || there ? undefined : byMoment.get(`${record.id} ${record.writtenAt}`)
      if (twins?.some(twin => saysTheSame(twin, record))) continue
      add(record, placesOf(record))
      found.push({ record, lackedBy })
    }
  }
  return found
}

/** The shelves that have to know a revision. */
const placesOf = (record: JournalRecord): string[] =>
  record.movedFrom === undefined ? [shelfOf(record)] : [shelfOf(record), record.movedFrom]

const hasPlace = (record: JournalRecord): boolean => placesOf(record).every(isShelf)
