import type { Generator } from './generator.ts'
import { residualsOf } from './least-squares.ts'

/**
 * For each list of values, all split in two at the same places: how often chance alone, shuffling the labels over
 * the values, sets the two means at least as far apart, in either direction. (1 + k) / (shuffles + 1), never 0.
 *
 * Each list is shuffled in the same ways, so that they are drawn once: of lists by themselves, each answer is what
 * it would be alone.
 * @param split for each place, whether it is on the one side or the other; both sides are needed
 * @param bar where given, how great a p-value may be for anything to hang on it: one above it is told as 1, and is not
 * counted to its end
 * @returns the p-values, in the order of the lists
 * @see Phipson and Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9(1):39
 */
export function shuffleTest(
  lists: readonly (readonly number[])[],
  split: readonly boolean[],
  {
    shuffles,
    random,
    bar = 1,
  }: { readonly shuffles: number; readonly random: Generator; readonly bar?: number },
): number[] {
  const n = split.length
  const inside = split.filter(Boolean).length
  // About the mean the two sides of a split sum to opposites: either sum tells how far apart the means are.
  const size = Math.min(inside, n - inside)
  const tallies = lists.map(values => {
    const residuals = Float64Array.from(residualsOf(values, []))
    const sum = residuals.filter((_, i) => split[i]).reduce((a, b) => a + b, 0)
    // A hair's breadth for the rounding of sums taken in another order.
    return { residuals, sum: Math.abs(sum) - 1e-9, reached: 0 }
  })
  const pool = Uint32Array.from({ length: n }, (_, place) => place)
  const drawn = pool.subarray(0, size)
  const shareOf = ({ reached }: (typeof tallies)[number]) => (1 + reached) / (shuffles + 1)
  const isInReach = (tally: (typeof tallies)[number]) => shareOf(tally) <= bar
  let counted = tallies.filter(isInReach)
  for (let shuffle = 0; shuffle < shuffles && counted.length > 0; shuffle++) {
    for (let at = 0; at < size; at++) {
      const pick = at + Math.floor(random() * (n - at))
      const place = pool[pick] ?? 0
      pool[pick] = pool[at] ?? 0
      pool[at] = place
    }
    for (const tally of counted)
      if (Math.abs(sumAt(drawn, tally.residuals)) >= tally.sum) tally.reached++
    if (!counted.every(isInReach)) counted = counted.filter(isInReach)
  }
  return tallies.map(tally => (isInReach(tally) ? shareOf(tally) : 1))
}

function sumAt(places: Uint32Array, values: Float64Array): number {
  let sum = 0
  for (let at = 0; at < places.length; at++) sum += values[places[at] ?? 0] ?? 0
  return sum
}
