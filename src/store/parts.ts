import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import { refuseForAnotherUser } from './another-user.ts'
import type { Checkup } from './checkup.ts'
import { erasePart, whatIsIn } from './erase-all.ts'
import { quietly, reading, writingError } from './file-errors.ts'
import { howToUnseal } from './how-to-unseal.ts'
import { createManifest, freshManifest } from './manifest.ts'
import type { NextGeneration } from './next-generation.ts'
import type { OnPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import { partNamed } from './part-name.ts'
import { placesIn, strayAfter, temporaryName } from './places.ts'
import { unlike } from './unlike.ts'

// A part is a whole journal in a folder of its own, sealed from its first moment on. So all that holds for a
// journal holds for it: two copies of each word, changes, drafts, copies of the day, erasing, the doctor.

/** What lies in the data folder of a journal, as a part or as what is left of one. */
export interface JournalPart {
  readonly name: string
  readonly folder: string
  /** Removing it was begun and broke off. */
  readonly isHalfGone: boolean
}

/** The parts of a journal, by name. Looks at no words in them. @param folder the data folder */
export function partsIn(folder: string, on: OnPaper = {}): JournalPart[] {
  const { plain } = papersOf(on)
  const { parts } = placesIn(folder)
  const partIn = (name: string): JournalPart[] => {
    const inside = join(parts, name)
    if (partNamed(name) !== name.normalize('NFC') || !plain.about(inside)?.isDirectory()) return []
    const there = whatIsIn(inside, on)
    return there === 'nothing' ? [] : [{ name, folder: inside, isHalfGone: there !== 'a journal' }]
  }
  return reading(parts, () => plain.names(parts).flatMap(partIn))
}

/** What a kill left of parts that were being made: it was never a part, and is in no list. */
export function halfMadeIn(folder: string, on: OnPaper = {}): Omit<JournalPart, 'isHalfGone'>[] {
  const { plain } = papersOf(on)
  const { parts } = placesIn(folder)
  return reading(parts, () => plain.names(parts)).flatMap(each => {
    const name = temporaryName.exec(each)?.[1]
    return name === undefined ? [] : [{ name, folder: join(parts, each) }]
  })
}

/** Of these, the ones at which no other hearten can be at work any more. */
export const leftHalfMade = ({ now, ...checkup }: Checkup): Omit<JournalPart, 'isHalfGone'>[] =>
  halfMadeIn(checkup.folder, checkup).filter(({ folder }) => {
    const made = papersOf(checkup).plain.about(folder)?.mtimeMs ?? 0
    return now().getTime() - made > strayAfter
  })

/** Clears those away, and folders in which nothing is left: their names still say what parts there were. */
export async function clearHalfMade(checkup: Checkup): Promise<void> {
  const { plain } = papersOf(checkup)
  const { parts } = placesIn(checkup.folder)
  for (const { folder } of leftHalfMade(checkup)) await erasePart(checkup, folder)
  for (const name of reading(parts, () => plain.names(parts)))
    quietly(() => plain.removeFolder(join(parts, name)))
  quietly(() => plain.removeFolder(parts))
}

/**
 * Removes a part, its key first, and what a kill left of one of this name. Nobody needs a passphrase for that.
 * @returns folders that stay because something else is in them
 */
export async function destroyPart(
  checkup: Checkup,
  { name, folder }: JournalPart,
): Promise<string[]> {
  const left = await erasePart(checkup, folder)
  for (const half of halfMadeIn(checkup.folder, checkup))
    if (half.name === name) left.push(...(await erasePart(checkup, half.folder)))
  // What of that fails is tried again by the next.
  await clearHalfMade(checkup).catch(() => {})
  return left
}

/**
 * Makes a part, sealed from the first moment on.
 * @param part the folder that it gets, inside of that of the journal
 * @throws UserError when it could not be made: then there is none
 */
export async function makePart(
  checkup: Checkup,
  part: string,
  next: NextGeneration,
): Promise<void> {
  const { recipient } = next
  if (recipient === undefined) throw new RangeError('A part is always sealed')
  const { plain } = papersOf(checkup)
  const page = { ...freshManifest('g1', checkup), recipient }
  await partAppears(checkup, part, folder => {
    const generation = join(folder, page.generation)
    plain.makeFolder(generation)
    next.prepare(generation)
    createManifest(plain, placesIn(folder), page)
  })
}

/**
 * Has a part appear: all of it is there under another name first, and then comes one renaming. What a kill leaves
 * of the first is no part.
 *
 * @param fill writes what is in it into the folder it is given
 * @throws UserError when there is one already, or it could not be written
 */
export async function partAppears(
  checkup: Checkup,
  part: string,
  fill: (folder: string) => void,
): Promise<void> {
  const { plain } = papersOf(checkup)
  const { folder, host } = checkup
  const { parts } = placesIn(folder)
  const made = placesIn(join(parts, `.${basename(part)}.${unlike(6)}.tmp`))
  try {
    refuseForAnotherUser(plain, folder, host)
    plain.makeFolder(made.folder)
    fill(made.folder)
    plain.write(made.howTo, Buffer.from(howToUnseal), 'synced')
    if (plain.names(part).length > 0)
      throw new UserError(
        `There is a part called "${basename(part)}" already. Nothing was changed.`,
      )
    plain.move(made.folder, part)
    for (const above of [parts, folder]) plain.sync(above)
  } catch (error) {
    await erasePart(checkup, made.folder).catch(() => {})
    throw writingError(part, error, 'No part was made.')
  }
}
