import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import type { HealthSieve } from '../formats/foreign/health-sieve.ts'
import { healthSieve, isHealthExport } from '../formats/foreign/health-sieve.ts'
import { MAX_JSON_BYTES, refusal } from '../formats/json.ts'
import type { Given } from '../formats/read-in.ts'
import type { Part } from '../formats/unzip.ts'
import { readAtMost, readEdges, readInPieces, readStranger } from '../regular-file.ts'
import { decodeText } from '../utf8.ts'
import type { Progress } from './progress.ts'

/**
 * How much is read at once, in bytes: what a journal comes in from is in memory whole. A text outside Latin
 * letters takes 7 times its size there.
 */
const mostAtOnce = (): number =>
  Math.min(MAX_JSON_BYTES, Math.floor(getHeapStatistics().heap_size_limit / 10))

/** More files than a journal of one life has. */
const mostFiles = 50_000

/** The text of a file the person named; `-` is standard input. */
export async function readGiven(context: Context, file: string): Promise<string> {
  return file === '-' ? context.terminal.readInput() : decodeText(bytesGiven(file), file)
}

/** What the person named: a file, a folder with all that is in it, or `-` for standard input. */
export async function journalGiven(
  context: Context,
  file: string,
  progress: Progress,
): Promise<Given> {
  if (file === '-')
    return { name: 'this', content: Buffer.from(await context.terminal.readInput()) }
  const there = statSync(file, { throwIfNoEntry: false })
  if (there?.isDirectory()) return { name: file, content: partsIn(file, progress), progress }
  const content =
    there?.isFile() && there.size > sifted
      ? (siftedHealth(realpathSync(file), progress) ?? bytesGiven(file))
      : bytesGiven(file)
  return { name: file, content, progress, most: mostAtOnce() }
}

/** Files of this size and more are looked at before they are read whole. */
const sifted = 16 * 1024 * 1024

/**
 * Of Apple Health's export only what is read of it, which is little: the rest is gigabytes of heartbeats.
 * Undefined for any other file.
 */
function siftedHealth(file: string, progress: Progress): Uint8Array | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sieve: HealthSieve | undefined
  const take = (piece: Buffer, read: number, size: number): boolean => {
    if (!sieve && !isHealthExport(piece.toString('latin1', 0, 4000))) return false
    sieve ??= healthSieve()
    sieve.take(inUtf8(() => decoder.decode(piece, { stream: true })))
    progress(read / size)
    return true
  }
  saying(file, () => readInPieces(file, take))
  return sieve && Buffer.from(sieve.end())
}

function inUtf8(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw refusal('it is not UTF-8 text')
  }
}

/** The bytes of a file the person named. */
function bytesGiven(file: string): Uint8Array {
  return saying(file, () => readAtMost(file, mostAtOnce()))
}

/** Every plain file of a folder and those in it; links are not followed, and what is hidden is left alone. */
function partsIn(folder: string, progress: Progress): Part[] {
  const parts: Part[] = []
  let left = mostAtOnce()
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
        const isLarge = sizeOf(path) > sifted
        const bytes = () => {
          const health = isLarge && siftedHealth(path, progress)
          if (health) return health
          const read = saying(path, () => readStranger(path, left).bytes)
          left -= read.length
          return read
        }
        parts.push({
          name,
          bytes,
          ...(isLarge && { edges: () => saying(path, () => readEdges(path)) }),
        })
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

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** Reads, and says of what goes wrong which file it was. */
function saying<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError)
      throw new UserError(
        `${file} is larger than hearten reads at once. Nothing was changed.\n${/\.zip$/i.test(file) ? 'Unpack it, and give the folder.' : 'Where it can be split, bring in one part after the other.'}`,
      )
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || error instanceof UserError) throw error
    if (code === 'ENOENT') throw new UserError(`There is no file ${file}. Nothing was changed.`)
    throw new UserError(`${file} could not be read (${code}). Nothing was changed.`)
  }
}
