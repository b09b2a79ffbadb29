import type { WordsInLine } from '../store/words-apart.ts'
import { oddLeads, uninert } from './inert-bytes.ts'

/** How a form spells words. */
export interface Spelling {
  /** What is written in the place of a character of ASCII, where it does not stand for itself. */
  readonly instead?: Readonly<Record<string, string>>
  /** Characters of ASCII that may mean something in this form: words with one of them are not copied. */
  readonly meaningful?: string
  /** Whether it leaves out blanks at both ends. */
  readonly trimmed?: true
}

const [blank, quote, backslash] = [32, 34, 92] as const

/**
 * A page that is written on bit by bit, in UTF-8. Words are copied onto it as they lie in a line of JSON: their bytes
 * are taken for characters, so that it is the engine that looks for what is odd in them and spells it.
 */
export class Ink {
  #bytes = Buffer.allocUnsafe(2 ** 16)
  #length = 0
  /** What is to be written before anything else: one long text costs less than many short ones. */
  #text = ''
  readonly #isTrimmed: boolean
  readonly #instead: readonly (readonly [from: string, to: string])[]
  /** What may be odd: one look at each character. */
  readonly #mayBeOdd: RegExp
  /** Words with one of these are not copied. */
  readonly #odd: RegExp

  constructor({ instead = {}, meaningful = '', trimmed }: Spelling) {
    this.#isTrimmed = trimmed === true
    this.#instead = Object.entries(instead)
    const alone = `\\x00-\\x1f${meaningful}`
    this.#mayBeOdd = new RegExp(`[${alone}${oddLeads}]`)
    this.#odd = new RegExp(`[${alone}]|${uninert}`)
  }

  write(text: string): void {
    this.#text += text
  }

  /**
   * Writes words as they lie in a line of JSON, spelled for here.
   * @param before what stands before them
   * @returns false, and nothing is written, where that is not to be had by copying
   */
  copy(words: WordsInLine, before = ''): boolean {
    if (this.#isTrimmed && hasBlankEnds(words)) return false
    const spelled = this.#spelled(words.bytes.toString('latin1', words.from, words.to))
    if (spelled === undefined) return false
    this.write(before)
    this.#put(spelled.length)
    this.#length += this.#bytes.write(spelled, this.#length, 'latin1')
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

  /** Words as they are spelled here, a character a byte; undefined where there is more to it. */
  #spelled(words: string): string | undefined {
    if (this.#mayBeOdd.test(words) && this.#odd.test(words)) return undefined
    let spelled = words
    if (words.includes('\\')) {
      spelled = words.replaceAll('\\n', '\n').replaceAll('\\"', '"').replaceAll('\\t', '\t')
      // What is left is a backslash of the person's, or stands for a character that the gate has to see.
      if (spelled.includes('\\')) return undefined
    }
    for (const [from, to] of this.#instead)
      if (spelled.includes(from)) spelled = spelled.replaceAll(from, to)
    return spelled
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
