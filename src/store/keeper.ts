import { join } from 'node:path'
import { JournalError, UserError } from '../errors.ts'
import type { Change } from '../journal/change.ts'
import { inFieldOrder } from '../journal/fields/order.ts'
import type { Beside } from './beside.ts'
import { noteChecked } from './cache/checked.ts'
import type { Disk } from './disk.ts'
import { quietly, writingError } from './file-errors.ts'
import { shelvesOf } from './fold.ts'
import type { Host, Lock } from './lock.ts'
import { holderAt, takeLock } from './lock.ts'
import type { Paper } from './paper.ts'
import {
  fileOf,
  greater,
  greatestSequence,
  isSequence,
  pendingFiles,
  publishChange,
  readPending,
  removePending,
  withdrawChange,
} from './pending.ts'
import type { Generation } from './places.ts'
import { keepFiled, keepTwin, releaseHeld } from './recent.ts'
import { MovedOn } from './sealing.ts'
import { isMonth } from './shelf.ts'
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
  /** What lies beside the journal, for copies of it. */
  beside?(): Promise<Beside>
  /** Whether this is the journal's generation still: another process may have sealed it, or opened it for good. */
  isCurrent(): boolean
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
  // One order for all: what is kept so is copied by exports as it lies.
  const records = inFieldOrder(content.records)
  const change: Change = { id: place.newId(), sequence, at: at.toISOString(), ...content, records }
  try {
    await publishChange(paper, generation.pending, change)
  } catch (error) {
    // It may have been renamed and not synced: taken back, so that what we say is true.
    quietly(() => withdrawChange(paper, generation.pending, change))
    throw writingError(generation.pending, error, 'Nothing was saved.')
  }
  return change
}

/**
 * Numbers only grow, even when the clock jumps back: else undo would take back the wrong change. The
 * greatest is in the name of a change that waits or that was kept; where there is none, on the newest month.
 */
async function lastSequence(place: Workplace): Promise<number> {
  const { pending, recent } = place.generation
  const named = [pending, recent].flatMap(folder => pendingFiles(place.paper, folder))
  const known = greatestSequence(named)
  if (known > 0) return known
  // Nobody is asked for a passphrase to write: the clock must do, as long as it does not go back.
  if (place.paper.isLocked()) return 0
  const shelves = shelvesAt(place)
  for (const month of shelves.months().reverse()) {
    // A damaged month may have had the greatest number; it must not keep anyone from writing.
    const shelf = await shelves.read(month).catch(() => undefined)
    const last = shelf?.changes
      .map(({ sequence }) => sequence)
      .filter(isSequence)
      .reduce(greater, 0)
    if (last) return last
  }
  return 0
}

/**
 * Folds what is waiting into its shelves, if nobody else is at it. Never fails for the person: what
 * cannot be folded now stays where it is, safe, in two copies and seen by every reader, and is said.
 * On paper that is locked it waits for the next command that can read.
 */
export async function foldIfFree(
  place: Workplace,
  change?: Change,
  first?: () => Promise<void>,
): Promise<void> {
  const { paper, generation } = place
  if (!paper.isLocked()) await foldHere(place, first)
  const file = change && fileOf(change)
  if (file && place.isCurrent() && isWaiting(place, file)) keepTwin(paper, generation, file)
}

async function foldHere(place: Workplace, first?: () => Promise<void>): Promise<void> {
  const { disk, host } = place
  let lock: Lock | undefined
  try {
    lock = takeLock(disk, place.lock, host)
    if (lock) {
      if (!place.isCurrent()) return
      await first?.()
      await foldWaiting(place)
    } else if (holderAt(disk, place.lock, host)?.fate === 'unknown')
      place.onNotice(heldElsewhere(place))
  } catch (error) {
    place.onNotice(stillWaiting(place, error))
  } finally {
    quietly(() => lock?.release())
  }
}

function isWaiting({ paper, generation }: Workplace, file: string): boolean {
  try {
    return paper.about(join(generation.pending, file)) !== undefined
  } catch {
    return true
  }
}

const heldElsewhere = ({ lock }: Workplace): string =>
  `What you write is kept. It is not filed or backed up while ${lock} is there. A hearten on another computer may have left it. \`hearten doctor\` helps.`

/** Folds until nothing more arrives, within reason. Only under the lock. */
export async function foldWaiting(place: Workplace): Promise<void> {
  for (let round = 0; round < 4; round++) if (!(await foldOnce(place))) return
}

/** @returns whether something was folded, so that more may have arrived meanwhile */
async function foldOnce(place: Workplace): Promise<boolean> {
  const { paper, generation } = place
  const { waiting, damaged } = await readPending(paper, generation)
  for (const error of damaged) place.onNotice(messageOf(error))
  const changes = waiting.map(({ change }) => change)
  const failed = new Set<string>()
  // What the shelves held before: since it was read, verified, and is their `.bak` now.
  const before = new Map<string, Buffer>()
  const shelves = shelvesAt(place)
  for (const name of new Set(changes.flatMap(shelvesOf))) {
    try {
      const previous = await shelves.fold(name, changes)
      if (previous) before.set(name, previous)
    } catch (error) {
      failed.add(name)
      place.onNotice(stillWaiting(place, error))
    }
  }
  await noteChecked(place, [...before.keys()].filter(isMonth), name => shelves.stampOf(name))
  let filed = 0
  for (const { file, change, fromTwin } of waiting) {
    if (shelvesOf(change).some(name => failed.has(name))) continue
    if (fromTwin) removePending(paper, generation.pending, file)
    else keepFiled(paper, generation, file)
    filed++
  }
  if (before.size > 0) await releaseHeld(paper, generation, name => before.get(name))
  return filed > 0
}

function stillWaiting({ generation }: Workplace, error: unknown): string {
  return `What you wrote is kept, in ${generation.pending}. It is not in its month's file yet: ${messageOf(error)}`
}

/** Whatever it was: the words are kept, and nobody shall believe they are not. */
function messageOf(error: unknown): string {
  const told = writingError('A file', error, 'It will be tried again next time.')
  if (told instanceof UserError) return told.message
  return `something went wrong inside hearten (${error instanceof Error ? error.name : 'unknown'}).`
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
    if (!place.isCurrent()) throw new MovedOn()
    return await work()
  } finally {
    // The work is done or its own error is on the way; a lock that stays is taken over once we are gone.
    quietly(() => lock?.release())
  }
}
