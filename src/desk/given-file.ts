import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { MAX_JSON_BYTES } from '../formats/json.ts'
import { readAtMost } from '../regular-file.ts'
import { decodeText } from '../utf8.ts'

/** The text of a file the person named; `-` is standard input. */
export async function readGiven(context: Context, file: string): Promise<string> {
  return file === '-' ? context.terminal.readInput() : decodeText(bytesGiven(file), file)
}

/** The bytes of a file the person named. */
export function bytesGiven(file: string): Uint8Array {
  try {
    return readAtMost(file, MAX_JSON_BYTES)
  } catch (error) {
    if (error instanceof RangeError)
      throw new UserError(`${file} is larger than hearten reads at once. Nothing was changed.`)
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || error instanceof UserError) throw error
    if (code === 'ENOENT') throw new UserError(`There is no file ${file}. Nothing was changed.`)
    throw new UserError(`${file} could not be read (${code}). Nothing was changed.`)
  }
}
