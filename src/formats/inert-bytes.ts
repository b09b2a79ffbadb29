// What the gate and `inertJson` would change, in UTF-8: characters that a terminal would obey, or that nobody sees.

/** The same as a pattern, where a byte is taken for a character. */
export const uninert =
  '\\x7f|\\xc2[\\x80-\\x9f]|\\xe2(?:\\x80[\\xa8-\\xae]|\\x81[\\xa6-\\xaf])|\\xef\\xbf[\\xb9-\\xbb]|\\xf3\\xa0[\\x80\\x81]'

/** Bytes that begin such a character, or others. */
const leads = [0x7f, 0xc2, 0xe2, 0xef, 0xf3]
/** The same for a class of a pattern. */
export const oddLeads = String.fromCharCode(...leads)

/** Whether the character that begins here is none of these. */
export function isInertAt(bytes: Buffer, at: number): boolean {
  const next = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  switch (bytes[at]) {
    case 0x7f:
      return false
    case 0xc2: // U+0080 to U+009F
      return next > 0x9f
    case 0xe2: // U+2028 to U+202E, and U+2066 to U+206F
      if (next === 0x80) return third < 0xa8 || third > 0xae
      return next !== 0x81 || third < 0xa6 || third > 0xaf
    case 0xef: // U+FFF9 to U+FFFB
      return next !== 0xbf || third < 0xb9 || third > 0xbb
    case 0xf3: // U+E0000 to U+E007F
      return next !== 0xa0 || third > 0x81
    default:
      return true
  }
}

/** Whether no character in these bytes of JSON is one of them, and none is written by its number. */
export function areInert(bytes: Buffer, from: number, to: number): boolean {
  const has = (what: string) => {
    const at = bytes.indexOf(what, from)
    return at >= 0 && at < to
  }
  if (has('\\u') || has('\\/')) return false
  for (const byte of leads)
    for (let at = bytes.indexOf(byte, from); at >= 0 && at < to; at = bytes.indexOf(byte, at + 1))
      if (!isInertAt(bytes, at)) return false
  return true
}
