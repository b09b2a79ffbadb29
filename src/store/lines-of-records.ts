import type { JournalRecord } from '../journal/change.ts'
import type { RecordLines } from './shelf-lines.ts'

/** Records as lines, for what is not to be had from a file. */
export const linesOfRecords = (records: readonly JournalRecord[]): RecordLines =>
  linesTogether(records.map(record => Buffer.from(JSON.stringify(record))))

/** Lines from several places, together as they stand on a shelf. */
export function linesTogether(lines: readonly Buffer[]): RecordLines {
  const places: number[] = []
  let length = 0
  for (const line of lines) length += line.length + 2
  const bytes = Buffer.allocUnsafe(length)
  let at = 0
  for (const line of lines) {
    const end = at + line.copy(bytes, at)
    places.push(at, end)
    bytes[end] = comma
    bytes[end + 1] = newline
    at = end + 2
  }
  return { bytes, places }
}

const [comma, newline] = [44, 10] as const
