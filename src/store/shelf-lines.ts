import { isUtf8 } from 'node:buffer'
import type { JournalRecord } from '../journal/change.ts'
import { isIntact } from './lines.ts'

// A shelf that hearten wrote has a record on each line. Who needs the lines, or a few of the records, takes them
// from its bytes, and nothing else is parsed.

/** Lines of JSON, a record each, where they lie in some bytes. */
export interface RecordLines {
  readonly bytes: Buffer
  /** Where each begins and where it ends, without the comma behind it, one after the other. */
  readonly places: readonly number[]
  readonly asTheyLie?: AsTheyLie | undefined
}

/** Whether lines are known to go out as they lie. Who finds out that they do says so. */
export interface AsTheyLie {
  readonly isKnown: boolean
  note(): void
}

/** Where the lines of a shelf are, as in {@link RecordLines}. */
export interface LinePlaces {
  readonly records: readonly number[]
  readonly history: readonly number[]
}

export interface ShelfLines extends LinePlaces {
  readonly bytes: Buffer
}

/**
 * Undefined for a shelf that is not just as hearten writes one.
 * @param isChecked whether that is known already, so that no checksum has to be looked at
 */
export function linePlacesIn(
  name: string,
  bytes: Buffer,
  isChecked = false,
): LinePlaces | undefined {
  const head = `{"hearten":1,"shelf":"${name}",\n"records":[\n`
  if (!startsWith(bytes, head, 0) || !(isChecked || isIntact(bytes))) return undefined
  // They are copied as they are.
  if (!isUtf8(bytes)) return undefined
  const records: number[] = []
  const afterRecords = linesFrom(bytes, head.length, records)
  if (!startsWith(bytes, middle, afterRecords)) return undefined
  const history: number[] = []
  const afterHistory = linesFrom(bytes, afterRecords + middle.length, history)
  return startsWith(bytes, end, afterHistory) ? { records, history } : undefined
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

/** The id of a line's record. A text of its own: cut out of a longer one, it would keep that in memory. */
export const idAt = (bytes: Buffer, start: number, end: number): string =>
  usual(bytes, start, idName) ?? recordAt(bytes, start, end).id

/** The revision that a line is. */
export function revisionAt(bytes: Buffer, start: number, end: number): string {
  const id = usual(bytes, start, idName)
  const after = start + idName.length + (id?.length ?? 0)
  const revision = id === undefined ? undefined : usual(bytes, after, revisionName)
  return revision ?? recordAt(bytes, start, end).revision
}

const idName = Buffer.from('{"id":"')
const revisionName = Buffer.from('","revision":"')

/** What stands behind a name, where it stands here and has no character that may be written otherwise. */
function usual(bytes: Buffer, at: number, name: Buffer): string | undefined {
  for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name[i]) return undefined
  const from = at + name.length
  let to = from
  while (bytes[to] !== 34 && bytes[to] !== 92 && to - from <= longestId) to++
  return bytes[to] === 34 ? bytes.toString('latin1', from, to) : undefined
}

const longestId = 64

export const recordAt = (bytes: Buffer, start: number, end: number): JournalRecord =>
  JSON.parse(bytes.toString('utf8', start, end))

/** What is on a shelf, the last line first. */
export function* recordsBackwards({ bytes, records }: ShelfLines): Generator<JournalRecord> {
  for (let at = records.length - 2; at >= 0; at -= 2)
    yield recordAt(bytes, records[at] ?? 0, records[at + 1] ?? 0)
}
