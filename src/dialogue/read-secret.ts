import { HIDE_CHORD } from './keyboard.ts'
import type { Lines } from './lines.ts'
import { keysIn } from './sequences.ts'
import { Interrupted } from './signals.ts'

export interface PlainInput extends NodeJS.ReadableStream {
  isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

/**
 * A line that is not echoed. In raw mode the terminal shows nothing by itself, and leaves the
 * deleting of letters, Ctrl-U and Ctrl-C to us; from a pipe it is a line like any other.
 */
export async function readSecret(
  input: PlainInput,
  lines: Lines,
  onHide: () => void,
): Promise<string | undefined> {
  if (!input.isTTY || !input.setRawMode) return lines.next()
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Interrupted())
  })
  const onData = (chunk: Buffer | string) => {
    if (chunk.includes('\x03')) stop()
    if (chunk.includes(HIDE_CHORD)) onHide()
  }
  input.on('data', onData)
  input.setRawMode(true)
  try {
    const typed = await Promise.race([lines.next(), stopped])
    return typed && afterDeleting(typed)
  } finally {
    input.removeListener('data', onData)
    input.setRawMode(false)
  }
}

function afterDeleting(typed: string): string {
  const left: string[] = []
  for (const { name, text, ctrl } of keysIn(typed)) {
    if (name === 'backspace') left.pop()
    else if (ctrl && name === 'u') left.length = 0
    else left.push(text)
  }
  return left.join('')
}
