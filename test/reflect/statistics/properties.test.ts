import { describe, expect, it } from 'vitest'
import {
  carryOver,
  effectiveCount,
  memoryOf,
} from '../../../src/reflect/statistics/autocorrelation.ts'
import { mean, median } from '../../../src/reflect/statistics/average.ts'
import { benjaminiHochberg } from '../../../src/reflect/statistics/false-discovery.ts'
import { generatorFrom } from '../../../src/reflect/statistics/generator.ts'
import { residualsOf } from '../../../src/reflect/statistics/least-squares.ts'
import { studentT, studentTQuantile } from '../../../src/reflect/statistics/student-t.ts'
import { wilsonInterval } from '../../../src/reflect/statistics/wilson.ts'
import fc from '../../helpers/properties.ts'

/** The generator anew, over 64-bit integers held to 32 bits. */
function sfc32(state: [number, number, number, number], wanted: number): number[] {
  const mask = 0xffff_ffffn
  let [a, b, c, counter] = state.map(x => BigInt(x) & mask) as [bigint, bigint, bigint, bigint]
  const out: number[] = []
  for (let i = 0; i < 15 + wanted; i++) {
    const sum = (a + b + counter) & mask
    counter = (counter + 1n) & mask
    a = b ^ (b >> 9n)
    b = (c + (c << 3n)) & mask
    c = ((((c << 21n) | (c >> 11n)) & mask) + sum) & mask
    if (i >= 15) out.push(Number(sum))
  }
  return out
}

const moods = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 80 })

describe('the generator', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const first = (seed: number) => Array.from({ length: 50 }, generatorFrom(seed))
    fc.assert(
      fc.property(fc.integer(), seed => {
        expect(first(seed)).toEqual(first(seed))
      }),
    )
    expect(first(1)).not.toEqual(first(2))
    expect(first(0)).not.toEqual(first(2 ** 32))
  })

  it('gives these very numbers, on every machine', () => {
    // From a second writing of sfc32, seeded as here: 0, the seed's low and its high half, counting from 1,
    // the first fifteen thrown away.
    const whole = (seed: number) =>
      Array.from({ length: 3 }, generatorFrom(seed)).map(x => x * 2 ** 32)
    expect(whole(1)).toEqual(sfc32([0, 1, 0, 1], 3))
    expect(whole(-5)).toEqual(sfc32([0, -5, -1, 1], 3))
    expect(whole(3 * 2 ** 32 + 7)).toEqual(sfc32([0, 7, 3, 1], 3))
  })

  it('spreads evenly, whatever the seed', () => {
    for (const seed of [0, 1, 2, -1, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const next = generatorFrom(seed)
      const tenths = new Array(10).fill(0)
      for (let i = 0; i < 10_000; i++) tenths[Math.floor(next() * 10)]++
      const chiSquare = tenths.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
      expect(chiSquare, `seed ${seed}`).toBeLessThan(27.9) // one in a thousand, 9 degrees of freedom
    }
  })

  it('does not repeat itself from one number to the next', () => {
    const next = generatorFrom(7)
    const numbers = Array.from({ length: 10_000 }, next)
    expect(
      Math.abs(
        carryOver(
          numbers.map(x => x - 0.5),
          1,
        ),
      ),
    ).toBeLessThan(0.04)
  })
})

describe('averages', () => {
  it('lie between the lowest and the highest', () => {
    fc.assert(
      fc.property(moods, values => {
        for (const middle of [mean(values), median(values)]) {
          expect(middle).toBeGreaterThanOrEqual(Math.min(...values))
          expect(middle).toBeLessThanOrEqual(Math.max(...values))
        }
      }),
    )
  })
})

describe("Student's t", () => {
  it('has a quantile that undoes the distribution', () => {
    const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    const df = fc.double({ min: 1, max: 500, noNaN: true })
    fc.assert(
      fc.property(chance, df, (p, n) => {
        expect(studentT(studentTQuantile(p, n), n)).toBeCloseTo(p, 10)
      }),
    )
  })
})

describe("Wilson's interval", () => {
  it('holds the share, stays within 0 and 1, and turns round with its opposite', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (trials, some) => {
        const successes = some % (trials + 1)
        const [low, high] = wilsonInterval(successes, trials)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(successes / trials + 1e-12)
        expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12)
        expect(high).toBeLessThanOrEqual(1)
        expect(wilsonInterval(trials - successes, trials)[0]).toBeCloseTo(1 - high, 10)
      }),
    )
  })
})

describe('residuals', () => {
  it('sum to nothing and lean along no column', () => {
    fc.assert(
      fc.property(moods, fc.integer(), (values, seed) => {
        const next = generatorFrom(seed)
        const columns = [values.map((_, i) => i), values.map(() => next())]
        const residuals = residualsOf(values, columns)
        const along = (column: number[]) => column.reduce((sum, x, i) => sum + x * residuals[i]!, 0)
        expect(along(values.map(() => 1))).toBeCloseTo(0, 8)
        for (const column of columns) expect(along(column)).toBeCloseTo(0, 6)
      }),
    )
  })
})

