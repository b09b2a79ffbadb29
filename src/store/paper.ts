import type { Stats } from 'node:fs'
import type { Awaitable } from './awaitable.ts'
import type { Disk } from './disk.ts'
import { makeFolder, namesIn, readIfThere, realDisk, refuseOddFile, removeFile } from './disk.ts'
import type { Growing, WriteOptions } from './durable.ts'
import {
  copyWhole,
  followLinks,
  growDurably,
  linkOrCopy,
  linkOver,
  syncFolder,
  writeDurably,
  writeOnce,
  writeQuickly,
} from './durable.ts'
import { ifThere, inWords, readingError } from './file-errors.ts'
import { checksumIn, checksumLineLength } from './lines.ts'

/**
 * How a file is written, always whole or not at all and for its owner only.
 * - `synced`: it survives a power cut once it is written. A symbolic link stays one, unless told otherwise.
 * - `quick`: a power cut may leave it empty or as it was before. For what can be made again.
 * - `once`: synced, and a file that is there already stays as it is. The name is durable after `sync`.
 */
export type WriteMode = 'synced' | 'quick' | 'once'

/** What is known of files without knowing what is in them: the same on every paper. */
export interface Folders {
  /** The names in a folder, sorted; none when there is no such folder. */
  names(folder: string): string[]
  /** Undefined when there is nothing. `itself`: of a symbolic link, not of what it leads to. */
  about(path: string, of?: 'itself'): Stats | undefined
  /** Differs whenever the file was replaced or changed; size and time alone miss quick rewrites. */
  stamp(path: string): string
  /** Where a path really is: a data file may be a symbolic link on purpose. */
  realPath(path: string): string
  /** Makes a folder only its owner can enter, and those above it; what is there already is left as it is. */
  makeFolder(folder: string): void
  /** Removes a folder if it is there. @throws Error when something is in it */
  removeFolder(folder: string): void
  /** Removes a file if it is there. */
  remove(path: string): void
  /** Gives a file, as it is, another name, in the place of whatever has that name. */
  move(from: string, to: string): void
  /** A second name for a file, as it is, or a copy where there are no hard links. Replaces nothing unless told to. */
  link(from: string, to: string, how?: 'replacing'): void
  /**
   * Copies a file as it lies there, its bytes synced and compared, and looks at nothing in it; the name is
   * durable after `sync`. @returns whether there was anything to copy
   */
  copyAsIs(from: string, to: string): boolean
  /** Makes sure that names which came or went in a folder have done so durably. */
  sync(folder: string): void
  /** Takes away the rights of everybody but the owner. */
  makePrivate(path: string): void
}

/**
 * The one way to the bytes in files. On another paper than plain they lie on the disk as something
 * else; `read` gives back what `write` was given.
 */
export interface Paper extends Folders {
  /** Whether files lie on the disk as they are. */
  readonly isPlain: boolean
  /**
   * A file's bytes; undefined when it is not there.
   * @throws Damage when they are not as this paper wrote them; plain paper takes what there is
   */
  read(path: string): Awaitable<Buffer | undefined>
  write(path: string, bytes: Uint8Array, how: WriteMode, options?: WriteOptions): Awaitable<void>
  /** Keeps hold of a file as it is now, whatever takes its place later. Undefined when it is not there. */
  hold(path: string): HeldFile | undefined
  /**
   * Copies a file as it lies there, its bytes synced and compared; the name is durable after `sync`.
   * @returns what the copy holds, read back; undefined when there is nothing to copy
   * @throws Damage as `read` does; then the copy is there
   */
  copy(from: string, to: string): Awaitable<Buffer | undefined>
  /**
   * What tells a file from every other that was written, for a few bytes of reading: a file and its
   * copy have the same. Undefined when there is nothing to tell by.
   */
  fingerprint(path: string): string | undefined
  /**
   * Whether reading would have to ask somebody for something first, or has asked in vain. Writing never does. Who
   * can do without reading looks here.
   */
  isLocked(): boolean
  /** Asks for it, once. @throws LockedError when it was not to be had */
  unlock(): Awaitable<void>
  /** From now on nobody is asked: what is locked by now stays so, and reading it fails. */
  leaveLocked(): void
}

/** A file that was opened and not read yet. It is no more than its bytes as they were then, and costs no memory. */
export interface HeldFile {
  /**
   * The bytes, good until something else is read into `into`.
   * @throws Damage as {@link Paper.read} does
   */
  read(into?: ReadingRoom): Awaitable<Buffer>
  release(): void
}

/** Memory that files are read into one after the other, so that a long walk through them makes no garbage. */
export interface ReadingRoom {
  bytes: Buffer
}

