import { basename, join } from 'node:path'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { emptyCache } from './cache/forget.ts'
import { clearPages, textsOf } from './erase-pages.ts'
import { beingErased } from './erasing.ts'
import { writingError } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import { foldWaiting } from './keeper.ts'
import { Damage, decodeLines, encodeLines } from './lines.ts'
import { oursIn } from './ours.ts'
import type { Folders, Paper } from './paper.ts'
import { readInWords } from './paper.ts'
import { pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { erasingIn, generationIn, monthNamed, previousOf } from './places.ts'
import { decodeShelf, unreadable } from './shelf-file.ts'

/**
 * Removes every copy of these things that hearten made: from shelves, their previous generations,
 * backups, changes that wait or were kept, unfinished pages, files set aside as damaged, and what is
 * derived. Only under the lock.
 *
 * What decides is one file that names them, written before anything is changed and removed when every
 * copy is gone: after a kill or a failure in between, the next command that writes goes on.
 * @throws JournalError when a shelf that holds one of them is damaged, or when one or a waiting
 *   change cannot be searched for them; then nothing was changed
 */
export async function eraseThings(place: Workplace, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await foldWaiting(place)
  await finishErasing(place, ids)
}

/**
 * Erases what an earlier run decided on, and more things, if there are any. Only under the lock.
 * The shelves come last: as long as one holds a thing, its words are known.
 */
export async function finishErasing(place: Workplace, more: readonly string[] = []): Promise<void> {
  const { paper, generation } = place
  const ids = [...new Set([...(await beingErased(paper, generation)), ...more])]
  if (ids.length === 0) return
  const things = new Set(ids)
  const holds = (bytes: Buffer, names: Iterable<string>) =>
    [...names].some(name => bytes.includes(name))
  const shelves = new Map<string, Buffer>()
  const records: JournalRecord[] = []
  for (const path of shelvesIn(paper, generation)) {
    try {
      const bytes = await readInWords(paper, path)
      if (bytes === undefined || !holds(bytes, ids)) continue
      const shelf = await decodeShelf(basename(path, '.json'), bytes)
      records.push(...[...shelf.records, ...shelf.history].filter(({ id }) => things.has(id)))
      shelves.set(path, bytes)
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  await refuseUnsearchable(place)
  const revisions = new Set(records.map(({ revision }) => revision))
  const without = (bytes: Buffer) => withoutThings(bytes, things, revisions)
  try {
    await paper.write(erasingIn(generation), encodeLines({}, { ids }), 'synced')
    const rewritten = new Map<number, string>()
    for (const path of copiesIn(paper, generation.folder)) {
      const bytes = await readOrRemoved(paper, path)
      if (bytes === undefined || !holds(bytes, [...ids, ...revisions])) continue
      const ino = paper.about(path)?.ino ?? 0
      const twin = rewritten.get(ino)
      if (twin === undefined) await paper.write(path, without(bytes), 'synced')
      else paper.link(twin, path, 'replacing')
      rewritten.set(ino, path)
    }
    // The log of a change lies in the month it was made in, which may hold nothing else of them.
    for (const path of shelvesIn(paper, generation)) {
      const bytes = shelves.has(path) ? undefined : await paper.read(path)
      if (bytes !== undefined && holds(bytes, revisions))
        await paper.write(path, without(bytes), 'synced')
    }
    emptyCache(paper, generation)
    await clearPages(paper, generation, { things, texts: textsOf(records) })
    for (const [path, bytes] of shelves) await paper.write(path, without(bytes), 'synced')
    for (const folder of [generation.pending, generation.recent, generation.drafts])
      if (paper.about(folder)) paper.sync(folder)
    paper.remove(erasingIn(generation))
    paper.sync(generation.folder)
  } catch (error) {
    throw writingError(
      generation.folder,
      error,
      'Not every copy is gone yet. Erase again when that is put right.',
    )
  }
}

/** A waiting change that its paper cannot make out may be the only place of other words: it cannot go, nor be searched. */
async function refuseUnsearchable({ paper, generation: { pending } }: Workplace): Promise<void> {
  for (const path of pendingFiles(paper, pending).map(name => join(pending, name))) {
    if (!paper.about(path)?.isFile()) continue
    try {
      await paper.read(path)
    } catch (error) {
      if (error instanceof Damage) throw unreadable(path, error)
    }
  }
}

/** A copy; one that its paper cannot make out may hold anything, so it goes. */
async function readOrRemoved(paper: Paper, path: string): Promise<Buffer | undefined> {
  try {
    return await paper.read(path)
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    paper.remove(path)
    return undefined
  }
}

/** A file's content without some things. What cannot be parsed loses the lines that name them. */
function withoutThings(
  bytes: Buffer,
  things: ReadonlySet<string>,
  revisions: ReadonlySet<string>,
): Uint8Array {
  let document: Readonly<Record<string, unknown>>
  try {
    document = decodeLines(bytes).document
  } catch {
    const names = [...things, ...revisions]
    const lines = bytes.toString('latin1').split('\n')
    const kept = lines.filter(line => !names.some(name => line.includes(name)))
    return Buffer.from(kept.join('\n'), 'latin1')
  }
  const isHere = ({ id }: JournalRecord) => things.has(id)
  const head: Record<string, unknown> = {}
  const sections: Record<string, readonly unknown[]> = {}
  for (const [key, value] of Object.entries(document)) {
    if (key === 'hearten' || key === 'checksum') continue
    if (key === 'changes') {
      sections[key] = (value as LoggedChange[]).map(change => forgetting(change, revisions))
    } else if (key === 'records' || key === 'history') {
      sections[key] = (value as JournalRecord[]).filter(record => !isHere(record))
    } else if (key === 'change' && (document.records as JournalRecord[]).some(isHere)) {
      head[key] = { ...(value as object), label: erased }
    } else head[key] = value
  }
  return encodeLines(head, sections)
}

/** In the place of a change's label. */
const erased = 'erased'

/** A change that no longer knows some revisions, nor what it was called, since that may have said what it was about. */
function forgetting(change: LoggedChange, revisions: ReadonlySet<string>): LoggedChange {
  const touched: Record<string, string[]> = {}
  let forgot = false
  for (const [shelf, all] of Object.entries(change.touched)) {
    const kept = all.filter(revision => !revisions.has(revision))
    forgot ||= kept.length < all.length
    if (kept.length > 0) touched[shelf] = kept
  }
  return forgot ? { ...change, label: erased, touched } : change
}

/** Paths of the shelves there are. */
export const shelvesIn = (paper: Folders, { folder, months }: Generation): string[] => [
  ...paper
    .names(months)
    .filter(name => monthNamed(name) !== undefined)
    .map(name => join(months, name)),
  ...['people.json', 'settings.json']
    .map(name => join(folder, name))
    .filter(path => paper.about(path, 'itself') !== undefined),
]

/** Files that hold what shelves hold, or held: all of ours but the shelves themselves, drafts and what can be made again. */
function copiesIn(paper: Folders, folder: string): string[] {
  const { drafts, cache } = generationIn(folder)
  const others = [drafts, cache, erasingIn(generationIn(folder))]
  const ours = oursIn(paper, folder).filter(path => !others.some(it => path.startsWith(it)))
  const shelves = shelvesIn(paper, generationIn(folder))
  const known = new Set(shelves)
  const elsewhere = shelves.flatMap(path => linkedFrom(paper, path).slice(1))
  return [...ours.filter(path => !known.has(path)), ...elsewhere]
}

/** What a shelf is when it is a symbolic link: the file it leads to, and the generation before that one, if there is one. */
export function linkedFrom(paper: Folders, shelf: string): string[] {
  const real = paper.realPath(shelf)
  if (real === shelf) return []
  return [real, previousOf(real)].filter(
    (path, at) => at === 0 || paper.about(path, 'itself')?.isFile(),
  )
}