describe('carry-over', () => {
  it('stays from 0 to 0.9 and never makes more days of the days there are', () => {
    fc.assert(
      fc.property(moods, values => {
        const carried = carryOver(residualsOf(values, []), 1)
        expect(carried).toBeGreaterThanOrEqual(0)
        expect(carried).toBeLessThanOrEqual(0.9)
        expect(effectiveCount(values.length, carried)).toBeLessThanOrEqual(values.length)
      }),
    )
  })

  it('is worked by hand, with what fitting hides added back', () => {
    // 1, 2, 3, −6: products of neighbours 2 + 6 − 18, over squares 50: (−10/3)/(50/4) < 0, so 0.
    expect(carryOver([1, 2, 3, -6], 1)).toBe(0)
    // 1 twice, −1 twice, over and over: 7 products, 4 of them 1 and 3 of them −1: r = (1/7)/1.
    const turns = [1, 1, -1, -1, 1, 1, -1, -1]
    expect(carryOver(turns, 0)).toBeCloseTo(1 / 7 / (1 - 2 / 8), 12)
    expect(carryOver(turns, 1)).toBeCloseTo((1 / 7 + 1 / 8) / (1 - 3 / 8), 12)
    expect(carryOver(turns, 2)).toBeCloseTo((1 / 7 + 2 / 8) / (1 - 4 / 8), 12)
    // Too few rows for what was fitted, or nothing left over.
    expect(carryOver(turns, 6)).toBe(0)
    expect(carryOver(turns, 5)).toBe(0.9)
    expect(carryOver([0, 0, 0, 0, 0, 0], 1)).toBe(0)
    expect(carryOver([1, 1, 1, 1, 1, 1, 1, 1], 1)).toBe(0.9)
  })

  it('makes so many independent days of them', () => {
    expect(effectiveCount(90, 0)).toBe(90)
    expect(effectiveCount(90, 0.5)).toBe(30)
  })

  it.each([20, 40, 90])('is right on average over %d days, for a mean and for a line', n => {
    const next = generatorFrom(n)
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const found = Array.from({ length: 2000 }, () => {
      const moods: number[] = []
      let mood = normal()
      for (let i = 0; i < n; i++) {
        moods.push(mood)
        mood = 0.5 * mood + Math.sqrt(0.75) * normal()
      }
      const time = moods.map((_, i) => i)
      return [carryOver(residualsOf(moods, []), 1), carryOver(residualsOf(moods, [time]), 2)]
    })
    for (const k of [0, 1]) expect(mean(found.map(pair => pair[k]!))).toBeCloseTo(0.49, 1)
  })
})

describe('memory', () => {
  const series = (carry: number, n: number, next: () => number) => {
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    let now = normal()
    return Array.from({ length: n }, () => {
      const today = now
      now = carry * now + Math.sqrt(1 - carry ** 2) * normal()
      return today
    })
  }

  it('is 1 of what does not carry over, and (1 + r) / (1 − r) of what does', () => {
    const next = generatorFrom(6)
    const found = (carry: number) =>
      mean(Array.from({ length: 60 }, () => memoryOf(residualsOf(series(carry, 400, next), []), 1)))
    expect(found(0)).toBeLessThan(1.3)
    expect(found(0.5) / 3).toBeCloseTo(1.03, 0.7)
    expect(found(0.8) / 9).toBeCloseTo(1, 0.7)
  })

  it('is worked by hand on a few', () => {
    // Ups and downs that take turns: r₁ = −5/6, so the first pair ends it below 1.
    expect(memoryOf([1, -1, 1, -1, 1, -1], 0)).toBe(1)
    // 2, 2, −2, −2 twice over: r₁ = 1/8, r₂ = −3/4, r₃ = −1/8: −1 + 2·(1 + 1/8) = 1.25.
    expect(memoryOf([2, 2, -2, -2, 2, 2, -2, -2], 0)).toBeCloseTo(1.25, 12)
    // The same after a mean was fitted: τ = −1 + 2·(1 + 1/8 + τ/8), so τ = 5/3.
    expect(memoryOf([2, 2, -2, -2, 2, 2, -2, -2], 1)).toBeCloseTo(5 / 3, 5)
    expect(memoryOf([0, 0, 0], 1)).toBe(1)
    expect(memoryOf([], 1)).toBe(1)
  })

  it('lies from 1 to a quarter of the days, and does not mind the scale', () => {
    fc.assert(
      fc.property(moods, values => {
        const rest = residualsOf(values, [])
        const memory = memoryOf(rest, 1)
        expect(memory).toBeGreaterThanOrEqual(1)
        expect(memory).toBeLessThanOrEqual(Math.max(1, values.length / 4))
        expect(
          memoryOf(
            rest.map(x => 8 * x),
            1,
          ),
        ).toBeCloseTo(memory, 6)
      }),
    )
  })
})

describe('Benjamini and Hochberg', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })

  it('keeps no fewer than Bonferroni, no more than no correction, and never a larger before a smaller', () => {
    fc.assert(
      fc.property(chances, ps => {
        const stands = benjaminiHochberg(ps, 0.1)
        for (const [i, p] of ps.entries()) {
          if (p <= 0.1 / ps.length) expect(stands[i]).toBe(true)
          if (p > 0.1) expect(stands[i]).toBe(false)
          for (const [j, other] of ps.entries())
            if (stands[i] && other < p) expect(stands[j]).toBe(true)
        }
      }),
    )
  })
})
