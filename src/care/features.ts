import { classesOf } from './rule.ts'
import { plainWords } from './spelling.ts'
import { topicsOf } from './stem.ts'

/**
 * How the learned look reads a text: in windows of three sentences, and each window as a set of buckets,
 * for words, their pieces, their kinds and topics, and what stands together. Learning and looking share it.
 */

/** How many buckets there are. A power of two. */
export const buckets = 1 << 17
/** A sentence is read with those beside it, which may say that it was a joke, a film or long ago. */
const usualWindow = 3
/** The longest run of words without an end of a sentence that is read as one. */
const longest = 30

/** A book is not read as closely as a page: of more sentences than this, only the likeliest and those beside them. */
const closely = 300

/** The windows of a text as it is usually read: for each its buckets, each once. */
export const windowsOf = (text: string): Generator<Uint32Array> => readingOf(text)()

/**
 * Reads a text once, and gives its windows of as many sentences as are asked for, which overlap. Linear in its
 * length. Where a text is long, `weigh` says what a word alone counts for, and so which sentences are read.
 */
export function readingOf(
  text: string,
  weigh?: (bucket: number) => number,
): (inWindow?: number) => Generator<Uint32Array> {
  const sentences = sentencesIn(text)
  const likely =
    weigh && sentences.length > closely ? likeliest(sentences, weigh) : [...sentences.keys()]
  const read = new Map<number, readonly number[]>()
  return function* (inWindow = usualWindow) {
    const starts = new Set<number>()
    const lastStart = Math.max(sentences.length - inWindow, 0)
    for (const at of likely) {
      for (let start = Math.max(at - inWindow + 1, 0); start <= at; start++) {
        if (start <= lastStart) starts.add(start)
      }
    }
    for (const start of starts) {
      yield eachOnce(
        sentences.slice(start, start + inWindow).map((sentence, at) => {
          const buckets = read.get(start + at) ?? bucketsOf(sentence)
          read.set(start + at, buckets)
          return buckets
        }),
      )
    }
  }
}

/** The sentences whose words weigh most, in their order. */
function likeliest(
  sentences: readonly (readonly string[])[],
  weigh: (bucket: number) => number,
): number[] {
  const sums = sentences.map(words =>
    words.reduce((sum, word) => sum + weigh(bucketOf(knownOf(word).hash)), 0),
  )
  return [...sums.keys()]
    .sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0))
    .slice(0, closely)
    .sort((one, other) => one - other)
}

const sentencesIn = (text: string): string[][] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.!?;…\n。！？]+/)
    .map(wordsIn)
    .filter(words => words.length > 0)
    .flatMap(inPieces)

let seen: Uint8Array | undefined

