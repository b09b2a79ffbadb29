import type { Day } from '../journal/day.ts'
import { isStopWord, stopWords } from './stop-words.ts'

/** Some text of a day. */
export interface DatedWords {
  readonly day: Day
  readonly text: string
}

/**
 * How often each word is used in the texts, lower case, without everyday English ones. Scripts that set no
 * spaces between words are left out.
 */
export function countWords(entries: readonly { readonly text: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of entries)
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  // Each different word is looked at once: a long journal has few, and uses them a million times.
  for (const word of counts.keys())
    if (word.length < 3 || isStopWord(word) || unspaced.test(word)) counts.delete(word)
  return counts
}

/** How many words texts have, the everyday ones among them. */
export const lengthInWords = (entries: readonly { readonly text: string }[]): number =>
  entries.reduce((sum, { text }) => sum + wordsOf(text).length, 0)

/** Changes whenever words are counted otherwise, for those who keep what was counted. */
export const countingForm = (): string =>
  [
    'joined by spaces, letters too',
    countWords,
    wordsOf,
    plainWord,
    word,
    unspaced,
    ...stopWords,
  ].join('\n')

function wordsOf(text: string): readonly string[] {
  const isPlain = /^[\n\x20-\x7e]*$/.test(text)
  if (isPlain) return text.toLowerCase().match(plainWord) ?? []
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(word) ?? []
}

const plainWord = /[a-z]+(?:'[a-z]+)*/g
const word = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
