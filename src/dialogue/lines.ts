import { createInterface, type Interface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Interrupted } from './signals.ts'

export interface Lines {
  /** The next line, or undefined when the input has ended. Rejects with `Interrupted`. */
  next(): Promise<string | undefined>
  close(): void
}

export interface LinesOptions {
  /** A fresh stream on the same terminal, for after Ctrl-D. Without it the end of input is for good. */
  reopen?(): Readable
  /** Ctrl-C: ends the question that waits. */
  interrupt?: AbortSignal
}

/** Reads a stream line by line, and is paused in between, so that an editor can have the terminal. */
export function linesOf(input: NodeJS.ReadableStream, { reopen, interrupt }: LinesOptions): Lines {
  /** Lines that came before they were asked for; undefined is the end. */
  const waiting: (string | undefined)[] = []
  let give: ((line: string | undefined) => void) | undefined
  let reader: Interface | undefined
  let reopened: Readable | undefined

  const arrive = (line: string | undefined) => {
    reader?.pause()
    if (give) give(line)
    else waiting.push(line)
    give = undefined
  }
  const open = (stream: NodeJS.ReadableStream) => {
    reader = createInterface({ input: stream, terminal: false, crlfDelay: Infinity })
    reader.on('line', arrive)
    reader.on('close', () => {
      reader = undefined
      arrive(undefined)
    })
  }
  open(input)
  reader?.pause()

  return {
    next() {
      if (interrupt?.aborted) return Promise.reject(new Interrupted())
      if (waiting.length > 0) return Promise.resolve(waiting.shift())
      if (!reader && reopen) {
        reopened?.destroy()
        reopened = reopen()
        open(reopened)
      }
      if (!reader) return Promise.resolve(undefined)
      return new Promise((resolve, reject) => {
        const stop = () => reject(new Interrupted())
        give = line => {
          interrupt?.removeEventListener('abort', stop)
          resolve(line)
        }
        interrupt?.addEventListener('abort', stop, { once: true })
        reader?.resume()
      })
    },
    close() {
      reader?.removeAllListeners()
      reader?.close()
      // Unlike standard input, a stream of our own would keep the program running.
      reopened?.destroy()
    },
  }
}
