import { basename, join } from 'node:path'
import { JournalError } from '../errors.ts'
import type { Checkup } from './checkup.ts'
import { reading } from './file-errors.ts'
import { Damage } from './lines.ts'
import type { Manifest } from './manifest.ts'
import { freshManifest, generationsIn, missingFolder, readManifest } from './manifest.ts'
import type { PlainPaper } from './paper.ts'
import type { Generation, Places } from './places.ts'
import { generationIn } from './places.ts'
import { recipientHere } from './sealing.ts'

/** What a journal's first page says, and what is the matter when it says nothing that is true. */
export interface FirstPage {
  /** Undefined when there is none, or none that can be read. */
  readonly manifest: Manifest | undefined
  /** The manifest, or the one that the first write makes. */
  readonly wouldBe: Manifest
  /** Why nothing can be read. A journal that was there and is not is never an empty one. */
  readonly trouble: JournalError | undefined
  /** Where what is written meanwhile is kept, and found again; undefined when it cannot be told. */
  readonly refuge: Generation | undefined
}

/**
 * @throws JournalError when a newer hearten wrote it, or when it cannot be read for another reason than damage
 */
export function firstPage(
  plain: PlainPaper,
  places: Places,
  { newId, now, onNotice }: Pick<Checkup, 'newId' | 'now'> & { onNotice(text: string): void },
): FirstPage {
  const { folder } = places
  const fresh = (generation = 'g1'): Manifest => {
    const recipient = recipientHere(plain, places, generation)
    return { ...freshManifest(generation, { newId, now }), ...(recipient && { recipient }) }
  }
  const { manifest, damage } = readOrDamage()
  const isErased = reading(folder, () => plain.about(places.erasing)) !== undefined
  if (isErased && manifest === undefined && damage === undefined)
    return beginning(plain, places, { newId, now })
  const missing = manifest && reading(folder, () => missingFolder(plain, places, manifest))
  if (manifest && missing === undefined)
    return { manifest, wouldBe: manifest, trouble: undefined, refuge: undefined }

  const [beside, another] = generationsIn(plain, places)
  const only = another === undefined ? beside : undefined
  if (manifest === undefined && damage === undefined && another === undefined) {
    if (only !== undefined)
      onNotice(`${places.manifest} is missing. Your words are still there and were found.`)
    return { manifest, wouldBe: fresh(only), trouble: undefined, refuge: undefined }
  }
  // The generation that is meant is there and lacks its months, or there is only one that can be meant.
  const named = manifest && missing && basename(missing) === 'months' ? manifest.generation : only
  const refuge = named === undefined ? undefined : generationIn(join(folder, named))
  const trouble = damage ?? new JournalError(missing ? lost(missing) : several(places))
  return { manifest, wouldBe: manifest ?? fresh(named), trouble, refuge }

  function readOrDamage(): { manifest?: Manifest | undefined; damage?: JournalError } {
    try {
      return {
        manifest: readManifest(plain, places, () =>
          onNotice(`${places.manifest} was changed by something other than hearten.`),
        ),
      }
    } catch (error) {
      if (error instanceof JournalError && error.cause instanceof Damage) return { damage: error }
      throw error
    }
  }
}

/**
 * The first page of a journal that begins now. Where one is being erased its generation is not that one's,
 * of which something may be left.
 */
export function beginning(
  plain: PlainPaper,
  { folder, erasing }: Places,
  by: Pick<Checkup, 'newId' | 'now'>,
): FirstPage {
  const taken = reading(folder, () => (plain.about(erasing) ? plain.names(folder) : []))
  let n = 1
  while (taken.includes(`g${n}`)) n++
  const wouldBe = freshManifest(`g${n}`, by)
  return { manifest: undefined, wouldBe, trouble: undefined, refuge: undefined }
}

const lost = (path: string): string =>
  `${path} was there and is not. Nothing was changed.\nPut it back if it was moved. \`hearten doctor\` says what else can be done.`

const several = ({ manifest }: Places): string =>
  `${manifest} is missing, and there is more than one folder it could mean. Nothing was changed.\nRun \`hearten doctor\`.`
