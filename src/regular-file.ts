import type { Stats } from 'node:fs'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Reads a file of at most so many bytes, whatever its status says: a device has no size and no end.
 * @throws RangeError when there is more
 */
export function readAtMost(file: string, most: number): Buffer {
  return reading(file, constants.O_RDONLY, descriptor => upTo(descriptor, most))
}

/**
 * Reads a small file of ours. Anything but a plain file is refused and not waited for: a pipe of that
 * name would never end.
 * @throws the system's error, or one with the code `EFTYPE`
 */
export function readRegular(file: string, most = 16 * 1024 * 1024): Buffer {
  return reading(file, constants.O_RDONLY | constants.O_NONBLOCK, descriptor => {
    refuseOdd(fstatSync(descriptor))
    return upTo(descriptor, most)
  })
}

/**
 * The same of a file that anybody may have put there: no link is followed.
 * @returns its bytes, and what is known of the file once they were read
 * @throws RangeError when there is more; the system's error; one with the code `EFTYPE`
 */
export function readStranger(file: string, most: number): { bytes: Buffer; about: Stats } {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW = 0 } = constants
  return reading(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, descriptor => {
    refuseOdd(fstatSync(descriptor))
    const bytes = upTo(descriptor, most)
    return { bytes, about: fstatSync(descriptor) }
  })
}

/**
 * Reads a plain file of any size piece by piece, as long as more is wanted. No link is followed.
 *
 * @param take what to do with a piece; false ends the reading. `read` is how much of `size` was read, in bytes
 * @throws the system's error, or one with the code `EFTYPE`
 */
export function readInPieces(
  file: string,
  take: (piece: Buffer, read: number, size: number) => boolean,
): void {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW = 0 } = constants
  reading(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, descriptor => {
    const about = fstatSync(descriptor)
    refuseOdd(about)
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (let all = 0; ; ) {
      const length = readSync(descriptor, piece)
      all += length
      if (length === 0 || !take(piece.subarray(0, length), all, about.size)) return
    }
  })
}

/** How much of a file its edges are, in bytes. */
const edge = 128 * 1024

/**
 * The beginning and the end of a large file, as one.
 * @throws the system's error, or one with the code `EFTYPE`
 */
export function readEdges(file: string): Buffer {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW = 0 } = constants
  return reading(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, descriptor => {
    const about = fstatSync(descriptor)
    refuseOdd(about)
    const parts = [0, Math.max(edge, about.size - edge)].map(at => {
      const part = Buffer.alloc(edge)
      return part.subarray(0, readSync(descriptor, part, 0, edge, at))
    })
    return Buffer.concat(parts)
  })
}

function refuseOdd(about: Stats): void {
  if (about.isFile()) return
  throw Object.assign(new Error('not a regular file'), { code: 'EFTYPE' })
}

function reading<T>(file: string, flags: number, read: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags)
  try {
    return read(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** How much is read at a time of what has no size or has grown, in bytes. */
const piece = 64 * 1024

function upTo(descriptor: number, most: number): Buffer {
  const { size } = fstatSync(descriptor)
  if (size > most) throw new RangeError('more than is read at once')
  const parts: Buffer[] = []
  let length = 0
  for (;;) {
    // In one piece where its size is known: a large file is in memory once, then.
    const part = Buffer.allocUnsafe(length < size ? size - length : piece)
    const read = readSync(descriptor, part)
    if (read === 0) {
      const [first, ...more] = parts
      return first && more.length === 0 ? first : Buffer.concat(parts)
    }
    length += read
    if (length > most) throw new RangeError('more than is read at once')
    parts.push(part.subarray(0, read))
  }
}
