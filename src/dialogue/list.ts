import { shortened } from '../render/entry.ts'
import { displayWidth } from '../render/wrap.ts'
import { asideLines, INDENT } from './draw.ts'
import type { Canvas } from './form.ts'

const POINTER = '❯'
const TICKED = '◉'
const plain = (text: string): string => text

/** What our own lines say already is left out, and so are the styles. */
export const quietTheme = {
  prefix: '',
  style: {
    answer: plain,
    message: plain,
    defaultAnswer: () => '',
    help: plain,
    maskedText: '',
    keysHelpTip: () => '',
  },
}

/** The same for a list. */
export const listTheme = {
  prefix: '',
  icon: { cursor: POINTER, checked: TICKED, unchecked: '◯' },
  style: {
    answer: plain,
    message: plain,
    error: () => NOTHING,
    help: plain,
    highlight: plain,
    searchTerm: plain,
    description: plain,
    keysHelpTip: () => '',
  },
}

const NOTHING = 'Nothing here fits that.'

/** A hint that would be cut to less than this is left out. */
const HINT = 16

/** Lines that are shown at once, on a screen with room for more. */
const AT_ONCE = 10

/** A list as the prompt drew it, around the line that is pointed at, styled and cut to the screen. */
export function drawList(drawn: readonly string[], room: number, canvas: Canvas): string[] {
  if (drawn.length === 0 || drawn[0] === NOTHING) return asideLines(NOTHING, canvas)
  const pointed = Math.max(
    0,
    drawn.findIndex(line => line.startsWith(POINTER)),
  )
  const space = Math.max(1, Math.min(AT_ONCE, room))
  const first = Math.max(0, Math.min(pointed - (space >> 1), drawn.length - space))
  return drawn.slice(first, first + space).map(line => drawLine(line, canvas))
}

function drawLine(line: string, { columns, colours }: Canvas): string {
  const room = columns - 1 - INDENT.length
  const [label = '', hint = ''] = line.split('\t')
  const here = label.startsWith(POINTER)
  const shown = shortened(label, room)
  const left = room - displayWidth(shown) - 2
  const beside = left < Math.min(HINT, displayWidth(hint)) ? '' : shortened(hint, left)
  return `${INDENT}${here ? colours.accent(shown) : shown}${beside && `  ${colours.dim(beside)}`}`
}

/** What is ticked in a list as `checkbox` drew it. */
export function tickedIn(drawn: readonly string[]): { lines: string[]; pointed: boolean } {
  const ticked = drawn.filter(line => line.startsWith(TICKED, 1))
  return {
    lines: ticked.map(line => line.slice(3)),
    pointed: ticked.some(line => line.startsWith(POINTER)),
  }
}
