import { describe, expect, it } from 'vitest'
import { mean } from '../../../src/reflect/statistics/average.ts'
import { generatorFrom } from '../../../src/reflect/statistics/generator.ts'
import { lineThrough, residualsOf } from '../../../src/reflect/statistics/least-squares.ts'
import {
  chanceOf,
  coefficients,
  designOf,
  intervalOf,
  partialEffect,
  residual,
} from '../../../src/reflect/statistics/partial-effect.ts'
import { whitened } from '../../../src/reflect/statistics/whitening.ts'
import fc from '../../helpers/properties.ts'

const noise = (seed: number) => {
  const next = generatorFrom(seed)
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

describe('partialEffect', () => {
  it('is the ordinary two-sample difference where nothing carries over', () => {
    // Residuals that alternate carry nothing over; the means are 2 and 3, with variance 12/10 and six each.
    const mood = [1, 3, 1, 3, 1, 3, 2, 4, 2, 4, 2, 4]
    const had = mood.map((_, i) => Number(i >= 6))
    const found = partialEffect(designOf([mood, had]), { y: 0, x: 1, others: [], slow: 0 })
    expect(found?.effect).toBeCloseTo(1, 12)
    expect(found?.error).toBeCloseTo(Math.sqrt((12 / 10) * (1 / 6 + 1 / 6)), 12)
    expect(found?.freedom).toBeCloseTo(10, 12)
  })

  it("finds the slope of Anscombe's first set", () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const { slope } = lineThrough(xs, ys)
    const found = partialEffect(designOf([ys, xs]), { y: 0, x: 1, others: [], slow: 0 })
    expect(found?.effect).toBeCloseTo(slope, 12)
  })

  it('gives back what was put in, whatever else is there', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -3, max: 3, noNaN: true }), (seed, points) => {
        const next = generatorFrom(seed)
        const column = () => Array.from({ length: 40 }, next)
        const [a, b, x] = [column(), column(), column()]
        const y = a.map((value, i) => 2 * value - (b[i] ?? 0) + points * (x[i] ?? 0) + 7)
        const design = designOf([y, a, b, x, a.map(value => 3 * value + 1), a.map(() => 5)])
        const asked = { y: 0, x: 3, slow: 0 }
        // A copy and a constant say nothing new.
        const found = partialEffect(design, { ...asked, others: [1, 2, 4, 5] })
        expect(found?.effect).toBeCloseTo(points, 6)
        expect(partialEffect(design, { ...asked, x: 4, others: [1] })).toBeUndefined()
        expect(partialEffect(design, { ...asked, x: 5, others: [] })).toBeUndefined()
      }),
    )
  })

  it('knows a column that says nothing new whatever its unit', () => {
    const next = generatorFrom(6)
    const column = () => Array.from({ length: 40 }, () => 1e6 * next())
    const [y, x, a, b] = [column(), column(), column(), column()]
    const both = a.map((value, i) => value / 3 + (b[i] ?? 0) / 7)
    const design = designOf([y, x, a, b, both])
    const asked = { y: 0, x: 1, slow: 0 }
    expect(partialEffect(design, { ...asked, x: 4, others: [2, 3] })).toBeUndefined()
    expect(partialEffect(design, { ...asked, others: [2, 3, 4] })).toEqual(
      partialEffect(design, { ...asked, others: [2, 3] }),
    )
  })

  it('leaves over what plain residuals leave over, and its shares make up the rest', () => {
    const next = generatorFrom(4)
    const columns = Array.from({ length: 4 }, () => Array.from({ length: 25 }, next))
    const [y = [], ...others] = columns
    const design = designOf(columns)
    const left = residual(design, 0, [1, 2, 3])
    for (const [i, value] of residualsOf(y, others).entries())
      expect(left[i]).toBeCloseTo(value, 10)
    const shares = coefficients(design, 0, [1, 2, 3])
    const centre = mean(y)
    for (const [i, value] of y.entries()) {
      const fitted = shares.reduce(
        (sum, share, k) => sum + share * (design.columns[k + 1]?.[i] ?? 0),
        0,
      )
      expect(fitted + (left[i] ?? 0)).toBeCloseTo(value - centre, 10)
    }
  })

  it('is less sure of long runs than of days that take turns, when mood lingers', () => {
    const mood = Array.from({ length: 60 }, (_, i) => 3 + Math.sin(i / 3))
    const error = (had: boolean[]) =>
      partialEffect(designOf([mood, had.map(Number)]), { y: 0, x: 1, others: [], slow: 0 })?.error
    const turns = error(mood.map((_, i) => i % 2 === 0))
    expect(error(mood.map((_, i) => i < 30))).toBeGreaterThan(2 * (turns ?? 9))
  })

  it('has an interval that holds as often as it says, and a chance to match', () => {
    const normal = noise(2)
    const found = Array.from({ length: 600 }, () => {
      const x = Array.from({ length: 40 }, () => Number(normal() > 0.3))
      const y = x.map(had => 0.5 * had + normal())
      const effect = partialEffect(designOf([y, x]), { y: 0, x: 1, others: [], slow: 0 })
      if (!effect) throw new Error('There are both kinds of days')
      const [low, high] = intervalOf(effect, 0.9)
      expect(low > 0 || high < 0).toBe(chanceOf(effect) < 0.1)
      return low <= 0.5 && 0.5 <= high
    })
    expect(mean(found.map(Number))).toBeGreaterThan(0.87)
    expect(mean(found.map(Number))).toBeLessThan(0.95)
  })

  it('sees no surprise where there is no effect at all', () => {
    expect(chanceOf({ effect: 0, error: 0, freedom: 5 })).toBe(1)
    expect(chanceOf({ effect: 1, error: 0.5, freedom: 10 })).toBeCloseTo(0.07339, 4)
    expect(chanceOf({ effect: -1, error: 0.5, freedom: 10 })).toBeCloseTo(0.07339, 4)
  })
})

describe('whitened', () => {
  it('takes out of every column what carries over, and makes an effect surer', () => {
    const normal = noise(9)
    const found = Array.from({ length: 30 }, () => {
      let now = normal()
      const had = Array.from({ length: 400 }, () => Number(normal() > 0))
      const mood = had.map(did => {
        now = 0.6 * now + normal()
        return now + 0.3 * did
      })
      const design = designOf([mood, had])
      const white = whitened(design, 0, [1])
      expect(white.rows).toBe(397)
      const rest = residual(white, 0, [1])
      const carried = rest.slice(1).reduce((sum, value, i) => sum + value * (rest[i] ?? 0), 0)
      expect(Math.abs(carried / rest.reduce((sum, x) => sum + x * x, 0))).toBeLessThan(0.05)
      const asked = { y: 0, x: 1, others: [], slow: 0 }
      const [plain, sharp] = [partialEffect(design, asked), partialEffect(white, asked)]
      expect(sharp?.error).toBeLessThan(0.85 * (plain?.error ?? 0))
      return sharp?.effect ?? 0
    })
    expect(Math.abs(mean(found) - 0.3)).toBeLessThan(0.05)
  })

  it('copes with hardly any rows', () => {
    for (const n of [0, 1, 3, 5]) {
      const column = Array.from({ length: n }, (_, i) => i % 2)
      expect(whitened(designOf([column, column]), 0, []).rows).toBe(Math.max(0, n - 3))
    }
  })
})
