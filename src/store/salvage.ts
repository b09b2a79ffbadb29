import type { JournalRecord, LoggedChange } from '../journal/change.ts'
import { isRecord } from '../journal/schema.ts'

/** What can still be read in a damaged file. */
export interface Salvaged {
  readonly records: readonly JournalRecord[]
  readonly changes: readonly LoggedChange[]
  /** How many lines look as if they held a record, and cannot be read. */
  readonly unreadable: number
}

/** Takes what is well-formed: from the whole when it is JSON, else line by line, as each record is one. */
export function salvage(bytes: Uint8Array): Salvaged {
  const records = new Map<string, JournalRecord>()
  const changes = new Map<string, LoggedChange>()
  let unreadable = 0
  for (const value of valuesIn(bytes)) {
    if (isRecord(value)) records.set(value.revision, value)
    else if (isLogged(value)) changes.set(value.id, value)
    else if (value === undefined || 'revision' in value) unreadable++
  }
  return { records: [...records.values()], changes: [...changes.values()], unreadable }
}

/** Every object that should be a record or a change; undefined for a line that cannot be read. */
function valuesIn(bytes: Uint8Array): (object | undefined)[] {
  const whole = objectIn(bytes)
  if (whole !== undefined) {
    const { records, history, changes } = whole as Record<string, unknown>
    return [records, history, changes]
      .flatMap(list => (Array.isArray(list) ? list : []))
      .filter(value => typeof value === 'object' && value !== null)
  }
  const lines: (object | undefined)[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    // The first line and the last hold the document together; they are no record.
    const looksRight = line[0] === 123 && !Buffer.from(line).includes('{"hearten":')
    if (looksRight) lines.push(objectIn(line))
    start = end < 0 ? bytes.length : end + 1
  }
  return lines
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

const isLogged = (value: object | undefined): value is LoggedChange =>
  value !== undefined && 'sequence' in value && 'touched' in value && 'id' in value
