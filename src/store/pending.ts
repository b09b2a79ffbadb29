import { join } from 'node:path'
import { LockedError } from '../errors.ts'
import type { Change, JournalRecord } from '../journal/change.ts'
import { bySequence } from '../journal/change.ts'
import { reading } from './file-errors.ts'
import { Damage, decodeLines, encodeLines } from './lines.ts'
import { broughtForward } from './migrations.ts'
import type { Folders, Paper } from './paper.ts'
import { readInWords } from './paper.ts'
import type { Generation } from './places.ts'
import { unreadable } from './shelf-file.ts'

/** A number no clock gives is not gone on from: the next ones would be too long for a name. */
export const isSequence = (number: number): boolean =>
  Number.isSafeInteger(number) && number < lastMoment

const lastMoment = Date.UTC(9999, 11, 31)

export const greater = (a: number, b: number): number => Math.max(a, b)

const fileName = /^(\d{1,16})-([0-9a-z]+)\.json$/

/** A change that waits to be folded, and its file. */
export interface Waiting {
  readonly file: string
  readonly change: Change
  /** The file itself cannot be read: this is what its second copy holds. */
  readonly fromTwin?: true
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
export async function publishChange(paper: Paper, folder: string, change: Change): Promise<void> {
  await paper.write(join(folder, fileOf(change)), encodeChange(change), 'synced')
}

export const fileOf = ({ sequence, id }: Pick<Change, 'sequence' | 'id'>): string =>
  `${sequence}-${id}.json`

/** Takes back what may have been published in part. */
export const withdrawChange = (paper: Folders, folder: string, change: Change): void =>
  removePending(paper, folder, fileOf(change))

/** The changes not yet folded. A file that is folded and removed meanwhile is no longer waiting. */
export async function readPending(paper: Paper, generation: Generation): Promise<Pending> {
  const folder = generation.pending
  const files = pendingFiles(paper, folder)
  const waiting: Waiting[] = []
  const damaged: unknown[] = []
  for (const file of files) {
    const path = join(folder, file)
    try {
      const bytes = await readInWords(paper, path)
      if (bytes === undefined) continue
      waiting.push({ file, change: await decodeChange(bytes) })
    } catch (error) {
      if (error instanceof LockedError) throw error
      const change = await twinOf(paper, generation, file)
      if (change) waiting.push({ file, change, fromTwin: true })
      else damaged.push(unreadable(path, error))
    }
  }
  waiting.sort((a, b) => bySequence(a.change, b.change))
  return { files, waiting, damaged }
}

async function twinOf(
  paper: Paper,
  { recent }: Generation,
  file: string,
): Promise<Change | undefined> {
  try {
    const bytes = await paper.read(join(recent, file))
    return bytes && (await decodeChange(bytes))
  } catch {
    return undefined
  }
}

/** The names of the changes in a folder: `pending/`, or `recent/`. */
export const pendingFiles = (paper: Folders, folder: string): string[] =>
  reading(folder, () => paper.names(folder).filter(name => fileName.test(name)))

/** The number in the name of a change's file. */
export const sequenceIn = (file: string): number => Number(fileName.exec(file)?.[1] ?? 0)

/** The id in the name of a change's file. */
export const changeIn = (file: string): string => fileName.exec(file)?.[2] ?? ''

export const removePending = (paper: Folders, folder: string, file: string): void =>
  paper.remove(join(folder, file))

/** The greatest sequence number among files of these names; 0 when there are none. */
export const greatestSequence = (files: readonly string[]): number =>
  files.map(sequenceIn).filter(isSequence).reduce(greater, 0)

export function encodeChange({ records, ...change }: Change): Buffer {
  return encodeLines({ change }, { records })
}

/** @throws Damage, TooNew */
export async function decodeChange(bytes: Uint8Array): Promise<Change> {
  const decoded = decodeLines(bytes)
  const document = broughtForward(decoded.document)
  if (!decoded.intact) (await import('./shape.ts')).checkChange(document)
  const { change, records } = document
  if (typeof change !== 'object' || change === null) throw new Damage('it is no change')
  return { ...(change as Omit<Change, 'records'>), records: records as JournalRecord[] }
}
