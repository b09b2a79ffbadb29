import { carryOver, effectiveCount } from './autocorrelation.ts'
import { mean } from './average.ts'
import { studentTQuantile } from './student-t.ts'

/** Mean of the values on the one side of a split, less the mean of those on the other. */
export function differenceOf(values: readonly number[], split: readonly boolean[]): number {
  return meanOf(values, split, true) - meanOf(values, split, false)
}

/**
 * The interval of {@link differenceOf} for mood on days in order, when mood carries over from one day to the next.
 * How much that widens it depends on how the two kinds of day lie: days that take turns share the same
 * lingering moods, and it cancels; days in long runs do not. So the variance is summed over all pairs of days,
 * Σ wᵢ wⱼ r^|i−j|, where w is 1/n on one side and −1/n on the other, and r the carry-over.
 * @param level such as 0.9
 * @see Bence 1995, Ecology 76:628–639, on r corrected for bias in intervals from short series
 */
export function differenceInterval(
  values: readonly number[],
  split: readonly boolean[],
  level: number,
): [low: number, high: number] {
  const n = values.length
  const means = { with: meanOf(values, split, true), without: meanOf(values, split, false) }
  const residuals = values.map((value, i) => value - (split[i] ? means.with : means.without))
  const carried = carryOver(residuals, 2)
  const variance = residuals.reduce((sum, residual) => sum + residual * residual, 0) / (n - 2)

  const having = split.filter(Boolean).length
  let pairs = 0
  let earlier = 0
  for (const has of split) {
    const weight = has ? 1 / having : -1 / (n - having)
    earlier *= carried
    pairs += weight * (weight + 2 * earlier)
    earlier += weight
  }
  const df = Math.max(1, effectiveCount(n, carried) - 2)
  const reach = Math.sqrt(variance * pairs) * studentTQuantile((1 + level) / 2, df)
  const difference = means.with - means.without
  return [difference - reach, difference + reach]
}

function meanOf(values: readonly number[], split: readonly boolean[], side: boolean): number {
  return mean(values.filter((_, i) => split[i] === side))
}
