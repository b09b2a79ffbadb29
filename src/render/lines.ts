import { visible, visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { displayWidth, wrapWords } from './wrap.ts'

/** How the pieces of a session look. Plain form has no rules and no columns, only lines. */
export type LineLook = Pick<Look, 'width' | 'colours' | 'plain'>

/** As wide as the writing field: longer lines are hard to follow. */
const WIDEST = 76

const inner = ({ width }: LineLook): number => Math.max(16, Math.min(WIDEST, width - 2))

/** `── Emotional Support ─────────── 3 of 5 ──` */
export function heading(name: string, aside: string, look: LineLook): string {
  const { colours, plain } = look
  if (plain) return aside ? `${name} (${aside})` : name
  const left = `── ${name} `
  const right = aside ? ` ${aside} ──` : '──'
  const rest = inner(look) - displayWidth(left) - displayWidth(right)
  if (rest < 2) return `  ${colours.accent(name)}${aside && `\n  ${colours.dim(aside)}`}`
  return `  ${colours.dim('──')} ${colours.accent(name)} ${colours.dim('─'.repeat(rest) + right)}`
}

type Style = (text: string) => string

/** Lines of text under the margin, wrapped to the width. Read aloud, a margin is only noise. */
export function lines(
  text: string,
  look: LineLook,
  style: Style = it => it,
  margin = '  ',
): string {
  const before = look.plain ? '' : margin
  return wrapWords(visible(text), inner(look) - before.length)
    .map(line => (line === '' ? '' : `${before}${style(line)}`))
    .join('\n')
}

/** The person's own words, in quotation marks. */
export const quoted = (text: string, look: LineLook): string =>
  lines(`"${visibleLine(text)}"`, look, look.colours.own, '    ')

/** A short sentence of the person's, to be read back; the last one that stands by itself. */
export const lineOf = (texts: readonly string[]): string | undefined => linesIn(texts).at(-1)

/** The sentences and lines that are short and still say something. */
export const linesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap(text => text.split(/(?<=[.?!…])\s+|\n+/))
    .map(text => text.replace(/^[-*>#\s]+/, '').trim())
    .filter(text => {
      const words = text.split(/\s+/).length
      return words >= 3 && words <= 18 && text.length <= 120
    })
