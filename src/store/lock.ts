import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { namesIn, readIfThere, removeFile } from './disk.ts'
import { hasNoLinks, writeTemporary } from './durable.ts'
import { codeOf, quietly } from './file-errors.ts'

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
  /** Whether a process of this machine is gone for certain. `'unknown'` for one of another machine. */
  fateOf(owner: Owner): 'alive' | 'dead' | 'unknown'
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

/**
 * The one who may fold changes into shelves, erase and mend. Taken without waiting: who does not get
 * it leaves the change in `pending/`, where it is safe and seen.
 *
 * A claim is a file that appears whole, by a hard link. One whose process is gone is broken at once.
 */
export function takeLock(disk: Disk, path: string, host: Host): Lock | undefined {
  const claim: Claim = { token: randomBytes(8).toString('hex'), owner: host.self() }
  if (!publish(disk, path, claim)) {
    const holder = readClaim(disk, path)
    if (holder === undefined) return undefined
    if (!isGone(holder, host) || !breakLock(disk, path, holder.token, claim, host)) return undefined
    if (!publish(disk, path, claim)) return undefined
  }
  return {
    release() {
      if (readClaim(disk, path)?.token === claim.token) removeFile(disk, path)
    },
  }
}

/**
 * Takes away a lock that somebody said may go, in the same way as a dead process's: one that was taken
 * since stays. Whoever may break it holds the right to until it is gone.
 * @returns whether it was taken away
 */
export const breakOwned = (disk: Disk, path: string, token: string, host: Host): boolean =>
  breakLock(disk, path, token, { token: randomBytes(8).toString('hex'), owner: host.self() }, host)

/** Who holds the lock; undefined when nobody does, or when the file cannot be understood. */
export function readClaim(disk: Disk, path: string): Claim | undefined {
  const bytes = readIfThere(disk, path)
  try {
    const claim = JSON.parse(String(bytes))
    return typeof claim.token === 'string' && typeof claim.owner?.pid === 'number'
      ? claim
      : undefined
  } catch {
    return undefined
  }
}

const isGone = ({ owner }: Claim, host: Host): boolean => host.fateOf(owner) === 'dead'

/**
 * Removes a dead process's lock. Only one process may ever do so, or a second one, that looked
 * earlier, would remove the lock the first then took. The right to break the lock with token T is
 * the file `lock.T.1`; if its owner died too, `lock.T.2`, and so on. As T is never used again, and
 * the right is held until T is gone, a late comer finds that the lock is no longer T.
 */
function breakLock(disk: Disk, path: string, token: string, claim: Claim, host: Host): boolean {
  for (let n = 1; ; n++) {
    const right = `${path}.${token}.${n}`
    if (publish(disk, right, claim)) {
      const mine = readClaim(disk, path)?.token === token
      if (mine) disk.unlinkSync(path)
      removeRights(disk, path, token)
      return mine
    }
    const other = readClaim(disk, right)
    if (other === undefined || !isGone(other, host)) return false
  }
}

/** The name of a right to break a lock: one that lies there was left by a kill. */
export const isRight = (name: string): boolean => /^lock\.[0-9a-f]+\.\d+$/.test(name)

function removeRights(disk: Disk, path: string, token: string): void {
  const prefix = `${basename(path)}.${token}.`
  for (const name of namesIn(disk, dirname(path)))
    if (name.startsWith(prefix)) removeFile(disk, join(dirname(path), name))
}

/** Makes a file appear with all of its content, unless there is one already. */
function publish(disk: Disk, path: string, claim: Claim): boolean {
  const bytes = Buffer.from(`${JSON.stringify(claim)}\n`)
  const temporary = writeTemporary(disk, path, bytes)
  try {
    disk.linkSync(temporary, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!hasNoLinks(error)) throw error
    return createWithoutLinks(disk, path, bytes)
  } finally {
    quietly(() => removeFile(disk, temporary))
  }
}

/**
 * Where there are no hard links. A kill between creating and writing leaves a claim that nobody
 * understands; it counts as held until `hearten doctor --mend` is told to break it.
 */
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