/** As a set would do it, in half the time. */
function eachOnce(sentences: readonly (readonly number[])[]): Uint32Array {
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
  return Uint32Array.from(found)
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

/** What a sum over so many buckets is divided by: long windows say more, and not in proportion. */
export const normOf = (length: number): number => (length + 1) ** 0.35
/** The same for the small net, whose units would be full too soon. */
export const netNormOf = (length: number): number => (length + 1) ** 0.5

/** What is known of a word wherever it stands. */
interface Known {
  readonly hash: number
  /** Its kind in the dictionary of the rules; nothing where it has none. */
  readonly kind: number
  readonly topics: readonly number[]
  /** What it is as a part of a sentence: a small word itself, another its topic. */
  readonly part: number
  /** A small word that turns what a topic means: "I", "not", "me". */
  readonly turns: boolean
  /** The pieces of four letters that lie inside it. */
  readonly pieces: readonly number[]
}

const known = new Map<string, Known>()
/** A book has more words than need to be remembered. */
const mostKnown = 20_000

function knownOf(word: string): Known {
  const before = known.get(word)
  if (before) return before
  const hash = hashOf(word)
  const [kind] = classesOf(word)
  const topics = topicsOf(word).map(topic => hashOf(`%${topic}`))
  const it: Known = {
    hash,
    kind: kind === undefined ? 0 : hashOf(kind),
    topics,
    part: small.has(word) ? hash : (topics[0] ?? unknown),
    turns: turning.has(word),
    pieces: piecesOf(` ${word} `),
  }
  if (known.size >= mostKnown) known.clear()
  known.set(word, it)
  return it
}

const small = new Set(
  `^ $ i me my mine myself we us our he him his she her they them their it its you your who a an the this that
  these those and or but if when because so as than then not no never nothing nobody to of in on at by for
  with from into out up down off over under is am are was were be been being do does did have has had having
  will would can could should may might must just like about all one`.split(/\s+/),
)
const turning = new Set(
  'i me my he him his she her we us they not never no myself you if when would will want'.split(
    ' ',
  ),
)

/** The buckets of a sentence, some of them twice. What stands together is a number of the numbers of its parts. */
function bucketsOf(sentence: readonly string[]): number[] {
  const found: number[] = []
  const words = ['^', ...sentence, '$'].map(knownOf)
  const topics = new Set<number>()
  const turns = new Set<number>()
  const pair = (one: number, apart: number, other: number) => {
    if (one !== 0 && other !== 0) found.push(bucketOf(mixed(mixed(one, apart), other)))
  }
  words.forEach((word, at) => {
    found.push(bucketOf(word.hash))
    if (word.kind !== 0) found.push(bucketOf(word.kind))
    for (const apart of [1, 2]) {
      const next = words[at + apart]
      if (!next) break
      pair(word.hash, apart, next.hash)
      pair(word.kind, apart, next.hash)
      pair(word.kind, apart, next.kind)
      pair(word.hash, apart, next.kind)
    }
    for (const piece of word.pieces) found.push(piece)
    for (const topic of word.topics) topics.add(topic)
    if (word.turns) turns.add(word.hash)
    const [second, third, fourth] = [words[at + 1], words[at + 2], words[at + 3]]
    if (!second || !third) return
    const three = mixed(mixed(mixed(word.part, 5), second.part), third.part)
    found.push(bucketOf(three))
    if (fourth) found.push(bucketOf(mixed(three, fourth.part)))
  })
  const about = [...topics].sort((one, other) => one - other)
  about.forEach((topic, at) => {
    found.push(bucketOf(topic))
    for (const other of about.slice(at + 1)) pair(topic, 6, other)
    for (const word of turns) pair(topic, 7, word)
  })
  for (const piece of piecesAcross(sentence)) found.push(piece)
  return found
}

/** The pieces of four letters of a text. */
function piecesOf(text: string): number[] {
  const pieces: number[] = []
  for (let at = 0; at + 4 <= text.length; at++) {
    let piece = 0x5bd1e995
    for (let letter = at; letter < at + 4; letter++) {
      piece = Math.imul(piece ^ text.charCodeAt(letter), prime)
    }
    pieces.push(bucketOf(piece))
  }
  return pieces
}

/** Those that lie across two words or more: three letters on either side of each space. */
function piecesAcross(words: readonly string[]): number[] {
  const found: number[] = []
  const spaced = ` ${words.join(' ')} `
  let from = 0
  for (const word of words) {
    // Where the next word begins; a piece that neither begins at this space nor ends at the next is across.
    const next = from + word.length + 1
    for (let at = Math.max(from, next - 2); at < next && at + 4 <= spaced.length; at++) {
      found.push(...piecesOf(spaced.slice(at, at + 4)))
    }
    from = next
  }
  return found
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash
}

const prime = 0x01000193
const unknown = hashOf('?')

const mixed = (one: number, other: number): number => {
  const both = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) ^ other
  return Math.imul(both ^ (both >>> 13), 0x297a2d39)
}

const bucketOf = (hash: number): number => ((hash >>> 15) ^ hash) & (buckets - 1)
