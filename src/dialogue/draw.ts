import { visible, visibleLine } from '../render/gate.ts'
import { displayWidth, wrapWords } from '../render/wrap.ts'
import type { Canvas, FormView } from './form.ts'

/** Margin of everything the dialogue shows. */
export const MARGIN = '  '
/** Under it what belongs to a question, such as its choices. */
export const INDENT = MARGIN + MARGIN
/** Before an answer of one line. */
export const PROMPT = `${MARGIN}› `

/** The way back to the question before. */
export const BACK = 'Shift-Tab back'

/** The widest that text to be read or written gets. */
const WIDEST = 72

export const textWidth = (columns: number, prefix: string): number =>
  Math.max(4, Math.min(WIDEST, columns - 1) - displayWidth(prefix))

/** The question. */
export function askLines(ask: string, { columns, colours }: Canvas): string[] {
  const rows = wrapWords(visible(ask), textWidth(columns, MARGIN))
  return rows.map(row => MARGIN + colours.strong(row))
}

/** Hints and keys, dim, on as many lines as they need; none when there is nothing to say. */
export function asideLines(text: string, { columns, colours }: Canvas): string[] {
  if (text === '') return []
  const rows = wrapWords(visibleLine(text), columns - 1 - INDENT.length)
  return rows.map(row => INDENT + colours.dim(row))
}

/** An aside at the end of the last line where there is room for it, else below. */
export function withAside(lines: readonly string[], aside: string, canvas: Canvas): string[] {
  const last = lines.at(-1) ?? ''
  const inLine = `${last}   ${canvas.colours.dim(visibleLine(aside))}`
  if (aside === '') return [...lines]
  if (displayWidth(inLine) < canvas.columns) return [...lines.slice(0, -1), inLine]
  return [...lines, ...asideLines(aside, canvas)]
}

/** A question and its answer as they stay on the screen; a dash when it was left open. */
export function answeredView(ask: string, answer: string | undefined, canvas: Canvas): FormView {
  const { colours, columns } = canvas
  const rows = wrapWords(visibleLine(answer ?? ''), textWidth(columns, PROMPT))
  const lines = rows.map((row, index) => (index === 0 ? PROMPT : INDENT) + colours.own(row))
  const shown = answer === undefined ? [PROMPT + colours.dim('–')] : lines
  return { above: [...askLines(ask, canvas), ...shown], column: 0, below: [] }
}

/** What is to be seen after the screen was cleared in a hurry: nothing of the question, none of the words. */
export function veil(canvas: Canvas): FormView {
  // It says nothing of a journal to who looks over a shoulder.
  const above = canvas.answered ? [] : asideLines('Any key goes on.', canvas)
  return { above: above.length > 0 ? above : [''], column: 0, below: [] }
}
