import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { MAX_JSON_BYTES } from '../formats/json.ts'
import { readAtMost } from '../regular-file.ts'
import { decodeText } from '../system/terminal.ts'

/** The text of a file the person named; `-` is standard input. */
export async function readGiven(context: Context, file: string): Promise<string> {
  if (file === '-') return context.terminal.readInput()
  try {
    return decodeText(readAtMost(file, MAX_JSON_BYTES), file)
  } catch (error) {
    if (error instanceof RangeError)
      throw new UserError(`${file} is larger than hearten reads at once. Nothing was changed.`)
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || error instanceof UserError) throw error
    if (code === 'ENOENT') throw new UserError(`There is no file ${file}. Nothing was changed.`)
    throw new UserError(`${file} could not be read (${code}). Nothing was changed.`)
  }
}
