import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import { readRegular } from '../regular-file.ts'
import { ifThere, writingError } from './file-errors.ts'

/** Somebody to call, kept outside the journal so that it can be read when the journal is locked. */
export interface OwnNumber {
  readonly name: string
  readonly number: string
  readonly addedOn: Day
}

export const helpFile = (dataFolder: string): string => join(dataFolder, 'help.json')

/**
 * The person's own numbers. Never throws: what cannot be read is `broken`, and there are none.
 * @param name of another file beside it, that a sync tool made
 */
export function readNumbers(
  dataFolder: string,
  name = 'help.json',
): { numbers: OwnNumber[]; broken: boolean } {
  try {
    const bytes = ifThere(() => readRegular(join(dataFolder, name)))
    if (bytes === undefined) return { numbers: [], broken: false }
    const { version, numbers } = JSON.parse(String(bytes))
    if (version !== 1 || !Array.isArray(numbers)) throw new TypeError()
    const readable = numbers.filter(isNumber)
    return { numbers: readable, broken: readable.length < numbers.length }
  } catch {
    return { numbers: [], broken: true }
  }
}

/** @throws UserError when it cannot be written, or when what is there cannot be read and would be lost */
export async function writeNumbers(
  dataFolder: string,
  numbers: readonly OwnNumber[],
): Promise<void> {
  const file = helpFile(dataFolder)
  if (readNumbers(dataFolder).broken)
    throw new UserError(
      `${file} could not be read whole, so nothing was written over it.\nMove it away or mend it, then try again.`,
    )
  // Loaded here, so that reading stays instant.
  const paper = (await import('./paper.ts')).plainPaper()
  const text = `${JSON.stringify({ version: 1, numbers }, null, 2)}\n`
  try {
    paper.makeFolder(dataFolder)
    paper.write(file, Buffer.from(text), 'synced')
  } catch (error) {
    throw writingError(file, error, 'Nothing was changed.')
  }
}

function isNumber(value: unknown): value is OwnNumber {
  const { name, number, addedOn } = (value ?? {}) as Record<string, unknown>
  return [name, number, addedOn].every(it => typeof it === 'string')
}
