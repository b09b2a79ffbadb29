/** The day of a line's entry, where that stands before all that may hold another; a text that may be no day. */
export function dayAt(bytes: Buffer, start: number): string | undefined {
  const at = bytes.indexOf(dayName, start)
  const inner = bytes.indexOf(123, start + 1)
  if (at < 0 || (inner >= 0 && inner < at)) return undefined
  return bytes.toString('latin1', at + dayName.length, at + dayName.length + 10)
}

const dayName = Buffer.from('"day":"')
