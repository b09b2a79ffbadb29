import type { Markup } from './markup.ts'
import { markup } from './markup.ts'

/** A chart, what it is called, a sentence that says the same, and the figures it is drawn from. */
export interface Figure {
  /** Unique in the page. */
  readonly id: string
  readonly title: string
  /** For who does not see the drawing. */
  readonly sentence: string
  /** Stands above the drawing: what it is, and nothing that it shows by itself. */
  readonly caption: string
  readonly height: number
  readonly drawing: readonly Markup[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A drawing whose caption says all that can be said in a sentence. */
export const told = (sentence: string) => ({ sentence, caption: sentence })

/** Drawn for a phone: its width in pixels, so that letters are no smaller than they are set. */
export const figureWidth = 360

export const figure = (chart: Figure): Markup => markup`
<figure>
<figcaption>${chart.caption}</figcaption>
<svg viewBox="0 0 ${figureWidth} ${chart.height}" role="img" aria-labelledby="${chart.id}-title ${chart.id}-desc">
<title id="${chart.id}-title">${chart.title}</title>
<desc id="${chart.id}-desc">${chart.sentence}</desc>
${chart.drawing}
</svg>
<details><summary>${chart.title}, as a table</summary>
${table(chart.columns, chart.rows)}
</details>
</figure>`

/** The first column names its row. */
export const table = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Markup => markup`<table>
<thead><tr>${columns.map(column => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first = '', ...cells]) =>
    markup`<tr><th scope="row"><bdi>${first}</bdi></th>${cells.map(cell => markup`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>`
