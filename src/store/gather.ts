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

/** The revisions that the journal itself knows: from shelves and waiting changes that are whole. */
export function knownIn(sources: readonly Source[]): JournalRecord[] {
  return sources.flatMap(({ kind, whole, records }) =>
    whole && (kind === 'shelf' || kind === 'waiting') ? records : [],
  )
}

/**
 * What these sources hold and the journal does not, by revision; what our own bytes say goes before
 * what can be read in others. A record is no new one when only the name of its revision was changed.
 */
export function unknownIn(
  sources: readonly Source[],
  known: readonly JournalRecord[],
): JournalRecord[] {
  const revisions = new Map<string, JournalRecord>()
  const byMoment = new Map<string, JournalRecord[]>()
  const add = (record: JournalRecord) => {
    revisions.set(record.revision, record)
    const key = `${record.id} ${record.writtenAt}`
    const there = byMoment.get(key)
    if (there) there.push(record)
    else byMoment.set(key, [record])
  }
  for (const record of known) add(record)
  const found: JournalRecord[] = []
  const bestFirst = [...sources].sort((a, b) => Number(b.intact) - Number(a.intact))
  for (const { intact, records } of bestFirst) {
    for (const record of records) {
      if (revisions.has(record.revision) || !hasPlace(record)) continue
      const twins = intact ? undefined : byMoment.get(`${record.id} ${record.writtenAt}`)
      if (twins?.some(twin => saysTheSame(twin, record))) continue
      add(record)
      found.push(record)
    }
  }
  return found
}

const hasPlace = (record: JournalRecord): boolean =>
  [shelfOf(record), record.movedFrom ?? 'people'].every(isShelf)
