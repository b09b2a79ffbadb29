import { visibleLine } from '../render/gate.ts'
import { clusters, displayWidth, rowStarts } from '../render/wrap.ts'
import type { Buffer } from './buffer.ts'

/** A part of the text, from and until which offset. */
interface Part {
  readonly from: number
  readonly until: number
}

/** Where each paragraph begins in the text, and with which row on the screen. */
export interface Layout {
  readonly paragraphs: readonly Paragraph[]
  readonly offsets: readonly number[]
  readonly firstRows: readonly number[]
  readonly rowCount: number
  readonly words: number
}

interface Paragraph {
  readonly length: number
  /** Where its rows begin, counted from its own beginning. */
  readonly starts: readonly number[]
  readonly words: number
}

/**
 * Soft-wraps a text again and again while it is being written. Only the paragraphs between the first
 * and the last that changed since the last time are measured, and nothing is made for each row.
 */
export function layouter(): (text: string, width: number) => Layout {
  let before = { text: '', width: 0, lines: [''], layout: stacked([]) }
  return (text, width) => {
    if (text === before.text && width === before.width) return before.layout
    const lines = text.split('\n')
    const old = width === before.width ? before.lines : []
    const known = before.layout.paragraphs
    const most = Math.min(old.length, lines.length)
    let above = 0
    while (above < most && old[above] === lines[above]) above++
    let below = 0
    while (below < most - above && old.at(-1 - below) === lines.at(-1 - below)) below++
    const paragraphs = [
      ...known.slice(0, above),
      ...lines.slice(above, lines.length - below).map(line => lay(line, width)),
      ...known.slice(known.length - below),
    ]
    before = { text, width, lines, layout: stacked(paragraphs) }
    return before.layout
  }
}

function lay(paragraph: string, width: number): Paragraph {
  return {
    length: paragraph.length,
    starts: rowStarts(paragraph, width, cautiousWidth),
    words: paragraph.match(/\S+/g)?.length ?? 0,
  }
}

function stacked(paragraphs: readonly Paragraph[]): Layout {
  const offsets: number[] = []
  const firstRows: number[] = []
  let offset = 0
  let rowCount = 0
  let words = 0
  for (const paragraph of paragraphs) {
    offsets.push(offset)
    firstRows.push(rowCount)
    offset += paragraph.length + 1
    rowCount += paragraph.starts.length
    words += paragraph.words
  }
  return { paragraphs, offsets, firstRows, rowCount, words }
}

/** A row of the screen as a part of the text; undefined above the first and below the last. */
export function rowAt(layout: Layout, row: number): Part | undefined {
  if (row < 0 || row >= layout.rowCount) return undefined
  const index = lastNotAbove(layout.firstRows, row)
  const { starts = [], length = 0 } = layout.paragraphs[index] ?? {}
  const offset = layout.offsets[index] ?? 0
  const inside = row - (layout.firstRows[index] ?? 0)
  return {
    from: offset + (starts[inside] ?? 0),
    until: offset + (starts[inside + 1] ?? length),
  }
}

/** The index of the last of these rising numbers that is not above the limit; the first when all are. */
function lastNotAbove(rising: readonly number[], limit: number): number {
  let found = 0
  let beyond = rising.length
  while (beyond - found > 1) {
    const middle = (found + beyond) >> 1
    if ((rising[middle] ?? Number.POSITIVE_INFINITY) <= limit) found = middle
    else beyond = middle
  }
  return found
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
  const index = lastNotAbove(layout.offsets, at)
  const offset = layout.offsets[index] ?? 0
  const { starts = [] } = layout.paragraphs[index] ?? {}
  const inside = lastNotAbove(starts, at - offset)
  const from = offset + (starts[inside] ?? 0)
  return {
    row: (layout.firstRows[index] ?? 0) + inside,
    column: displayWidth(drawn(text.slice(from, at))),
  }
}

/** The offset in a row that is nearest to a column, not right of it; the ends of the text beyond the rows. */
export function offsetInRow(layout: Layout, text: string, row: number, column: number): number {
  const target = rowAt(layout, row)
  if (target === undefined) return row < 0 ? 0 : text.length
  let offset = target.from
  let width = 0
  for (const cluster of clusters(text.slice(target.from, target.until))) {
    width += displayWidth(drawn(cluster))
    const end = offset + cluster.length
    // The end of a row that goes on in the next is the next row's start.
    const wrapped = end === target.until && rowAt(layout, row + 1)?.from === end
    if (width > column || wrapped) break
    offset = end
  }
  return offset
}
