import type { WordsInLine } from '../store/words-apart.ts'
import { isInertAt, oddLeads } from './inert-bytes.ts'

/** How a form spells words. */
export interface Spelling {
  /** What is written in the place of a character of ASCII, where it does not stand for itself. */
  readonly instead?: Readonly<Record<string, string>>
  /** Characters of ASCII that may mean something in this form: words with one of them are not copied. */
  readonly meaningful?: string
  /** Whether it leaves out blanks at both ends. */
  readonly trimmed?: true
}

/** Longer words are rare, and would take as much room again in the page that is written. */
const longest = 2 ** 15
/** What is written for a byte is at most so long. */
const widest = 6

const [newline, tab, blank, quote, backslash] = [10, 9, 32, 34, 92] as const
const codeOf = (character: string) => character.charCodeAt(0)
/** What the escapes of JSON stand for. Those that are not here are for what the gate changes. */
const escapes = new Map([
  [quote, quote],
  [backslash, backslash],
  [codeOf('n'), newline],
  [codeOf('t'), tab],
])

/** A page that is written on bit by bit, in UTF-8. */
export class Ink {
  #bytes = Buffer.allocUnsafe(2 ** 16)
  #length = 0
  /** What is to be written before anything else: one long text costs less than many short ones. */
  #text = ''
  readonly #isTrimmed: boolean
  /** What is written for a byte, where that is something else. */
  readonly #instead: ReadonlyMap<number, Uint8Array>
  readonly #meaningful: ReadonlySet<number>
  /** Of each byte of a line, whether it is copied without another look. */
  readonly #isPlain: Uint8Array

  constructor({ instead = {}, meaningful = '', trimmed }: Spelling) {
    const others = Object.entries(instead)
    this.#isTrimmed = trimmed === true
    this.#instead = new Map(others.map(([from, to]) => [codeOf(from), Buffer.from(to)]))
    this.#meaningful = new Set([...meaningful].map(codeOf))
    const odd = [backslash, ...oddLeads, ...this.#instead.keys(), ...this.#meaningful]
    this.#isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
      byte < blank || odd.includes(byte) ? 0 : 1,
    )
  }

  write(text: string): void {
    this.#text += text
  }

  /**
   * Writes words as they lie in a line of JSON, spelled for here.
   * @returns false, and nothing is written, where that is not to be had by copying
   */
  copy(words: WordsInLine): boolean {
    const { from, to } = words
    if (to - from > longest || (this.#isTrimmed && hasBlankEnds(words))) return false
    this.#put((to - from) * widest)
    const end = this.#copied(words, this.#length)
    if (end < 0) return false
    this.#length = end
    return true
  }

  /** What was written since it was last taken. It is good until more is written. */
  taken(): Uint8Array {
    this.#put(0)
    const all = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return all
  }

  /** Puts down what is to be written, and makes room for more. */
  #put(room: number): void {
    const text = this.#text
    // A unit of UTF-16 takes three bytes at the most.
    const needed = this.#length + text.length * 3 + room
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(needed * 2)
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    if (text !== '') this.#length += this.#bytes.write(text, this.#length)
    this.#text = ''
  }

  /** @returns where the copy ends; -1 where something stands there that is not copied */
  #copied({ bytes, from, to }: WordsInLine, start: number): number {
    const into = this.#bytes
    const isPlain = this.#isPlain
    let at = start
    for (let place = from; place < to; place++) {
      let byte = bytes[place] ?? 0
      if (isPlain[byte] === 1) {
        into[at++] = byte
        continue
      }
      if (byte === backslash) {
        const meant = escapes.get(bytes[++place] ?? 0)
        if (meant === undefined) return -1
        byte = meant
      } else if (byte < blank || !isInertAt(bytes, place)) return -1
      if (this.#meaningful.has(byte)) return -1
      const other = this.#instead.get(byte)
      if (other === undefined) into[at++] = byte
      else for (const it of other) into[at++] = it
    }
    return at
  }
}

/** Whether words begin or end with what `trim` takes away, or with an escape that may be such. */
function hasBlankEnds({ bytes, from, to }: WordsInLine): boolean {
  const first = bytes[from]
  if (first === blank || (first === backslash && bytes[from + 1] !== quote)) return true
  const last = bytes[to - 1]
  if (last === blank || (bytes[to - 2] === backslash && last !== quote)) return true
  return isWideBlankAt(bytes, from) || isWideBlankAt(bytes, to - 2) || isWideBlankAt(bytes, to - 3)
}

/** Whether a blank begins here that is none of ASCII. */
function isWideBlankAt(bytes: Buffer, at: number): boolean {
  const next = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  switch (bytes[at]) {
    case 0xc2: // U+00A0
      return next === 0xa0
    case 0xe1: // U+1680
      return next === 0x9a && third === 0x80
    case 0xe2: // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
      if (next === 0x81) return third === 0x9f
      return next === 0x80 && (third <= 0x8a || [0xa8, 0xa9, 0xaf].includes(third))
    case 0xe3: // U+3000
      return next === 0x80 && third === 0x80
    case 0xef: // U+FEFF
      return next === 0xbb && third === 0xbf
    default:
      return false
  }
}
