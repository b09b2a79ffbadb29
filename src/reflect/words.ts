import type { Entry } from '../journal/entry.ts'
import type { MarkedWord } from './statistics/log-odds.ts'
import { markingWords } from './statistics/log-odds.ts'
import { isStopWord } from './stop-words.ts'

/** Beyond this a word's score is more than chance. */
const leastScore = 1.96
const leastUses = 3
const mostWords = 8
/** With fewer words than this elsewhere there is nothing to set a period against. */
const leastElsewhere = 200

/**
 * Words used more in a period than in the rest of the journal. They describe; no word is better or worse.
 * @param here the uses in the period
 * @param whole the uses in the whole journal, the period's among them
 */
export function wordsThatMark(
  here: ReadonlyMap<string, number>,
  whole: ReadonlyMap<string, number>,
): MarkedWord[] {
  const elsewhere = new Map<string, number>()
  let total = 0
  for (const [word, uses] of whole) {
    const rest = uses - (here.get(word) ?? 0)
    if (rest > 0) elsewhere.set(word, rest)
    total += rest
  }
  if (total < leastElsewhere) return []
  return markingWords(here, elsewhere)
    .filter(({ count, score }) => count >= leastUses && score >= leastScore)
    .slice(0, mostWords)
}

/**
 * How often each word is used in the texts, lower case, without everyday English ones. Scripts that set no
 * spaces between words are left out.
 */
export function countWords(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of entries)
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  // Each different word is looked at once: a long journal has few, and uses them a million times.
  for (const word of counts.keys())
    if (word.length < 3 || isStopWord(word) || unspaced.test(word)) counts.delete(word)
  return counts
}

function wordsOf(text: string): readonly string[] {
  const isPlain = /^[\n\x20-\x7e]*$/.test(text)
  if (isPlain) return text.toLowerCase().match(plainWord) ?? []
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(word) ?? []
}

const plainWord = /[a-z]+(?:'[a-z]+)*/g
const word = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
