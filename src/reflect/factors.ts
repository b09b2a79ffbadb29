import type { Day } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import { grouped } from '../journal/grouped.ts'
import { amountsIn } from '../journal/measure.ts'
import { nameKey } from '../journal/person.ts'
import { tagKey } from '../journal/tags.ts'
import { themes } from '../themes/theme.ts'
import type { GoodFor } from './counting.ts'
import { countedOn, isGoodOn } from './counting.ts'
import { moodCurve } from './curve.ts'
import type { Discretion, Known } from './discretion.ts'
import { discretionOf, formOf } from './discretion.ts'
import type { DayFacts, Factor } from './factor-days.ts'
import { distinct } from './people.ts'
import { mean } from './statistics/average.ts'
import { wordKey } from './tally.ts'
import { themeOf } from './themes/theme-of.ts'

/** What the days of a month had, to be kept. */
export interface MonthFacts {
  readonly facts: {
    readonly while: GoodFor
    /** How many of its entries are private. */
    readonly private: number
    readonly factors: readonly FoundFactor[]
    /** Each day with its mood, where it was rated, and the places of its factors among those. */
    readonly days: readonly (readonly [day: Day, mood: number | null, factors: readonly number[]])[]
    /** What was measured by numbers, in the order of the month. */
    readonly amounts: readonly (readonly [day: Day, name: string, value: number])[]
  }
}

interface FoundFactor extends Factor {
  /** Its words, where they are of the person's own and free: some are not read back. */
  readonly words?: string
}

/**
 * What of each month is kept to find out what each day had: themes, people, tags, reach-outs, promises kept, coping
 * tools, meetings. Names and tags come from open entries only, and nobody who is away or muted is ever set beside a mood.
 */
export const factsSum = (known: Known) => ({
  name: 'facts',
  form: formOf(known),
  parts: ['facts'] as const,
  of: (entries: readonly Entry[]) => monthFacts(entries, known),
  isGood: ({ facts }: MonthFacts) => isGoodOn(facts.while, known.today),
})

/**
 * @param months oldest first
 * @param onMoodSteps what stands in the place of mood: a measure's values on the five steps of mood
 */
export function dayFactsIn(
  months: readonly MonthFacts[],
  known: Known,
  onMoodSteps?: (name: string, value: number) => number | undefined,
): DayFacts[] {
  const may = discretionOf(known)
  const moods = new Map<Day, number>()
  const days = new Map<Day, Map<string, Factor>>()
  for (const { facts } of months) {
    const shown = facts.factors.map(({ words, ...factor }) =>
      words === undefined || may.mayRead(words) ? factor : undefined,
    )
    for (const [day, mood, factors] of facts.days) {
      if (day > known.today) continue
      if (mood !== null && !onMoodSteps) moods.set(day, mood)
      const had = days.get(day) ?? new Map<string, Factor>()
      days.set(day, had)
      for (const place of factors) {
        const factor = shown[place]
        if (factor) had.set(factor.id, factor)
      }
    }
  }
  if (onMoodSteps) {
    const amounts = months.flatMap(({ facts }) => facts.amounts)
    const found = amounts.flatMap(([day, name, amount]) => {
      const value = day > known.today ? undefined : onMoodSteps(name, amount)
      return value === undefined ? [] : [{ day, value }]
    })
    for (const [day, values] of grouped(found, it => it.day))
      moods.set(day, mean(values.map(({ value }) => value)))
  }
  return [...days].map(([day, factors]) => {
    const mood = moods.get(day)
    return { day, factors, ...(mood !== undefined && { mood }) }
  })
}

function monthFacts(all: readonly Entry[], known: Known): MonthFacts {
  const { entries, while: span } = countedOn(known.today, all)
  const may = discretionOf(known)
  const places = new Map<string, number>()
  const factors: FoundFactor[] = []
  const placeOf = (factor: FoundFactor): number => {
    const key = JSON.stringify([factor.id, factor.label, factor.words])
    const place = places.get(key) ?? factors.push(factor) - 1
    places.set(key, place)
    return place
  }
  const days = new Map<Day, number[]>()
  const had = (day: Day, found: readonly FoundFactor[]) => {
    const there = days.get(day) ?? []
    days.set(day, there)
    there.push(...found.map(placeOf))
  }
  for (const entry of entries) {
    had(entry.day, factorsOf(entry, known, may))
    if (entry.kind === 'promise') for (const day of keptOn(entry)) had(day, [promise])
  }
  const moods = new Map(moodCurve(entries).days.map(({ day, value }) => [day, value]))
  return {
    facts: {
      while: span,
      private: entries.filter(entry => entry.private === true).length,
      factors,
      amounts: entries.flatMap(entry =>
        Object.entries(amountsIn(entry)).flatMap(([name, value]) =>
          typeof value === 'number' ? [[entry.day, name, value] as const] : [],
        ),
      ),
      days: [...days].map(([day, of]) => [day, moods.get(day) ?? null, [...new Set(of)]]),
    },
  }
}

const reachOut: Factor = { id: 'reach-out', family: 'reach-out', label: 'a reach-out' }
const meeting: Factor = { id: 'meeting', family: 'meeting', label: 'a meeting' }
const promise: Factor = { id: 'promise', family: 'promise', label: 'a promise kept' }

function factorsOf(entry: Entry, known: Known, may: Discretion): FoundFactor[] {
  const theme = themes.find(({ id }) => id === themeOf(entry))
  const unnamed = [
    theme && ({ id: `theme:${theme.id}`, family: 'theme', label: theme.name } as const),
    entry.kind === 'reachout' && reachOut,
    entry.kind === 'meeting' && meeting,
  ].filter(factor => factor !== undefined && factor !== false)
  return may.isOpen(entry) ? [...unnamed, ...namedFactors(entry, known, may)] : unnamed
}

function namedFactors(entry: Entry, { circle }: Known, may: Discretion): FoundFactor[] {
  const people = distinct(everyoneIn(entry), circle)
    .filter(name => nameKey(name) !== '' && may.mayInvite(name))
    .map(name => ({ id: `person:${nameKey(name)}`, family: 'person', label: name }) as const)
  const tags = entry.tags
    .filter(may.mayTag)
    .map(
      tag => ({ id: `tag:${tagKey(tag)}`, family: 'tag', label: tagKey(tag), words: tag }) as const,
    )
  if (entry.kind !== 'coping') return [...people, ...tags]
  const { tool } = entry.details
  const used = { id: `tool:${wordKey(tool)}`, label: tool.trim(), words: tool }
  return [...people, ...tags, { ...used, family: 'tool' }]
}

const keptOn = ({ details: { steps = [] } }: PromiseEntry): Day[] =>
  steps.filter(({ outcome }) => outcome === 'done').map(({ on }) => on)
