import { describe, expect, it } from 'vitest'
import { weekday } from '../../src/journal/day.ts'
import {
  type Analysis,
  analyse,
  layoutOf,
  type Sight,
  sharpest,
} from '../../src/reflect/analyses.ts'
import type { Factor, FactorDay } from '../../src/reflect/factor-days.ts'
import { mean } from '../../src/reflect/statistics/average.ts'
import { generatorFrom } from '../../src/reflect/statistics/generator.ts'
import { partialEffect } from '../../src/reflect/statistics/partial-effect.ts'
import { daysFrom } from '../helpers/builders.ts'

const tag = (label: string): Factor => ({ id: `tag:${label}`, family: 'tag', label })
const weekend: Factor = { id: 'weekend', family: 'weekend', label: 'weekend' }
const walk: Sight = { factor: tag('walk'), when: 'same day' }
const walkBefore: Sight = { factor: tag('walk'), when: 'next day' }
const tea: Sight = { factor: tag('tea'), when: 'same day' }
const free: Sight = { factor: weekend, when: 'same day' }
const sights = [walk, walkBefore, tea, free]

const n = 180
const dates = daysFrom('2026-01-05', n)
const moodOf = (day: FactorDay, i: number) => ({ ...day, mood: 3 + i / 100 })

/** Days on which chance alone says what they had, and what the moods before them were. */
function someDays(): FactorDay[] {
  const next = generatorFrom(1)
  const lot = (chance: number, factor: Factor) => (next() < chance ? [factor] : [])
  const had = dates.map(day => {
    const factors = [...lot(0.4, walk.factor), ...lot(0.4, tea.factor)]
    if (weekday(day) >= 6) factors.push(weekend)
    return new Map(factors.map(factor => [factor.id, factor]))
  })
  return dates.map((day, i) => ({
    ...{ day, mood: 3, had: had[i] ?? new Map(), hadBefore: i === 0 ? undefined : had[i - 1] },
    moodsBefore: Array.from({ length: Math.min(i + 1, 7) }, () => 1 + 4 * next()),
  }))
}

const nothing: Analysis = {
  ...{ slow: false, week: false, weekdays: false, yesterday: false, others: [] },
}

/** Days whose mood is a line, a point for a walk, and something beside that. */
const withMood = (beside: (day: FactorDay, i: number) => number) =>
  layoutOf(
    someDays()
      .map(moodOf)
      .map((day, i) => ({
        ...day,
        mood: day.mood + Number(day.had.has('tag:walk')) + beside(day, i),
      })),
    sights,
  )
const waves = (i: number) => Math.cos((3 * Math.PI * (i + 0.5)) / n)
const ofWeekday = ({ day }: FactorDay) =>
  [0, 0.4, -0.3, 0.9, 0.2, 0.7, -0.8, 0.1][weekday(day)] ?? 0
const ofTea = ({ had }: FactorDay) => 2 * Number(had.has('tag:tea'))
const ofWeek = ({ moodsBefore }: FactorDay) => mean(moodsBefore) / 2
const ofYesterday = ({ moodsBefore: [one = 0, two = one] }: FactorDay) => 0.5 * one + 0.25 * two

