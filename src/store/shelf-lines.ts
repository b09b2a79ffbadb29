import type { JournalRecord } from '../journal/change.ts'
import { isSealed } from './lines.ts'

// A shelf that hearten wrote has a record on each line. Who needs the lines, or a few of the records, takes them
// from its bytes, and nothing else is parsed.

/** Lines of JSON, a record each, where they lie in some bytes. */
export interface RecordLines {
  readonly bytes: Buffer
  /** Where each begins and where it ends, without the comma behind it, one after the other. */
  readonly places: readonly number[]
}

export interface ShelfLines {
  readonly bytes: Buffer
  readonly records: readonly number[]
  readonly history: readonly number[]
}

/**
 * The lines of a shelf; undefined for bytes that are not just as hearten writes them.
 * @param isKnown whether the checksum of these bytes was right before
 */
export function shelfLines(name: string, bytes: Buffer, isKnown: boolean): ShelfLines | undefined {
  const head = `{"hearten":1,"shelf":"${name}",\n"records":[\n`
  if (!startsWith(bytes, head, 0) || !(isKnown || isSealed(bytes))) return undefined
  const records: number[] = []
  const afterRecords = linesFrom(bytes, head.length, records)
  if (!startsWith(bytes, middle, afterRecords)) return undefined
  const history: number[] = []
  const afterHistory = linesFrom(bytes, afterRecords + middle.length, history)
  return startsWith(bytes, end, afterHistory) ? { bytes, records, history } : undefined
}

const middle = '],\n"history":[\n'
const end = '],\n"changes":[\n'

const startsWith = (bytes: Buffer, text: string, at: number): boolean =>
  bytes.toString('latin1', at, at + text.length) === text

/** @returns where the first line begins that is no record */
function linesFrom(bytes: Buffer, from: number, places: number[]): number {
  let start = from
  while (bytes[start] === 123) {
    const newline = bytes.indexOf(10, start)
    if (newline < 0) break
    places.push(start, bytes[newline - 1] === 44 ? newline - 1 : newline)
    start = newline + 1
  }
  return start
}

/** What a line says first. */
export interface LineHead {
  readonly id: string
  readonly revision: string
  /** Whether it replaces no other revision. */
  readonly isFirst: boolean
}

export function headOfLine(bytes: Buffer, start: number, end: number): LineHead {
  const found = usualHead.exec(bytes.toString('latin1', start, Math.min(end, start + 200)))
  if (found) {
    const [, id = '', revision = '', supersedes] = found
    return { id, revision, isFirst: supersedes === '' }
  }
  const { id, revision, supersedes } = recordAt(bytes, start, end)
  return { id, revision, isFirst: supersedes.length === 0 }
}

const usualHead = /^\{"id":"([\w-]+)","revision":"([\w-]+)","supersedes":\[("?)/

export const recordAt = (bytes: Buffer, start: number, end: number): JournalRecord =>
  JSON.parse(bytes.toString('utf8', start, end))

/** Records as lines, for what is not to be had from a file. */
export function linesOfRecords(records: readonly JournalRecord[]): RecordLines {
  const places: number[] = []
  let length = 0
  const lines = records.map(record => {
    const line = Buffer.from(JSON.stringify(record))
    places.push(length, length + line.length)
    length += line.length
    return line
  })
  return { bytes: Buffer.concat(lines), places }
}
