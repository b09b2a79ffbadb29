import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { JournalError } from '../errors.ts'
import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { reading } from './file-errors.ts'
import type { LineFinder } from './finder.ts'
import { Damage, decodeLines, encodeLines, TooNew } from './lines.ts'
import { broughtForward } from './migrations.ts'
import type { Paper } from './paper.ts'
import { readInWords } from './paper.ts'
import { previousOf } from './places.ts'
import type { Shelf } from './shelf.ts'

/**
 * lowdb's adapter for the bytes of a shelf. What they look like on the disk is the paper's business:
 * encryption belongs there, below this and below every other reader and writer of the store.
 */
export class PaperFile implements Adapter<Buffer> {
  readonly #paper: Paper
  readonly #path: string

  constructor(paper: Paper, path: string) {
    this.#paper = paper
    this.#path = path
  }

  /** @throws Damage when there is no file and yet there was one: that is never an empty shelf */
  async read(): Promise<Buffer | null> {
    const bytes = await readInWords(this.#paper, this.#path)
    if (bytes !== undefined) return bytes
    const lost = this.#whatIsLeft()
    if (lost === undefined) return null
    // Another process may just have made it.
    const now = await readInWords(this.#paper, this.#path)
    if (now === undefined) throw new Damage(lost)
    return now
  }

  #whatIsLeft(): string | undefined {
    return reading(this.#path, () => {
      if (this.#paper.about(this.#path, 'itself')) return 'it leads to a file that is not there'
      if (this.#paper.about(previousOf(this.#path)))
        return 'it was there and is not, and the copy before it still is'
      return undefined
    })
  }

  /** The folder was made before anything was written: one that is gone is no place to begin anew in. */
  async write(bytes: Buffer): Promise<void> {
    const folder = dirname(this.#path)
    if (this.#paper.about(folder) === undefined)
      throw unreadable(folder, new Damage('it was there and is not'))
    await this.#paper.write(this.#path, bytes, 'synced', { previous: 'keep' })
  }
}

/**
 * lowdb's adapter for a shelf, over one for bytes. Reading is where damage is noticed: an error then
 * keeps lowdb from ever writing over it.
 */
export class ShelfFile implements Adapter<Shelf> {
  readonly #name: string
  readonly #bytes: Adapter<Buffer>
  readonly #path: string
  readonly #onNotice: (text: string) => void

  constructor(
    name: string,
    path: string,
    bytes: Adapter<Buffer>,
    onNotice: (text: string) => void,
  ) {
    this.#name = name
    this.#path = path
    this.#bytes = bytes
    this.#onNotice = onNotice
  }

  /** @param holding when given, a shelf whose bytes do not hold this text counts as not there */
  async read(holding?: string): Promise<Shelf | null> {
    const bytes = await this.bytes()
    if (bytes === null) return null
    try {
      if (holding !== undefined && !bytes.includes(holding)) return null
      return await decodeShelf(this.#name, bytes, () => this.#onNotice(editedByHand(this.#path)))
    } catch (error) {
      throw unreadable(this.#path, error)
    }
  }

  /** Its bytes, not looked over; null when there is no file. */
  async bytes(): Promise<Buffer | null> {
    try {
      return await this.#bytes.read()
    } catch (error) {
      throw unreadable(this.#path, error)
    }
  }

  write(shelf: Shelf): Promise<void> {
    return this.writeBytes(encodeShelf(shelf))
  }

  /** @throws Error when what can be read back is not what was written */
  async writeBytes(bytes: Buffer): Promise<void> {
    await this.#bytes.write(bytes)
    const back = await this.#bytes.read().catch(error => {
      if (error instanceof Damage) return null
      throw error
    })
    if (back === null || Buffer.compare(back, bytes) !== 0) {
      throw new JournalError(
        `${this.#path} does not hold what was just written to it. Nothing is lost: the change is kept beside it.\nRun \`hearten doctor\`.`,
      )
    }
  }
}

export function encodeShelf({ name, records, history, changes, more }: Shelf): Buffer {
  return encodeLines({ shelf: name, ...more }, { records, history, changes })
}

/**
 * @param onEdited called when the checksum does not match and yet all is well-formed
 * @throws Damage, TooNew
 */
export async function decodeShelf(
  name: string,
  bytes: Uint8Array,
  onEdited: () => void = () => {},
): Promise<Shelf> {
  const decoded = decodeLines(bytes)
  const document = broughtForward(decoded.document)
  if (!decoded.intact) {
    ;(await import('./shape.ts')).checkShelf(name, document)
    onEdited()
  }
  const { hearten: _, checksum: __, shelf, records, history, changes, ...more } = document
  if (shelf !== name) throw new Damage(`it says that it is "${shelf}"`)
  return {
    name,
    records: records as JournalRecord[],
    history: history as JournalRecord[],
    changes: changes as LoggedChange[],
    more,
  }
}

/** Records of a shelf as hearten wrote it, by their places: only their lines are parsed. */
export function* recordsIn(bytes: Buffer, places: Iterable<number>): Generator<JournalRecord> {
  let [place, start] = [0, bytes.indexOf(beforeRecords) + beforeRecords.length]
  for (const wanted of [...places].sort((a, b) => a - b)) {
    for (; place < wanted; place++) start = bytes.indexOf(10, start) + 1
    const end = bytes.indexOf(10, start)
    const comma = bytes[end - 1] === 44 ? 1 : 0
    yield JSON.parse(bytes.toString('utf8', start, end - comma))
  }
}

/** Those records of a shelf as hearten wrote it in whose lines one of some things may be found. */
export function* recordsHolding(
  bytes: Buffer,
  finders: readonly LineFinder[],
): Generator<JournalRecord> {
  const begin = bytes.indexOf(beforeRecords) + beforeRecords.length
  const end = bytes.indexOf(afterRecords)
  if (end < begin) return
  const lines = bytes.subarray(begin, end)
  const starts = new Set<number>()
  for (const finder of finders) {
    const find = finder(lines)
    for (let at = find(0); at >= 0; ) {
      starts.add(lines.lastIndexOf(10, at) + 1)
      const next = lines.indexOf(10, at) + 1
      at = next > 0 ? find(next) : -1
    }
  }
  for (const start of [...starts].sort((a, b) => a - b)) {
    const next = lines.indexOf(10, start)
    const stop = next < 0 ? lines.length : next
    yield JSON.parse(lines.toString('utf8', start, stop).replace(/,$/, ''))
  }
}

const afterRecords = '\n],\n"history":['

const beforeRecords = '\n"records":[\n'

const editedByHand = (path: string): string =>
  `${path} was changed by something other than hearten. It is well-formed and was taken as it is.`

/** Damage in words for the person; any other error comes back as it is. */
export function unreadable(path: string, error: unknown): unknown {
  if (error instanceof TooNew) {
    return new JournalError(
      `${path} was written by a newer hearten than this one. Nothing was changed.\nInstall the newest version to read it.`,
      { cause: error },
    )
  }
  if (!(error instanceof Damage)) return error
  return new JournalError(
    `${path} is damaged: ${error.message}. Nothing was changed.\nRun \`hearten doctor\` to see what can be brought back.`,
    { cause: error },
  )
}
