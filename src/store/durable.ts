import { basename, dirname, join, resolve } from 'node:path'
import type { Disk } from './disk.ts'
import { makeFolder, readIfThere, removeFile } from './disk.ts'
import { codeOf, ifThere, quietly } from './file-errors.ts'
import { previousOf } from './places.ts'
import { unlike } from './unlike.ts'

// How the plain paper writes: every whole file of hearten's gets its name here.

/** What a durable write does about the file it replaces. */
export interface WriteOptions {
  /** Keep the generation before as `NAME.bak`. */
  readonly previous?: 'keep'
  /** Take the place of a symbolic link: whoever made it must not choose what is written over. */
  readonly link?: 'replace'
}

/**
 * Writes a file whole or not at all: temporary file, all bytes, fsync, size checked, rename, fsync of
 * the folder. When this returns, the bytes survive a power cut. Modes are 0600 whatever the umask.
 *
 * Stock writers are not enough: some never sync, some take a short write on a full disk for a whole one.
 */
export function writeDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  { previous, link }: WriteOptions = {},
): void {
  const target = link ? path : followLinks(disk, path)
  const temporary = writeTemporary(disk, target, bytes, 'sync')
  if (previous === 'keep') orRemoving(disk, temporary, () => keepPrevious(disk, target))
  giveName(disk, temporary, target)
  syncFolder(disk, dirname(target))
}

/** Writes a file whole or not at all; a power cut may leave it empty, or as it was before. */
export function writeQuickly(disk: Disk, path: string, bytes: Uint8Array): void {
  giveName(disk, writeTemporary(disk, path, bytes), path)
}

/** Makes a file appear whole, its bytes synced, its name not yet; one that is there already stays as it is. */
export function writeOnce(disk: Disk, path: string, bytes: Uint8Array): void {
  const temporary = writeTemporary(disk, path, bytes, 'sync')
  try {
    disk.linkSync(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (!hasNoLinks(error)) throw error
    giveName(disk, temporary, path)
  } finally {
    quietly(() => removeFile(disk, temporary))
  }
}

/**
 * Copies a file as it lies there, its bytes synced, its name not yet, and reads the copy back.
 * @returns the copy's bytes; undefined when there is nothing to copy
 * @throws Error when the copy is not what was copied
 */
export function copyWhole(disk: Disk, from: string, to: string): Buffer | undefined {
  const bytes = readIfThere(disk, from)
  if (bytes === undefined) return undefined
  giveName(disk, writeTemporary(disk, to, bytes, 'sync'), to)
  const copy = disk.readFileSync(to)
  if (Buffer.compare(copy, bytes) === 0) return copy
  throw new Error(`${to} does not hold what was just written to it`)
}

/** A file that is written bit by bit, and appears whole or not at all. */
export interface Growing {
  add(bytes: Uint8Array): void
  /** All bytes and the name are on the disk when this returns. */
  finish(): void
  /** Leaves nothing behind; after `finish` it does nothing. */
  abandon(): void
}

/** As {@link writeDurably}, for what is too long to be held. In the place of a symbolic link. */
export function growDurably(disk: Disk, target: string): Growing {
  const temporary = temporaryBeside(target)
  const file = openNew(disk, temporary)
  let isOpen = true
  let length = 0
  const close = () => {
    if (!isOpen) return
    isOpen = false
    disk.closeSync(file)
  }
  const abandon = () => {
    quietly(close)
    quietly(() => removeFile(disk, temporary))
  }
  const orAbandoning = (call: () => void) => {
    try {
      call()
    } catch (error) {
      abandon()
      throw error
    }
  }
  orAbandoning(() => disk.fchmodSync(file, 0o600))
  return {
    abandon,
    add: bytes =>
      orAbandoning(() => {
        writeAll(disk, file, bytes)
        length += bytes.length
      }),
    finish: () =>
      orAbandoning(() => {
        disk.fsyncSync(file)
        if (disk.fstatSync(file).size !== length) throw shortWrite(temporary)
        close()
        disk.renameSync(temporary, target)
        syncFolder(disk, dirname(target))
      }),
  }
}

/** Writes a temporary file beside `target` and gives its path; `sync` makes sure it is on the disk. */
export function writeTemporary(
  disk: Disk,
  target: string,
  bytes: Uint8Array,
  sync?: 'sync',
): string {
  const temporary = temporaryBeside(target)
  const file = openNew(disk, temporary)
  return orRemoving(disk, temporary, () => {
    try {
      // A umask may have taken away even the owner's right to read.
      disk.fchmodSync(file, 0o600)
      writeAll(disk, file, bytes)
      if (sync) disk.fsyncSync(file)
      const { size } = disk.fstatSync(file)
      if (size !== bytes.length) throw shortWrite(temporary)
    } finally {
      disk.closeSync(file)
    }
    return temporary
  })
}

/** Tools that copy folders leave out empty ones: a folder that got lost is made anew by what is written to it. */
function openNew(disk: Disk, path: string): number {
  const open = () => disk.openSync(path, 'wx', 0o600)
  const file = ifThere(open)
  if (file !== undefined) return file
  const folder = dirname(path)
  makeFolder(disk, folder)
  syncFolder(disk, dirname(folder))
  return open()
}

function giveName(disk: Disk, temporary: string, target: string): void {
  orRemoving(disk, temporary, () => disk.renameSync(temporary, target))
}

/** A temporary file goes when what it was made for fails. */
function orRemoving<T>(disk: Disk, temporary: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    quietly(() => removeFile(disk, temporary))
    throw error
  }
}

function temporaryBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}.${unlike(6)}.tmp`)
}

/** A write may take fewer bytes than it was given, and on a nearly full disk it does. */
function writeAll(disk: Disk, file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const written = disk.writeSync(file, bytes, done, bytes.length - done)
    if (written === 0) throw shortWrite('a file')
    done += written
  }
}

function shortWrite(path: string): Error {
  return Object.assign(new Error(`Not all bytes of ${path} were written`), { code: 'EIO' })
}

/** The name of a file appears and vanishes durably only when its folder is synced. Not every system can do that. */
export function syncFolder(disk: Disk, folder: string): void {
  let file: number
  try {
    file = disk.openSync(folder, 'r')
  } catch (error) {
    if (cannotSyncFolders(error)) return
    throw error
  }
  try {
    disk.fsyncSync(file)
  } catch (error) {
    if (!cannotSyncFolders(error)) throw error
  } finally {
    disk.closeSync(file)
  }
}

/** EACCES: a folder in which one may write and not look around. */
const cannotSyncFolders = (error: unknown): boolean =>
  ['EISDIR', 'EPERM', 'EINVAL', 'EBADF', 'ENOTSUP', 'EACCES'].includes(codeOf(error) ?? '')

/** Where a path really is: a data file may be a symbolic link on purpose, and must stay one. */
export function followLinks(disk: Disk, path: string): string {
  let target = path
  for (let hops = 0; hops < 40; hops++) {
    if (!ifThere(() => disk.lstatSync(target))?.isSymbolicLink()) return target
    target = resolve(dirname(target), disk.readlinkSync(target))
  }
  throw Object.assign(new Error(`${path} goes in a circle`), { code: 'ELOOP' })
}

function keepPrevious(disk: Disk, target: string): void {
  ifThere(() => linkOver(disk, target, previousOf(target)))
}

/** Gives a file a second name in the place of whatever has that name. */
export function linkOver(disk: Disk, from: string, to: string): void {
  const temporary = temporaryBeside(to)
  linkOrCopy(disk, from, temporary)
  giveName(disk, temporary, to)
}

/** A second name for a file, or a copy where there are no hard links. */
export function linkOrCopy(disk: Disk, from: string, to: string): void {
  try {
    disk.linkSync(from, to)
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    disk.copyFileSync(from, to)
    disk.chmodSync(to, 0o600)
  }
}

/** Whether this file system, or this file, cannot have another hard link. */
export const hasNoLinks = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN'].includes(
    codeOf(error) ?? '',
  )
