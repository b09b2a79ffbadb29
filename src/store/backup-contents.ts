import { basename, join } from 'node:path'
import { LockedError } from '../errors.ts'
import type { Beside } from './beside.ts'
import { codeOf } from './file-errors.ts'
import { Damage, decodeLines, encodeLines, isIntact, TooNew } from './lines.ts'
import type { Manifest } from './manifest.ts'
import { shelfFiles } from './ours.ts'
import type { Folders, Paper } from './paper.ts'
import { decodeChange, pendingFiles } from './pending.ts'
import type { Generation } from './places.ts'
import { decodeShelf } from './shelf-file.ts'

/** A file that a backup should hold, by its path in the generation. */
export interface Held {
  readonly file: string
  /** `earlier`: what it holds is from the backup before. `not`: nothing good was there to take. */
  readonly state?: 'earlier' | 'not'
}

/** What a backup says of itself, so that what it lacks is not taken for what there never was. */
export interface BackupContents {
  readonly files: readonly Held[]
  /** The first page of the journal it was made of. */
  readonly manifest?: Manifest
  /** What lay beside the journal. Version 0.1.0 took none of it. */
  readonly beside?: Beside
}

const pathIn = ({ folder }: Generation): string => join(folder, 'contents.json')

export async function writeContents(
  paper: Paper,
  backup: Generation,
  { files, manifest, beside }: BackupContents,
): Promise<void> {
  await paper.write(
    pathIn(backup),
    encodeLines({ ...(manifest && { manifest }), ...(beside && { beside }) }, { files }),
    'synced',
  )
}

/** Undefined when there are none that can be read: version 0.1.0 wrote none. */
export async function readContents(
  paper: Paper,
  backup: Generation,
): Promise<BackupContents | undefined> {
  try {
    const bytes = await paper.read(pathIn(backup))
    const decoded = bytes && decodeLines(bytes)
    return decoded?.intact ? (decoded.document as unknown as BackupContents) : undefined
  } catch (error) {
    if (error instanceof LockedError) throw error
    return undefined
  }
}

/**
 * The files that a backup does not hold as they were. Of a backup that says nothing of itself: those
 * the journal has and it has not.
 *
 * @param here the shelves of the journal, by their paths in the generation
 */
export async function lackingIn(
  paper: Paper,
  backup: Generation,
  here: readonly string[],
): Promise<string[]> {
  const contents = await readContents(paper, backup)
  const isThere = (file: string) => isFile(paper, join(backup.folder, file))
  if (contents === undefined) return here.filter(file => !isThere(file))
  return contents.files
    .filter(({ file, state }) => state !== undefined || !isThere(file))
    .map(({ file }) => file)
}

/** What a file holds, if it is what it should be; undefined when it is damaged, gone, or cannot be read. */
export async function goodBytes(
  paper: Paper,
  file: string,
  path: string,
): Promise<Buffer | undefined> {
  try {
    const bytes = await paper.read(path)
    if (bytes === undefined || isIntact(bytes)) return bytes
    if (file.startsWith('pending/')) await decodeChange(bytes)
    else await decodeShelf(basename(file, '.json'), bytes)
    return bytes
  } catch (error) {
    if (error instanceof Damage || error instanceof TooNew || codeOf(error) !== undefined)
      return undefined
    throw error
  }
}

/** The files of a backup that are damaged or cannot be read. */
export async function unreadableIn(paper: Paper, backup: Generation): Promise<string[]> {
  const files = [
    ...pendingFiles(paper, backup.pending).map(name => `pending/${name}`),
    ...shelfFiles(paper, backup),
  ]
  const bad: string[] = []
  for (const file of files) {
    const path = join(backup.folder, file)
    if ((await goodBytes(paper, file, path)) === undefined) bad.push(path)
  }
  return bad
}

const isFile = (paper: Folders, path: string): boolean => paper.about(path)?.isFile() === true
