import { describe, expect, it } from 'vitest'
import {
  highest,
  lowest,
  mean,
  median,
  shrunkChange,
} from '../../../src/reflect/statistics/average.ts'
import { benjaminiHochberg } from '../../../src/reflect/statistics/false-discovery.ts'
import { lineThrough, residualsOf } from '../../../src/reflect/statistics/least-squares.ts'
import { studentT, studentTQuantile } from '../../../src/reflect/statistics/student-t.ts'
import { wilsonInterval } from '../../../src/reflect/statistics/wilson.ts'

describe('averages', () => {
  it('are what the hand says', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(median([5, 1, 2])).toBe(2)
    expect(median([5, 1, 2, 10])).toBe(3.5)
    expect([lowest([3, -1, 2]), highest([3, -1, 2])]).toEqual([-1, 3])
    expect(mean([])).toBeNaN()
    expect(median([])).toBeNaN()
  })

  it('are of any number of values', () => {
    const many = Array.from({ length: 200_000 }, (_, n) => n % 7)
    expect([lowest(many), highest(many)]).toEqual([0, 6])
  })

  it('draws a coping change toward the overall one, less the more it was used', () => {
    expect(shrunkChange([], 0.5)).toBe(0.5)
    expect(shrunkChange([1, 1, 1, 1, 1, 1], 0.25)).toBeCloseTo(0.7, 12)
    expect(shrunkChange(Array(96).fill(1), 0)).toBeCloseTo(0.96, 12)
  })
})

describe("Student's t", () => {
  // From scipy 1.17 (stats.t), which agrees with the printed tables of Abramowitz and Stegun.
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 10, 2.228138851986274],
    [0.95, 4.5, 2.065575888878524],
    [0.995, 60, 2.6602830288550368],
    [0.9, 1.1, 2.7959455508171844],
    [0.9999, 3, 22.203742273205],
    [0.95, 1000, 1.6463788172854643],
  ])('has its %d quantile at %d degrees of freedom at %d', (chance, df, value) => {
    expect(studentTQuantile(chance, df)).toBeCloseTo(value, 9)
    expect(studentTQuantile(1 - chance, df)).toBeCloseTo(-value, 8)
  })

  it.each([
    [0.5, 1, 0.6475836176504333],
    [-2, 3, 0.06966298427942152],
    [1, 4.5, 0.8159974580599058],
    [8, 2, 0.9923659639173309],
    [-0.01, 200, 0.4960156275766405],
    [0, 7, 0.5],
  ])('stays below %d at %d degrees of freedom with chance %d', (t, df, chance) => {
    expect(studentT(t, df)).toBeCloseTo(chance, 12)
  })
})

describe("Wilson's interval", () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('for %d of %d is %d to %d', (successes, trials, low, high) => {
    const [lower, upper] = wilsonInterval(successes, trials)
    expect(lower).toBeCloseTo(low, 4)
    expect(upper).toBeCloseTo(high, 4)
  })

  it('claims nothing from nothing', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1])
  })
})

describe('least squares', () => {
  it("finds the line of Anscombe's first set", () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const { slope, slopeError } = lineThrough(xs, ys)
    expect(slope).toBeCloseTo(0.50009, 5)
    expect(slopeError).toBeCloseTo(0.11791, 5)
  })

  it('ignores columns that say nothing new', () => {
    const time = [1, 2, 3, 4, 5]
    const once = residualsOf([2, 1, 4, 3, 5], [time])
    const twice = residualsOf([2, 1, 4, 3, 5], [time, time.map(x => 2 * x + 1), [7, 7, 7, 7, 7]])
    for (const [i, residual] of twice.entries()) expect(residual).toBeCloseTo(once[i]!, 12)
  })
})

describe('Benjamini and Hochberg', () => {
  it('keeps the four their paper keeps at .05', () => {
    const paper = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ]
    expect(benjaminiHochberg(paper, 0.05).filter(Boolean)).toHaveLength(4)
    expect(benjaminiHochberg(paper.toReversed(), 0.05).slice(-4)).toEqual([true, true, true, true])
  })

  it('keeps all that lie below the last one that stands, and copes with none', () => {
    expect(benjaminiHochberg([0.08, 0.06, 0.09], 0.1)).toEqual([true, true, true])
    expect(benjaminiHochberg([], 0.1)).toEqual([])
  })
})
