import { fieldOrder } from '../journal/fields/order.ts'

// The line of a record as it lies on the disk, its fields in the order of the export, without being parsed: a
// journal is copied so, and it is the larger part of the time that an export takes. Whatever is not just as hearten
// writes it (a field that it does not know, blanks, a number with an exponent) is left to `recordLine`, which parses.

/** Bytes that lines are put into, one after the other. */
export interface LineSink {
  bytes: Uint8Array
  length: number
}

export function put(sink: LineSink, bytes: Uint8Array): void {
  makeRoom(sink, bytes.length)
  sink.bytes.set(bytes, sink.length)
  sink.length += bytes.length
}

function makeRoom(sink: LineSink, length: number): void {
  if (sink.length + length <= sink.bytes.length) return
  const larger = new Uint8Array((sink.length + length) * 2)
  larger.set(sink.bytes.subarray(0, sink.length))
  sink.bytes = larger
}

/** What is seen of a name: its place in the order, and its bytes. */
interface Known {
  readonly rank: number
  readonly name: string
}

/** Names by a number that is made of their bytes; no two of ours have the same, and the name itself decides. */
const known = new Map<number, Known>()
for (const [rank, name] of fieldOrder.entries()) {
  let hash = 0
  for (let at = 0; at < name.length; at++) hash = hashed(hash, name.charCodeAt(at))
  if (!known.has(hash)) known.set(hash, { rank, name })
}

function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

const [quote, backslash, comma, colon, open, close, openList, closeList] = [
  34, 92, 44, 58, 123, 125, 91, 93,
] as const

/** The fields of a record: where each begins and ends, and its rank. Used for one line after the other. */
const starts = new Int32Array(64)
const ends = new Int32Array(64)
const ranks = new Int32Array(64)

/**
 * Puts the line of a record, as `recordLine` writes it, behind what is there already.
 * @param line holds it from `start` to `end`
 * @returns false, and nothing was put, where it has to be parsed
 */
export function putInOrder(sink: LineSink, line: Uint8Array, start: number, end: number): boolean {
  if (line[start] !== open || line[end - 1] !== close) return false
  let count = 0
  let at = start + 1
  for (;;) {
    if (count === starts.length) return false
    starts[count] = at
    const rank = rankAt(line, at)
    if (rank < 0) return false
    at = valueEnd(line, at + nameLength(rank) + 3, 0)
    if (at < 0) return false
    ends[count] = at
    // Most are in order already.
    let place = count
    while (place > 0 && (ranks[place - 1] ?? 0) >= rank) {
      if (ranks[place - 1] === rank) return false
      place--
    }
    if (place < count) moveTo(place, count, rank)
    else ranks[count] = rank
    count++
    const next = line[at]
    if (next === close) break
    if (next !== comma) return false
    at++
  }
  if (at !== end - 1) return false
  makeRoom(sink, end - start)
  putFields(sink, line, count)
  return true
}

/** The field that was found last comes in at its place. */
function moveTo(place: number, last: number, rank: number): void {
  const [start = 0, end = 0] = [starts[last], ends[last]]
  starts.copyWithin(place + 1, place, last)
  ends.copyWithin(place + 1, place, last)
  ranks.copyWithin(place + 1, place, last)
  starts[place] = start
  ends[place] = end
  ranks[place] = rank
}

/** What stands together and stays together is copied together. */
function putFields(sink: LineSink, line: Uint8Array, count: number): void {
  const { bytes } = sink
  let length = sink.length
  bytes[length++] = open
  for (let field = 0; field < count; ) {
    const from = starts[field] ?? 0
    let to = ends[field] ?? 0
    field++
    while (field < count && starts[field] === to + 1) to = ends[field++] ?? 0
    if (to - from < 32) for (let at = from; at < to; at++) bytes[length++] = line[at] ?? 0
    else {
      bytes.set(line.subarray(from, to), length)
      length += to - from
    }
    bytes[length++] = field < count ? comma : close
  }
  sink.length = length
}

