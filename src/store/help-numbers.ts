import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { readRegular } from '../regular-file.ts'
import type { OwnContact } from '../themes/helpline.ts'
import { ifThere } from './file-errors.ts'
import type { SmallFile } from './small-file.ts'

interface Numbers {
  readonly numbers: OwnContact[]
  /** Whether something is there that cannot be read. */
  readonly broken: boolean
}

export const helpFile = (dataFolder: string): string => join(dataFolder, 'help.json')

/**
 * The person's own numbers. Never throws: what cannot be read is `broken`. The second copy answers
 * where the file is gone or broken, so that there are numbers when they are needed.
 * @param name of another file beside it, that a sync tool made
 */
export function readNumbers(dataFolder: string, name = 'help.json'): Numbers {
  const file = join(dataFolder, name)
  const own = numbersIn(file)
  if (own && !own.broken) return own
  const copy = numbersIn(`${file}.bak`)
  if (own === undefined) return copy ?? { numbers: [], broken: false }
  const names = new Set(own.numbers.map(({ name }) => name))
  const others = copy?.numbers.filter(({ name }) => !names.has(name)) ?? []
  return { numbers: [...own.numbers, ...others], broken: true }
}

function numbersIn(path: string): Numbers | undefined {
  try {
    const bytes = ifThere(() => readRegular(path))
    if (bytes === undefined) return undefined
    const { version, numbers } = JSON.parse(String(bytes))
    if (version !== 1 || !Array.isArray(numbers)) throw new TypeError()
    const readable = numbers.filter(isNumber)
    return { numbers: readable, broken: readable.length < numbers.length }
  } catch {
    return { numbers: [], broken: true }
  }
}

/**
 * @param change gets the numbers as they are when nobody else changes them
 * @throws UserError when it cannot be written, or when what is there cannot be read and would be lost
 */
export async function changeNumbers(
  place: Omit<SmallFile, 'file'>,
  change: (numbers: readonly OwnContact[]) => readonly OwnContact[],
): Promise<void> {
  const file = helpFile(place.folder)
  // Loaded here, so that reading stays instant.
  const { inTurns, writeTwice } = await import('./small-file.ts')
  await inTurns({ ...place, file }, () => {
    const { numbers: before, broken } = readNumbers(place.folder)
    const numbers = change(before)
    if (broken)
      throw new UserError(
        `${file} could not be read whole, so nothing was written over it.\nMove it away or mend it, then try again.`,
      )
    const text = `${JSON.stringify({ version: 1, numbers }, null, 2)}\n`
    writeTwice({ ...place, file }, Buffer.from(text))
  })
}

function isNumber(value: unknown): value is OwnContact {
  const { name, number, addedOn } = (value ?? {}) as Record<string, unknown>
  return [name, number, addedOn].every(it => typeof it === 'string')
}
