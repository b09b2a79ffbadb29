import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { type DayFacts, type Factor, ratedDays } from '../../src/reflect/factor-days.ts'
import { insightsOf } from '../../src/reflect/insights.ts'
import { differenceInterval } from '../../src/reflect/statistics/difference.ts'
import { benjaminiHochberg } from '../../src/reflect/statistics/false-discovery.ts'
import { generatorFrom } from '../../src/reflect/statistics/generator.ts'

const start = asDay('2026-01-05')
const tag = (label: string): Factor => ({ id: `tag:${label}`, family: 'tag', label })

/** Days from what each had and how it was. */
function journal(n: number, of: (i: number) => { labels: string[]; mood?: number }): DayFacts[] {
  return Array.from({ length: n }, (_, i) => {
    const { labels, ...mood } = of(i)
    const factors = new Map(labels.map(label => [`tag:${label}`, tag(label)]))
    return { day: addDays(start, i), factors, ...mood }
  })
}

/** Lingering mood and habits that have nothing to do with each other, except that one tag may add to mood. */
function lingering(
  n: number,
  labels: string[],
  seed: number,
  adds: [label: string, points: number][] = [],
): DayFacts[] {
  const next = generatorFrom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  let carried = 0
  const had = labels.map(() => next() < 0.5)
  const points = new Map(adds)
  return journal(n, () => {
    carried = 0.5 * carried + 0.87 * normal()
    for (const i of labels.keys()) if (next() < 0.5) had[i] = next() < 0.5
    const now = labels.filter((_, i) => had[i])
    const added = now.reduce((sum, label) => sum + (points.get(label) ?? 0), 0)
    return { labels: now, mood: Math.min(5, Math.max(1, Math.round(3 + carried + added))) }
  })
}

const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']

