import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import type { Disk } from './disk.ts'
import { ifThere, namesIn, reading, removeFile, writingError } from './disk.ts'
import {
  followLinks,
  linkOrCopy,
  previousOf,
  quietly,
  temporaryBeside,
  temporaryName,
  writeDurably,
} from './durable.ts'
import type { Workplace } from './keeper.ts'
import { foldWaiting } from './keeper.ts'
import { decodeLines, encodeLines } from './lines.ts'
import { isRight } from './lock.ts'
import { isGeneration } from './manifest.ts'
import { oursIn } from './ours.ts'
import type { Generation, Places } from './places.ts'
import { generationIn, monthNamed } from './places.ts'
import { decodeShelf, unreadable } from './shelf-file.ts'

/**
 * Removes every copy of these things that hearten made: from shelves, their previous generations,
 * backups, waiting changes, files set aside as damaged, and what is derived. Only under the lock.
 *
 * The shelves come last, so that after a kill the things are still found and can be erased again.
 * @throws JournalError when a shelf that holds one of them is damaged; then nothing was changed
 */
export async function eraseThings(place: Workplace, ids: readonly string[]): Promise<void> {
  const { disk, generation } = place
  if (ids.length === 0) return
  await foldWaiting(place)
  const things = new Set(ids)
  const holds = (bytes: Uint8Array) =>
    ids.some(id => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(id))
  const shelves = new Map<string, Uint8Array>()
  const revisions = new Set<string>()
  for (const path of shelvesIn(disk, generation)) {
    const bytes = reading(path, () => disk.readFileSync(path))
    if (!holds(bytes)) continue
    try {
      const shelf = await decodeShelf(basename(path, '.json'), bytes)
      for (const record of [...shelf.records, ...shelf.history])
        if (things.has(record.id)) revisions.add(record.revision)
    } catch (error) {
      throw unreadable(path, error)
    }
    shelves.set(path, bytes)
  }
  const without = (bytes: Uint8Array) => withoutThings(bytes, things, revisions)
  try {
    const rewritten = new Map<number, string>()
    for (const path of copiesIn(disk, generation.folder)) {
      const bytes = disk.readFileSync(path)
      if (!holds(bytes) && ![...revisions].some(revision => bytes.includes(revision))) continue
      const { ino } = disk.statSync(path)
      const twin = rewritten.get(ino)
      if (twin === undefined) writeDurably(disk, path, without(bytes))
      else replaceByLink(disk, twin, path)
      rewritten.set(ino, path)
    }
    for (const [path, bytes] of shelves) writeDurably(disk, path, without(bytes))
    for (const name of namesIn(disk, generation.cache))
      removeFile(disk, join(generation.cache, name))
    for (const path of pagesChanging(disk, generation, ids)) removeFile(disk, path)
  } catch (error) {
    throw writingError(
      generation.folder,
      error,
      'Not every copy is gone yet. Erase again when that is put right.',
    )
  }
}

function replaceByLink(disk: Disk, twin: string, path: string): void {
  const temporary = temporaryBeside(path)
  linkOrCopy(disk, twin, temporary)
  disk.renameSync(temporary, path)
}

/** A file's content without some things. What cannot be parsed loses the lines that name them. */
function withoutThings(
  bytes: Uint8Array,
  things: ReadonlySet<string>,
  revisions: ReadonlySet<string>,
): Uint8Array {
  let document: Readonly<Record<string, unknown>>
  try {
    document = decodeLines(bytes).document
  } catch {
    const names = [...things, ...revisions]
    const lines = Buffer.from(bytes).toString('latin1').split('\n')
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

const shelvesIn = (disk: Disk, { folder, months }: Generation): string[] => [
  ...namesIn(disk, months)
    .filter(name => monthNamed(name) !== undefined)
    .map(name => join(months, name)),
  ...['people.json', 'settings.json']
    .map(name => join(folder, name))
    .filter(path => ifThere(() => disk.statSync(path)) !== undefined),
]

/** Files that hold what shelves hold, or held: all of ours but the shelves themselves and drafts. */
function copiesIn(disk: Disk, folder: string): string[] {
  const ours = oursIn(disk, folder).filter(path => !path.startsWith(join(folder, 'drafts')))
  const shelves = shelvesIn(disk, generationIn(folder))
  const known = new Set(shelves)
  const elsewhere = shelves.flatMap(path => linkedFrom(disk, path).slice(1))
  return [...ours.filter(path => !known.has(path)), ...elsewhere]
}

/** What a shelf is when it is a symbolic link: the file it leads to, and the generation before that one, if there is one. */
function linkedFrom(disk: Disk, shelf: string): string[] {
  const real = followLinks(disk, shelf)
  if (real === shelf) return []
  return [real, previousOf(real)].filter(
    (path, at) => at === 0 || ifThere(() => disk.lstatSync(path))?.isFile(),
  )
}

/** Unfinished changes of entries: they begin with the entry's words. */
function pagesChanging(disk: Disk, { drafts }: Generation, ids: readonly string[]): string[] {
  return namesIn(disk, drafts)
    .map(name => join(drafts, name))
    .filter(path => {
      if (!disk.lstatSync(path).isFile()) return false
      const page = ifThere(() => disk.readFileSync(path))
      return page !== undefined && ids.some(id => page.includes(`"edits":"${id}"`))
    })
}

/**
 * Removes everything hearten made, the manifest last, so that a kill leaves something that can be
 * erased again. Files with names that are not ours are left alone.
 *
 * @returns the paths of folders that could not be removed because something else is in them
 */
export function eraseJournal(disk: Disk, places: Places): string[] {
  const { folder, manifest, howTo, lock } = places
  const left: string[] = []
  const emptied = (path: string) => {
    try {
      ifThere(() => disk.rmdirSync(path))
    } catch {
      left.push(path)
    }
  }
  const clear = (generation: string) => {
    for (const shelf of shelvesIn(disk, generationIn(generation)))
      for (const path of linkedFrom(disk, shelf)) {
        removeFile(disk, path)
        removeFile(disk, shelf)
      }
    for (const path of oursIn(disk, generation)) removeFile(disk, path)
    const { months, pending, drafts, backups, cache } = generationIn(generation)
    for (const name of namesIn(disk, backups)) clearFolders(join(backups, name))
    for (const path of [months, pending, drafts, backups, cache, generation]) emptied(path)
  }
  const clearFolders = (backup: string) => {
    const { months, pending } = generationIn(backup)
    for (const path of [months, pending, backup]) emptied(path)
  }
  try {
    for (const name of namesIn(disk, folder)) if (isGeneration(name)) clear(join(folder, name))
    const here = namesIn(disk, folder).filter(
      name => temporaryName.test(name) || isRight(name) || /^(help|journal)\.json\./.test(name),
    )
    for (const path of [...here.map(name => join(folder, name)), join(folder, 'help.json'), howTo])
      removeFile(disk, path)
    removeFile(disk, manifest)
    removeFile(disk, lock)
    quietly(() => disk.rmdirSync(folder))
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