/** The rank of the name that begins here; -1 for one that is not known. */
function rankAt(line: Uint8Array, from: number): number {
  if (line[from] !== quote) return -1
  let hash = 0
  let at = from + 1
  for (let byte = line[at] ?? quote; byte !== quote; byte = line[at] ?? quote) {
    hash = hashed(hash, byte)
    at++
  }
  const found = known.get(hash)
  if (found === undefined || line[at + 1] !== colon) return -1
  const { name, rank } = found
  if (name.length !== at - from - 1) return -1
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== line[from + 1 + i]) return -1
  return rank
}

const nameLength = (rank: number): number => fieldOrder[rank]?.length ?? 0

/** Where a value ends; -1 where it is not as we write it. */
function valueEnd(line: Uint8Array, from: number, depth: number): number {
  switch (line[from]) {
    case quote:
      return textEnd(line, from + 1)
    case open:
      return depth > 8 ? -1 : objectEnd(line, from + 1, depth + 1)
    case openList:
      return depth > 8 ? -1 : listEnd(line, from + 1, depth + 1)
    case 116: // true
      return isWord(line, from, 'true')
    case 102:
      return isWord(line, from, 'false')
    case 110:
      return isWord(line, from, 'null')
    default:
      return numberEnd(line, from)
  }
}

function isWord(line: Uint8Array, from: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (line[from + i] !== word.charCodeAt(i)) return -1
  return from + word.length
}

/** Whole numbers of a few digits: others may be written in several ways. */
function numberEnd(line: Uint8Array, from: number): number {
  let at = from
  for (let byte = line[at] ?? 0; byte >= 48 && byte <= 57; byte = line[at] ?? 0) at++
  const digits = at - from
  if (digits === 0 || digits > 15 || (digits > 1 && line[from] === 48)) return -1
  return line[at] === comma || line[at] === close || line[at] === closeList ? at : -1
}

/** Within a record nothing is moved: what is out of order there is parsed. */
function objectEnd(line: Uint8Array, from: number, depth: number): number {
  if (line[from] === close) return from + 1
  let at = from
  let last = -1
  for (;;) {
    const rank = rankAt(line, at)
    if (rank <= last) return -1
    last = rank
    at = valueEnd(line, at + nameLength(rank) + 3, depth)
    if (at < 0) return -1
    const next = line[at]
    if (next === close) return at + 1
    if (next !== comma) return -1
    at++
  }
}

function listEnd(line: Uint8Array, from: number, depth: number): number {
  if (line[from] === closeList) return from + 1
  let at = from
  for (;;) {
    at = valueEnd(line, at, depth)
    if (at < 0) return -1
    const next = line[at]
    if (next === closeList) return at + 1
    if (next !== comma) return -1
    at++
  }
}

/** A text that says nothing that a terminal would obey, and spells what it escapes as we do. */
function textEnd(line: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const byte = line[at]
    if (byte === quote) return at + 1
    if (byte === undefined || byte < 32) return -1
    if (byte === backslash) {
      if (!isShortEscape(line[at + 1])) return -1
      at += 2
    } else if (byte < 127) at++
    else if (isInert(line, at, byte)) at++
    else return -1
  }
}

/** `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`. */
const isShortEscape = (byte: number | undefined): boolean =>
  byte === quote ||
  byte === backslash ||
  byte === 98 ||
  byte === 102 ||
  byte === 110 ||
  byte === 114 ||
  byte === 116

/** Whether the first bytes of a character in UTF-8 can be of none that `inertJson` writes as its number. */
function isInert(line: Uint8Array, at: number, byte: number): boolean {
  const next = line[at + 1] ?? 0
  switch (byte) {
    case 0x7f:
      return false
    case 0xc2: // U+0080 to U+009F
      return next > 0x9f
    case 0xe2: // U+2028 to U+202E, and from U+2066 on
      if (next === 0x80) return !((line[at + 2] ?? 0) >= 0xa8 && (line[at + 2] ?? 0) <= 0xae)
      return next !== 0x81
    case 0xef: // U+FFF9 to U+FFFB
      return next !== 0xbf
    case 0xf3: // U+E0000 and on
      return false
    default:
      return true
  }
}
