import { clusters, displayWidth } from '../render/wrap.ts'
import { PROMPT } from './draw.ts'
import type { Canvas } from './form.ts'

/** The longest character that is drawn on a line, in code units. */
const LONGEST = 16

/** The line that is typed on, and the column behind it; of a long text the end. */
export function drawTyped(text: string, { columns }: Canvas): { text: string; column: number } {
  const room = columns - 2 - displayWidth(PROMPT)
  // Of a long paste no more is looked at than could be shown: no character is longer than this.
  const parts = clusters(text.slice(-LONGEST * Math.max(1, room)))
  let shown = ''
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (displayWidth(part + shown) > room) break
    shown = part + shown
  }
  return { text: PROMPT + shown, column: displayWidth(PROMPT + shown) }
}
