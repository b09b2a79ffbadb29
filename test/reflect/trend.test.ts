import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { generatorFrom } from '../../src/reflect/statistics/generator.ts'
import { trendOf } from '../../src/reflect/trend.ts'
import fc from '../helpers/properties.ts'

const start = asDay('2026-01-01')
const rated = (moods: number[]) => moods.map((value, i) => ({ day: addDays(start, i), value }))

/** Moods that wander about `level` by up to `noise`, without any memory. */
function wandering(n: number, level: (i: number) => number, noise: number, seed = 1): number[] {
  const next = generatorFrom(seed)
  return Array.from({ length: n }, (_, i) => level(i) + noise * (2 * next() - 1))
}

describe('trendOf', () => {
  it('says only how many days there are, below fourteen', () => {
    expect(trendOf([])).toEqual({ state: 'points', rated: 0, needed: 21, words: 'not clear yet' })
    expect(trendOf(rated(Array(13).fill(3)))).toEqual({
      state: 'points',
      rated: 13,
      needed: 21,
      words: 'not clear yet',
    })
  })

  it('says mean and range from fourteen to twenty days, and no direction', () => {
    for (const n of [14, 20]) {
      const moods = Array.from({ length: n }, (_, i) => (i === 0 ? 1 : i === 1 ? 5 : 3))
      expect(trendOf(rated(moods))).toEqual({
        state: 'range',
        rated: n,
        needed: 21,
        words: 'not clear yet',
        mean: 3,
        low: 1,
        high: 5,
      })
    }
  })

  it('finds a clear rise and a clear fall', () => {
    const rise = trendOf(rated(wandering(60, i => 2 + i / 30, 0.1)))
    expect(rise).toMatchObject({ state: 'slope', words: 'rising' })
    if (rise.state === 'slope') expect(rise.slopePerMonth).toBeCloseTo(1.01, 1)
    expect(trendOf(rated(wandering(60, i => 4 - i / 30, 0.4)))).toMatchObject({
      words: 'falling',
    })
  })

  it('says steady only where the whole interval lies within half a point a month', () => {
    const close = trendOf(rated(wandering(90, () => 3, 0.8)))
    expect(close).toMatchObject({ words: 'steady' })
    const wide = trendOf(rated(wandering(21, () => 3, 2)))
    expect(wide).toMatchObject({ words: 'not clear yet' })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 21, maxLength: 120 }),
        moods => {
          const trend = trendOf(rated(moods))
          if (trend.state !== 'slope') throw new Error('enough days for a slope')
          const [low, high] = trend.interval
          expect(low).toBeLessThanOrEqual(trend.slopePerMonth)
          expect(high).toBeGreaterThanOrEqual(trend.slopePerMonth)
          if (trend.words === 'rising') expect(low).toBeGreaterThan(0)
          if (trend.words === 'falling') expect(high).toBeLessThan(0)
          const inside = low >= -0.5 && high <= 0.5
          if (low <= 0 && high >= 0) expect(trend.words === 'steady').toBe(inside)
          else if (trend.words === 'steady') expect(inside).toBe(true)
        },
      ),
    )
  })

  it('draws the line of steady at half a point', () => {
    let just = 0
    for (let seed = 1; seed <= 200; seed++) {
      const trend = trendOf(rated(wandering(52, () => 3, 1.5, seed)))
      if (trend.state !== 'slope') throw new Error('enough days for a slope')
      const furthest = Math.max(-trend.interval[0], trend.interval[1])
      if (Math.abs(furthest - 0.5) < 0.05) just++
      if (furthest > 0.5) expect(trend.words).not.toBe('steady')
    }
    expect(just).toBeGreaterThan(3)
  })

  it('names no direction that only one stretch of the days has', () => {
    const late = wandering(180, i => 2 + i / 2000 + Math.max(0, i - 120) / 60, 2)
    const early = late.toReversed().map(mood => 6 - mood)
    const turned = wandering(180, i => (i < 90 ? 2 + i / 60 : 3.5 - (i - 90) / 400), 2)
    for (const moods of [late, early, turned]) {
      const trend = trendOf(rated(moods))
      if (trend.state !== 'slope') throw new Error('enough days')
      expect(trend.interval[0]).toBeGreaterThan(0)
      expect(trend.words).not.toBe('rising')
    }
  })

  it('is less sure when mood lingers', () => {
    const lone = wandering(60, () => 3, 1)
    const lingering = lone.map((_, i) => lone[i - (i % 4)] ?? 3)
    const width = (moods: number[]) => {
      const trend = trendOf(rated(moods))
      return trend.state === 'slope' ? trend.interval[1] - trend.interval[0] : 0
    }
    expect(width(lingering)).toBeGreaterThan(1.5 * width(lone))
  })

  it('measures by the calendar, not by entries', () => {
    const moods = wandering(30, i => 2 + i / 15, 0.3)
    const spread = moods.map((value, i) => ({ day: addDays(start, 3 * i), value }))
    const [daily, sparse] = [trendOf(rated(moods)), trendOf(spread)]
    if (daily.state !== 'slope' || sparse.state !== 'slope') throw new Error('enough days')
    expect(sparse.slopePerMonth).toBeCloseTo(daily.slopePerMonth / 3, 10)
  })

  it('stays finite on moods that never change and on ten years', () => {
    expect(trendOf(rated(Array(21).fill(2)))).toMatchObject({
      slopePerMonth: 0,
      interval: [0, 0],
      words: 'steady',
    })
    // 2.3 thirty times over does not sum to exactly 69.
    expect(trendOf(rated(Array(30).fill(2.3)))).toMatchObject({ words: 'steady' })
    const stuck = trendOf(rated([...Array(11).fill(1), ...Array(10).fill(5)]))
    if (stuck.state !== 'slope') throw new Error('enough days')
    expect(stuck.interval.every(Number.isFinite)).toBe(true)
    expect(trendOf(rated(wandering(3650, () => 3, 2)))).toMatchObject({
      rated: 3650,
      words: 'steady',
    })
  })
})
