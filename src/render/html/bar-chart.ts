import { shortened } from '../entry.ts'
import type { Figure } from './figure.ts'
import { figureWidth } from './figure.ts'
import { markup } from './markup.ts'

interface Bar {
  readonly label: string
  readonly value: number
}

const rowHeight = 34
const longest = figureWidth - 40

/** A bar under each label, its figure at the end. */
export function barChart(
  chart: Pick<Figure, 'id' | 'title' | 'sentence'> & {
    readonly bars: readonly Bar[]
    readonly columns: readonly [string, string]
  },
): Figure {
  const { bars, ...rest } = chart
  const full = Math.max(1, ...bars.map(({ value }) => value))
  return {
    ...rest,
    caption: rest.title,
    height: bars.length * rowHeight,
    drawing: bars.map(({ label, value }, row) => {
      const length = (value / full) * longest
      const top = row * rowHeight
      return markup`<text class="label" x="0" y="${top + 12}">${shortened(label, 44)}</text>
<rect class="bar" x="0" y="${top + 17}" width="${length}" height="11" rx="2"/>
<text class="label" x="${length + 5}" y="${top + 27}">${String(value)}</text>
`
    }),
    rows: bars.map(({ label, value }) => [label, String(value)]),
  }
}
