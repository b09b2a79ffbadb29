// One made-up world, many times over, and what was said of it.
import { addDays, asDay } from '../src/journal/day.ts'
import { type Insight, insightsOf } from '../src/reflect/insights.ts'
import { wordsThatMark } from '../src/reflect/marked-words.ts'
import { monthWordsOf } from '../src/reflect/month-words.ts'
import { generatorFrom } from '../src/reflect/statistics/generator.ts'
import { trendOf } from '../src/reflect/trend.ts'
import { type Journal, journalOf, planted, type World } from './insights-journals.ts'
import { forTrend, withEffect, withoutEffect } from './insights-worlds.ts'

/** How often something was so, of how often it could have been. */
export type Tally = [times: number, of: number]
export type Tallies = Record<string, Tally>

export interface Trial {
  readonly about: 'nothing' | 'something' | 'trend' | 'looking' | 'words'
  /** The name of a world. */
  readonly world: string
  readonly days: number
  readonly journals: number
  readonly seed: number
}

const worlds: Record<string, World> = { ...withoutEffect, ...withEffect }
const trendWorlds: Record<string, World> = forTrend

type Count = (what: string, so: boolean | number) => void

export function run({ about, world: name, days, journals, seed }: Trial): Tallies {
  const tallies: Tallies = {}
  const count: Count = (what, so) => {
    const key = `${about}/${name}/${days}/${what}`
    const [times, of] = tallies[key] ?? [0, 0]
    tallies[key] = [times + Number(so), of + 1]
  }
  const world = (about === 'trend' ? trendWorlds : worlds)[name]
  if (!world) throw new Error(`No world is called ${name}`)
  for (let i = 0; i < journals; i++) {
    if (about === 'words') countWordsNamed(seed + i, count)
    else {
      const journal = journalOf(world, days, seed + i)
      if (about === 'trend') countTrend(journal, count)
      else if (about === 'looking') countLooking(journal, count)
      else countInsights(journal, world, count)
    }
  }
  return tallies
}

function countInsights(journal: Journal, world: World, count: Count) {
  const { tests, shown } = insightsOf(journal.days)
  const isPlanted = (one: { factor: { id: string }; when: string }) =>
    world.effect !== 0 &&
    one.factor.id === planted &&
    one.when === (world.delay === 0 ? 'same day' : 'next day')
  /** What the factor truly does to mood, in points. */
  const truth = (one: Insight): number =>
    isPlanted(one) ? world.effect : one.factor.id === 'weekend' ? ofWeekend(journal, one.when) : 0
  const isTrue = (one: Insight) =>
    truth(one) * one.difference > 0 ||
    one.together.some(factor => isPlanted({ factor, when: one.when }))
  count('untrue', !shown.every(isTrue))
  for (const one of shown) {
    const [low, high] = one.interval
    count('holds', low <= truth(one) && truth(one) <= high)
  }
  if (!tests.some(isPlanted)) return
  const found = shown.find(isPlanted)
  const named = shown.some(one => one.together.some(({ id }) => id === planted))
  count('found', found !== undefined || named)
  if (found) count('together', found.together.length > 0)
  if (found) count('size', found.difference)
}

function ofWeekend({ week }: Journal, when: Insight['when']): number {
  const late = when === 'same day' ? [5, 6] : [6, 0]
  const of = (side: boolean) => {
    const own = week.filter((_, day) => late.includes(day) === side)
    return own.reduce((sum, x) => sum + x, 0) / own.length
  }
  return of(true) - of(false)
}

/** Somebody looks once a week. */
function countLooking({ days }: Journal, count: Count) {
  const [first] = days
  let any = false
  for (let week = 5; first && week <= 26; week++) {
    const until = addDays(first.day, 7 * week)
    any ||= insightsOf(days.filter(({ day }) => day <= until)).shown.length > 0
    if (week === 13 || week === 26) count(`by week ${week}`, any)
  }
}

function countTrend({ days }: Journal, count: Count) {
  const { words } = trendOf(
    days.flatMap(({ day, mood }) => (mood === undefined ? [] : [{ day, value: mood }])),
  )
  for (const one of ['rising', 'falling', 'steady', 'not clear yet']) count(one, words === one)
}

/** Words in which nothing marks one time from another, though each day keeps to a few subjects; a month is set against the rest. */
function countWordsNamed(seed: number, count: Count) {
  const random = generatorFrom(seed)
  const word = () => {
    // A few words are common and most are rare, as in any language.
    const rank = Math.floor(Math.exp(random() * Math.log(1500)))
    return `w${[...String(rank)].map(digit => 'abcdefghij'[Number(digit)]).join('')}`
  }
  const texts = Array.from({ length: 180 }, (_, i) => {
    const subjects = Array.from({ length: 4 }, word)
    const length = 30 + Math.floor(90 * random())
    const words = Array.from({ length }, () =>
      random() < 0.2 ? subjects[Math.floor(4 * random())] : word(),
    )
    return { day: addDays(asDay('2026-01-01'), i), text: words.join(' ') }
  })
  const [from, to] = [texts[75]?.day ?? '', texts[104]?.day ?? '']
  const marked = wordsThatMark([monthWordsOf(texts)], day => day >= from && day <= to)
  count('named', marked.length > 0)
}