/** Bytes as they are. It never keeps anybody waiting. */
export interface PlainPaper extends Paper {
  read(path: string): Buffer | undefined
  hold(path: string): PlainHeld | undefined
  write(path: string, bytes: Uint8Array, how: WriteMode, options?: WriteOptions): void
  unlock(): void
  copy(from: string, to: string): Buffer | undefined
  /** A file that is written bit by bit, whole or not at all and synced; it takes the place of a symbolic link. */
  grow(path: string): Growing
  /** The last bytes of a file, at most so many, and its size. */
  ending(path: string, length: number): { bytes: Buffer; size: number } | undefined
}

interface PlainHeld extends HeldFile {
  read(into?: ReadingRoom): Buffer
}

export function plainPaper(disk: Disk = realDisk): PlainPaper {
  const write = { synced: writeDurably, quick: writeQuickly, once: writeOnce }
  const paper: PlainPaper = {
    isPlain: true,
    names: folder => namesIn(disk, folder),
    about: (path, of) => ifThere(() => (of ? disk.lstatSync(path) : disk.statSync(path))),
    stamp(path) {
      const stat = ifThere(() => disk.statSync(path, { bigint: true }))
      return stat ? `${stat.ino} ${stat.ctimeNs} ${stat.size}` : 'none'
    },
    realPath: path => followLinks(disk, path),
    makeFolder: folder => makeFolder(disk, folder),
    removeFolder(folder) {
      ifThere(() => disk.rmdirSync(folder))
    },
    remove: path => removeFile(disk, path),
    move: (from, to) => disk.renameSync(from, to),
    link: (from, to, how) => (how ? linkOver : linkOrCopy)(disk, from, to),
    sync: folder => syncFolder(disk, folder),
    makePrivate: path => disk.chmodSync(path, disk.statSync(path).isDirectory() ? 0o700 : 0o600),
    read: path => readIfThere(disk, path),
    hold(path) {
      const file = ifThere(() => {
        refuseOddFile(disk, path)
        return disk.openSync(path, 'r')
      })
      if (file === undefined) return undefined
      return { read: into => readHeld(disk, file, into), release: () => disk.closeSync(file) }
    },
    write: (path, bytes, how, options) => write[how](disk, path, bytes, options),
    grow: path => growDurably(disk, path),
    copyAsIs: (from, to) => copyWhole(disk, from, to) !== undefined,
    isLocked: () => false,
    unlock() {},
    leaveLocked() {},
    copy: (from, to) => copyWhole(disk, from, to),
    ending(path, length) {
      const file = ifThere(() => {
        refuseOddFile(disk, path)
        return disk.openSync(path, 'r')
      })
      if (file === undefined) return undefined
      try {
        const { size } = disk.fstatSync(file)
        const end = Buffer.alloc(length)
        const read = disk.readSync(file, end, 0, length, Math.max(0, size - length))
        return { bytes: end.subarray(0, read), size }
      } finally {
        disk.closeSync(file)
      }
    },
    fingerprint(path) {
      const end = paper.ending(path, checksumLineLength)
      const checksum = end && checksumIn(end.bytes)
      return checksum && `${checksum} ${end.size}`
    },
  }
  return paper
}

function readHeld(
  disk: Disk,
  file: number,
  into: ReadingRoom = { bytes: Buffer.alloc(0) },
): Buffer {
  const { size } = disk.fstatSync(file)
  if (into.bytes.length < size) into.bytes = Buffer.allocUnsafeSlow(size * 2)
  let done = 0
  for (let read = -1; done < size && read !== 0; done += read)
    read = disk.readSync(file, into.bytes, done, size - done, done)
  return into.bytes.subarray(0, done)
}

/** What seals a generation and opens it. The store knows that there is such a thing; what it does is the vault's business. */
export interface Sealing {
  /**
   * The paper of a generation.
   * @param folder of the generation
   * @param recipient what it is sealed to, as the first page names it
   * @throws JournalError when that is none
   */
  paper(plain: PlainPaper, folder: string, recipient: string): Paper
}

/** What a journal is written on. */
export interface OnPaper {
  readonly disk?: Disk
  /**
   * The paper of everything inside a generation, made from plain paper; left out, it is plain. What
   * lies beside the generations (manifest, lock, help numbers, the how-to) is always plain.
   */
  readonly paper?: (plain: PlainPaper) => Paper
  /** Loads what seals and opens a journal whose first page names a recipient; only then is it called. */
  readonly sealing?: () => Promise<Sealing>
}

export function papersOf({ disk = realDisk, paper }: OnPaper) {
  const plain = plainPaper(disk)
  return { disk, plain, paper: paper?.(plain) ?? plain }
}

/** Reads a file, and says in words when that does not work. */
export const readInWords = (paper: Paper, path: string): Promise<Buffer | undefined> =>
  inWords(
    error => readingError(path, error),
    async () => paper.read(path),
  )
