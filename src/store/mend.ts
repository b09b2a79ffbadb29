import { basename, dirname, join } from 'node:path'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { bySequence, restatementOf } from '../journal/change.ts'
import { saysTheSame } from '../journal/undo.ts'
import { refuseForAnotherUser } from './another-user.ts'
import { backupsIn } from './backups.ts'
import { generationOf } from './doctor.ts'
import { ifThere, quietly } from './file-errors.ts'
import type { Checkup, Finding } from './finding.ts'
import { isFor, shelfHolding } from './fold.ts'
import type { Workplace } from './keeper.ts'
import { commitChange, foldWaiting, shelvesAt, whileLocked } from './keeper.ts'
import { Damage } from './lines.ts'
import { createManifest, freshManifest } from './manifest.ts'
import type { Paper } from './paper.ts'
import { papersOf } from './paper.ts'
import { decodeChange } from './pending.ts'
import { generationIn, placesIn, previousOf, shelfPath, temporaryName } from './places.ts'
import { waitAgain } from './recent.ts'
import { salvage } from './salvage.ts'
import { decodeShelf, encodeShelf } from './shelf-file.ts'

/** What was done about a finding, for the person. */
export interface Mended {
  readonly file: string
  readonly words: string
}

/**
 * Does what the findings say can be done. Nothing is thrown away: a damaged file is kept beside the
 * mended one as `NAME.damaged-TIME`.
 *
 * @param findings of `examine`; those that ask something only after the person said yes
 */
export async function mend(checkup: Checkup, findings: readonly Finding[]): Promise<Mended[]> {
  const { folder, host, now, newId } = checkup
  const { disk, plain, paper } = papersOf(checkup)
  refuseForAnotherUser(plain, folder, host)
  const places = placesIn(folder)
  const done: Mended[] = []
  const wanted = findings.filter(({ mendable }) => mendable)
  for (const { file } of wanted.filter(({ what }) => what === 'lock')) {
    plain.remove(file)
    done.push({ file, words: 'The lock is free.' })
  }
  const generation = generationOf(plain, places)
  if (generation === undefined) return done
  const notices: string[] = []
  const place: Workplace = {
    disk,
    paper,
    host,
    generation,
    lock: places.lock,
    now,
    newId,
    onNotice: text => notices.push(text),
  }
  await whileLocked(place, async () => {
    for (const finding of wanted) {
      const words = await mendOne(place, finding)
      if (words !== undefined) done.push({ file: finding.file, words })
    }
    if (wanted.some(({ what }) => what === 'manifest')) {
      setAside(place, places.manifest)
      createManifest(plain, places, freshManifest(basename(generation.folder), place))
      done.push({ file: places.manifest, words: 'The first page was written anew.' })
    }
    waitAgain(paper, generation)
    await foldWaiting(place)
  })
  return [...done, ...notices.map(words => ({ file: generation.pending, words }))]
}

async function mendOne(place: Workplace, { what, file }: Finding): Promise<string | undefined> {
  const { paper, generation } = place
  switch (what) {
    case 'damaged':
      return [generation.pending, generation.recent].includes(dirname(file))
        ? mendChange(place, file)
        : mendShelf(place, basename(file, '.json'))
    case 'edited': {
      const shelf = await decodeShelf(basename(file, '.json'), await readable(paper, file))
      await paper.write(file, encodeShelf(shelf), 'synced')
      return 'Taken as it is.'
    }
    case 'conflict':
      return takeIn(place, file)
    case 'stray':
      return clearStray(place, file)
    case 'backup':
      paper.remove(file)
      return 'Removed. The next backup makes a new copy.'
    case 'mode':
      // Something else that was mended may have kept it aside by now.
      return ifThere(() => {
        paper.makePrivate(file)
        return 'Yours alone now.'
      })
    case 'draft':
      return `Kept aside as ${setAside(place, file)}.`
    case 'waiting':
      return 'Filed.'
    default:
      return undefined
  }
}

