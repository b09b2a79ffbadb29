import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { layoutOf, sharpest } from '../../src/reflect/analyses.ts'
import { type DayFacts, type Factor, ratedDays } from '../../src/reflect/factor-days.ts'
import { insightsOf } from '../../src/reflect/insights.ts'
import { generatorFrom } from '../../src/reflect/statistics/generator.ts'
import { intervalOf } from '../../src/reflect/statistics/partial-effect.ts'

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
    expect(insightsOf([])).toEqual({ ratedDays: 0, ...nothing })
    expect(insightsOf(journal(1, () => ({ labels: ['a'], mood: 3 })))).toEqual({
      ratedDays: 1,
      ...nothing,
    })
    const some = journal(60, i => (i < 29 ? { labels: ['a'], mood: 3 } : { labels: ['a'] }))
    expect(insightsOf(some)).toEqual({ ratedDays: 29, ...nothing })
  })

  it('shows none of which the two averages say the opposite', () => {
    const against = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(seed => {
      const next = generatorFrom(seed)
      // More and more often, while mood goes down.
      const days = journal(180, i => {
        const labels = next() < 0.15 + (0.7 * i) / 180 ? ['walk'] : []
        const noise = (next() + next() + next() - 1.5) * 0.8
        const mood = 4.3 - (3 * i) / 180 + 0.8 * labels.length + noise
        return { labels, mood: Math.min(5, Math.max(1, mood)) }
      })
      const { tests, shown } = insightsOf(days)
      expect(shown.filter(one => one.difference * one.interval[0] <= 0)).toEqual([])
      return tests.filter(
        ({ factor, when, difference }) =>
          factor.id === 'tag:walk' && when === 'same day' && difference < 0,
      )
    })
    expect(against.length).toBeGreaterThan(1)
  })

  it('finds a strong planted factor, with both means, both counts and an interval on one side of zero', () => {
    const days = lingering(120, words, 5, [['c', 1.2]])
    const { shown, looked, tests, ratedDays } = insightsOf(days)
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
    expect(low).toBeLessThan(1.2)
    expect(high).toBeGreaterThan(1.2)
    expect(shown[0]!.together).toEqual([])
  })

  it('finds what went with worse days as well', () => {
    const [found] = insightsOf(lingering(120, words, 6, [['d', -1.3]])).shown
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
    const { shown } = insightsOf(days)
    const [first, ...others] = shown.filter(({ factor }) => factor.family === 'tag')
    expect(first?.when).toBe('next day')
    // What is had whenever the other is not cannot be told apart from it.
    expect([first?.factor.label, first?.together[0]?.label].sort()).toEqual(['rest', 'walk'])
    expect(others).toEqual([])
  })

  it('shows nothing smaller than 0.3 points, and nothing that was not there a month ago', () => {
    const next = generatorFrom(3)
    const had = Array.from({ length: 400 }, () => next() < 0.4)
    const small = journal(400, i => ({ labels: had[i] ? ['a'] : [], mood: had[i] ? 3.2 : 3 }))
    const early = journal(30, i => ({ labels: had[i] ? ['a'] : [], mood: had[i] ? 5 : 2 }))
    for (const days of [small, early]) {
      const { shown, tests } = insightsOf(days)
      const [test] = tests
      expect(test).toMatchObject({ factor: tag('a'), when: 'same day' })
      expect(test!.p).toBeLessThan(0.01)
      expect(shown.filter(({ when }) => when === 'same day')).toEqual([])
    }
  })

  it('shows an interval that counts the looking, beside which none stand at all', () => {
    const days = lingering(150, words, 5, [['a', 1.3]])
    const { tests, shown } = insightsOf(days)
    const stands = tests.filter(({ p, when }) => when === 'same day' && p < 0.001)
    expect(stands.map(({ factor }) => factor.label)).toEqual(['a'])
    const rated = ratedDays(days)
    const sights = tests.map(({ factor, when }) => ({ factor, when }))
    const layout = layoutOf(rated.slice(1), sights)
    const found = sharpest(layout, { factor: tag('a'), when: 'same day' })
    const [low, high] = intervalOf(found!, 1 - 0.06 / tests.length)
    expect(shown[0]?.interval[0]).toBeCloseTo(low, 10)
    expect(shown[0]?.interval[1]).toBeCloseTo(high, 10)
  })

  it('puts the surest first, whatever was looked at first', () => {
    const planted: [string, number][] = [
      ['a', 0.7],
      ['b', 1.1],
      ['c', -0.9],
    ]
    const { shown, tests } = insightsOf(lingering(500, words, 3, planted))
    const looked = tests.map(({ factor }) => factor.label).slice(0, tests.length / 2)
    expect(looked.filter(label => 'abc'.includes(label))).toEqual(['a', 'c', 'b'])
    expect(shown.map(({ factor }) => factor.label)).toEqual(['b', 'c', 'a'])
    expect(shown.map(({ p }) => p)).toEqual(shown.map(({ p }) => p).toSorted((a, b) => a - b))
  })

  it('shows what goes with mood, and not what only comes with that', () => {
    const next = generatorFrom(54)
    const days = lingering(200, words, 4, [['a', 1.3]]).map(day => {
      const comes = next() < (day.factors.has('tag:a') ? 0.85 : 0.15)
      const shadow = tag('shadow')
      return comes ? { ...day, factors: new Map(day.factors).set(shadow.id, shadow) } : day
    })
    const { shown, tests } = insightsOf(days)
    const test = tests.find(({ factor, when }) => factor.label === 'shadow' && when === 'same day')
    expect(test?.p).toBeLessThan(0.0001)
    expect(shown.map(({ factor, together }) => [factor.label, together])).toEqual([['a', []]])
  })

  it('asks for more where many days are missing', () => {
    const whole = lingering(240, words, 1, [['a', 0.9]])
    // After every twenty days, twenty without a word.
    const half = whole.map((facts, i) => ({
      ...facts,
      day: addDays(start, i + 20 * Math.floor(i / 20)),
    }))
    const labels = (days: DayFacts[]) => insightsOf(days).shown.map(({ factor }) => factor.label)
    expect(labels(whole)).toEqual(['a'])
    expect(labels(half)).toEqual([])
  })

  it('looks at the day after only where enough days with and without it are known', () => {
    const next = generatorFrom(4)
    // Two days of three are written of, and one thing belongs to the first of them alone.
    const days = journal(120, i => ({
      labels: i % 3 === 0 ? ['first'] : [],
      mood: 1 + Math.floor(5 * next()),
    })).filter((_, i) => i % 3 < 2)
    const { tests, looked } = insightsOf(days)
    const times = tests.flatMap(({ factor, when }) => (factor.label === 'first' ? when : []))
    expect(times).toEqual(['same day'])
    expect(tests.length).toBeGreaterThanOrEqual(looked)
    expect(tests.length).toBeLessThan(2 * looked)
  })

  it('shows nothing that holds in some analyses of the days only, however sure one of them is', () => {
    const { tests, shown } = insightsOf(lingering(110, words.slice(0, 6), 18, [['a', 0.75]]))
    const found = tests.find(({ factor, when }) => factor.label === 'a' && when === 'same day')
    expect(found?.p).toBeLessThan(0.001)
    expect(shown).toEqual([])
  })

  it('gives what goes with the same day more room than an equal share of the error', () => {
    const { tests, shown } = insightsOf(lingering(110, words.slice(0, 6), 39, [['a', 0.75]]))
    expect(shown.map(({ factor, when }) => [factor.label, when])).toEqual([['a', 'same day']])
    expect(shown[0]?.p).toBeGreaterThan(0.06 / tests.length)
    expect(tests.filter(({ p }) => p <= 2 * (0.06 / tests.length))).toHaveLength(1)
  })

  it('shows at most three', () => {
    const days = lingering(900, words, 7, [
      ['a', 1],
      ['b', 1],
      ['c', -1],
      ['d', -1],
    ])
    expect(insightsOf(days).shown).toHaveLength(3)
  })

  it('gives the same answer for the same days in any order', () => {
    const days = lingering(90, words, 8, [['a', 1]])
    const once = insightsOf(days)
    expect(insightsOf(days.toReversed())).toEqual(once)
  })

  it('takes any word for a word', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '🌧', 'עברית']
    const { tests, shown } = insightsOf(lingering(120, odd, 2, [['constructor', 1.3]]))
    expect(new Set(tests.map(({ factor }) => factor.label))).toEqual(new Set([...odd, 'weekend']))
    expect(shown[0]?.factor.label).toBe('constructor')
  })

  it('keeps quiet on moods that never change and on factors had every day', () => {
    const same = insightsOf(journal(60, i => ({ labels: i % 2 ? ['a'] : [], mood: 3 })))
    expect(same.shown).toEqual([])
    const always = insightsOf(
      lingering(60, [], 1).map(day => ({ ...day, factors: new Map([['x', tag('x')]]) })),
    )
    expect(always.tests.map(({ factor }) => factor.label)).not.toContain('x')
  })

  it('has rows to test only where the day before is near', () => {
    const sparse = Array.from({ length: 40 }, (_, i) => ({
      day: addDays(start, 4 * i),
      mood: 1 + (i % 5),
      factors: new Map(i % 2 ? [['tag:a', tag('a')]] : []),
    }))
    expect(insightsOf(sparse)).toMatchObject({
      enough: true,
      looked: 0,
      tests: [],
      shown: [],
    })
  })

  it('seldom shows anything where there is nothing', () => {
    const journals = 60
    let any = 0
    let low = 0
    let tested = 0
    for (let seed = 1; seed <= journals; seed++) {
      const { shown, tests } = insightsOf(lingering(60, words, seed))
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
    const { looked, shown } = insightsOf(crowded)
    expect(looked).toBe(12)
    expect(shown[0]?.factor).toEqual(tag('b'))
  })
})
