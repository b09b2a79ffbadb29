import type { Day } from '../journal/day.ts'
import { benjaminiHochberg } from './statistics/false-discovery.ts'
import { generatorFrom } from './statistics/generator.ts'
import type { MarkedWord } from './statistics/log-odds.ts'
import { markingWords } from './statistics/log-odds.ts'
import { shuffleTest } from './statistics/shuffle-test.ts'
import type { WordDays, WordsOfDay } from './word-days.ts'
import { timesInAll, timesUsed, timesUsedOn, wordsByDay } from './word-days.ts'

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

/**
 * Words used more in a period than in the rest of the journal, more than chance would bring about if the days of
 * the period were drawn by lot. They describe; no word is better or worse.
 * @param journal what was ever written, in parts, by day
 * @param isHere whether a day is in the period
 */
export function wordsThatMark(
  journal: readonly WordDays[],
  isHere: (day: Day) => boolean,
): MarkedWord[] {
  const uses = timesUsedOn(journal, isHere)
  const all = timesUsed(journal, uses)
  const elsewhere = new Map([...uses].map(([word, here]) => [word, (all.get(word) ?? 0) - here]))
  const total = timesInAll(journal) - [...uses.values()].reduce((a, b) => a + b, 0)
  if (total < leastElsewhere) return []
  const often = [...uses.values()].filter(count => count >= leastUses).length
  const marked = markingWords(uses, elsewhere, { totalElsewhere: total }).filter(
    ({ count, score }) => count >= leastUses && score >= leastScore,
  )
  if (marked.length === 0) return []
  const days = wordsByDay(journal, new Set(marked.map(({ word }) => word)))
  const split = days.map(({ day }) => isHere(day))
  const onDays = (word: string) =>
    days.filter(({ times }, nth) => split[nth] && times.has(word)).length
  const tried = marked.filter(({ word }) => onDays(word) >= leastDays).slice(0, mostWords)
  const ps = shuffleTest(
    tried.map(({ word }) => beyondUsual(word, days)),
    split,
    { shuffles, random: generatorFrom(1) },
  )
  // Each word used often enough could have been named, so each counts as a test; those not tried have failed.
  const others = Math.max(0, often - ps.length)
  const stands = benjaminiHochberg([...ps, ...new Array<number>(others).fill(1)], falseShare)
  return tried.filter((_, i) => stands[i])
}

/** How much more, or less, each day used a word than the others do. Drawn by lot, the days of the period seldom do so. */
function beyondUsual(word: string, days: readonly WordsOfDay[]): number[] {
  const uses = days.reduce((sum, { times }) => sum + (times.get(word) ?? 0), 0)
  const usual = uses / days.reduce((sum, { length }) => sum + length, 0)
  return days.map(({ length, times }) => (times.get(word) ?? 0) - usual * length)
}
