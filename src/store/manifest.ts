import { dirname, join } from 'node:path'
import { JournalError } from '../errors.ts'
import type { Checkup } from './checkup.ts'
import { reading, writingError } from './file-errors.ts'
import { howToOpen } from './how-to.ts'
import { Damage, decodeLines, encodeLines, formatVersion, sealedVersion } from './lines.ts'
import type { Folders, PlainPaper } from './paper.ts'
import type { Places } from './places.ts'
import { generationIn } from './places.ts'
import { keyFilesIn, recipientFileIn } from './sealing.ts'
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
  /** What the generation is sealed to, `age1…`; of a plain one there is none. */
  readonly recipient?: string
  /**
   * Another generation, that is not the journal's and is to go: with a greater number it is being made, with a
   * lesser one it was left.
   */
  readonly discard?: string
}

/**
 * @param onEdited called when its checksum does not match and yet all is well-formed
 * @returns undefined when there is no journal here yet
 * @throws JournalError when there is one that cannot be read
 */
export function readManifest(
  paper: PlainPaper,
  { manifest, folder }: Places,
  onEdited: () => void = () => {},
): Manifest | undefined {
  const bytes = reading(manifest, () => paper.read(manifest))
  if (bytes === undefined) return undefined
  try {
    const decoded = decodeManifest(bytes)
    if (decoded.edited) onEdited()
    const { generation, recipient } = decoded.manifest
    // Else what is written next would lie plain beside what is sealed.
    const inside = { folder: join(folder, generation) }
    if (recipient === undefined && keyFilesIn(paper, inside).length > 0)
      throw new Damage('it does not say that the journal is encrypted, and it is')
    if (recipient !== undefined && decoded.edited && saysAnother(paper, inside, recipient))
      throw new Damage('it names another key than the folder of the journal')
    return decoded.manifest
  } catch (error) {
    throw unreadable(manifest, error)
  }
}

/** Whether the folder names another recipient than a page whose checksum does not hold. */
function saysAnother(
  paper: PlainPaper,
  generation: { folder: string },
  recipient: string,
): boolean {
  const file = recipientFileIn(generation)
  const there = reading(file, () => paper.read(file))
  return there !== undefined && there.toString().trim() !== recipient
}

/**
 * Those that were written before a checksum was are taken without one.
 * @returns the manifest, and whether somebody else changed it
 * @throws Damage, TooNew
 */
export function decodeManifest(bytes: Buffer): { manifest: Manifest; edited: boolean } {
  const { document, intact } = decodeLines(bytes, sealedVersion)
  const hadChecksum = 'checksum' in document || bytes.indexOf('{"hearten":') === 0
  return { manifest: manifestIn(document), edited: !intact && hadChecksum }
}

function manifestIn(document: Readonly<Record<string, unknown>>): Manifest {
  for (const key of ['id', 'seed', 'generation', 'createdAt'])
    if (typeof document[key] !== 'string') throw new Damage(`"${key}" is missing`)
  const { checksum: _, ...manifest } = document as unknown as Manifest & { checksum?: string }
  const { generation, recipient, discard } = manifest
  const wrong = Object.entries({
    generation: isGeneration(generation),
    recipient: recipient === undefined || /^age1[0-9a-z]{58}$/.test(recipient),
    discard: discard === undefined || (isGeneration(discard) && discard !== generation),
  }).find(([, isGood]) => !isGood)
  if (wrong) throw new Damage(`"${wrong[0]}" is not as it should be`)
  return manifest
}

export function encodeManifest({ hearten: _, ...manifest }: Manifest): Buffer {
  return encodeLines({ ...(manifest.recipient && { hearten: sealedVersion }), ...manifest }, {})
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

/** The folders that hold a new name once this one is made: the one it is in, and those that are not there yet either. */
function foldersAbove(paper: Folders, folder: string): string[] {
  const above = dirname(folder)
  return [above, ...(paper.about(above) ? [] : foldersAbove(paper, above))]
}

/** Writes a manifest where there is none, unless another process was quicker: then that one counts. */
export function createManifest(paper: PlainPaper, places: Places, manifest: Manifest): Manifest {
  try {
    const above = foldersAbove(paper, places.folder)
    const generation = generationIn(join(places.folder, manifest.generation))
    for (const folder of Object.values(generation)) paper.makeFolder(folder)
    // A page that outlasts a power cut must not speak of folders that did not.
    for (const folder of [generation.folder, ...above]) paper.sync(folder)
    // Beside an encrypted journal lies another, and this is no word for it.
    if (manifest.recipient === undefined && paper.about(places.howTo) === undefined)
      paper.write(places.howTo, Buffer.from(howToOpen), 'synced')
    paper.write(places.manifest, encodeManifest(manifest), 'once')
    paper.sync(places.folder)
  } catch (error) {
    throw writingError(places.folder, error, 'Nothing was saved.')
  }
  const written = readManifest(paper, places)
  if (written === undefined)
    throw new JournalError(`${places.manifest} vanished while it was made.`)
  return written
}
