import { fieldOrder } from '../journal/fields/field-order.ts'

// The line of a record as it lies on the disk gets its fields into the order of the export, without being parsed: most
// of a journal is copied so. An object has as many bytes in one order as in another, so its fields change places
// where they are. Whatever is not just as hearten writes it (a field that it does not know, blanks, a number with
// an exponent) is left to `recordLine`, which parses.

/** The ranks of names, each in the slot of its hash or, where that is taken, in the next that is free. */
const table = new Int16Array(2 ** 12).fill(-1)
for (const [rank, name] of fieldOrder.entries()) {
  let hash = 0
  for (let at = 0; at < name.length; at++) hash = hashed(hash, name.charCodeAt(at))
  while (table[hash] !== -1) hash = (hash + 1) % table.length
  table[hash] = rank
}

function hashed(hash: number, byte: number): number {
  return (hash * 31 + byte) & 0xfff
}

const [quote, backslash, comma, colon, open, close, openList, closeList] = [
  34, 92, 44, 58, 123, 125, 91, 93,
] as const

/** So many fields an object may have, and so deep objects may lie in each other. */
const [most, deepest] = [64, 8] as const
/** The fields of the object that is looked at, and of those around it: where each begins and ends, and its rank. */
const starts = new Int32Array(most * deepest)
const ends = new Int32Array(most * deepest)
const ranks = new Int32Array(most * deepest)
/** A field that is moved. */
let moving = new Uint8Array(2 ** 10)

/**
 * Makes the line of a record what `recordLine` writes, in its place.
 * @param line holds it from `start` to `end`
 * @param isInert whether {@link areInert} said so: then most bytes of a text need no look
 * @returns whether it lay in order, or does so now; `not` where it has to be parsed, and still says the same
 */
export function putInOrder(
  line: Buffer,
  start: number,
  end: number,
  isInert: boolean,
): 'lay' | 'lies' | 'not' {
  isKnownInert = isInert
  isMoved = false
  if (line[start] !== open || objectEnd(line, start + 1, 0) !== end) return 'not'
  return isMoved ? 'lies' : 'lay'
}

let isKnownInert = false
let isMoved = false

// No arrays are made, taken apart or copied below: it is done for every field of every entry.

/** Puts the fields of an object in order. @returns where it ends; -1 where it is not as we write it */
function objectEnd(line: Buffer, from: number, depth: number): number {
  if (line[from] === close) return from + 1
  if (depth === deepest) return -1
  const first = depth * most
  let next = first
  let at = from
  let last = -1
  for (;;) {
    const rank = rankAt(line, at)
    if (rank < 0 || next === first + most) return -1
    starts[next] = at
    at = valueEnd(line, at + nameLength(rank) + 3, depth + 1)
    if (at < 0) return -1
    ends[next] = at
    ranks[next] = rank
    if (rank > last) last = rank
    else if (!moveToItsPlace(line, first, next)) return -1
    next++
    const byte = line[at]
    if (byte === close) return at + 1
    if (byte !== comma) return -1
    at++
  }
}

/**
 * Moves a field to where it belongs among those before it, which are in order.
 * @returns false for one that is there already
 */
function moveToItsPlace(line: Buffer, first: number, field: number): boolean {
  const rank = ranks[field] ?? 0
  let place = field
  while (place > first && (ranks[place - 1] ?? 0) >= rank) place--
  if (ranks[place] === rank) return false
  isMoved = true
  const start = starts[field] ?? 0
  const end = ends[field] ?? 0
  const to = starts[place] ?? 0
  const length = end - start + 1
  if (length > moving.length) moving = new Uint8Array(2 * length)
  for (let at = start; at < end; at++) moving[at - start] = line[at] ?? 0
  line.copyWithin(to + length, to, start - 1)
  for (let at = start; at < end; at++) line[to + at - start] = moving[at - start] ?? 0
  line[to + length - 1] = comma
  for (let other = field; other > place; other--) {
    starts[other] = (starts[other - 1] ?? 0) + length
    ends[other] = (ends[other - 1] ?? 0) + length
    ranks[other] = ranks[other - 1] ?? 0
  }
  starts[place] = to
  ends[place] = to + length - 1
  ranks[place] = rank
  return true
}

