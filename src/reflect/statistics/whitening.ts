import { coefficients, type Design, designOf, residual } from './partial-effect.ts'

const lags = 3

/**
 * The columns of a design with what carries over from row to row taken out of each alike, so that what is left
 * of `y` is nearly independent from row to row: generalised least squares by a filter. How it carries over is
 * read off what `others` leave of y, as an autoregression over three rows. Fits on whitened rows are the
 * sharpest there are where mood lingers. The first three rows, which have nothing before them, are left out.
 * @see Prais and Winsten 1954, Cowles Commission Discussion Paper 383; Greene, Econometric Analysis, chapter 20
 */
export function whitened(design: Design, y: number, others: readonly number[]): Design {
  const lasting = residual(design, y, others)
  const rows = Math.max(0, design.rows - lags)
  const shifted = Array.from({ length: lags + 1 }, (_, lag) =>
    lasting.subarray(lags - lag, lags - lag + rows),
  )
  const shares = coefficients(designOf(shifted), 0, [1, 2, 3])
  return designOf(
    design.columns.map(column =>
      column
        .slice(lags)
        .map((value, i) =>
          shares.reduce((rest, share, k) => rest - share * (column[i + lags - 1 - k] ?? 0), value),
        ),
    ),
  )
}
