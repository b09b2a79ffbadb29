// Whatever is not the same both times is not as it was written. To compare memory with memory takes no time, where a
// checksum would have to load something first.

export const twice = (text: string): Buffer => Buffer.from(text + text)

/** What a file says twice; undefined where that is not the same, or there is none. */
export function saidTwice(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined) return undefined
  const once = bytes.subarray(0, bytes.length / 2)
  return once.equals(bytes.subarray(bytes.length / 2)) ? once.toString('utf8') : undefined
}
