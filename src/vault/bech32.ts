/**
 * Bech32 as age writes its keys: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki, without
 * the limit on length.
 */

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const checksumLength = 6

function polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    generators.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator
    })
  }
  return sum
}

const expanded = (prefix: string): number[] => {
  const codes = [...prefix].map(letter => letter.charCodeAt(0))
  return [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31)]
}

/** Groups of bits in another size; undefined when what is left over is not as it should be. */
function regrouped(values: Iterable<number>, from: number, to: number): number[] | undefined {
  const out: number[] = []
  let [held, bits] = [0, 0]
  for (const value of values) {
    held = ((held << from) | value) & 0xfff
    bits += from
    for (; bits >= to; bits -= to) out.push((held >> (bits - to)) & (2 ** to - 1))
  }
  const rest = (held << (to - bits)) & (2 ** to - 1)
  if (to === 5) return bits > 0 ? [...out, rest] : out
  return bits >= from || rest !== 0 ? undefined : out
}

/** @param prefix in small letters */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const values = regrouped(bytes, 8, 5) ?? []
  const sum = polymod([...expanded(prefix), ...values, ...Array(checksumLength).fill(0)]) ^ 1
  const checksum = Array.from({ length: checksumLength }, (_, at) => (sum >> (5 * (5 - at))) & 31)
  return `${prefix}1${[...values, ...checksum].map(value => letters[value]).join('')}`
}

/** What a text of this prefix stands for; undefined when a letter of it is wrong. */
export function bytesInBech32(prefix: string, text: string): Buffer | undefined {
  const small = text.toLowerCase()
  if (text !== small && text !== text.toUpperCase()) return undefined
  const start = `${prefix}1`
  if (!small.startsWith(start)) return undefined
  const values = [...small.slice(start.length)].map(letter => letters.indexOf(letter))
  if (values.length < checksumLength || values.includes(-1)) return undefined
  if (polymod([...expanded(prefix), ...values]) !== 1) return undefined
  const bytes = regrouped(values.slice(0, -checksumLength), 5, 8)
  return bytes && Buffer.from(bytes)
}
