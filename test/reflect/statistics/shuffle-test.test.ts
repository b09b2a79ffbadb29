import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceInterval, differenceOf } from '../../../src/reflect/statistics/difference.ts'
import { generatorFrom } from '../../../src/reflect/statistics/generator.ts'
import { shuffleTest } from '../../../src/reflect/statistics/shuffle-test.ts'
import { studentTQuantile } from '../../../src/reflect/statistics/student-t.ts'

/** Every way of choosing `size` of `n`, to know the exact answer. */
function* handfuls(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let i = from; i < n; i++)
      for (const rest of handfuls(n, size - 1, i + 1)) yield [i, ...rest]
}

function exactChance(values: number[], split: boolean[]): number {
  const observed = Math.abs(differenceOf(values, split))
  const all = [...handfuls(values.length, split.filter(Boolean).length)]
  const reached = all.filter(chosen => {
    const other = values.map((_, i) => chosen.includes(i))
    return Math.abs(differenceOf(values, other)) >= observed - 1e-9
  })
  return reached.length / all.length
}

describe('shuffleTest', () => {
  it('comes near the chance that going through every split gives', () => {
    const next = generatorFrom(3)
    const values = Array.from({ length: 12 }, next)
    const splits = [3, 5, 9].map(size => values.map((_, i) => i < size))
    const ps = shuffleTest(values, splits, { shuffles: 20_000, random: generatorFrom(1) })
    for (const [i, p] of ps.entries()) expect(p).toBeCloseTo(exactChance(values, splits[i]!), 1.5)
  })

  it('gives one split the same answer whichever side is called which', () => {
    const values = [5, 1, 4, 4, 2, 3, 5, 5, 1, 2]
    const split = values.map(value => value > 3)
    const options = () => ({ shuffles: 999, random: generatorFrom(4) })
    const other = split.map(side => !side)
    expect(shuffleTest(values, [split], options())).toEqual(shuffleTest(values, [other], options()))
  })

  it('is never 0, is 1 for values all alike, and takes no split at all', () => {
    const clear = Array.from({ length: 40 }, (_, i) => i < 20)
    const random = generatorFrom(1)
    expect(shuffleTest(clear.map(Number), [clear], { shuffles: 99, random })).toEqual([0.01])
    expect(
      shuffleTest(
        clear.map(() => 2.3),
        [clear],
        { shuffles: 99, random },
      ),
    ).toEqual([1])
    expect(shuffleTest([], [], { shuffles: 99, random })).toEqual([])
  })
})

describe('differenceInterval', () => {
  it('is the ordinary two-sample interval where nothing carries over', () => {
    // Residuals that alternate carry nothing over; three days of each value on either side.
    const values = [1, 3, 1, 3, 1, 3, 2, 4, 2, 4, 2, 4]
    const split = values.map((_, i) => i >= 6)
    const [low, high] = differenceInterval(values, split, 0.9)
    const reach = Math.sqrt((12 / 10) * (1 / 6 + 1 / 6)) * studentTQuantile(0.95, 10)
    expect(low).toBeCloseTo(1 - reach, 10)
    expect(high).toBeCloseTo(1 + reach, 10)
  })

  it('is wider for long runs than for days that take turns, when mood lingers', () => {
    const values = Array.from({ length: 60 }, (_, i) => 3 + Math.sin(i / 3))
    const width = (split: boolean[]) => {
      const [low, high] = differenceInterval(values, split, 0.9)
      return high - low
    }
    const turns = values.map((_, i) => i % 2 === 0)
    const runs = values.map((_, i) => i < 30)
    expect(width(runs)).toBeGreaterThan(2 * width(turns))
  })

  it('holds the difference, grows with the level and turns round with the split', () => {
    const days = fc.array(fc.record({ mood: fc.integer({ min: 1, max: 5 }), had: fc.boolean() }), {
      minLength: 10,
      maxLength: 60,
    })
    fc.assert(
      fc.property(days, some => {
        const values = some.map(({ mood }) => mood)
        const split = some.map(({ had }) => had)
        fc.pre(split.includes(true) && split.includes(false))
        const [low, high] = differenceInterval(values, split, 0.9)
        const difference = differenceOf(values, split)
        expect(low).toBeLessThanOrEqual(difference)
        expect(high).toBeGreaterThanOrEqual(difference)
        expect(differenceInterval(values, split, 0.99)[0]).toBeLessThanOrEqual(low)
        const turned = differenceInterval(
          values,
          split.map(side => !side),
          0.9,
        )
        expect(turned[0]).toBeCloseTo(-high, 8)
      }),
    )
  })
})
