import { describe, expect, it } from 'vitest'
import { mean } from '../../../src/reflect/statistics/average.ts'
import { generatorFrom } from '../../../src/reflect/statistics/generator.ts'
import { shuffleTest } from '../../../src/reflect/statistics/shuffle-test.ts'

/** Every way of choosing `size` of `n`, to know the exact answer. */
function* handfuls(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let i = from; i < n; i++)
      for (const rest of handfuls(n, size - 1, i + 1)) yield [i, ...rest]
}

function differenceOf(values: readonly number[], split: readonly boolean[]): number {
  const of = (side: boolean) => mean(values.filter((_, i) => split[i] === side))
  return of(true) - of(false)
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
    for (const split of splits) {
      const [p] = shuffleTest([values], split, { shuffles: 20_000, random: generatorFrom(1) })
      expect(p).toBeCloseTo(exactChance(values, split), 1.5)
    }
  })

  it('asks nothing of the mean of the values, and gives each list its own answer in its place', () => {
    const next = generatorFrom(8)
    const values = Array.from({ length: 30 }, () => Math.floor(5 * next()))
    const clear = values.toSorted((a, b) => a - b)
    const vague = values.map((_, i) => i % 2)
    const split = values.map((_, i) => i < 12)
    const ps = (...lists: number[][]) =>
      shuffleTest(lists, split, { shuffles: 499, random: generatorFrom(2) })
    const [first, second] = ps(clear, vague)
    expect(first).toBe(0.002)
    expect(second).toBeGreaterThan(0.1)
    const higher = clear.map(value => value + 100)
    expect(ps(higher, vague)).toEqual([first, second])
    expect(ps(vague, clear, vague)).toEqual([second, first, second])
    expect([...ps(clear), ...ps(vague)]).toEqual([first, second])
  })

  it('counts a split that is only just reached, whatever its rounding', () => {
    // Of 2 in 4 equal steps: 2 of 6 handfuls are as far apart as the furthest, and ties count.
    const ps = shuffleTest([[0.1, 0.2, 0.3, 0.4]], [true, true, false, false], {
      shuffles: 6000,
      random: generatorFrom(5),
    })
    expect(ps[0]).toBeGreaterThan(0.31)
    expect(ps[0]).toBeLessThan(0.36)
  })

  it('is right as often as it says where there is nothing', () => {
    const next = generatorFrom(11)
    const ps = Array.from({ length: 400 }, () => {
      const values = Array.from({ length: 20 }, next)
      const split = values.map(() => next() < 0.4 || next() < 0.01)
      return shuffleTest([values], split, { shuffles: 99, random: next })[0]
    })
    for (const level of [0.1, 0.5, 0.9]) {
      const share = ps.filter(p => (p ?? 1) <= level).length / ps.length
      expect(Math.abs(share - level)).toBeLessThan(0.08)
    }
  })

  it('gives one split the same answer whichever side is called which', () => {
    const values = [5, 1, 4, 4, 2, 3, 5, 5, 1, 2]
    const split = values.map(value => value > 3)
    const options = () => ({ shuffles: 999, random: generatorFrom(4) })
    const other = split.map(side => !side)
    expect(shuffleTest([values], split, options())).toEqual(shuffleTest([values], other, options()))
  })

  it('is the same with a bar, up to the bar; what is above it is 1, and is drawn for no longer', () => {
    const next = generatorFrom(3)
    const split = Array.from({ length: 40 }, (_, i) => i < 12)
    // From nothing to a clear difference.
    const lists = [0, 0, 0, 0, 0.2, 0.3, 0.5, 1.2].map(by =>
      split.map(is => next() + (is ? by : 0)),
    )
    const tested = (some: typeof lists, bar?: number) => {
      let drawn = 0
      const from = generatorFrom(4)
      const random = () => {
        drawn++
        return from()
      }
      const ps = shuffleTest(some, split, { shuffles: 999, random, ...(bar && { bar }) })
      return { ps, drawn }
    }
    const { ps, drawn } = tested(lists)
    for (const bar of [0.5, 0.05, 0.01]) {
      expect(tested(lists, bar)).toEqual({ ps: ps.map(p => (p <= bar ? p : 1)), drawn })
      expect(ps.some(p => p <= bar) && ps.some(p => p > bar)).toBe(true)
    }
    expect(tested(lists.slice(0, 1), 0.05).drawn).toBeLessThan(drawn / 4)
  })

  it('is never 0, is 1 for values all alike, and takes no list at all', () => {
    const clear = Array.from({ length: 40 }, (_, i) => i < 20)
    const lists = [clear.map(Number), clear.map(() => 2.3)]
    const options = { shuffles: 99, random: generatorFrom(1) }
    expect(shuffleTest(lists, clear, options)).toEqual([0.01, 1])
    expect(shuffleTest([], [], options)).toEqual([])
  })
})
