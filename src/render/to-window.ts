import { displayWidth } from './wrap.ts'

/**
 * Words to the person, broken at blanks where a line is longer than the window. A command in
 * backticks stays on one line as long as it fits, and what has no blank in it, like a path, stays
 * whole: both are there to be copied. Lines that were indented stay so.
 *
 * @param width columns
 */
export const toWindow = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap(line => (displayWidth(line) <= width ? line : broken(line, width)))
    .join('\n')

function broken(line: string, width: number): string[] {
  const margin = /^ */.exec(line)?.[0] ?? ''
  const rows: string[] = []
  let row = ''
  for (const piece of line.trim().match(/`[^`]+`\S*|\S+/g) ?? []) {
    // A command longer than the window breaks like any other words.
    const parts = displayWidth(margin + piece) > width ? piece.split(' ') : [piece]
    for (const part of parts) {
      const longer = row === '' ? margin + part : `${row} ${part}`
      if (row !== '' && displayWidth(longer) > width) {
        rows.push(row)
        row = margin + part
      } else row = longer
    }
  }
  return [...rows, row]
}
