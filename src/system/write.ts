import { writeSync } from 'node:fs'

/** The reader of our output has gone away (`| head`). That is success, and nothing more is written. */
class OutputClosed extends Error {
  override readonly name = 'OutputClosed'
}

/** Writes all of a text to a descriptor, waiting when a pipe is full. */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 5)
      else if (code === 'EPIPE' || code === 'EIO') throw new OutputClosed()
      else throw error
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))