/**
 * Puts a damaged shelf together again: the union, by revision, of what its previous generation, the
 * backups and its own readable lines hold. Where a readable line says something else than a verified
 * copy, somebody edited it: both are kept, and the line counts.
 */
async function mendShelf(place: Workplace, name: string): Promise<string> {
  const { paper, generation } = place
  const path = shelfPath(generation, name)
  const own = salvage(await readable(paper, path))
  const revisions = new Map<string, JournalRecord>()
  const changes = new Map<string, LoggedChange>()
  const counts = new Map<string, number>()
  const take = (from: string, records: readonly JournalRecord[]) => {
    for (const record of records) {
      if (revisions.has(record.revision)) continue
      revisions.set(record.revision, record)
      counts.set(from, (counts.get(from) ?? 0) + 1)
    }
  }
  for (const change of own.changes) changes.set(change.id, change)
  const copies = await copiesOf(place, name)
  const verified = new Map(
    copies.toReversed().flatMap(({ records }) => records.map(record => [record.revision, record])),
  )
  take(
    'the file itself',
    own.records.flatMap(record => {
      const copy = verified.get(record.revision)
      if (copy === undefined || saysTheSame(copy, record)) return [record]
      return [copy, restatementOf(record, copy, { now: place.now(), newId: place.newId })]
    }),
  )
  for (const { from, records, log } of copies) {
    take(from, records)
    for (const change of log) if (!changes.has(change.id)) changes.set(change.id, change)
  }
  take('other months', await movedAwayFrom(place, name))

  const aside = setAside(place, path, 'copy')
  const all = [...revisions.values()]
  const shelf = { ...shelfHolding(name, all), changes: [...changes.values()].sort(bySequence) }
  await paper.write(path, encodeShelf(shelf), 'synced')
  const elsewhere = all.filter(record => !isFor(name, record))
  if (elsewhere.length > 0) await commitNew(place, elsewhere)
  const where = [...counts].map(([from, count]) => `${count} from ${from}`).join(', ')
  const lost = own.unreadable > 0 ? ` ${own.unreadable} of its lines cannot be read.` : ''
  return `${counted(shelf.records.length)} now, ${where || 'nothing was found'} (earlier versions counted).${lost} The damaged file is kept as ${aside}.`
}

const counted = (count: number): string => (count === 1 ? '1 record' : `${count} records`)

interface Copy {
  /** Where it was found, for the person. */
  readonly from: string
  readonly records: readonly JournalRecord[]
  readonly log: readonly LoggedChange[]
}

/** The good copies of a shelf: the generation before it, then the backups, newest first. */
async function copiesOf({ paper, generation }: Workplace, name: string): Promise<Copy[]> {
  const paths = [
    ['the copy before it', previousOf(paper.realPath(shelfPath(generation, name)))] as const,
    ...backupsIn(paper, generation)
      .reverse()
      .map(
        day =>
          [
            `the backup of ${day}`,
            shelfPath(generationIn(join(generation.backups, day)), name),
          ] as const,
      ),
  ]
  const copies: Copy[] = []
  for (const [from, path] of paths) {
    const bytes = await readable(paper, path)
    const shelf = await decodeShelf(name, bytes).catch(() => undefined)
    if (shelf) {
      copies.push({ from, records: [...shelf.records, ...shelf.history], log: shelf.changes })
    }
  }
  return copies
}

/** Revisions on other shelves that took something away from this one: without them it would come back twice. */
async function movedAwayFrom(place: Workplace, name: string): Promise<JournalRecord[]> {
  const shelves = shelvesAt(place)
  const moved: JournalRecord[] = []
  for (const month of shelves.months()) {
    if (month === name) continue
    const shelf = await shelves.read(month).catch(() => undefined)
    for (const record of [...(shelf?.records ?? []), ...(shelf?.history ?? [])])
      if (record.movedFrom === name) moved.push(record)
  }
  return moved
}

