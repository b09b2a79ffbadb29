import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import { MAX_JSON_BYTES } from '../formats/json.ts'
import type { Given } from '../formats/read-in.ts'
import type { Part } from '../formats/unzip.ts'
import { readAtMost, readStranger } from '../regular-file.ts'
import { decodeText } from '../utf8.ts'

/** More files than a journal of one life has. */
const mostFiles = 50_000

/** The text of a file the person named; `-` is standard input. */
export async function readGiven(context: Context, file: string): Promise<string> {
  return file === '-' ? context.terminal.readInput() : decodeText(bytesGiven(file), file)
}

/** What the person named: a file, a folder with all that is in it, or `-` for standard input. */
export async function journalGiven(context: Context, file: string): Promise<Given> {
  if (file === '-')
    return { name: 'this', content: Buffer.from(await context.terminal.readInput()) }
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory()
  return { name: file, content: isFolder ? partsIn(file) : bytesGiven(file) }
}

/** The bytes of a file the person named. */
function bytesGiven(file: string): Uint8Array {
  return saying(file, () => readAtMost(file, MAX_JSON_BYTES))
}

/** Every plain file of a folder and those in it; links are not followed, and what is hidden is left alone. */
function partsIn(folder: string): Part[] {
  const parts: Part[] = []
  let left = MAX_JSON_BYTES
  const look = (within: string) => {
    const found = saying(join(folder, within), () =>
      readdirSync(join(folder, within), { withFileTypes: true }),
    )
    for (const file of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = within === '' ? file.name : `${within}/${file.name}`
      if (file.name.startsWith('.')) continue
      if (file.isDirectory()) look(name)
      else if (file.isFile()) {
        const path = join(folder, name)
        const bytes = () => {
          const read = saying(path, () => readStranger(path, left).bytes)
          left -= read.length
          return read
        }
        parts.push({ name, bytes })
      }
      if (parts.length > mostFiles)
        throw new UserError(
          `${folder} holds more than ${mostFiles} files, which is no journal. Nothing was changed.`,
        )
    }
  }
  look('')
  return parts
}

/** Reads, and says of what goes wrong which file it was. */
function saying<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError)
      throw new UserError(
        `${file} is larger than hearten reads at once. Nothing was changed.${/\.zip$/i.test(file) ? '\nUnpack it, and give the folder.' : ''}`,
      )
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || error instanceof UserError) throw error
    if (code === 'ENOENT') throw new UserError(`There is no file ${file}. Nothing was changed.`)
    throw new UserError(`${file} could not be read (${code}). Nothing was changed.`)
  }
}
