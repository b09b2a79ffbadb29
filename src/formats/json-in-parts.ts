import type { JournalRecord } from '../journal/change.ts'
import type { EverythingInLines } from '../store/one-moment.ts'
import type { RecordLines } from '../store/shelf-lines.ts'
import { areInert, putInOrder } from './line-in-order.ts'
import { recordLine } from './record-line.ts'

/** The lists of the file, in order. */
export const lists = ['entries', 'people', 'settings', 'history'] as const

/**
 * What `writeJson` writes, bit by bit, of lines as they lie on the disk: they are put in order where they are.
 * Each bit is good until the next.
 */
export async function* jsonInParts(everything: EverythingInLines): AsyncGenerator<Uint8Array> {
  yield encoded('{"version":1,"format":"hearten",\n')
  for (const [nth, name] of lists.entries()) {
    yield encoded(`${nth === 0 ? '' : ',\n'}"${name}":[\n`)
    let isFirst = true
    for await (const lines of everything[name])
      for (const part of inOrderTogether(lines)) {
        if (!isFirst) yield betweenLines
        isFirst = false
        yield part
      }
    yield encoded(isFirst ? ']' : '\n]')
  }
  yield encoded('}\n')
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
const betweenLines = encoded(',\n')

/** Lines that follow each other with nothing but what is to stand between them are handed on as one. */
function* inOrderTogether({ bytes, places, asTheyLie }: RecordLines): Generator<Uint8Array> {
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0]
  const isInert = areInert(bytes, first, last)
  if (asTheyLie?.isKnown && isInert && places.length > 0) return yield bytes.subarray(first, last)
  let [from, to] = [-1, -1]
  let allLay = true
  for (let at = 0; at < places.length; at += 2) {
    const start = places[at] ?? 0
    const end = places[at + 1] ?? 0
    const order = putInOrder(bytes, start, end, isInert)
    const isCopied = order !== 'not'
    const goesOn = isCopied && start === to + 2 && bytes[to] === 44 && bytes[to + 1] === 10
    if (order !== 'lay' || (at > 0 && !goesOn)) allLay = false
    if (from >= 0 && !goesOn) {
      yield bytes.subarray(from, to)
      from = -1
    }
    if (!isCopied) yield encoded(recordLine(recordIn(bytes.subarray(start, end))))
    else if (from < 0) from = start
    to = isCopied ? end : -1
  }
  if (allLay) asTheyLie?.note()
  if (from >= 0) yield bytes.subarray(from, to)
}

const recordIn = (line: Uint8Array): JournalRecord => JSON.parse(new TextDecoder().decode(line))
