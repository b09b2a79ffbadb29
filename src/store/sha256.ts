// SHA-256 (FIPS 180-4) for the few hundred bytes of a first page, which is read at each start. Only to load
// node:crypto costs an eighth of a bare start; for more than a few kilobytes it is quicker all the same.

/** The first 32 bits of the fractional parts of the roots of the first 64 primes. */
const rootsOf = (root: (prime: number) => number, primes: readonly number[]): Int32Array =>
  Int32Array.from(primes, prime => ((root(prime) % 1) * 2 ** 32) | 0)

const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
  101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193,
  197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307,
  311,
]

const begin = rootsOf(Math.sqrt, primes.slice(0, 8))
const constants = rootsOf(Math.cbrt, primes)

/** In hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, bytes.length * 8)
  const state = Int32Array.from(begin)
  const words = new Int32Array(64)
  for (let at = 0; at < length; at += 64) block(view, at, state, words)
  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function block(view: DataView, at: number, state: Int32Array, words: Int32Array): void {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4)
  const word = (i: number): number => words[i] ?? 0
  for (let i = 16; i < 64; i++) {
    const x = word(i - 15)
    const y = word(i - 2)
    const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
    const great = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
    words[i] = word(i - 16) + small + word(i - 7) + great
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g)
    const most = (a & b) ^ (a & c) ^ (b & c)
    const great = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + great + chosen + (constants[i] ?? 0) + word(i)) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + word
}
