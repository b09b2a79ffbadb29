import { randomBytes } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import type { Disk } from './disk.ts'
import { codeOf, ifThere, removeFile } from './disk.ts'

/** Temporary files are named so, after the file each is to become, and so are those that a kill left behind. */
export const temporaryName = /^\.(.+)\.[0-9a-f]{12}\.tmp$/

/** What a durable write keeps of the file it replaces. */
export interface WriteOptions {
  /** Keep the generation before as `NAME.bak`. */
  readonly previous?: 'keep'
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
  { previous }: WriteOptions = {},
): void {
  const target = followLinks(disk, path)
  const folder = dirname(target)
  const temporary = writeTemporary(disk, target, bytes, 'sync')
  try {
    if (previous === 'keep') keepPrevious(disk, target)
    disk.renameSync(temporary, target)
  } catch (error) {
    quietly(() => removeFile(disk, temporary))
    throw error
  }
  syncFolder(disk, folder)
}

/** Writes a temporary file beside `target` and gives its path; `sync` makes sure it is on the disk. */
export function writeTemporary(
  disk: Disk,
  target: string,
  bytes: Uint8Array,
  sync?: 'sync',
): string {
  const temporary = temporaryBeside(target)
  const file = disk.openSync(temporary, 'wx', 0o600)
  try {
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
  } catch (error) {
    quietly(() => removeFile(disk, temporary))
    throw error
  }
  return temporary
}

export function temporaryBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
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

const cannotSyncFolders = (error: unknown): boolean =>
  ['EISDIR', 'EPERM', 'EINVAL', 'EBADF', 'ENOTSUP'].includes(codeOf(error) ?? '')

/** Where a path really is: a data file may be a symbolic link on purpose, and must stay one. */
export function followLinks(disk: Disk, path: string): string {
  let target = path
  for (let hops = 0; hops < 40; hops++) {
    if (!ifThere(() => disk.lstatSync(target))?.isSymbolicLink()) return target
    target = resolve(dirname(target), disk.readlinkSync(target))
  }
  throw Object.assign(new Error(`${path} goes in a circle`), { code: 'ELOOP' })
}

export const previousOf = (path: string): string => `${path}.bak`

function keepPrevious(disk: Disk, target: string): void {
  const kept = temporaryBeside(previousOf(target))
  const there = ifThere(() => {
    linkOrCopy(disk, target, kept)
    return true
  })
  if (there) disk.renameSync(kept, previousOf(target))
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

export function quietly(call: () => void): void {
  try {
    call()
  } catch {
    // The first error is the one worth telling.
  }
}
