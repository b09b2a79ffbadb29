import { join } from 'node:path'
import { JournalError } from '../errors.ts'
import { reading } from './file-errors.ts'
import type { Folders, OnPaper, Paper, PlainPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import type { Generation, Places } from './places.ts'
import { generationIn, previousOf } from './places.ts'

// A generation is plain, or it is sealed to a recipient: then no byte in it but these two files is plain.

/** The key that opens a sealed generation, itself under the passphrase; it has a copy beside it. */
export const keyFileIn = ({ folder }: Pick<Generation, 'folder'>): string =>
  join(folder, 'identity.age')

/** What a sealed generation is sealed to, for when the first page is lost. */
export const recipientFileIn = ({ folder }: Pick<Generation, 'folder'>): string =>
  join(folder, 'recipient.txt')

/** The files of a sealed generation that hold no words. */
export function keyFilesIn(paper: Folders, generation: Pick<Generation, 'folder'>): string[] {
  const key = keyFileIn(generation)
  return [key, previousOf(key), recipientFileIn(generation)].filter(
    path => reading(path, () => paper.about(path, 'itself')) !== undefined,
  )
}

/**
 * What a generation of which the first page says nothing is sealed to; undefined for a plain one.
 * @throws JournalError when it is sealed and does not say to what: then nothing can be written into it
 */
export function recipientHere(
  plain: PlainPaper,
  { folder }: Places,
  generation: string,
): string | undefined {
  const place = generationIn(join(folder, generation))
  if (keyFilesIn(plain, place).length === 0) return undefined
  const file = recipientFileIn(place)
  const text = reading(file, () => plain.read(file))
    ?.toString()
    .trim()
  if (text?.startsWith('age1')) return text
  throw new JournalError(
    `${place.folder} is encrypted, and ${file} does not say with which key. Nothing was changed.\nPut ${file} or the first page of the journal back from a copy.`,
  )
}

/**
 * The paper of a generation that is sealed to a recipient, or is not.
 * @throws JournalError when it is and nothing here knows how
 */
export async function paperSealedTo(
  on: OnPaper,
  folder: string,
  recipient: string | undefined,
): Promise<Paper> {
  const { plain, paper } = papersOf(on)
  if (recipient === undefined) return paper
  if (on.sealing === undefined)
    throw new JournalError(`${folder} is encrypted. Nothing was changed.`)
  return (await on.sealing()).paper(plain, folder, recipient)
}

/** The journal went on to another generation while something was about to be done in this one. */
export class MovedOn extends JournalError {
  constructor() {
    super(
      'Another hearten encrypted this journal just now, or took that back. Nothing was changed. Try again.',
    )
  }
}
