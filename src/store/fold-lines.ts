import type { Change, JournalRecord } from '../journal/change.ts'
import { bySequence, logged } from '../journal/change.ts'
import { isFor } from './fold.ts'
import { checksumLineLength, withChecksumLike } from './lines.ts'
import { inShelfOrder, logShelf } from './shelf.ts'

/**
 * A month's bytes with changes folded in, where all they do is add new entries behind the last one, as who writes
 * today does. Of the lines that are there only the last are parsed.
 *
 * @returns what `fold` comes to, to the byte; undefined where it takes more than this
 */
export function foldAtEnd(
  month: string,
  bytes: Buffer,
  changes: readonly Change[],
): Buffer | undefined {
  const head = `{"hearten":1,"shelf":"${month}",\n"records":[\n{`
  const afterRecords = bytes.indexOf('\n],\n"history":[\n')
  const afterLog = bytes.lastIndexOf('\n],\n"checksum":"')
  if (bytes.toString('latin1', 0, head.length) !== head) return undefined

  const here = changes.flatMap(({ records }) => records.filter(it => isFor(month, it)))
  if (here.length > few) return undefined
  const isNew = ({ id, supersedes, movedFrom, deleted }: JournalRecord) =>
    supersedes.length === 0 && movedFrom === undefined && !deleted && !bytes.includes(id)
  if (!here.every(isNew) || new Set(here.map(({ id }) => id)).size < here.length) return undefined
  here.sort(inShelfOrder)
  const log = changes.filter(({ sequence }) => logShelf(sequence) === month).sort(bySequence)
  if (!areBehind<JournalRecord>(bytes, afterRecords, here, inShelfOrder)) return undefined
  if (!areBehind<Pick<Change, 'id' | 'sequence'>>(bytes, afterLog, log, bySequence))
    return undefined
  const body = [
    bytes.subarray(0, afterRecords),
    ...here.map(lineOf),
    bytes.subarray(afterRecords, afterLog),
    ...log.map(logged).map(lineOf),
    bytes.subarray(afterLog, 1 - checksumLineLength),
  ]
  // That its own checksum matches is found out with the new one: until then its bytes may be anything.
  return withChecksumLike(bytes, Buffer.concat(body))
}

/** Each is looked for in all that is there; of more than this, as an import brings them, folding whole takes less. */
const few = 20

/** Whether what is to come into a list, in its order, comes after its last line. A list without one is left alone. */
function areBehind<T>(
  bytes: Buffer,
  end: number,
  [first]: readonly T[],
  order: (a: T, b: T) => number,
): boolean {
  if (first === undefined) return true
  const last = bytes.toString('utf8', bytes.lastIndexOf(10, end - 1) + 1, end)
  try {
    return last.startsWith('{') && order(JSON.parse(last), first) < 0
  } catch {
    return false
  }
}

const lineOf = (record: unknown): Buffer => Buffer.from(`,\n${JSON.stringify(record)}`)
