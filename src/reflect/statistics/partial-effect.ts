import { carryOver, effectiveCount } from './autocorrelation.ts'
import { mean } from './average.ts'
import { studentT, studentTQuantile } from './student-t.ts'

/** Columns of one length, each about its mean, with the products of every two, so that many fits are cheap. */
export interface Design {
  readonly rows: number
  readonly columns: readonly Float64Array[]
  /** `products[i][j]`, for j up to i. */
  readonly products: readonly Float64Array[]
}

/** How much one column goes with another once further ones are allowed for. */
export interface PartialEffect {
  /** By how much `y` is higher where `x` is higher by one. */
  readonly effect: number
  /** Its standard error, allowing for residuals that carry over from row to row. */
  readonly error: number
  /** Degrees of freedom of `effect / error` as Student's t; at least 1. */
  readonly freedom: number
}

/** @param columns in the order of rows */
export function designOf(columns: readonly ArrayLike<number>[]): Design {
  const centred = columns.map(column => {
    const values = Float64Array.from(column)
    const centre = mean([...values])
    return values.map(value => value - centre)
  })
  const products = centred.map((column, i) =>
    Float64Array.from(centred.slice(0, i + 1), other => dot(column, other)),
  )
  return { rows: columns[0]?.length ?? 0, columns: centred, products }
}

/**
 * What `x` does to `y` with the columns `others` held where they are: ordinary least squares of y on all of
 * them (Frisch, Waugh and Lovell: of what the others leave of y on what they leave of x). As days in a row are
 * no independent witnesses, the variance is summed over all pairs of rows, Σ wᵢ wⱼ r^|i−j|, where w are the
 * weights that the effect gives to each row's mood and r is the carry-over of the residuals.
 * @param slow how many of the others bend slowly: fits of those make carry-over look too small
 * @returns undefined where the others leave nothing of x
 * @see Bence 1995, Ecology 76:628–639
 */
export function partialEffect(
  design: Design,
  { y, x, others, slow }: { y: number; x: number; others: readonly number[]; slow: number },
): PartialEffect | undefined {
  const { rows } = design
  const fit = factored(design, others)
  const ys = leftOver(design, fit, y)
  const xs = leftOver(design, fit, x)
  const spread = dot(xs, xs)
  const freedom = rows - fit.kept.length - 2
  if (freedom < 1 || spread <= nothingNew * (product(design, x, x) || 1)) return undefined
  const effect = dot(xs, ys) / spread
  for (let i = 0; i < rows; i++) ys[i] = (ys[i] ?? 0) - effect * (xs[i] ?? 0)
  const carried = carryOver(ys, slow + 1)
  let pairs = 0
  let earlier = 0
  for (const weight of xs) {
    earlier *= carried
    pairs += weight * (weight + 2 * earlier)
    earlier += weight
  }
  const error = Math.sqrt((dot(ys, ys) / freedom) * pairs) / spread
  return { effect, error, freedom: Math.max(1, effectiveCount(freedom, carried)) }
}

/** The chance of an effect this large, either way, if there were none. */
export function chanceOf({ effect, error, freedom }: PartialEffect): number {
  // Where mood never changes there is nothing to be surprised by.
  return effect === 0 ? 1 : 2 * studentT(-Math.abs(effect / error), freedom)
}

/** @param level such as 0.9 */
export function intervalOf(
  { effect, error, freedom }: PartialEffect,
  level: number,
): readonly [low: number, high: number] {
  const reach = error * studentTQuantile((1 + level) / 2, freedom)
  return [effect - reach, effect + reach]
}

/** Of the spread of a column: less than this left over is rounding. */
const nothingNew = 1e-8

interface Factored {
  /** The columns that say something new, in order. */
  readonly kept: readonly number[]
  /** The Cholesky factor of their products. */
  readonly lower: readonly Float64Array[]
}

/** Columns that others already say (constant ones, copies) are passed over. */
function factored(design: Design, columns: readonly number[]): Factored {
  const kept: number[] = []
  const lower: Float64Array[] = []
  for (const column of columns) {
    const row = new Float64Array(kept.length + 1)
    let rest = product(design, column, column)
    const whole = rest
    for (const [j, other] of kept.entries()) {
      const before = lower[j] ?? row
      let sum = product(design, column, other)
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (before[k] ?? 0)
      const value = sum / (before[j] ?? 1)
      row[j] = value
      rest -= value * value
    }
    if (rest <= nothingNew * (whole || 1)) continue
    row[kept.length] = Math.sqrt(rest)
    kept.push(column)
    lower.push(row)
  }
  return { kept, lower }
}

/** What is left of a column once others are taken out. */
export const residual = (design: Design, column: number, others: readonly number[]) =>
  leftOver(design, factored(design, others), column)

/** By least squares, the share of each of the others in a column. */
export function coefficients(design: Design, column: number, others: readonly number[]): number[] {
  const fit = factored(design, others)
  const shares = sharesOf(design, fit, column)
  return others.map(other => shares[fit.kept.indexOf(other)] ?? 0)
}

/** What the fit on the kept columns leaves of one. */
function sharesOf(design: Design, { kept, lower }: Factored, column: number): Float64Array {
  const shares = new Float64Array(kept.length)
  for (const [j, other] of kept.entries()) {
    const row = lower[j] ?? shares
    let sum = product(design, column, other)
    for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (shares[k] ?? 0)
    shares[j] = sum / (row[j] ?? 1)
  }
  for (let j = kept.length - 1; j >= 0; j--) {
    let sum = shares[j] ?? 0
    for (let k = j + 1; k < kept.length; k++) sum -= (lower[k]?.[j] ?? 0) * (shares[k] ?? 0)
    shares[j] = sum / (lower[j]?.[j] ?? 1)
  }
  return shares
}

function leftOver(design: Design, fit: Factored, column: number): Float64Array {
  const shares = sharesOf(design, fit, column)
  const { kept } = fit
  const rest = Float64Array.from(design.columns[column] ?? [])
  for (const [j, other] of kept.entries()) {
    const share = shares[j] ?? 0
    const values = design.columns[other] ?? rest
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) - share * (values[i] ?? 0)
  }
  return rest
}

function product({ products }: Design, a: number, b: number): number {
  return (a < b ? products[b]?.[a] : products[a]?.[b]) ?? 0
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
