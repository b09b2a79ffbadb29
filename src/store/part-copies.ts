import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { PartCopy } from './beside.ts'
import type { Checkup } from './checkup.ts'
import { isGeneration } from './manifest.ts'
import { shelfFiles } from './ours.ts'
import type { OnPaper, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import { partAppears, partsIn } from './parts.ts'
import { pendingFiles } from './pending.ts'
import { generationIn, placesIn, previousOf } from './places.ts'
import { recipientHere } from './sealing.ts'

/**
 * The parts of a journal as they lie there, sealed, for a copy in one file. Nobody needs a passphrase for that, and
 * without one nobody can say whether they are good.
 */
export const copiesOfParts = (folder: string, on: OnPaper = {}): PartCopy[] => {
  const { plain } = papersOf(on)
  return partsIn(folder, on)
    .filter(({ isHalfGone }) => !isHalfGone)
    .map(({ name, folder: inside }) => ({
      name,
      files: filesOf(plain, inside).flatMap(file => {
        const bytes = plain.read(join(inside, file))
        return bytes ? [{ file, bytes: bytes.toString('base64') }] : []
      }),
    }))
}

/** What is filed meanwhile is in both, and none is in neither: what waits comes before the months it goes to. */
const filesOf = (plain: PlainPaper, part: string): string[] => [
  'journal.json',
  ...generationsOf(plain, part).flatMap(name => {
    const generation = generationIn(join(part, name))
    const waiting = pendingFiles(plain, generation.pending).map(file => `pending/${file}`)
    return ['identity.age', 'recipient.txt', ...waiting, ...shelfFiles(plain, generation)].map(
      file => `${name}/${file}`,
    )
  }),
]

/**
 * Brings a part back as a copy holds it, each file in two places as always.
 * @throws UserError when there is one of this name, or it is none: then nothing is brought back
 */
export async function bringBackPart(checkup: Checkup, { name, files }: PartCopy): Promise<void> {
  const { plain } = papersOf(checkup)
  await partAppears(checkup, join(placesIn(checkup.folder).parts, name), folder => {
    const write = (path: string, bytes: Buffer) => {
      plain.makeFolder(dirname(path))
      plain.write(path, bytes, 'synced')
    }
    for (const { file, bytes } of files) {
      const content = Buffer.from(bytes, 'base64')
      for (const place of [file, secondPlaceOf(file)])
        if (place !== undefined) write(join(folder, place), content)
    }
    for (const generation of generationsOf(plain, folder))
      for (const inner of Object.values(generationIn(join(folder, generation))))
        plain.makeFolder(inner)
    const sealed = generationsOf(plain, folder).map(it =>
      recipientHere(plain, placesIn(folder), it),
    )
    if (sealed.length === 0 || sealed.includes(undefined))
      throw new UserError(
        `The copy of the part "${name}" is not whole. Nothing of it was brought back.`,
      )
  })
}

/** Where a second copy of a file lies; of what can be made again there is none. */
const secondPlaceOf = (file: string): string | undefined => {
  if (file.includes('/pending/')) return file.replace('/pending/', '/recent/')
  return /^journal|recipient/.test(file) ? undefined : previousOf(file)
}

const generationsOf = (plain: PlainPaper, part: string): string[] =>
  plain.names(part).filter(isGeneration)
