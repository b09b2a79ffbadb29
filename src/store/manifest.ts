import { dirname, join } from 'node:path'
import { JournalError, UserError } from '../errors.ts'
import type { Disk } from './disk.ts'
import { codeOf, ifThere, makeFolder, namesIn, reading, removeFile, writingError } from './disk.ts'
import { hasNoLinks, quietly, syncFolder, writeDurably, writeTemporary } from './durable.ts'
import type { Checkup } from './finding.ts'
import { Damage, formatVersion, TooNew } from './lines.ts'
import type { Places } from './places.ts'
import { generationIn } from './places.ts'
import { unreadable } from './shelf-file.ts'

/** The first page of a journal. */
export interface Manifest {
  readonly hearten: number
  readonly id: string
  /** What choosing prompts starts from. */
  readonly seed: string
  /** The folder that holds the words now. */
  readonly generation: string
  /** ISO 8601 in UTC. */
  readonly createdAt: string
}

/**
 * @returns undefined when there is no journal here yet
 * @throws JournalError when there is one that cannot be read
 */
export function readManifest(disk: Disk, { manifest }: Places): Manifest | undefined {
  const bytes = reading(manifest, () => {
    try {
      return ifThere(() => disk.readFileSync(manifest))
    } catch (error) {
      if (codeOf(error) !== 'ENOTDIR') throw error
      throw new UserError(
        `${manifest} cannot be there: a part of its path is a file, not a folder. Nothing was changed.\nChoose another folder with --journal or HEARTEN_HOME.`,
      )
    }
  })
  if (bytes === undefined) return undefined
  try {
    return parseManifest(bytes.toString('utf8'))
  } catch (error) {
    throw unreadable(manifest, error)
  }
}

function parseManifest(text: string): Manifest {
  let value: Partial<Record<keyof Manifest, unknown>> | null
  try {
    value = JSON.parse(text)
  } catch {
    throw new Damage('it is not a document')
  }
  if (typeof value?.hearten === 'number' && value.hearten > formatVersion) throw new TooNew()
  for (const key of ['id', 'seed', 'generation', 'createdAt'] as const)
    if (typeof value?.[key] !== 'string') throw new Damage(`"${key}" is missing`)
  const manifest = value as Manifest
  if (manifest.hearten !== formatVersion) throw new Damage('it does not say which format it has')
  if (!isGeneration(manifest.generation)) throw new Damage('"generation" is not as it should be')
  return manifest
}

export const isGeneration = (name: string): boolean => /^g[1-9]\d{0,8}$/.test(name)

/** Generations that hold words, whatever the manifest says. */
export function generationsIn(disk: Disk, { folder }: Places): string[] {
  return reading(folder, () =>
    namesIn(disk, folder).filter(
      name =>
        isGeneration(name) &&
        ['months', 'pending'].some(inner => namesIn(disk, join(folder, name, inner)).length > 0),
    ),
  )
}

/** The first page of a journal that begins now. */
export const freshManifest = (
  generation: string,
  { newId, now }: Pick<Checkup, 'newId' | 'now'>,
): Manifest => ({
  hearten: formatVersion,
  id: newId(),
  seed: newId(),
  generation,
  createdAt: now().toISOString(),
})

/** Writes a manifest where there is none, unless another process was quicker: then that one counts. */
export function createManifest(disk: Disk, places: Places, manifest: Manifest): Manifest {
  const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)
  try {
    makeFolder(disk, places.folder)
    const generation = generationIn(join(places.folder, manifest.generation))
    for (const folder of Object.values(generation)) makeFolder(disk, folder)
    if (ifThere(() => disk.statSync(places.howTo)) === undefined) {
      writeDurably(disk, places.howTo, Buffer.from(howToOpen))
    }
    publishOnce(disk, places.manifest, bytes)
    for (const folder of [generation.folder, places.folder, dirname(places.folder)])
      syncFolder(disk, folder)
  } catch (error) {
    throw writingError(places.folder, error, 'Nothing was saved.')
  }
  const written = readManifest(disk, places)
  if (written === undefined)
    throw new JournalError(`${places.manifest} vanished while it was made.`)
  return written
}

function publishOnce(disk: Disk, path: string, bytes: Uint8Array): void {
  const temporary = writeTemporary(disk, path, bytes, 'sync')
  try {
    disk.linkSync(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (!hasNoLinks(error)) throw error
    disk.renameSync(temporary, path)
  } finally {
    quietly(() => removeFile(disk, temporary))
  }
}

const howToOpen = `Your journal, without hearten
=============================

These files are yours. You can read them with any text editor.

journal.json says which folder is in use, for example "g1". In that folder:

  months/2026-11.json   what you wrote for November 2026, one entry a line
  people.json           the people you told hearten about
  settings.json         your own prompts, and what you asked not to see
  pending/              the newest changes, if they are not in their months yet
  drafts/               pages you began and did not finish
  backups/              copies, a folder a day, laid out the same way

Each file is plain JSON. In a month, "records" are your entries as they are now.
"history" holds what they were before, and what you deleted. "text" is what you
wrote, "day" is the day it belongs to.

You may change a file by hand while hearten is not running. It will say once
that the file was changed, and take it as it is.
`
