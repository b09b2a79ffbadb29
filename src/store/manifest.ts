import { dirname, join } from 'node:path'
import { JournalError } from '../errors.ts'
import { reading, writingError } from './file-errors.ts'
import type { Checkup } from './finding.ts'
import { Damage, decodeLines, encodeLines, formatVersion } from './lines.ts'
import type { Folders, PlainPaper } from './paper.ts'
import type { Places } from './places.ts'
import { generationIn } from './places.ts'
import { unreadable } from './shelf-file.ts'

/** The first page of a journal. Always plain: it says what the rest is written on. */
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
 * @param onEdited called when its checksum does not match and yet all is well-formed
 * @returns undefined when there is no journal here yet
 * @throws JournalError when there is one that cannot be read
 */
export function readManifest(
  paper: PlainPaper,
  { manifest }: Places,
  onEdited: () => void = () => {},
): Manifest | undefined {
  const bytes = reading(manifest, () => paper.read(manifest))
  if (bytes === undefined) return undefined
  try {
    const decoded = decodeManifest(bytes)
    if (decoded.edited) onEdited()
    return decoded.manifest
  } catch (error) {
    throw unreadable(manifest, error)
  }
}

/**
 * Those that were written before a checksum was are taken without one.
 * @returns the manifest, and whether somebody else changed it
 * @throws Damage, TooNew
 */
export function decodeManifest(bytes: Buffer): { manifest: Manifest; edited: boolean } {
  const { document, sealed } = decodeLines(bytes)
  const hadChecksum = 'checksum' in document || bytes.indexOf('{"hearten":') === 0
  return { manifest: manifestIn(document), edited: !sealed && hadChecksum }
}

function manifestIn(document: Readonly<Record<string, unknown>>): Manifest {
  for (const key of ['id', 'seed', 'generation', 'createdAt'])
    if (typeof document[key] !== 'string') throw new Damage(`"${key}" is missing`)
  const { checksum: _, ...manifest } = document as unknown as Manifest & { checksum?: string }
  if (!isGeneration(manifest.generation)) throw new Damage('"generation" is not as it should be')
  return manifest
}

export function encodeManifest({ hearten: _, ...manifest }: Manifest): Buffer {
  return encodeLines({ ...manifest }, {})
}

/**
 * The folder that a manifest speaks of and that is not there. It is made before the manifest is, so
 * one that is missing was lost, with the words in it: it is never an empty journal.
 */
export function missingFolder(
  paper: Folders,
  { folder }: Places,
  { generation }: Pick<Manifest, 'generation'>,
): string | undefined {
  const { folder: whole, months } = generationIn(join(folder, generation))
  if (paper.about(months)) return undefined
  return paper.about(whole) ? months : whole
}

export const isGeneration = (name: string): boolean => /^g[1-9]\d{0,8}$/.test(name)

/** Generations that hold words, whatever the manifest says. */
export function generationsIn(paper: Folders, { folder }: Places): string[] {
  return reading(folder, () =>
    paper
      .names(folder)
      .filter(
        name =>
          isGeneration(name) &&
          ['months', 'pending'].some(inner => paper.names(join(folder, name, inner)).length > 0),
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
export function createManifest(paper: PlainPaper, places: Places, manifest: Manifest): Manifest {
  try {
    paper.makeFolder(places.folder)
    const generation = generationIn(join(places.folder, manifest.generation))
    for (const folder of Object.values(generation)) paper.makeFolder(folder)
    if (paper.about(places.howTo) === undefined)
      paper.write(places.howTo, Buffer.from(howToOpen), 'synced')
    paper.write(places.manifest, encodeManifest(manifest), 'once')
    for (const folder of [generation.folder, places.folder, dirname(places.folder)])
      paper.sync(folder)
  } catch (error) {
    throw writingError(places.folder, error, 'Nothing was saved.')
  }
  const written = readManifest(paper, places)
  if (written === undefined)
    throw new JournalError(`${places.manifest} vanished while it was made.`)
  return written
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
