import { UserError } from '../errors.ts'
import { refuseForAnotherUser } from './another-user.ts'
import type { Disk } from './disk.ts'
import { quietly, reasonOf } from './file-errors.ts'
import type { Host, Lock } from './lock.ts'
import { takeLock } from './lock.ts'
import { papersOf } from './paper.ts'
import { previousOf } from './places.ts'

// The small files that stand beside the journal: help numbers and preferences. They have no waiting
// changes, so two that change one at once must take turns, each reading what the other wrote.

/** Who changes a small file, and where. */
export interface SmallFile {
  readonly folder: string
  readonly file: string
  readonly host: Host
  readonly disk?: Disk
}

/** How long to wait for another who changes it, in steps of 20 milliseconds. */
const patience = 150

/**
 * Reads, changes and writes a small file with nobody in between. Who waits in vain goes on: numbers
 * to call matter more than a lock that somebody left.
 * @throws UserError for root in another's folder
 */
export async function inTurns<T>(
  { folder, file, host, disk }: SmallFile,
  work: () => T | Promise<T>,
): Promise<T> {
  const papers = papersOf(disk ? { disk } : {})
  refuseForAnotherUser(papers.plain, folder, host)
  const take = (): Lock | 'none' | undefined => {
    try {
      return takeLock(papers.disk, `${file}.lock`, host)
    } catch {
      // Where no lock can be written nothing else can, and that says why.
      return 'none'
    }
  }
  let lock = take()
  for (let tries = 0; !lock && tries < patience; tries++) {
    await new Promise(resolve => setTimeout(resolve, 20))
    lock = take()
  }
  try {
    return await work()
  } finally {
    quietly(() => {
      if (lock !== 'none') lock?.release()
    })
  }
}

/**
 * Writes a small file twice, the second copy, `NAME.bak`, first, and reads both back. So what is in
 * the file is in its copy too, and as long as this fails the file is as it was.
 * @throws UserError which says whether it was changed
 */
export function writeTwice({ folder, file, disk }: SmallFile, bytes: Buffer): void {
  const { plain } = papersOf(disk ? { disk } : {})
  const isWritten = (path: string) => plain.read(path)?.equals(bytes) === true
  try {
    plain.makeFolder(folder)
    for (const path of [previousOf(file), file]) {
      plain.write(path, bytes, 'synced')
      if (!isWritten(path)) throw Object.assign(new Error(path), { code: 'EIO' })
    }
  } catch (error) {
    throw changingError(file, error, () => isWritten(file))
  }
}

/** What to tell when changing a file failed; only looking says whether it was changed all the same. */
export function changingError(file: string, error: unknown, isChanged: () => boolean): unknown {
  const reason = reasonOf(error)
  if (reason === undefined) return error
  let changed = false
  quietly(() => {
    changed = isChanged()
  })
  return new UserError(
    changed
      ? `${file} was changed, but then there was trouble: ${reason}. A power cut may undo it. Look after the disk, then do it once more.`
      : `${file} could not be written: ${reason}. Nothing was changed.`,
    1,
    { cause: error },
  )
}
