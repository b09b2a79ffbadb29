import { randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import { lstatSync, readdirSync, renameSync, unlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import { readStranger } from '../regular-file.ts'
import { codeOf, ifThere, reasonOf, writingError } from '../store/file-errors.ts'
import { isConflictCopy, takenName } from '../store/places.ts'
import { decodeText } from '../utf8.ts'
import type { Dropped } from './dropped.ts'

/** The largest file that is taken in, in bytes: a voice note of many hours. */
const MAX_DROPPED_BYTES = 1024 * 1024
/** How long a file must have been still, in milliseconds, until nobody is thought to be writing in it. */
const stillFor = 10_000
/** How much a clock that wrote a file may be ahead of ours, in milliseconds. */
const skew = 60_000

/** A file that stays where it is, and why: "it is no text". */
export interface LeftFile {
  readonly name: string
  readonly reason: string
}

/** A file whose words can be taken in. */
export interface DroppedFile extends Dropped {
  readonly path: string
  readonly about: Stats
}

/** What is in the inbox, sorted; the droppings of desktops and sync tools, which hold no words, are not looked at. */
export const namesInInbox = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => !droppings.test(name))
    .sort()

const droppings =
  /^(\.DS_Store|\.localized|\.directory|\.nomedia|desktop\.ini|Thumbs\.db|\.dropbox(\.cache|\.attr)?|\.st(folder|ignore|versions))$/i

/** Names that files have while they are being written or fetched. */
const unfinished =
  /^[.~]|[~!]$|\.(part|partial|tmp|temp|swp|filepart|crdownload|download|!sync|icloud)$/i
const conflict = /[.\s_(-]sync-conflict-|conflicted copy|_conflict-\d/i

/** The name it was dropped under. */
const nameOf = (file: string): string => takenName.exec(file)?.[1] ?? file

/**
 * Reads these files of the inbox. Nothing is waited for but, shortly, a file that was written this very
 * moment: whether it grows.
 */
export async function lookAt(
  folder: string,
  files: readonly string[],
  now: Date,
): Promise<{ dropped: DroppedFile[]; left: LeftFile[] }> {
  const dropped: DroppedFile[] = []
  const left: LeftFile[] = []
  for (const file of files) {
    const seen = read(folder, file, now)
    if (seen && 'reason' in seen) left.push(seen)
    else if (seen) dropped.push(seen)
  }
  if (dropped.every(it => isSettled(it, now))) return { dropped, left }
  await new Promise(done => setTimeout(done, 100))
  const growing = new Set(
    dropped.filter(it => !isSettled(it, now) && !isAsItWas(it.path, it.about)),
  )
  for (const { name } of growing) left.push({ name, reason: 'it is still being written' })
  return { dropped: dropped.filter(it => !growing.has(it)), left }
}

/**
 * Takes a file away whose entry is on the disk. First it is put aside: should there be another one of that
 * name by now, that one is no longer looked for under a name that is about to go. What was written this very
 * moment stays aside for a while, and so do its words, should somebody still be writing in it.
 *
 * @returns why it stays, if it does
 */
export function letGo(folder: string, file: DroppedFile, now: Date): LeftFile | undefined {
  const { name, about } = file
  try {
    const path = ifThere(() => putAside(folder, file))
    // Gone: another hearten, which took it in as well, was quicker.
    if (path !== undefined && isSettled(file, now) && isAsItWas(path, about))
      ifThere(() => unlinkSync(path))
    return undefined
  } catch (error) {
    const why = reasonOf(error)
    if (why === undefined) throw error
    return { name, reason: `it is in the journal, and cannot be removed: ${why}` }
  }
}

/** Removes a file whose entry is erased, whenever it was written; not if something else is in it by now. */
export function remove({ path, about }: DroppedFile): void {
  try {
    if (isAsItWas(path, about)) ifThere(() => unlinkSync(path))
  } catch (error) {
    throw writingError(path, error, 'Nothing was removed.')
  }
}

function putAside(folder: string, { path, name }: DroppedFile): string {
  const away = join(folder, `.taken.${randomBytes(6).toString('hex')}.${name}`)
  renameSync(path, away)
  return away
}

function read(folder: string, file: string, now: Date): DroppedFile | LeftFile | undefined {
  const name = nameOf(file)
  const path = join(folder, file)
  try {
    const before = ifThere(() => lstatSync(path))
    if (before === undefined) return undefined
    const reason = oddity(name, before, now)
    if (reason) return { name, reason }
    const { bytes, about } = readStranger(path, MAX_DROPPED_BYTES)
    if (!isSame(before, about) || bytes.length !== about.size)
      return { name, reason: 'it is still being written' }
    if (bytes.includes(0)) return { name, reason: 'it is no text' }
    // To the second: sync tools carry no more than that from disk to disk.
    const writtenAt = new Date(Math.floor(about.mtimeMs / 1000) * 1000)
    return { name, path, about, writtenAt, text: decodeText(bytes, name) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    const reason = unreadable(error)
    if (reason === undefined) throw error
    return { name, reason }
  }
}

/** What speaks against a file before it is opened. */
function oddity(name: string, about: Stats, now: Date): string | undefined {
  if (about.isSymbolicLink()) return 'it is a link, and links are not followed'
  if (about.isDirectory()) return 'it is a folder'
  if (!about.isFile()) return 'it is no ordinary file'
  if (unfinished.test(name)) return 'its name is that of an unfinished file'
  if (isConflictCopy(name) || conflict.test(name)) return 'it is a copy that a sync tool made'
  // Room for the name it has when it is put aside.
  if (Buffer.byteLength(name) > 200 || name.includes('\ufffd')) return 'its name cannot be used'
  if (about.size > MAX_DROPPED_BYTES) return 'it is larger than 1 MB'
  if (about.mtimeMs > now.getTime() + skew) return 'its time is still to come'
  return undefined
}

function unreadable(error: unknown): string | undefined {
  if (error instanceof RangeError) return 'it is larger than 1 MB'
  if (error instanceof UserError) return 'it is not UTF-8 text'
  const why = reasonOf(error)
  return why && `it cannot be read: ${why}`
}

/** Whether nobody is writing in a file: it has been still, or was given its name after the last byte. */
function isSettled({ path, name, about }: DroppedFile, now: Date): boolean {
  const isNamedSince = basename(path) === name && about.ctimeMs > about.mtimeMs
  return isNamedSince || now.getTime() - about.mtimeMs >= stillFor
}

const isSame = (a: Stats, b: Stats): boolean =>
  a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs

const isAsItWas = (path: string, about: Stats): boolean => {
  const there = ifThere(() => lstatSync(path))
  return there !== undefined && isSame(there, about)
}
