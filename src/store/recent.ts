import { join } from 'node:path'
import type { LoggedChange } from '../journal/change.ts'
import { ifThere } from './file-errors.ts'
import type { Folders } from './paper.ts'
import { changeIn, pendingFiles, sequenceIn } from './pending.ts'
import type { Generation } from './places.ts'
import { logShelf } from './shelf.ts'

// What was filed last stands in its month's file only: the copy before that file is older, and so is
// every backup. So a change that is filed is not removed. It moves here, whole, and stays until each
// of its shelves has a verified copy that holds it too. That costs a rename in the place of an unlink.

/** Keeps a waiting change that was filed. Only under the lock. */
export function keepFiled(paper: Folders, { pending, recent }: Generation, file: string): void {
  const move = () => ifThere(() => [paper.move(join(pending, file), join(recent, file))])
  if (move() !== undefined) return
  // Either this folder got lost, or the file did, and then there is nothing to keep.
  paper.makeFolder(recent)
  move()
}

/**
 * Keeps a second copy of a change that could not be filed yet. Should the disk not take it, the change
 * is safe in `pending/` all the same, as one file.
 */
export function keepTwin(paper: Folders, { pending, recent }: Generation, file: string): void {
  try {
    if (paper.about(join(recent, file)) !== undefined) return
    if (paper.copyAsIs(join(pending, file), join(recent, file))) paper.sync(recent)
  } catch {
    // As said.
  }
}

/** The bytes of a verified copy of a shelf; undefined when there is none that can be read. */
type CopyOf = (name: string) => Promise<Buffer | undefined> | Buffer | undefined

/**
 * Removes what each of its shelves has a verified copy of, beside the shelf itself. Only under the lock.
 * The newest stays in any case: its number is the greatest that is known.
 */
export async function releaseHeld(
  paper: Folders,
  generation: Generation,
  copyOf: CopyOf,
): Promise<void> {
  const waiting = new Set(pendingFiles(paper, generation.pending))
  const files = pendingFiles(paper, generation.recent).filter(file => !waiting.has(file))
  const bySequence = files.sort((a, b) => sequenceIn(a) - sequenceIn(b))
  const known = new Map<string, ReadonlySet<string>>()
  const holds = async (name: string, revisions: readonly string[]): Promise<boolean> => {
    const copy = await copyOf(name)
    if (copy === undefined) return false
    if (revisions.length <= few) return revisions.every(it => copy.includes(`"revision":"${it}"`))
    const held = known.get(name) ?? revisionsIn(copy)
    known.set(name, held)
    return revisions.every(revision => held.has(revision))
  }
  for (const file of bySequence.slice(0, -1)) {
    const log = await copyOf(logShelf(sequenceIn(file)))
    const change = log && loggedIn(log, file)
    if (change === undefined) continue
    let isHeld = true
    for (const [name, revisions] of Object.entries(change.touched))
      isHeld &&= await holds(name, revisions)
    if (isHeld) paper.remove(join(generation.recent, file))
  }
}

/** So many revisions are looked for one by one. */
const few = 3

/** The revisions on a shelf. In a text its quotation marks would stand behind backslashes. */
const revisionsIn = (shelf: Buffer): Set<string> =>
  new Set(
    Array.from(shelf.toString('latin1').matchAll(/"revision":"([^"]*)"/g), ([, it = '']) => it),
  )

/** What the log on a shelf says of the change in a file; undefined when it does not know it. */
function loggedIn(shelf: Buffer, file: string): LoggedChange | undefined {
  const id = changeIn(file)
  const start = shelf.lastIndexOf(`\n{"id":"${id}","sequence":`) + 1
  const end = shelf.indexOf(10, start)
  if (start === 0 || end < 0) return undefined
  return JSON.parse(shelf.toString('utf8', start, end).replace(/,$/, ''))
}
