/** The least of some values. As many arguments as a journal has days are more than a call may have. */
export const lowest = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)

/** The greatest of them. */
export const highest = (values: readonly number[]): number =>
  values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY)

/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted.length >> 1
  return mean(sorted.slice(sorted.length % 2 === 1 ? upper : upper - 1, upper + 1))
}

/**
 * The mean change after a coping tool, drawn toward the mean over all tools as if four ordinary uses had
 * been seen before the first: a tool tried five times does not leap to the top by luck.
 * @param changes mood after minus mood before, one for each use
 * @param overall the mean change over the uses of all tools
 */
export function shrunkChange(changes: readonly number[], overall: number): number {
  const total = changes.reduce((sum, change) => sum + change, 0)
  return (total + 4 * overall) / (changes.length + 4)
}
