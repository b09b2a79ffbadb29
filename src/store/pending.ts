import { join } from 'node:path'
import type { Change, JournalRecord } from '../journal/change.ts'
import { bySequence } from '../journal/change.ts'
import type { Disk } from './disk.ts'
import { ifThere, namesIn, reading, removeFile } from './disk.ts'
import { writeDurably } from './durable.ts'
import { Damage, decodeLines, encodeLines } from './lines.ts'
import { broughtForward } from './migrations.ts'
import { unreadable } from './shelf-file.ts'

const fileName = /^(\d{1,16})-([0-9a-z]+)\.json$/

/** A change that waits to be folded, and its file. */
export interface Waiting {
  readonly file: string
  readonly change: Change
}

/** What `pending/` holds. */
export interface Pending {
  /** The names of all its files, whether they could be read or not. */
  readonly files: readonly string[]
  /** Oldest first. */
  readonly waiting: readonly Waiting[]
  /** Why a file could not be read. */
  readonly damaged: readonly unknown[]
}

/** Publishes a change: when this returns it is committed. */
export function publishChange(disk: Disk, folder: string, change: Change): string {
  const file = `${change.sequence}-${change.id}.json`
  writeDurably(disk, join(folder, file), encodeChange(change))
  return file
}

/** The changes not yet folded. A file that is folded and removed meanwhile is no longer waiting. */
export async function readPending(disk: Disk, folder: string): Promise<Pending> {
  const files = pendingFiles(disk, folder)
  const waiting: Waiting[] = []
  const damaged: unknown[] = []
  for (const file of files) {
    const path = join(folder, file)
    try {
      const bytes = reading(path, () => ifThere(() => disk.readFileSync(path)))
      if (bytes === undefined) continue
      waiting.push({ file, change: await decodeChange(bytes) })
    } catch (error) {
      damaged.push(unreadable(path, error))
    }
  }
  waiting.sort((a, b) => bySequence(a.change, b.change))
  return { files, waiting, damaged }
}

export const pendingFiles = (disk: Disk, folder: string): string[] =>
  reading(folder, () => namesIn(disk, folder).filter(name => fileName.test(name)))

export const removePending = (disk: Disk, folder: string, file: string): void =>
  removeFile(disk, join(folder, file))

/** The greatest sequence number among files of these names; 0 when there are none. */
export const greatestSequence = (files: readonly string[]): number =>
  files.reduce((greatest, name) => Math.max(greatest, Number(fileName.exec(name)?.[1] ?? 0)), 0)

export function encodeChange({ records, ...change }: Change): Buffer {
  return encodeLines({ change }, { records })
}

/** @throws Damage, TooNew */
export async function decodeChange(bytes: Uint8Array): Promise<Change> {
  const decoded = decodeLines(bytes)
  const document = broughtForward(decoded.document)
  if (!decoded.sealed) (await import('./shape.ts')).checkChange(document)
  const { change, records } = document
  if (typeof change !== 'object' || change === null) throw new Damage('it is no change')
  return { ...(change as Omit<Change, 'records'>), records: records as JournalRecord[] }
}