describe('an analysis', () => {
  const kinds: [string, (day: FactorDay, i: number) => number, Partial<Analysis>][] = [
    ['slow change', (_, i) => waves(i), { slow: true }],
    ['the week before', ofWeek, { week: true }],
    ['weekdays', ofWeekday, { weekdays: true }],
    ['the two days before', ofYesterday, { yesterday: true }],
    ['other factors', ofTea, { others: [tea] }],
  ]

  it.each(kinds)('that allows for %s is not misled by it', (_, beside, allowing) => {
    const layout = withMood(beside)
    const blind = analyse(layout, walk, nothing)?.effect ?? 1
    expect(Math.abs(blind - 1)).toBeGreaterThan(0.001)
    expect(analyse(layout, walk, { ...nothing, ...allowing })?.effect).toBeCloseTo(1, 9)
  })

  it('counts each slow wave it allows for: what bends slowly makes carry-over look too small', () => {
    const layout = withMood((_, i) => waves(i) + Math.sin(1.2 * i) / 2)
    const { line, slow, sights } = layout.at
    const x = sights.get('same day tag:walk') ?? 0
    const counting = (waves: number) =>
      partialEffect(layout.design, { y: 0, x, others: [line, ...slow], slow: 1 + waves })
    expect(slow.length).toBeGreaterThan(2)
    expect(analyse(layout, walk, { ...nothing, slow: true })).toEqual(counting(slow.length))
    expect(counting(0)?.error).not.toBe(counting(slow.length)?.error)
  })

  it.each(kinds)('that allows for all but %s is misled by it', (_, beside, allowing) => {
    const all = { slow: true, week: true, weekdays: true, yesterday: true, others: [tea] }
    const without = Object.keys(allowing).map(kind => [kind, nothing[kind as keyof Analysis]])
    const layout = withMood(beside)
    const effect = analyse(layout, walk, { ...all, ...Object.fromEntries(without) })?.effect ?? 1
    expect(Math.abs(effect - 1)).toBeGreaterThan(0.001)
    expect(analyse(layout, walk, all)?.effect).toBeCloseTo(1, 9)
  })

  it('always allows for a straight line', () => {
    expect(
      analyse(
        withMood(() => 0),
        walk,
        nothing,
      )?.effect,
    ).toBeCloseTo(1, 9)
  })

  it('tells the day itself from the day after', () => {
    const layout = withMood(({ hadBefore }) => 3 * Number(hadBefore?.has('tag:walk') ?? false))
    const beside = (other: Sight): Analysis => ({ ...nothing, others: [other] })
    expect(analyse(layout, walk, beside(walkBefore))?.effect).toBeCloseTo(1, 1)
    expect(analyse(layout, walkBefore, beside(walk))?.effect).toBeCloseTo(3, 1)
  })

  it('never allows for weekdays where the weekend is what is looked at', () => {
    const layout = withMood(ofWeekday)
    const weekdays = { ...nothing, weekdays: true }
    expect(analyse(layout, free, weekdays)).toEqual(analyse(layout, free, nothing))
    expect(analyse(layout, free, nothing)).toBeDefined()
    expect(sharpest(layout, free)).toBeDefined()
    const asTag: Sight = { factor: tag('day off'), when: 'same day' }
    const days = layout.days.map(day => ({
      ...day,
      had: day.had.has('weekend') ? new Map([['tag:day off', asTag.factor]]) : new Map(),
    }))
    expect(analyse(layoutOf(days, [asTag]), asTag, weekdays)).toBeUndefined()
  })

  it('says nothing of what was not laid out, and passes it over beside another', () => {
    const layout = withMood(ofTea)
    const unknown: Sight = { factor: tag('rain'), when: 'same day' }
    expect(analyse(layout, unknown, nothing)).toBeUndefined()
    expect(sharpest(layout, unknown)).toBeUndefined()
    expect(analyse(layout, walk, { ...nothing, others: [unknown] })).toEqual(
      analyse(layout, walk, nothing),
    )
  })
})

describe('the sharpest analysis', () => {
  it('allows for slow change, for weekdays, and for the factors it is given', () => {
    const layout = withMood((day, i) => waves(i) + ofWeekday(day) + ofTea(day))
    expect(sharpest(layout, walk, [tea])?.effect).toBeCloseTo(1, 9)
    expect(Math.abs((sharpest(layout, walk)?.effect ?? 1) - 1)).toBeGreaterThan(0.001)
  })
})

describe('the layout', () => {
  const layout = layoutOf(someDays(), sights)
  const column = (at: number | undefined) => [...(layout.design.columns[at ?? -1] ?? [])]

  it('has waves of three months or longer, each with half a turn more than the one before', () => {
    const turns = layout.at.slow.map(at => {
      const signs = column(at).map(Math.sign)
      return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
    })
    expect(turns).toEqual([1, 2, 3, 4])
    expect(layoutOf(someDays().slice(0, 44), []).at.slow.length).toBe(0)
    expect(layoutOf(someDays().slice(0, 45), []).at.slow.length).toBe(1)
  })

  it('goes by the calendar, not by how many days were rated', () => {
    const some = layoutOf(
      someDays().filter((_, i) => i % 2 === 0 || i === n - 1),
      [],
    )
    expect(some.at.slow.length).toBe(4)
  })

  it('takes a day of which it is not known what it had as a usual one', () => {
    const values = column(layout.at.sights.get('next day tag:walk'))
    expect(values[0]).toBeCloseTo(0, 12)
    expect(new Set(values.slice(1).map(value => value.toFixed(6))).size).toBe(2)
    expect(values.every(Number.isFinite)).toBe(true)
  })

  it('takes the day before for the one before that, where that is not known', () => {
    const [one, two] = layout.at.yesterday.map(at => column(at))
    const moods = layout.days.map(({ moodsBefore }) => moodsBefore)
    const between = (i: number) => (moods[i]?.[0] ?? 0) - (moods[1]?.[1] ?? 0)
    expect((two?.[0] ?? 0) - (two?.[1] ?? 0)).toBeCloseTo(between(0), 9)
    expect((one?.[3] ?? 0) - (one?.[2] ?? 0)).toBeCloseTo(
      (moods[3]?.[0] ?? 0) - (moods[2]?.[0] ?? 0),
      9,
    )
  })

  it('can be of no days', () => {
    expect(analyse(layoutOf([], [walk]), walk, nothing)).toBeUndefined()
  })
})
