import type { Entry } from '../../journal/entry.ts'
import { typedIn } from '../../journal/fields/read.ts'
import { folded } from '../../journal/words.ts'

// Which three letters stand in a row anywhere in a month: a bit of many for each, and the same bit for many (a Bloom
// filter with one hash). A word can only be found where all of its own are. It is looked for in folded text and is folded
// itself, so what holds it holds them, in whatever script and case.

/** What of each month is kept for searches. */
export const trigramSum = {
  name: 'trigrams',
  parts: ['bits'] as const,
  of: (entries: readonly Entry[]): Trigrams => ({ bits: bitsOf(entries).toString('base64') }),
}

export interface Trigrams {
  /** In base 64; a power of two. */
  readonly bits: string
}

/** Whether a filter tells anything of a word. */
export const isLongEnough = (word: string): boolean => folded(word).length >= length

/** Whether words may stand in a month, each by itself. False only where none of them does. */
export function mayHold({ bits }: Trigrams, words: readonly string[]): boolean {
  const bytes = Buffer.from(bits, 'base64')
  const mask = bytes.length * 8 - 1
  const isThere = (hash: number) => ((bytes[(hash & mask) >> 3] ?? 0) & (1 << (hash & 7))) !== 0
  return words.some(word => hashesOf(folded(word)).every(isThere))
}

const length = 3
const most = 1 << 15
const fewest = 1 << 4

function bitsOf(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.alloc(most)
  const mask = bytes.length * 8 - 1
  for (const entry of entries)
    for (const hash of hashesOf(folded(typedIn(entry)))) {
      const at = (hash & mask) >> 3
      bytes[at] = (bytes[at] ?? 0) | (1 << (hash & 7))
    }
  let kept: Buffer = bytes
  // Half as many bits, as long as no more than one in four will be set.
  while (kept.length > fewest && onesIn(kept) < kept.length) kept = halved(kept)
  return kept
}

/** For every three units in a row one of many numbers. */
function hashesOf(text: string): number[] {
  const hashes: number[] = []
  let [first, second] = [text.charCodeAt(0), text.charCodeAt(1)]
  for (let at = 2; at < text.length; at++) {
    const third = text.charCodeAt(at)
    const hash = Math.imul(
      Math.imul(Math.imul(first, 0x1003f) + second, 0x1003f) + third,
      0x9e3779b1,
    )
    hashes.push(hash ^ (hash >>> 15))
    first = second
    second = third
  }
  return hashes
}

function onesIn(bytes: Buffer): number {
  let ones = 0
  for (let byte of bytes) for (; byte > 0; byte &= byte - 1) ones++
  return ones
}

/** The hash of what stood in the upper half is looked for by its lower bits then. */
function halved(bytes: Buffer): Buffer {
  const half = bytes.length / 2
  const lower = Buffer.from(bytes.subarray(0, half))
  for (let at = 0; at < half; at++) lower[at] = (lower[at] ?? 0) | (bytes[half + at] ?? 0)
  return lower
}
