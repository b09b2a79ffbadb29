import { classesOf } from './rule.ts'
import { plainWords } from './spelling.ts'

/**
 * How the learned look reads a text: in windows of three sentences, and each window as a set of buckets,
 * one for each word, for words that stand together, and for pieces of words. Learning and looking share it.
 */

/** How many buckets there are. A power of two. */
export const buckets = 1 << 15
/** A sentence is read with those beside it, which may say that it was a joke, a film or long ago. */
const inWindow = 3
/** The longest run of words without an end of a sentence that is read as one. */
const longest = 30

/** The windows of a text, which overlap: for each its buckets, each once. Linear in its length. */
export function windowsOf(text: string): Uint16Array[] {
  const sentences = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.!?;…\n。！？]+/)
    .map(wordsIn)
    .filter(words => words.length > 0)
    .flatMap(inPieces)
    .map(bucketsOf)
  const windows = Math.max(sentences.length - inWindow + 1, Math.min(sentences.length, 1))
  return Array.from({ length: windows }, (_, at) => eachOnce(sentences.slice(at, at + inWindow)))
}

let seen: Uint8Array | undefined

/** As a set would do it, in half the time. */
function eachOnce(sentences: readonly (readonly number[])[]): Uint16Array {
  seen ??= new Uint8Array(buckets)
  const found: number[] = []
  for (const sentence of sentences) {
    for (const bucket of sentence) {
      if (seen[bucket] === 1) continue
      seen[bucket] = 1
      found.push(bucket)
    }
  }
  for (const bucket of found) seen[bucket] = 0
  return Uint16Array.from(found)
}

/** Pieces that overlap, so that no plea is cut in two. */
function inPieces(words: string[]): string[][] {
  if (words.length <= longest) return [words]
  const pieces: string[][] = []
  for (let from = 0; from < words.length - longest / 2; from += longest / 2) {
    pieces.push(words.slice(from, from + longest))
  }
  return pieces
}

/** More of a word is not looked at. */
const longestWord = 24

const wordsIn = (sentence: string): string[] =>
  (sentence.replace(/[‘’`´]/g, "'").match(/[\p{L}\p{N}@$][\p{L}\p{N}@$'*]*/gu) ?? [])
    .map(word => word.slice(0, longestWord))
    .flatMap(plainWords)

/** The buckets of a sentence, some of them twice. */
function bucketsOf(words: readonly string[]): number[] {
  const found: number[] = []
  // What stands together is a number of the numbers of its words and kinds of words.
  const all = ['^', ...words, '$'].map(hashOf)
  const kinds = ['^', ...words, '$'].map(word => kindOf(word))
  const pair = (one: number, apart: number, other: number) => {
    if (one !== 0 && other !== 0) found.push(bucketOf(mixed(mixed(one, apart), other)))
  }
  all.forEach((word, at) => {
    const kind = kinds[at] ?? 0
    found.push(bucketOf(word))
    if (kind !== 0) found.push(bucketOf(kind))
    for (const apart of [1, 2]) {
      const [next, nextKind] = [all[at + apart] ?? 0, kinds[at + apart] ?? 0]
      pair(word, apart, next)
      pair(kind, apart, next)
      pair(word, apart, nextKind)
      pair(kind, apart, nextKind)
    }
    pair(mixed(word, all[at + 1] ?? 0), 3, all[at + 2] ?? 0)
  })
  const spaced = ` ${words.join(' ')} `
  for (let at = 0; at + 4 <= spaced.length; at++) {
    let piece = 0x5bd1e995
    for (let letter = at; letter < at + 4; letter++) {
      piece = Math.imul(piece ^ spaced.charCodeAt(letter), prime)
    }
    found.push(bucketOf(piece))
  }
  return found
}

const kindOf = (word: string): number => {
  const [kind] = classesOf(word)
  return kind === undefined ? 0 : hashOf(kind)
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash
}

const prime = 0x01000193

const mixed = (one: number, other: number): number => {
  const both = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) ^ other
  return Math.imul(both ^ (both >>> 13), 0x297a2d39)
}

const bucketOf = (hash: number): number => ((hash >>> 15) ^ hash) & (buckets - 1)