describe('insightsOf', () => {
  it('says how many days are needed while there are too few', () => {
    const nothing = { neededDays: 30, enough: false, looked: 0, tests: [], shown: [] }
    expect(insightsOf([], { seed: 1 })).toEqual({ ratedDays: 0, ...nothing })
    expect(
      insightsOf(
        journal(1, () => ({ labels: ['a'], mood: 3 })),
        { seed: 1 },
      ),
    ).toEqual({
      ratedDays: 1,
      ...nothing,
    })
    const some = journal(60, i => (i < 29 ? { labels: ['a'], mood: 3 } : { labels: ['a'] }))
    expect(insightsOf(some, { seed: 1 })).toEqual({ ratedDays: 29, ...nothing })
  })

  it('finds a strong planted factor, with both means, both counts and an interval on one side of zero', () => {
    const days = lingering(120, words, 5, [['c', 1.2]])
    const { shown, looked, tests, ratedDays } = insightsOf(days, { seed: 1 })
    expect({ ratedDays, looked, tests: tests.length }).toEqual({
      ratedDays: 120,
      looked: 12,
      tests: 24,
    })
    expect(shown[0]).toMatchObject({ factor: tag('c'), when: 'same day' })
    const mood = (having: boolean) =>
      days.filter(({ factors }) => factors.has('tag:c') === having).map(({ mood }) => mood ?? 0)
    for (const [group, moods] of [
      [shown[0]!.with, mood(true)],
      [shown[0]!.without, mood(false)],
    ] as const) {
      expect(group.days).toBe(moods.length)
      expect(group.mean).toBeCloseTo(moods.reduce((a, b) => a + b, 0) / moods.length, 12)
    }
    const [low, high] = shown[0]!.interval
    expect(shown[0]!.difference).toBeCloseTo(shown[0]!.with.mean - shown[0]!.without.mean, 12)
    expect(low).toBeGreaterThan(0)
    expect((low + high) / 2).toBeCloseTo(shown[0]!.difference, 12)
  })

  it('finds what went with worse days as well', () => {
    const [found] = insightsOf(lingering(120, words, 6, [['d', -1.3]]), { seed: 1 }).shown
    expect(found).toMatchObject({ factor: tag('d') })
    expect(found!.difference).toBeLessThan(-0.3)
    expect(found!.interval[1]).toBeLessThan(0)
  })

  it('tells the day itself from the day after', () => {
    const next = generatorFrom(9)
    const walks = Array.from({ length: 150 }, () => next() < 0.4)
    const days = journal(150, i => ({
      labels: walks[i] ? ['walk'] : ['rest'],
      mood: (walks[i - 1] ? 4 : 2) + Math.floor(next() * 2),
    }))
    const { shown } = insightsOf(days, { seed: 1 })
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.every(({ when }) => when === 'next day')).toBe(true)
  })

  it('shows nothing smaller than 0.3 points, and nothing that turned round half-way', () => {
    const small = journal(400, i => ({
      labels: i % 3 === 0 ? ['a'] : [],
      mood: i % 3 === 0 ? 3.2 : 3,
    }))
    const turned = journal(200, i => ({
      labels: i % 3 === 0 ? ['a'] : [],
      mood: (i % 3 === 0) === i < 140 ? 4 : 3,
    }))
    for (const days of [small, turned]) {
      const { shown, tests } = insightsOf(days, { seed: 1 })
      expect(
        tests.find(({ factor, when }) => factor.label === 'a' && when === 'same day')!.p,
      ).toBeLessThan(0.01)
      expect(shown.filter(({ when }) => when === 'same day')).toEqual([])
    }
  })

  it('shows an interval that counts the looking, and nothing whose interval holds zero', () => {
    let leftOut = 0
    for (let seed = 1; seed <= 30; seed++) {
      const days = lingering(60, words, seed, [['a', 0.8]])
      const { tests, shown } = insightsOf(days, { seed: 1 })
      const stands = benjaminiHochberg(
        tests.map(({ p }) => p),
        0.1,
      )
      const level = 1 - (0.1 * stands.filter(Boolean).length) / tests.length
      for (const { factor, when } of tests.filter((_, i) => stands[i])) {
        const rows = ratedDays(days, when === 'same day' ? 0 : 1)
        const moods = rows.map(({ mood }) => mood)
        const split = rows.map(({ had }) => had.has(factor.id))
        const interval = differenceInterval(moods, split, level)
        const found = shown.find(one => one.factor === factor && one.when === when)
        if (found) expect(found.interval).toEqual(interval)
        if (interval[0] < 0 && interval[1] > 0) {
          leftOut++
          expect(found).toBeUndefined()
        }
      }
    }
    expect(leftOut).toBeGreaterThan(3)
  })

  it('shows at most three', () => {
    const days = lingering(900, words, 7, [
      ['a', 1],
      ['b', 1],
      ['c', -1],
      ['d', -1],
    ])
    expect(insightsOf(days, { seed: 1 }).shown).toHaveLength(3)
  })

  it('gives the same answer for the same days in any order, and the same seed', () => {
    const days = lingering(90, words, 8, [['a', 1]])
    const once = insightsOf(days, { seed: 11 })
    expect(insightsOf(days.toReversed(), { seed: 11 })).toEqual(once)
    expect(insightsOf(days, { seed: 12 })).not.toEqual(once)
  })

  it('takes any word for a word', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '🌧', 'עברית']
    const { tests, shown } = insightsOf(lingering(120, odd, 2, [['constructor', 1.3]]), { seed: 1 })
    expect(new Set(tests.map(({ factor }) => factor.label))).toEqual(new Set([...odd, 'weekend']))
    expect(shown[0]?.factor.label).toBe('constructor')
  })

  it('keeps quiet on moods that never change and on factors had every day', () => {
    const same = insightsOf(
      journal(60, i => ({ labels: i % 2 ? ['a'] : [], mood: 3 })),
      { seed: 1 },
    )
    expect(same.shown).toEqual([])
    const always = insightsOf(
      lingering(60, [], 1).map(day => ({ ...day, factors: new Map([['x', tag('x')]]) })),
      { seed: 1 },
    )
    expect(always.tests.map(({ factor }) => factor.label)).not.toContain('x')
  })

  it('has rows to test only where the day before is near', () => {
    const sparse = Array.from({ length: 40 }, (_, i) => ({
      day: addDays(start, 4 * i),
      mood: 1 + (i % 5),
      factors: new Map(i % 2 ? [['tag:a', tag('a')]] : []),
    }))
    expect(insightsOf(sparse, { seed: 1 })).toMatchObject({
      enough: true,
      looked: 0,
      tests: [],
      shown: [],
    })
  })

  it('seldom shows anything where there is nothing', () => {
    const journals = 150
    let any = 0
    let low = 0
    let tested = 0
    for (let seed = 1; seed <= journals; seed++) {
      const { shown, tests } = insightsOf(lingering(60, words, seed), { seed: 1, shuffles: 999 })
      if (shown.length > 0) any++
      low += tests.filter(({ p }) => p < 0.05).length
      tested += tests.length
    }
    expect(any / journals).toBeLessThanOrEqual(0.1)
    expect(low / tested).toBeGreaterThan(0.03)
    expect(low / tested).toBeLessThan(0.07)
  })

  it('takes ten years and ten thousand tags', () => {
    const days = lingering(3650, words, 3, [['b', 0.8]])
    const crowded = days.map((day, i) => {
      const rare = Array.from({ length: 3 }, (_, j) => tag(`rare ${3 * i + j}`))
      return {
        ...day,
        factors: new Map([...day.factors, ...rare.map(one => [one.id, one] as const)]),
      }
    })
    const { looked, shown } = insightsOf(crowded, { seed: 1 })
    expect(looked).toBe(12)
    expect(shown[0]?.factor).toEqual(tag('b'))
  })
})
