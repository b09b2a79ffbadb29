import { bars, onFive, padded, strip } from '../charts.ts'
import { visibleLine } from '../gate.ts'
import type { Look } from '../look.ts'
import { displayWidth, wrapWords } from '../wrap.ts'
import type { Block, Page, Section, Table } from './page.ts'
import { ownLines, standsApart } from './page.ts'

const margin = '  '
const labelColumns = 8

/** Rows: a longer page has headings that a pager can jump to. */
const longPage = 60
/** In front of such a heading: easy to type, and nowhere else on a page at the start of a line. */
const headingMark = '# '

/** A page for the screen: headings, wrapped words, charts, tables where they fit. */
export function forTerminal(page: Page, look: Look): string {
  const short = page.sections.map(section => rows(section, look, ''))
  const isLong = !look.piped && short.flat().length > longPage
  const sections = isLong ? page.sections.map(section => rows(section, look, headingMark)) : short
  const hint = wrapWords('In a pager, /# and Enter goes to the next part, then n.', look.width - 2)
  return [[...titleLine(page, look), ...(isLong ? hint.map(look.colours.dim) : [])], ...sections]
    .map(lines => lines.map(line => `${margin}${line}`.trimEnd()).join('\n'))
    .join('\n\n')
    .concat('\n')
}

function titleLine({ title, aside = '' }: Page, look: Look): string[] {
  const shown = visibleLine(title)
  const room = look.width - 2 * margin.length - displayWidth(shown) - aside.length
  const wrapped = wrapWords(shown, look.width - margin.length).map(look.colours.strong)
  return aside === '' || room < 2
    ? wrapped
    : [look.colours.strong(shown) + ' '.repeat(room) + look.colours.dim(aside)]
}

function rows({ heading, count, blocks }: Section, look: Look, mark: string): string[] {
  const indent = heading ? margin : ''
  const inner = { ...look, width: Math.max(16, look.width - margin.length - indent.length) }
  const title = heading && mark + (count ? `${heading} · ${count}` : heading)
  return [
    ...(title ? wrapWords(visibleLine(title), look.width - 2).map(look.colours.accent) : []),
    ...blocks
      .flatMap((block, n) => [...(standsApart(block, n) ? [''] : []), ...blockRows(block, inner)])
      .map(line => indent + line),
  ]
}

function blockRows(block: Block, look: Look): string[] {
  const { colours, width } = look
  switch (block.kind) {
    case 'say':
      return wrapWords(visibleLine(block.text), width)
    case 'note':
      return wrapWords(visibleLine(block.text), width).map(colours.dim)
    case 'quote':
      return quoteRows(visibleLine(block.text), visibleLine(block.label ?? ''), look)
    case 'words':
      return [
        ...[block.day, block.question].flatMap(line =>
          line === undefined ? [] : wrapWords(visibleLine(line), width).map(colours.dim),
        ),
        ...ownLines(block.text)
          .flatMap(line => wrapWords(visibleLine(line), width))
          .map(colours.own),
      ]
    case 'strip': {
      const label = visibleLine(block.label)
      const column = Math.max(labelColumns, displayWidth(label) + 2)
      const chart = strip(onFive(block), block.from, block.until, width - column, look)
      const below = wrapWords(visibleLine(block.below?.screen ?? ''), width).map(colours.dim)
      return [
        ...chart.map((line, row) => padded(row === 0 ? label : '', column) + line),
        ...(block.below ? below : []),
      ]
    }
    case 'bars':
      return bars(
        block.rows.map(({ label, value }) => ({ label: visibleLine(label), value })),
        look,
        block.full,
      )
    case 'table':
      return [
        ...(block.label ? wrapWords(visibleLine(block.label), width) : []),
        ...tableRows(block, look),
      ]
    case 'drawing':
      return [...block.rows]
  }
}

function quoteRows(text: string, label: string, { width, colours }: Look): string[] {
  const wrapped = wrapWords(label ? `${label}: “${text}”` : `“${text}”`, width)
  return wrapped.map(colours.own)
}

/** Columns where they fit, otherwise a sentence a row. */
function tableRows({ columns, rows, sentences }: Table, { width, colours }: Look): string[] {
  const cells = [columns, ...rows].map(row => row.map(visibleLine))
  const widths = columns.map((_, i) => Math.max(...cells.map(row => displayWidth(row[i] ?? ''))))
  const isWords = columns.map((_, i) => i === 0 || rows.some(row => /\p{L}/u.test(row[i] ?? '')))
  const total = widths.reduce((sum, one) => sum + one + 2, -2)
  if (total > width) return sentences.flatMap(text => wrapWords(visibleLine(text), width))
  return cells.map((row, at) => {
    const line = row
      .map((cell, i) => {
        const gap = (widths[i] ?? 0) - displayWidth(cell)
        return isWords[i] ? padded(cell, widths[i] ?? 0) : ' '.repeat(gap) + cell
      })
      .join('  ')
    return at === 0 ? colours.dim(line) : line
  })
}
