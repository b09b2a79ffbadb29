import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { quietly, writingError } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import { foldWaiting } from './keeper.ts'
import { Damage, decodeLines, encodeLines } from './lines.ts'
import { isRight } from './lock.ts'
import { isGeneration } from './manifest.ts'
import { oursIn } from './ours.ts'
import type { Folders, Paper } from './paper.ts'
import { readInWords } from './paper.ts'
import { pendingFiles } from './pending.ts'
import type { Generation, Places } from './places.ts'
import { generationIn, monthNamed, previousOf, temporaryName } from './places.ts'
import { decodeShelf, unreadable } from './shelf-file.ts'

/**
 * Removes every copy of these things that hearten made: from shelves, their previous generations,
 * backups, waiting changes, files set aside as damaged, and what is derived. Only under the lock.
 *
 * The shelves come last, so that after a kill the things are still found and can be erased again.
 * @throws JournalError when a shelf that holds one of them is damaged, or when one or a waiting
 *   change cannot be searched for them; then nothing was changed
 */
export async function eraseThings(place: Workplace, ids: readonly string[]): Promise<void> {
  const { paper, generation } = place
  if (ids.length === 0) return
  await foldWaiting(place)
  const things = new Set(ids)
  const holds = (bytes: Buffer, names: Iterable<string>) =>
    [...names].some(name => bytes.includes(name))
  const shelves = new Map<string, Buffer>()
  const revisions = new Set<string>()
  for (const path of shelvesIn(paper, generation)) {
    try {
      const bytes = await readInWords(paper, path)
      if (bytes === undefined || !holds(bytes, ids)) continue
      const shelf = await decodeShelf(basename(path, '.json'), bytes)
      for (const record of [...shelf.records, ...shelf.history])
        if (things.has(record.id)) revisions.add(record.revision)
      shelves.set(path, bytes)
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  await refuseUnsearchable(place)
  const without = (bytes: Buffer) => withoutThings(bytes, things, revisions)
  try {
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
      if (bytes !== undefined && holds(bytes, revisions)) shelves.set(path, bytes)
    }
    for (const [path, bytes] of shelves) await paper.write(path, without(bytes), 'synced')
    for (const name of paper.names(generation.cache)) paper.remove(join(generation.cache, name))
    for (const path of await pagesChanging(paper, generation, ids)) paper.remove(path)
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

const shelvesIn = (paper: Folders, { folder, months }: Generation): string[] => [
  ...paper
    .names(months)
    .filter(name => monthNamed(name) !== undefined)
    .map(name => join(months, name)),
  ...['people.json', 'settings.json']
    .map(name => join(folder, name))
    .filter(path => paper.about(path) !== undefined),
]

/** Files that hold what shelves hold, or held: all of ours but the shelves themselves and drafts. */
function copiesIn(paper: Folders, folder: string): string[] {
  const ours = oursIn(paper, folder).filter(path => !path.startsWith(join(folder, 'drafts')))
  const shelves = shelvesIn(paper, generationIn(folder))
  const known = new Set(shelves)
  const elsewhere = shelves.flatMap(path => linkedFrom(paper, path).slice(1))
  return [...ours.filter(path => !known.has(path)), ...elsewhere]
}

/** What a shelf is when it is a symbolic link: the file it leads to, and the generation before that one, if there is one. */
function linkedFrom(paper: Folders, shelf: string): string[] {
  const real = paper.realPath(shelf)
  if (real === shelf) return []
  return [real, previousOf(real)].filter(
    (path, at) => at === 0 || paper.about(path, 'itself')?.isFile(),
  )
}

/** Unfinished changes of entries: they begin with the entry's words. Those that cannot be made out go at once. */
async function pagesChanging(
  paper: Paper,
  { drafts }: Generation,
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const path of paper.names(drafts).map(name => join(drafts, name))) {
    if (!paper.about(path, 'itself')?.isFile()) continue
    const page = await readOrRemoved(paper, path)
    if (ids.some(id => page?.includes(`"edits":"${id}"`))) found.push(path)
  }
  return found
}

/**
 * Removes everything hearten made, the manifest last, so that a kill leaves something that can be
 * erased again. Files with names that are not ours are left alone.
 *
 * @returns the paths of folders that could not be removed because something else is in them
 */
export function eraseJournal(paper: Folders, places: Places): string[] {
  const { folder, manifest, howTo, lock } = places
  const left: string[] = []
  const emptied = (path: string) => {
    try {
      paper.removeFolder(path)
    } catch {
      left.push(path)
    }
  }
  const clear = (generation: string) => {
    for (const shelf of shelvesIn(paper, generationIn(generation)))
      for (const path of linkedFrom(paper, shelf)) {
        paper.remove(path)
        paper.remove(shelf)
      }
    for (const path of oursIn(paper, generation)) paper.remove(path)
    const { months, pending, drafts, backups, cache } = generationIn(generation)
    for (const name of paper.names(backups)) clearFolders(join(backups, name))
    for (const path of [months, pending, drafts, backups, cache, generation]) emptied(path)
  }
  const clearFolders = (backup: string) => {
    const { months, pending } = generationIn(backup)
    for (const path of [months, pending, backup]) emptied(path)
  }
  try {
    for (const name of paper.names(folder)) if (isGeneration(name)) clear(join(folder, name))
    const here = paper
      .names(folder)
      .filter(
        name => temporaryName.test(name) || isRight(name) || /^(help|journal)\.json\./.test(name),
      )
    for (const path of [...here.map(name => join(folder, name)), join(folder, 'help.json'), howTo])
      paper.remove(path)
    paper.remove(manifest)
    paper.remove(lock)
    quietly(() => paper.removeFolder(folder))
  } catch (error) {
    if (error instanceof UserError) throw error
    throw writingError(
      folder,
      error,
      'Not everything is gone yet. Erase again when that is put right.',
    )
  }
  return left
}
