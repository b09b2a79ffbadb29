import type { Day } from '../journal/day.ts'
import { benjaminiHochberg } from './statistics/false-discovery.ts'
import { generatorFrom } from './statistics/generator.ts'
import type { MarkedWord } from './statistics/log-odds.ts'
import { markingWords } from './statistics/log-odds.ts'
import { shuffleTest } from './statistics/shuffle-test.ts'
import { isStopWord, stopWords } from './stop-words.ts'

/** Some text of a day. */
export interface DatedWords {
  readonly day: Day
  readonly text: string
}

/** As a z-score: of thousands of words, some are always past 2. */
const leastScore = 3
const leastUses = 3
/** One long page about the bus is not a time marked by the bus. */
const leastDays = 3
const mostWords = 8
/** With fewer words than this elsewhere there is nothing to set a period against. */
const leastElsewhere = 200
/** The chance that a period drawn from the days by lot would name any word at all. */
const falseShare = 0.05
const shuffles = 4999

interface Uses {
  readonly here: ReadonlyMap<string, number>
  readonly whole: ReadonlyMap<string, number>
}

/**
 * Words used more in a period than in the rest of the journal, more than chance would bring about if the days of
 * the period were drawn by lot. They describe; no word is better or worse.
 * @param here what was written in the period
 * @param journal what was ever written, the period's among it
 * @param uses of each word, where they were counted before: in the period and in the whole journal
 */
export function wordsThatMark(
  here: readonly DatedWords[],
  journal: readonly DatedWords[],
  { here: uses, whole }: Uses = { here: countWords(here), whole: countWords(journal) },
): MarkedWord[] {
  const elsewhere = new Map<string, number>()
  let total = 0
  for (const [word, all] of whole) {
    const rest = all - (uses.get(word) ?? 0)
    elsewhere.set(word, rest)
    total += rest
  }
  if (total < leastElsewhere) return []
  const often = new Map([...uses].filter(([, count]) => count >= leastUses))
  const marked = markingWords(uses, elsewhere).filter(
    ({ count, score }) => count >= leastUses && score >= leastScore,
  )
  if (marked.length === 0) return []
  const days = countByDay(journal, new Set(marked.map(({ word }) => word)))
  const inside = new Set(here.map(({ day }) => day))
  const split = [...days.keys()].map(day => inside.has(day))
  const onDays = (word: string) =>
    [...days].filter(([day, { of }]) => inside.has(day) && of.has(word)).length
  const tried = marked.filter(({ word }) => onDays(word) >= leastDays).slice(0, mostWords)
  const ps = tried.map(({ word }) => chanceOnDays(word, [...days.values()], split))
  // Each word used often enough could have been named, so each counts as a test; those not tried have failed.
  const others = Math.max(0, often.size - ps.length)
  const stands = benjaminiHochberg([...ps, ...new Array<number>(others).fill(1)], falseShare)
  return tried.filter((_, i) => stands[i])
}

/** How much was written on a day, and how often it used some of the words. */
interface WordsOfDay {
  all: number
  readonly of: Map<string, number>
}

function countByDay(journal: readonly DatedWords[], wanted: ReadonlySet<string>) {
  const days = new Map<Day, WordsOfDay>()
  for (const { day, text } of journal) {
    const found = days.get(day) ?? { all: 0, of: new Map<string, number>() }
    days.set(day, found)
    for (const word of wordsOf(text)) {
      found.all++
      if (wanted.has(word)) found.of.set(word, (found.of.get(word) ?? 0) + 1)
    }
  }
  return days
}

/** The chance that days drawn by lot would use a word as much more, or less, than the others do. */
function chanceOnDays(word: string, days: readonly WordsOfDay[], split: readonly boolean[]) {
  const uses = days.reduce((sum, { of }) => sum + (of.get(word) ?? 0), 0)
  const usual = uses / days.reduce((sum, { all }) => sum + all, 0)
  const beyond = days.map(({ all, of }) => (of.get(word) ?? 0) - usual * all)
  return shuffleTest(beyond, [split], { shuffles, random: generatorFrom(1) })[0] ?? 1
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
