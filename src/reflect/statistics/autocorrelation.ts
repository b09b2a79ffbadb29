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
export function carryOver(residuals: readonly number[], coefficients: number): number {
  const n = residuals.length
  let together = 0
  let alone = 0
  for (const [i, residual] of residuals.entries()) {
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
