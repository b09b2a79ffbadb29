import { join } from 'node:path'
import { JournalError, UserError } from '../errors.ts'
import type { Change } from '../journal/change.ts'
import type { Disk } from './disk.ts'
import { quietly, writingError } from './file-errors.ts'
import { fold, shelvesOf } from './fold.ts'
import { Damage } from './lines.ts'
import type { Host, Lock } from './lock.ts'
import { takeLock } from './lock.ts'
import type { Paper } from './paper.ts'
import {
  greatestSequence,
  pendingFiles,
  publishChange,
  readPending,
  removePending,
  withdrawChange,
} from './pending.ts'
import type { Generation } from './places.ts'
import { Shelves } from './shelves.ts'

/** Everything a part of the store needs to do its work in one generation of a journal. */
export interface Workplace {
  /** For the lock alone. */
  readonly disk: Disk
  /** For everything inside the generation. */
  readonly paper: Paper
  readonly host: Host
  readonly generation: Generation
  /** Path of the lock. */
  readonly lock: string
  now(): Date
  newId(): string
  onNotice(text: string): void
}

export const shelvesAt = ({ paper, generation, onNotice }: Workplace): Shelves =>
  new Shelves(paper, generation, onNotice)

/**
 * Commits a change: writes it whole as one file in `pending/`. It is not in its shelves yet.
 * @throws UserError when it could not be written; then nothing was saved
 */
export async function commitChange(
  place: Workplace,
  content: Pick<Change, 'label' | 'records' | 'undoes' | 'redoes'>,
): Promise<Change> {
  const { paper, generation } = place
  const at = place.now()
  const sequence = Math.max(at.getTime(), (await lastSequence(place)) + 1)
  const change: Change = { id: place.newId(), sequence, at: at.toISOString(), ...content }
  await noteSequence(place, sequence)
  try {
    await publishChange(paper, generation.pending, change)
  } catch (error) {
    // It may have been renamed and not synced: taken back, so that what we say is true.
    quietly(() => withdrawChange(paper, generation.pending, change))
    throw writingError(generation.pending, error, 'Nothing was saved.')
  }
  return change
}

/** Numbers only grow, even when the clock jumps back: else undo would take back the wrong change. */
async function lastSequence(place: Workplace): Promise<number> {
  const waiting = greatestSequence(pendingFiles(place.paper, place.generation.pending))
  const noted = await notedSequence(place)
  if (noted !== undefined) return Math.max(waiting, noted)
  const shelves = shelvesAt(place)
  for (const month of shelves.months().reverse()) {
    // A damaged month may have had the greatest number; it must not keep anyone from writing.
    const shelf = await shelves.read(month).catch(() => undefined)
    const last = shelf?.changes.reduce((most, { sequence }) => Math.max(most, sequence), 0)
    if (last) return Math.max(waiting, last)
  }
  return waiting
}

const notePath = ({ cache }: Generation): string => join(cache, 'sequence')

/** Derived, and only here to save looking for it; without it the newest month is read. */
async function noteSequence({ paper, generation }: Workplace, sequence: number): Promise<void> {
  const path = notePath(generation)
  try {
    await paper.write(path, Buffer.from(`${sequence}\n`), 'quick')
  } catch {
    quietly(() => paper.remove(path))
  }
}

async function notedSequence({ paper, generation }: Workplace): Promise<number | undefined> {
  try {
    const noted = String(await paper.read(notePath(generation)))
    return /^\d{1,16}\n$/.test(noted) ? Number(noted) : undefined
  } catch (error) {
    if (error instanceof Damage) return undefined
    throw error
  }
}

/**
 * Folds what is waiting into its shelves, if nobody else is at it. Never fails for the person: what
 * cannot be folded now stays where it is, safe and seen by every reader, and is said.
 */
export async function foldIfFree(place: Workplace, first?: () => Promise<void>): Promise<void> {
  let lock: Lock | undefined
  try {
    lock = takeLock(place.disk, place.lock, place.host)
    if (!lock) return
    await first?.()
    await foldWaiting(place)
  } catch (error) {
    place.onNotice(stillWaiting(place, error))
  } finally {
    quietly(() => lock?.release())
  }
}

/** Folds until nothing more arrives, within reason. Only under the lock. */
export async function foldWaiting(place: Workplace): Promise<void> {
  for (let round = 0; round < 4; round++) if (!(await foldOnce(place))) return
}

/** @returns whether something was folded, so that more may have arrived meanwhile */
async function foldOnce(place: Workplace): Promise<boolean> {
  const { paper, generation } = place
  const { waiting, damaged } = await readPending(paper, generation.pending)
  for (const error of damaged) place.onNotice(messageOf(error))
  const changes = waiting.map(({ change }) => change)
  const failed = new Set<string>()
  const shelves = shelvesAt(place)
  for (const name of new Set(changes.flatMap(shelvesOf))) {
    try {
      const document = shelves.document(name)
      await document.read()
      const folded = fold(document.data, changes)
      if (folded === document.data) continue
      document.data = folded
      await document.write()
    } catch (error) {
      failed.add(name)
      place.onNotice(stillWaiting(place, error))
    }
  }
  let removed = 0
  for (const { file, change } of waiting) {
    if (shelvesOf(change).some(name => failed.has(name))) continue
    removePending(paper, generation.pending, file)
    removed++
  }
  return removed > 0
}

function stillWaiting({ generation }: Workplace, error: unknown): string {
  return `What you wrote is kept, in ${generation.pending}. It is not in its month's file yet: ${messageOf(error)}`
}

function messageOf(error: unknown): string {
  if (error instanceof UserError) return error.message
  const told = writingError('A file', error, 'It will be tried again next time.')
  if (told instanceof UserError) return told.message
  throw error
}

/**
 * Runs something that must have the journal to itself, waiting a little for others to finish.
 * @throws UserError when the disk does not let it; what was there before is still there
 */
export async function whileLocked<T>(place: Workplace, work: () => Promise<T>): Promise<T> {
  try {
    return await lockedFor(place, work)
  } catch (error) {
    throw writingError(place.generation.folder, error, 'Your words are as they were before.')
  }
}

async function lockedFor<T>(place: Workplace, work: () => Promise<T>): Promise<T> {
  let lock = takeLock(place.disk, place.lock, place.host)
  for (let tries = 0; !lock && tries < 100; tries++) {
    await new Promise(resolve => setTimeout(resolve, 50))
    lock = takeLock(place.disk, place.lock, place.host)
  }
  if (!lock) {
    throw new JournalError(
      `Another hearten is at work on this journal. Nothing was changed. Try again in a moment.\nIf there is none, \`hearten doctor\` says who holds ${place.lock}.`,
    )
  }
  try {
    return await work()
  } finally {
    // The work is done or its own error is on the way; a lock that stays is taken over once we are gone.
    quietly(() => lock?.release())
  }
}
