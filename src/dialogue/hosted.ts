import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import type { Key } from './keys.ts'

/** What a prompt of @inquirer/prompts is given besides its question. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly signal: AbortSignal
}

/** A prompt of @inquirer/prompts that runs behind the scenes: it gets keys one by one, and what it draws is read. */
export interface Hosted<A> {
  /** The lines that it drew last, without styles and without empty ones. */
  readonly drawn: readonly string[]
  /** Hands over one key, and gives the answer when that was the last one. Resolves when the prompt has dealt with it. */
  press(key: Key): Promise<{ readonly answer: A } | undefined>
  close(): void
}

/** So wide that the prompt breaks no line; the form that shows them does, for the screen there is. */
const WIDE = 100_000

/**
 * Starts a prompt on streams of its own instead of the terminal. Left alone with a terminal these
 * prompts lose what was typed ahead, obey keys they do not know, die after Ctrl-Z and `fg`, break when
 * the window changes, and leave the cursor hidden when a signal comes. So they never see one: what
 * they draw becomes a form like any other, and the stage guards it.
 */
export async function hosted<A>(begin: (streams: PromptStreams) => Promise<A>): Promise<Hosted<A>> {
  const input = new PassThrough()
  const ending = new AbortController()
  let drawn: readonly string[] = []
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      drawn = readDrawing(String(chunk)) ?? drawn
      done()
    },
  })
  Object.assign(output, { columns: WIDE })

  let answered: { readonly answer: A } | undefined
  let failure: unknown
  const prompt = begin({ input, output, signal: ending.signal })
  prompt.then(
    answer => {
      answered = { answer }
    },
    error => {
      failure = error
    },
  )
  /** These prompts look for choices and judge answers in promises; all of those are kept by then. */
  const settled = async () => {
    await new Promise(resolve => setImmediate(resolve))
    if (failure && !ending.signal.aborted) throw failure
    return answered
  }
  await settled()

  return {
    get drawn() {
      return drawn
    },
    press({ name, text, ctrl, meta }) {
      input.emit('keypress', text || undefined, { name, ctrl, meta, sequence: text })
      return settled()
    },
    close: () => ending.abort(),
  }
}

/**
 * The lines of one drawing, between what erases the last one and the cursor's way back. Whatever else
 * is written, such as the end, draws nothing.
 */
function readDrawing(written: string): string[] | undefined {
  if (!/\x1b\[\d+G$/.test(written)) return undefined
  const lines = stripVTControlCharacters(written).split('\n')
  const full = lines.filter(line => line.trim() !== '')
  return full.length > 0 ? full : undefined
}
