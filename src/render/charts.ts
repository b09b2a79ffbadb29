import type { Day } from '../journal/day.ts'
import { daysBetween } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { onSteps } from '../reflect/axis.ts'
import type { RatedDay } from '../reflect/trend.ts'
import { shortened } from './entry.ts'
import type { Look } from './look.ts'
import type { Strip } from './page/page.ts'
import { displayWidth } from './wrap.ts'

/** Each height comes with its digit in the row below, so the look of a block is never all there is. */
const heights = ['▁', '▂', '▃', '▅', '▇']

/** A whole step of the scale, 1 to 5. */
export const step = (value: number) => Math.min(5, Math.max(1, Math.round(value))) as Scale

/** The days of a rating on the five steps that charts have. */
export const onFive = ({
  curve: { days },
  axis,
}: Pick<Strip, 'curve' | 'axis'>): readonly RatedDay[] =>
  axis ? days.map(day => ({ ...day, value: onSteps(day.value, axis) })) : days

/** The mark of a step: a block, or its digit where there are no blocks. */
export const glyph = (value: number, ascii = false): string =>
  ascii ? String(step(value)) : (heights[step(value) - 1] ?? '')

const paces = [
  { days: 1, words: '' },
  { days: 7, words: 'a mark a week' },
  { days: 28, words: 'a mark every 4 weeks' },
  { days: 364, words: 'a mark a year' },
] as const

/** Ratings over time in at most so many marks: one a day where they fit, else means of a week or more. */
export function chartMarks(days: readonly RatedDay[], from: Day, until: Day, most: number) {
  const length = daysBetween(from, until) + 1
  const pace = paces.find(({ days }) => Math.ceil(length / days) <= most) ?? paces[3]
  const sums = new Map<number, { sum: number; n: number }>()
  for (const { day, value } of days) {
    const at = Math.floor(daysBetween(from, day) / pace.days)
    const { sum, n } = sums.get(at) ?? { sum: 0, n: 0 }
    sums.set(at, { sum: sum + value, n: n + 1 })
  }
  const marks = Array.from({ length: Math.ceil(length / pace.days) }, (_, at) => {
    const found = sums.get(at)
    return found && found.sum / found.n
  })
  return { pace, marks }
}

/**
 * Ratings over time as a row of blocks and a row of digits. When the days are more than the columns,
 * a mark stands for the mean of a week or more, and the last row says so if it fits.
 */
export function strip(
  days: readonly RatedDay[],
  from: Day,
  until: Day,
  columns: number,
  { colours, ascii = false }: Look,
): string[] {
  const { pace, marks } = chartMarks(days, from, until, columns)
  const row = (shape: (value: number) => string, none: string) =>
    marks
      .map(value => (value === undefined ? none : colours.mood(step(value), shape(value))))
      .join('')
  const digits = row(value => String(step(value)), ascii ? '.' : '·')
  return [
    ...(ascii ? [] : [row(value => glyph(value), ' ')]),
    digits,
    ...(pace.words && pace.words.length <= columns ? [colours.dim(pace.words)] : []),
  ]
}

/** A bar a row, its figure behind it. Labels are cut to a third of the width. */
export function bars(
  rows: readonly { readonly label: string; readonly value: number }[],
  { width, colours, ascii = false }: Look,
  full = Math.max(...rows.map(({ value }) => value)),
): string[] {
  const room = Math.floor(width / 2)
  const labels = rows.map(({ label }) => shortened(label, room))
  const column = Math.max(...labels.map(displayWidth))
  const digits = Math.max(...rows.map(({ value }) => String(value).length))
  const longest = Math.max(1, Math.min(30, width - column - digits - 3))
  return rows.map(({ value }, row) => {
    const length = full > 0 ? Math.round((value / full) * longest) : 0
    const bar = (ascii ? '#' : '█').repeat(value > 0 ? Math.max(1, length) : 0)
    return `${padded(labels[row] ?? '', column)}  ${colours.accent(bar)} ${value}`
  })
}

export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
