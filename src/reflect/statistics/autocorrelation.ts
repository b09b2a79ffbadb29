/**
 * How much the residual of one rated day carries over to the next rated day, from 0 (not at all) to 0.9.
 * Rated days need not be neighbours: pairs are taken in the order of days, so that days left out lower the
 * carry-over just as they lower what it does to an interval.
 *
 * In short series the plain estimate is too low, by about (k + (k + 2)r) / n after fitting k coefficients;
 * that is added back.
 * @param residuals in the order of days, what a fit has left over
 * @param coefficients how many the fit had: 1 for a mean, 2 for a line
 * @see Shaman and Stine 1988, Journal of the American Statistical Association 83:842–848
 */
export function carryOver(residuals: ArrayLike<number>, coefficients: number): number {
  const n = residuals.length
  let together = 0
  let alone = 0
  for (let i = 0; i < n; i++) {
    const residual = residuals[i] ?? 0
    alone += residual * residual
    together += residual * (residuals[i + 1] ?? 0)
  }
  if (alone < 1e-12 || n <= coefficients + 2) return 0
  const plain = together / (n - 1) / (alone / n)
  const corrected = (plain + coefficients / n) / (1 - (coefficients + 2) / n)
  return Math.min(0.9, Math.max(0, corrected))
}

/**
 * How many independent days would tell as much as these: n(1 − r) / (1 + r).
 * @param carried from {@link carryOver}
 * @see Bartlett 1935, Journal of the Royal Statistical Society 98:536–543
 */
export function effectiveCount(n: number, carried: number): number {
  return (n * (1 - carried)) / (1 + carried)
}

/**
 * How many rows tell together as little as one independent row: 1 + 2Σrₖ over all lags, where memory is not only
 * from one row to the next. Sums of two neighbouring rₖ are added as long as they are above zero, none larger
 * than the one before it (the initial monotone sequence). A fit of k coefficients makes each rₖ look too small by
 * about k·τ/n, τ being what is looked for: that is added back, over and over until it agrees with itself.
 * @param residuals in the order of days, what a fit has left over
 * @param coefficients how many the fit had: 1 for a mean, 2 for a line
 * @returns at most a quarter of the rows, at least 1
 * @see Geyer 1992, Statistical Science 7:473–483
 */
export function memoryOf(residuals: readonly number[], coefficients: number): number {
  const n = residuals.length
  const together = (lag: number) =>
    residuals.slice(lag).reduce((sum, later, i) => sum + later * (residuals[i] ?? 0), 0)
  const alone = together(0)
  if (alone < 1e-12) return 1
  const known = [1]
  const plain = (lag: number) => (known[lag] ??= together(lag) / alone)
  let memory = 1
  for (let round = 0; round < mostRounds; round++) {
    const hidden = (coefficients * memory) / n
    let sum = -1
    let before = Number.POSITIVE_INFINITY
    for (let lag = 0; lag + 1 < n / 2; lag += 2) {
      const pair = plain(lag) + plain(lag + 1) + (lag === 0 ? hidden : 2 * hidden)
      if (pair <= 0) break
      before = Math.min(before, pair)
      sum += 2 * before
    }
    const next = Math.max(1, Math.min(n / 4, sum))
    if (Math.abs(next - memory) < 1e-6) break
    memory = next
  }
  return memory
}

const mostRounds = 12
