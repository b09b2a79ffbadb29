/**
 * Which of many tests stand when at most a share `q` of those that stand should be false (on average).
 * @returns for each p-value, in the same order, whether it stands
 * @see Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289–300
 */
export function benjaminiHochberg(pValues: readonly number[], q: number): boolean[] {
  const sorted = pValues.toSorted((a, b) => a - b)
  const last = sorted.findLastIndex((p, i) => p <= (q * (i + 1)) / sorted.length)
  const bar = sorted[last] ?? -1
  return pValues.map(p => p <= bar)
}
