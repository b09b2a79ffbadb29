import { visibleLine } from '../render/gate.ts'
import { clusters, displayWidth, rowStarts } from '../render/wrap.ts'
import type { Buffer } from './buffer.ts'

/** One row on the screen: a part of the text, from and until which offset. */
interface Row {
  readonly from: number
  readonly until: number
}

export interface Layout {
  readonly rows: readonly Row[]
  readonly words: number
}

interface Paragraph {
  readonly starts: readonly number[]
  readonly words: number
}

/**
 * Soft-wraps a text again and again while it is being written: only paragraphs that changed since
 * the last time are measured.
 */
export function layouter(): (text: string, width: number) => Layout {
  let known = new Map<string, Paragraph>()
  let knownWidth = 0
  return (text, width) => {
    const before = width === knownWidth ? known : new Map<string, Paragraph>()
    known = new Map()
    knownWidth = width
    const rows: Row[] = []
    let words = 0
    let offset = 0
    for (const paragraph of text.split('\n')) {
      const laid = before.get(paragraph) ?? lay(paragraph, width)
      known.set(paragraph, laid)
      words += laid.words
      for (const [index, start] of laid.starts.entries()) {
        const next = laid.starts[index + 1] ?? paragraph.length
        rows.push({ from: offset + start, until: offset + next })
      }
      offset += paragraph.length + 1
    }
    return { rows, words }
  }
}

function lay(paragraph: string, width: number): Paragraph {
  return {
    starts: rowStarts(paragraph, width, cautiousWidth),
    words: paragraph.match(/\S+/g)?.length ?? 0,
  }
}

/** The text of a row as it is drawn. */
export const drawn = (text: string): string => visibleLine(text.replaceAll('\t', '  '))

/**
 * The larger of columns and length: terminals disagree on the width of joined emoji, and
 * @inquirer/core counts the length of the last line to know where the cursor is.
 */
function cautiousWidth(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const shown = drawn(text)
  const width = Math.max(displayWidth(shown), shown.length)
  if (widths.size >= WIDTHS_KEPT) widths.clear()
  if (text.length <= SHORT) widths.set(text, width)
  return width
}

// A long paragraph in Chinese is measured character by character at each key; few of them differ.
const widths = new Map<string, number>()
const WIDTHS_KEPT = 4000
const SHORT = 16

/** The row and column of the cursor. At a soft break it is on the later row. */
export function place(layout: Layout, { text, at }: Buffer): { row: number; column: number } {
  let row = 0
  let beyond = layout.rows.length
  while (beyond - row > 1) {
    const middle = (row + beyond) >> 1
    if ((layout.rows[middle]?.from ?? Number.POSITIVE_INFINITY) <= at) row = middle
    else beyond = middle
  }
  const from = layout.rows[row]?.from ?? 0
  return { row, column: displayWidth(drawn(text.slice(from, at))) }
}

/** The offset in a row that is nearest to a column, not right of it; the ends of the text beyond the rows. */
export function offsetInRow(layout: Layout, text: string, row: number, column: number): number {
  const target = layout.rows[row]
  if (target === undefined) return row < 0 ? 0 : text.length
  let offset = target.from
  let width = 0
  for (const cluster of clusters(text.slice(target.from, target.until))) {
    width += displayWidth(drawn(cluster))
    const end = offset + cluster.length
    // The end of a row that goes on in the next is the next row's start.
    const wrapped = end === target.until && layout.rows[row + 1]?.from === end
    if (width > column || wrapped) break
    offset = end
  }
  return offset
}
