import type { JournalRecord } from '../journal/change.ts'
import type { RecordLines } from './shelf-lines.ts'

/** Where a line lies. */
export interface LineAt {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
}

/** Records as lines, for what is not to be had from a file. */
export const linesOfRecords = (records: readonly JournalRecord[]): RecordLines =>
  linesTogether(
    records.map(record => {
      const bytes = Buffer.from(JSON.stringify(record))
      return { bytes, start: 0, end: bytes.length }
    }),
  )

/** Lines from several places, together as they stand on a shelf. */
export function linesTogether(lines: readonly LineAt[]): RecordLines {
  const length = lines.reduce((sum, { start, end }) => sum + end - start + between.length, 0)
  const bytes = Buffer.allocUnsafe(length)
  const places: number[] = []
  let at = 0
  /** Up to where they are copied. */
  let copied = 0
  for (const [nth, line] of lines.entries()) {
    places.push(at, at + line.end - line.start)
    at += line.end - line.start + between.length
    const next = lines[nth + 1]
    // Those that lie together already are copied together.
    if (next?.bytes === line.bytes && next.start === line.end + between.length) continue
    const end = at - between.length
    between.copy(bytes, end)
    line.bytes.copy(bytes, copied, line.end - (end - copied), line.end)
    copied = at
  }
  return { bytes, places }
}

const between = Buffer.from(',\n')
