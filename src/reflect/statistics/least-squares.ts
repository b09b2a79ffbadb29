import { mean } from './average.ts'

/** What ordinary least squares leaves over once an intercept and the given columns are taken out of the values. */
export function residualsOf(
  values: readonly number[],
  columns: readonly (readonly number[])[],
): number[] {
  const basis: number[][] = []
  for (const column of columns) {
    const centred = withoutMean(column)
    const fresh = without(centred, basis)
    // A column that says nothing new (constant, or a copy of another) has nothing to take out.
    if (dot(fresh, fresh) > 1e-9 * dot(centred, centred)) basis.push(fresh)
  }
  return without(withoutMean(values), basis)
}

/**
 * The straight line through points by ordinary least squares, with the standard error of its slope as if
 * the points were independent (they seldom are: see `memoryOf`).
 * @param xs at least three, not all alike
 */
export function lineThrough(xs: readonly number[], ys: readonly number[]) {
  const x = withoutMean(xs)
  const spread = dot(x, x)
  const slope = dot(x, withoutMean(ys)) / spread
  const residuals = residualsOf(ys, [xs])
  const slopeError = Math.sqrt(dot(residuals, residuals) / (xs.length - 2) / spread)
  return { slope, slopeError, residuals }
}

function withoutMean(values: readonly number[]): number[] {
  const centre = mean(values)
  return values.map(value => value - centre)
}

/** Takes out of the values their part along each of the basis vectors, which are at right angles to each other. */
function without(values: readonly number[], basis: readonly (readonly number[])[]): number[] {
  return basis.reduce<number[]>(
    (rest, vector) => {
      const share = dot(rest, vector) / dot(vector, vector)
      return rest.map((value, i) => value - share * (vector[i] ?? 0))
    },
    [...values],
  )
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}
