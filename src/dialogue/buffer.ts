import { clusters } from '../render/wrap.ts'

/** A text and the place of the cursor in it. */
export interface Buffer {
  readonly text: string
  readonly at: number
}

export const bufferOf = (text: string): Buffer => ({ text, at: text.length })

export function insert({ text, at }: Buffer, added: string): Buffer {
  return { text: text.slice(0, at) + added + text.slice(at), at: at + added.length }
}

/** Where the cursor can go; rows are a matter of the screen (rows.ts). Left and right pass whole characters. */
const moves = {
  left: ({ text, at }: Buffer) =>
    at - (clusters(text.slice(nearBefore(text, at), at)).at(-1) ?? '').length,
  right: ({ text, at }: Buffer) => at + (clusters(text.slice(at, at + NEAR))[0] ?? '').length,
  wordLeft: ({ text, at }: Buffer) => {
    let to = at
    while (to > 0 && isSpace(text, to - 1)) to--
    while (to > 0 && !isSpace(text, to - 1)) to--
    return to
  },
  wordRight: ({ text, at }: Buffer) => {
    let to = at
    while (to < text.length && isSpace(text, to)) to++
    while (to < text.length && !isSpace(text, to)) to++
    return to
  },
  lineStart: ({ text, at }: Buffer) => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1),
  lineEnd: ({ text, at }: Buffer) => {
    const end = text.indexOf('\n', at)
    return end < 0 ? text.length : end
  },
  start: () => 0,
  end: ({ text }: Buffer) => text.length,
}

export type Move = keyof typeof moves

export function moveTo(buffer: Buffer, to: Move): Buffer {
  return { text: buffer.text, at: moves[to](buffer) }
}

/** Deletes what lies between the cursor and where the move would take it. */
export function eraseTo(buffer: Buffer, to: Move): Buffer {
  const there = moves[to](buffer)
  const from = Math.min(there, buffer.at)
  const until = Math.max(there, buffer.at)
  return { text: buffer.text.slice(0, from) + buffer.text.slice(until), at: from }
}

/** No character is longer than this; looking further would make every step slower in a long text. */
const NEAR = 160

/** A place shortly before `at` where a character surely begins: behind a line break or a plain letter. */
function nearBefore(text: string, at: number): number {
  const earliest = Math.max(0, at - NEAR)
  for (let from = at - 2; from > earliest; from--) {
    if (/[\n\x20-\x7e]/.test(text.charAt(from))) return from
  }
  return earliest
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))
