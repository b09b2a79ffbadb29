import type { Day } from '../journal/day.ts'
import type { MonthWords, UsesByDay } from './month-words.ts'
import { timesInAll, timesUsed, timesUsedOn, usesByDay } from './month-words.ts'
import { benjaminiHochberg } from './statistics/false-discovery.ts'
import { generatorFrom } from './statistics/generator.ts'
import type { MarkedWord } from './statistics/log-odds.ts'
import { markingWords, total } from './statistics/log-odds.ts'
import { shuffleTest } from './statistics/shuffle-test.ts'

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
 * @param journal what was ever written, in parts
 * @param isHere whether a day is in the period
 */
export function wordsThatMark(
  journal: readonly MonthWords[],
  isHere: (day: Day) => boolean,
): MarkedWord[] {
  const uses = timesUsedOn(journal, isHere)
  const totalHere = total(uses)
  const totalElsewhere = timesInAll(journal) - totalHere
  if (totalElsewhere < leastElsewhere) return []
  const often = new Map([...uses].filter(([, count]) => count >= leastUses))
  const all = timesUsed(journal, often)
  const elsewhere = new Map([...often].map(([word, here]) => [word, (all.get(word) ?? 0) - here]))
  const marked = markingWords(often, elsewhere, { totalHere, totalElsewhere }).filter(
    ({ score }) => score >= leastScore,
  )
  if (marked.length === 0) return []
  const onDays = daysOfEach(
    journal.filter(({ words }) => words.days.some(isHere)),
    isHere,
    marked,
  )
  const tried = marked.filter(({ word }) => onDays(word) >= leastDays).slice(0, mostWords)
  const daily = usesByDay(
    journal,
    tried.map(({ word }) => word),
  )
  // Each word used often enough could have been named, so each counts as a test; those not tried have failed.
  const others = Math.max(0, often.size - tried.length)
  const bar = (falseShare * tried.length) / (tried.length + others)
  const ps = shuffleTest(
    tried.map(({ word }) => beyondUsual(word, daily)),
    daily.days.map(isHere),
    { shuffles, random: generatorFrom(1), bar },
  )
  const stands = benjaminiHochberg([...ps, ...new Array<number>(others).fill(1)], falseShare)
  return tried.filter((_, i) => stands[i])
}

/** On how many days of the period each word was used. */
function daysOfEach(
  months: readonly MonthWords[],
  isHere: (day: Day) => boolean,
  marked: readonly MarkedWord[],
): (word: string) => number {
  const { days, uses } = usesByDay(
    months,
    marked.map(({ word }) => word),
  )
  const here = days.map(isHere)
  return word => [...(uses.get(word)?.keys() ?? [])].filter(day => here[day]).length
}

/** How much more, or less, each day used a word than the others do. Drawn by lot, the days of the period seldom do so. */
function beyondUsual(word: string, { lengths, uses }: UsesByDay): number[] {
  const on = uses.get(word) ?? new Map<number, number>()
  const usual = [...on.values()].reduce((a, b) => a + b, 0) / lengths.reduce((a, b) => a + b, 0)
  return lengths.map((length, day) => (on.get(day) ?? 0) - usual * length)
}