/** The rank of the name that begins here; -1 for one that is not known. */
function rankAt(line: Buffer, from: number): number {
  if (line[from] !== quote) return -1
  let hash = 0
  let at = from + 1
  for (let byte = line[at] ?? quote; byte !== quote; byte = line[at] ?? quote) {
    hash = hashed(hash, byte)
    at++
  }
  if (line[at + 1] !== colon) return -1
  for (let rank = table[hash] ?? -1; rank >= 0; rank = table[hash] ?? -1) {
    if (isName(line, from + 1, at, fieldOrder[rank] ?? '')) return rank
    hash = (hash + 1) & 0xfff
  }
  return -1
}

function isName(line: Buffer, from: number, to: number, name: string): boolean {
  if (name.length !== to - from) return false
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== line[from + i]) return false
  return true
}

const nameLength = (rank: number): number => fieldOrder[rank]?.length ?? 0

/** Where a value ends; -1 where it is not as we write it. */
function valueEnd(line: Buffer, from: number, depth: number): number {
  switch (line[from]) {
    case quote:
      return textEnd(line, from + 1)
    case open:
      return objectEnd(line, from + 1, depth)
    case openList:
      return listEnd(line, from + 1, depth)
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

function isWord(line: Buffer, from: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (line[from + i] !== word.charCodeAt(i)) return -1
  return from + word.length
}

/** Whole numbers of a few digits: others may be written in several ways. */
function numberEnd(line: Buffer, from: number): number {
  let at = from
  for (let byte = line[at] ?? 0; byte >= 48 && byte <= 57; byte = line[at] ?? 0) at++
  const digits = at - from
  if (digits === 0 || digits > 15 || (digits > 1 && line[from] === 48)) return -1
  return line[at] === comma || line[at] === close || line[at] === closeList ? at : -1
}

function listEnd(line: Buffer, from: number, depth: number): number {
  if (line[from] === closeList) return from + 1
  if (depth === deepest) return -1
  let at = from
  for (;;) {
    at = valueEnd(line, at, depth + 1)
    if (at < 0) return -1
    const next = line[at]
    if (next === closeList) return at + 1
    if (next !== comma) return -1
    at++
  }
}

/** A text that says nothing that a terminal would obey, and spells what it escapes as we do. */
function textEnd(line: Buffer, from: number): number {
  let at = from
  const near = from + 24
  for (;;) {
    while (isOrdinary[line[at] ?? 0] === 1) at++
    const byte = line[at]
    if (byte === quote) return at + 1
    if (byte === backslash) {
      if (!shortEscapes.has(line[at + 1] ?? 0)) return -1
      at += 2
    } else if (byte === undefined || byte < 32 || !isInertAt(line, at)) return -1
    else at++
    // In a long one the search of the system is quicker, and there is no need to look at what it passes over.
    if (isKnownInert && at > near) return farTextEnd(line, at)
  }
}

function farTextEnd(line: Buffer, from: number): number {
  for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 1)) {
    let before = at
    while (before > from && line[before - 1] === backslash) before--
    if ((at - before) % 2 === 0) return at + 1
  }
  return -1
}

/** Bytes of a text that stand for themselves. */
const isOrdinary = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 32 && byte < 127 && byte !== quote && byte !== backslash ? 1 : 0,
)

const shortEscapes = new Set([...'"\\bfnrt'].map(character => character.charCodeAt(0)))

/** Whether the character that begins here is none that `inertJson` writes as its number. */
function isInertAt(line: Buffer, at: number): boolean {
  const next = line[at + 1] ?? 0
  const third = line[at + 2] ?? 0
  switch (line[at]) {
    case 0xc2: // U+0080 to U+009F
      return next > 0x9f
    case 0xe2: // U+2028 to U+202E, and from U+2066 on
      return next === 0x80 ? third < 0xa8 || third > 0xae : next !== 0x81
    default:
      return !rarelyInert.includes(line[at] ?? 0)
  }
}

/** DEL, and what U+FFF9 to U+FFFB and U+E0000 to U+E007F begin with. */
const rarelyInert: readonly number[] = [0x7f, 0xef, 0xf3]

/** Whether no character in these bytes is one that `inertJson` would write as its number, and none is written so. */
export function areInert(bytes: Buffer, from: number, to: number): boolean {
  const has = (what: number | string) => {
    const at = bytes.indexOf(what, from)
    return at >= 0 && at < to
  }
  if (rarelyInert.some(has) || has('\\u') || has('\\/')) return false
  for (const byte of [0xc2, 0xe2])
    for (let at = bytes.indexOf(byte, from); at >= 0 && at < to; at = bytes.indexOf(byte, at + 1))
      if (!isInertAt(bytes, at)) return false
  return true
}
