import type { JournalRecord } from '../journal/change.ts'
import type { RecordLines } from './shelf-lines.ts'

/** Records as lines, for what is not to be had from a file. */
export const linesOfRecords = (records: readonly JournalRecord[]): RecordLines =>
  linesTogether(records.map(record => Buffer.from(JSON.stringify(record))))

/** Lines from several places, together as they stand on a shelf. */
export function linesTogether(lines: readonly Buffer[]): RecordLines {
  const places: number[] = []
  let length = 0
  for (const line of lines) {
    places.push(length, length + line.length)
    length += line.length + between.length
  }
  return { bytes: Buffer.concat(lines.flatMap(line => [line, between])), places }
}

const between = Buffer.from(',\n')
