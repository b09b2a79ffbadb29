import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { namesIn, readIfThere, removeFile } from './disk.ts'
import { hasNoLinks, writeTemporary } from './durable.ts'
import { codeOf, ifThere, quietly } from './file-errors.ts'
import { unlike } from './unlike.ts'

/** A process, told apart from every other that ever ran. */
export interface Owner {
  readonly pid: number
  /** When it started, in ticks since the machine did; a reused pid has another. */
  readonly started?: string
  /** Process numbers mean something only within their namespace. */
  readonly namespace?: string
  /** Changes whenever the machine starts. */
  readonly boot?: string
  /** The machine's own id. Not its name: many machines are called the same. */
  readonly machine?: string
}

/** What the store must know about the machine it runs on. */
export interface Host {
  self(): Owner
  /**
   * Whether a process is gone for certain. `'unknown'` for one of another machine.
   * @param since when it was last known to be there, in milliseconds: before this machine was started
   *   nothing ran that still holds anything
   */
  fateOf(owner: Owner, since?: number): 'alive' | 'dead' | 'unknown'
  /** The user's number, where there are such. */
  readonly uid?: number
}

export interface Lock {
  release(): void
}

interface Claim {
  readonly token: string
  readonly owner: Owner
}

/** A claim as it is found. Without an owner it cannot be understood: its bytes never reached the disk. */
interface Standing {
  readonly token: string
  readonly owner?: Owner
  /** When it was made, by the clock of its disk, in milliseconds. */
  readonly since: number
}

/** Where there are no hard links a claim is empty for a moment. One that stays so is nobody's. */
const momentOfWriting = 2000

/**
 * The one who may fold changes into shelves, erase and mend. Taken without waiting: who does not get
 * it leaves the change in `pending/`, where it is safe and seen.
 *
 * A claim is a file that appears whole, by a hard link. It is not synced, so after a power cut it may
 * be empty. One whose process is gone, and one that nobody can understand, is broken at once.
 */
export function takeLock(disk: Disk, path: string, host: Host): Lock | undefined {
  const claim: Claim = { token: unlike(8), owner: host.self() }
  const met = publish(disk, path, claim)
  if (met !== undefined) {
    const holder = standingAt(disk, path)
    if (holder === undefined || !isGone(holder, host, met.at)) return undefined
    if (!breakLock(disk, path, holder.token, claim, host)) return undefined
    if (publish(disk, path, claim) !== undefined) return undefined
  }
  return {
    release() {
      if (readClaim(disk, path)?.token === claim.token) removeFile(disk, path)
    },
  }
}

/** Who holds the lock, by its token, and what is known of them. One that nobody can understand is nobody's. */
export function holderAt(
  disk: Disk,
  path: string,
  host: Host,
): { readonly token: string; readonly fate: ReturnType<Host['fateOf']> } | undefined {
  const holder = standingAt(disk, path)
  if (holder === undefined) return undefined
  const { token, owner, since } = holder
  return { token, fate: owner === undefined ? 'dead' : host.fateOf(owner, since) }
}

/**
 * Takes away a lock that somebody said may go, in the same way as a dead process's: one that was taken
 * since stays. Whoever may break it holds the right to until it is gone.
 * @returns whether it was taken away
 */
export const breakOwned = (disk: Disk, path: string, token: string, host: Host): boolean =>
  breakLock(disk, path, token, { token: unlike(8), owner: host.self() }, host)

/** Who holds the lock; undefined when nobody does, or when the file cannot be understood. */
function readClaim(disk: Disk, path: string): Claim | undefined {
  try {
    const claim = JSON.parse(String(readIfThere(disk, path)))
    return typeof claim.token === 'string' && typeof claim.owner?.pid === 'number'
      ? claim
      : undefined
  } catch {
    return undefined
  }
}

function standingAt(disk: Disk, path: string): Standing | undefined {
  const stat = ifThere(() => disk.lstatSync(path))
  if (stat === undefined) return undefined
  const { ino, ctimeMs, mtimeMs: since } = stat
  const token = Buffer.from(`${ino} ${ctimeMs}`).toString('hex')
  return { token, ...readClaim(disk, path), since }
}

/** @param now by the clock of the disk */
const isGone = ({ owner, since }: Standing, host: Host, now: number): boolean =>
  owner === undefined
    ? Math.abs(now - since) > momentOfWriting
    : host.fateOf(owner, since) === 'dead'

/**
 * Removes a dead process's lock. Only one process may ever do so, or a second one, that looked
 * earlier, would remove the lock the first then took. The right to break the lock with token T is
 * the file `lock.T.1`; if its owner died too, `lock.T.2`, and so on. As T is never used again, and
 * the right is held until T is gone, a late comer finds that the lock is no longer T.
 */
function breakLock(disk: Disk, path: string, token: string, claim: Claim, host: Host): boolean {
  for (let n = 1; ; n++) {
    const right = `${path}.${token}.${n}`
    const met = publish(disk, right, claim)
    if (met === undefined) {
      const mine = standingAt(disk, path)?.token === token
      if (mine) disk.unlinkSync(path)
      removeRights(disk, path, token)
      return mine
    }
    const other = standingAt(disk, right)
    if (other === undefined || !isGone(other, host, met.at)) return false
  }
}

/** The name of a right to break a lock: one that lies there was left by a kill. */
export const isRight = (name: string): boolean => /^lock\.[0-9a-f]+\.\d+$/.test(name)

function removeRights(disk: Disk, path: string, token: string): void {
  const prefix = `${basename(path)}.${token}.`
  for (const name of namesIn(disk, dirname(path)))
    if (name.startsWith(prefix)) removeFile(disk, join(dirname(path), name))
}

/**
 * Makes a file appear with all of its content.
 * @returns undefined when that was done; when there is one already, the time by the clock of the disk
 */
function publish(disk: Disk, path: string, claim: Claim): { at: number } | undefined {
  const bytes = Buffer.from(`${JSON.stringify(claim)}\n`)
  const temporary = writeTemporary(disk, path, bytes)
  try {
    disk.linkSync(temporary, path)
    return undefined
  } catch (error) {
    if (hasNoLinks(error) && createWithoutLinks(disk, path, bytes)) return undefined
    if (codeOf(error) === 'EEXIST' || hasNoLinks(error))
      return { at: disk.statSync(temporary).mtimeMs }
    throw error
  } finally {
    quietly(() => removeFile(disk, temporary))
  }
}

/** Where there are no hard links. A kill between creating and writing leaves a claim that nobody understands. */
function createWithoutLinks(disk: Disk, path: string, bytes: Uint8Array): boolean {
  let file: number
  try {
    file = disk.openSync(path, 'wx', 0o600)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    disk.writeSync(file, bytes, 0, bytes.length)
  } finally {
    disk.closeSync(file)
  }
  return true
}
