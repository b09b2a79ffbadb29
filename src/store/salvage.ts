import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { isRecord } from '../journal/schema.ts'
import { isLogged } from './shape.ts'

/** What can still be read in a damaged file. */
export interface Salvaged {
  readonly records: readonly JournalRecord[]
  readonly changes: readonly LoggedChange[]
  /** Lines that look as if they held a record and cannot be read: the revision each still names, if any. */
  readonly unreadable: readonly (string | undefined)[]
}

/** Takes what is well-formed: from the whole when it is JSON, else every record that is whole by itself. */
export function salvage(bytes: Uint8Array): Salvaged {
  const records = new Map<string, JournalRecord>()
  const changes = new Map<string, LoggedChange>()
  const unreadable: (string | undefined)[] = []
  const whole = objectIn(bytes)
  for (const outer of whole === undefined ? objectsIn(bytes) : [whole]) {
    for (const value of [outer, ...listedIn(outer)]) {
      if (isRecord(value)) records.set(value.revision, value)
      else if (isLogged(value)) changes.set(value.id, value)
      else if (whole !== undefined && 'revision' in value) unreadable.push(undefined)
    }
  }
  if (whole === undefined) {
    for (const line of linesIn(bytes)) {
      const value = objectIn(line)
      if (value !== undefined && (!('revision' in value) || isRecord(value))) continue
      unreadable.push(/"revision":"([\w-]+)"/.exec(Buffer.from(line).toString('latin1'))?.[1])
    }
  }
  return { records: [...records.values()], changes: [...changes.values()], unreadable }
}

/** Every object that a document lists, under whatever name: that may be what was damaged. */
function listedIn(document: object): object[] {
  return Object.values(document)
    .flatMap(list => (Array.isArray(list) ? list : []))
    .filter(value => typeof value === 'object' && value !== null)
}

/** Lines that should hold a record. The first line and the last hold the document together. */
function* linesIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(newLine, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (line[0] === open && !Buffer.from(line).includes('{"hearten":')) yield line
    start = end < 0 ? bytes.length : end + 1
  }
}

const [newLine, quote, backslash, open, close] = [10, 34, 92, 123, 125]

/**
 * Every object that is whole, the outermost first, wherever it stands: lines may have run into each
 * other, or been broken up by whoever changed the file.
 */
function* objectsIn(bytes: Uint8Array): Generator<object> {
  for (let start = bytes.indexOf(open); start >= 0; ) {
    const end = endOfObject(bytes, start)
    const value = end === undefined ? undefined : objectIn(bytes.subarray(start, end))
    if (value !== undefined) yield value
    start = bytes.indexOf(open, value === undefined ? start + 1 : end)
  }
}

/** Where an object ends, if it does. No text goes on over the end of a line, so a lost quote ends the search. */
function endOfObject(bytes: Uint8Array, start: number): number | undefined {
  let depth = 0
  let isText = false
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (isText) {
      if (byte === newLine) return undefined
      if (byte === backslash) at++
      else if (byte === quote) isText = false
    } else if (byte === quote) isText = true
    else if (byte === open) depth++
    else if (byte === close && --depth === 0) return at + 1
  }
  return undefined
}

function objectIn(bytes: Uint8Array): object | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text.replace(/,?\s*$/, ''))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
