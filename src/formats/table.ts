import { decodeText } from '../utf8.ts'

/** One row of a table by the names of its columns, in lower case; what is not in it is empty. */
export interface TableRow {
  /** Of the file, counted from 1: where it begins. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** What keeps the row from being read. */
  readonly problem?: string
}

export interface ReadTable {
  /** In lower case, in their order. */
  readonly names: readonly string[]
  readonly rows: Iterable<TableRow>
}

/** The names of the columns of a table, from its first bytes. */
export function columnsOf(bytes: Uint8Array): string[] {
  const [first = ''] = new TextDecoder().decode(bytes.subarray(0, 4000)).split(/\r?\n/)
  return columnsIn(first)
}

/**
 * Reads a table as RFC 4180 has it, with commas, semicolons or tabs. Empty rows are left out.
 * @throws UserError when it is not UTF-8
 */
export function tableIn(bytes: Uint8Array): ReadTable {
  const text = decodeText(bytes, 'This file')
  const end = text.indexOf('\n')
  const header = end < 0 ? text : text.slice(0, end)
  const names = columnsIn(header)
  const rest = end < 0 ? '' : text.slice(end + 1)
  return { names, rows: rowsBy(names, linesIn(rest, delimiterIn(header))) }
}

function* rowsBy(names: readonly string[], lines: Iterable<Line>): Generator<TableRow> {
  for (const { line, cells, isOpen } of lines) {
    if (cells.every(cell => cell.trim() === '')) continue
    const problem = isOpen
      ? 'a quotation mark in it is not closed, so what stands below could not be read either'
      : cells.slice(names.length).some(cell => cell.trim() !== '')
        ? 'it has more cells than there are columns'
        : undefined
    const named = Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()]))
    yield { line, cells: named, ...(problem && { problem }) }
  }
}

const columnsIn = (header: string): string[] =>
  header
    .replace(/^\ufeff/, '')
    .split(delimiterIn(header))
    .map(name =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim()
        .toLowerCase(),
    )

/** Programs for tables write what their country uses. */
const delimiterIn = (header: string): string => /[,;\t]/.exec(header)?.[0] ?? ','

interface Line {
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation mark in it was never closed. */
  readonly isOpen: boolean
}

/** A quoted cell may hold anything, a quotation mark in it is written twice. */
function* linesIn(text: string, delimiter: string): Generator<Line> {
  let line = 2
  let begins = line
  let cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (character === '\n') line++
    if (quoted && character !== undefined) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n' || character === undefined) {
      yield { line: begins, cells: [...cells, cell], isOpen: quoted }
      cells = []
      cell = ''
      begins = line
    } else cell += character
  }
}

/** Several things in one cell: `calm; at ease`. */
export const partsOf = (cell: string): string[] =>
  cell
    .split(/[;,|]/)
    .map(part => part.trim())
    .filter(Boolean)
