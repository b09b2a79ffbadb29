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
  const places: number[] = []
  let length = 0
  for (const { start, end } of lines) length += end - start + between.length
  const bytes = Buffer.allocUnsafe(length)
  let at = 0
  for (let nth = 0; nth < lines.length; ) {
    const first = lines[nth] as LineAt
    let last = first
    // Those that lie together already are copied at once.
    for (let line: LineAt | undefined = first; line && isNext(line); line = lines[++nth]) {
      places.push(at + line.start - first.start, at + line.end - first.start)
      last = line
    }
    at += first.bytes.copy(bytes, at, first.start, last.end)
    at += between.copy(bytes, at)

    function isNext(line: LineAt): boolean {
      return line === first || (line.bytes === first.bytes && line.start === last.end + 2)
    }
  }
  return { bytes, places }
}

const between = Buffer.from(',\n')
