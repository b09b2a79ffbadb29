import type { Day } from '../journal/day.ts'
import { isStopWord } from './stop-words.ts'

/** Some text of a day. */
export interface DatedWords {
  readonly day: Day
  readonly text: string
}

/** The words of some texts. */
export interface WordCount {
  /** How often each is used, lower case, without everyday English ones and scripts that set no spaces. */
  readonly counts: ReadonlyMap<string, number>
  /** How many there are, the everyday ones among them. */
  readonly length: number
}

export function countWords(entries: readonly { readonly text: string }[]): WordCount {
  const counts = new Map<string, number>()
  let length = 0
  for (const { text } of entries)
    for (const word of wordsOf(text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      length++
    }
  // Each different word is looked at once: a long journal has few, and uses them a million times.
  for (const word of counts.keys())
    if (word.length < 3 || isStopWord(word) || isUnspaced(word)) counts.delete(word)
  return { counts, length }
}

function wordsOf(text: string): readonly string[] {
  const isPlain = /^[\n\x20-\x7e]*$/.test(text)
  if (isPlain) return text.toLowerCase().match(plainWord) ?? []
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(word) ?? []
}

const plainWord = /[a-z]+(?:'[a-z]+)*/g
const word = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu
/** The tables of Unicode are unpacked for words beyond ASCII alone. */
const isUnspaced = (word: string): boolean => beyondAscii.test(word) && unspaced.test(word)

const beyondAscii = /[^\0-\x7f]/
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
