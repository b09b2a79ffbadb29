import type { Generator } from './generator.ts'
import { residualsOf } from './least-squares.ts'

/**
 * For each way of splitting the values in two: how often chance alone, shuffling the labels over the values,
 * sets the two means at least as far apart, in either direction. (1 + k) / (shuffles + 1), never 0.
 *
 * A shuffled split of a given size is a random handful of that size, whatever the label. So one shuffle serves
 * every split: as the values are drawn one by one, their running sum is read off at each split's size.
 * @param splits for each value, whether it is on the one side or the other; both sides are needed
 * @returns the p-values, in the order of the splits
 * @see Phipson and Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9(1):39
 */
export function shuffleTest(
  values: readonly number[],
  splits: readonly (readonly boolean[])[],
  { shuffles, random }: { readonly shuffles: number; readonly random: Generator },
): number[] {
  const n = values.length
  // About the mean the two sides of a split sum to opposites: either sum tells how far apart the means are.
  const pool = Float64Array.from(residualsOf(values, []))
  const asked = new Map<number, { sum: number; reached: number }[]>()
  const tallies = splits.map(split => {
    const inside = pool.filter((_, i) => split[i])
    const size = Math.min(inside.length, n - inside.length)
    // A hair's breadth for the rounding of sums taken in another order.
    const tally = { sum: Math.abs(inside.reduce((a, b) => a + b, 0)) - 1e-9, reached: 0 }
    asked.set(size, [...(asked.get(size) ?? []), tally])
    return tally
  })
  const atSize = Array.from({ length: Math.max(0, ...asked.keys()) + 1 }, (_, size) =>
    asked.get(size),
  )

  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    let sum = 0
    for (let drawn = 0; drawn + 1 < atSize.length; drawn++) {
      const pick = drawn + Math.floor(random() * (n - drawn))
      const value = pool[pick] ?? 0
      pool[pick] = pool[drawn] ?? 0
      pool[drawn] = value
      sum += value
      const tallies = atSize[drawn + 1]
      if (tallies) for (const tally of tallies) if (Math.abs(sum) >= tally.sum) tally.reached++
    }
  }
  return tallies.map(({ reached }) => (1 + reached) / (shuffles + 1))
}
