import { fstatSync, writeSync } from 'node:fs'

/** The reader of our output has gone away (`| head`, a closed window). That is success, and nothing more is written. */
class OutputClosed extends Error {
  override readonly name = 'OutputClosed'
}

/** The output could not be taken. The message is for the person. */
class OutputFailed extends Error {
  override readonly name = 'OutputFailed'
}

/**
 * Writes all of a text to a descriptor, waiting when a pipe is full.
 * @throws OutputClosed or OutputFailed, known by their names
 */
export function writeAll(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code, errno } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 5)
      // A terminal whose window is gone answers EIO, and so does a failing disk.
      else if (code === 'EPIPE' || (code === 'EIO' && isDevice(descriptor)))
        throw new OutputClosed()
      else throw new OutputFailed(`The output could not be written: ${reasonOf(code, errno)}.`)
    }
  }
}

/** Writes words to the person. Where they cannot be taken, what was done is done all the same. */
export function writeIfPossible(descriptor: number, text: string): void {
  try {
    writeAll(descriptor, text)
  } catch {}
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left (ENOSPC)',
  EDQUOT: 'your share of the disk is used up (EDQUOT)',
  EIO: 'the disk answered with an error (EIO)',
  EBADF: 'it is closed (EBADF)',
}

/** Node has no name for a used-up quota, which Linux counts as 122 and others as 69. */
const reasonOf = (code = '', errno = 0): string =>
  reasons[code === 'UNKNOWN' && [-122, -69].includes(errno) ? 'EDQUOT' : code] ??
  `the system said ${code}`

const isDevice = (descriptor: number): boolean => fstatSync(descriptor).isCharacterDevice()

const pause = new Int32Array(new SharedArrayBuffer(4))