/** A damaged waiting change: what can be read of it waits again, as a change of its own. */
async function mendChange(place: Workplace, file: string): Promise<string> {
  const { records, unreadable } = salvage(await readable(place.paper, file))
  const aside = setAside(place, file)
  const brought = await commitNew(place, records)
  const lost = unreadable > 0 ? ` ${unreadable} of its lines cannot be read.` : ''
  return `${counted(brought)} brought back.${lost} The damaged file is kept as ${aside}.`
}

/** A copy that a sync tool made: what it holds and the journal does not comes in. */
async function takeIn(place: Workplace, file: string): Promise<string> {
  const brought = await commitNew(place, salvage(await readable(place.paper, file)).records)
  const aside = setAside(place, file, 'merged')
  return `${counted(brought)} taken in. The copy is kept as ${aside}.`
}

/** Commits those revisions that no shelf knows yet. */
async function commitNew(place: Workplace, records: readonly JournalRecord[]): Promise<number> {
  const shelves = shelvesAt(place)
  const known = new Set<string>()
  await foldWaiting(place)
  for (const name of [...shelves.months(), 'people', 'settings']) {
    const shelf = await shelves.read(name).catch(() => undefined)
    for (const { revision } of [...(shelf?.records ?? []), ...(shelf?.history ?? [])])
      known.add(revision)
  }
  const unknown = records.filter(({ revision }) => !known.has(revision))
  if (unknown.length > 0) await commitChange(place, { label: 'mended', records: unknown })
  return unknown.length
}

/** A temporary file that a kill left. A change or a page that is whole in it is kept. */
async function clearStray({ paper, generation }: Workplace, file: string): Promise<string> {
  const target = temporaryName.exec(basename(file))?.[1]
  const folder = dirname(file)
  if (target === undefined) {
    paper.remove(file)
    return 'Removed.'
  }
  const bytes = await readable(paper, file)
  const isWhole =
    folder === generation.pending
      ? await decodeChange(bytes).then(
          () => true,
          () => false,
        )
      : folder === generation.drafts && (await isNewerPage(paper, join(folder, target), bytes))
  if (!isWhole) {
    paper.remove(file)
    return 'Removed.'
  }
  paper.move(file, join(folder, target))
  paper.sync(folder)
  return 'What it held was whole and is kept.'
}

async function isNewerPage(paper: Paper, target: string, bytes: Buffer): Promise<boolean> {
  const saves = (page: Buffer): number => {
    try {
      return Number(JSON.parse(page.toString()).save)
    } catch {
      return 0
    }
  }
  for (const end of ['.json', '.latest.json']) {
    const other = await readable(paper, target.replace(/(\.latest)?\.json$/, end))
    if (saves(bytes) <= saves(other)) return false
  }
  return true
}

/** What can be read of a file: nothing when it is not there, or when its paper cannot make it out. */
async function readable(paper: Paper, path: string): Promise<Buffer> {
  try {
    return (await paper.read(path)) ?? Buffer.alloc(0)
  } catch (error) {
    if (error instanceof Damage) return Buffer.alloc(0)
    throw error
  }
}

/** Keeps a file, as it lies there, beside itself under a name that says what became of it. */
function setAside(
  { paper, now }: Workplace,
  file: string,
  how: 'damaged' | 'merged' | 'copy' = 'damaged',
): string {
  const time = now()
    .toISOString()
    .replace(/[-:]|\.\d+Z/g, '')
  const aside = `${file}.${how === 'merged' ? how : 'damaged'}-${time}`
  if (how === 'copy') {
    paper.link(paper.realPath(file), aside, 'replacing')
    paper.makePrivate(aside)
  } else ifThere(() => paper.move(file, aside))
  quietly(() => paper.sync(dirname(file)))
  return basename(aside)
}
