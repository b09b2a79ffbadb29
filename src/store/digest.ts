import { createHash } from 'node:crypto'
import { compiledSha256, sha256 } from './sha256.ts'

/** Up to here, in bytes, our own code is quicker than to compile another. */
const few = 512

/** Of this much at once, or in all, `node:crypto` is quicker, though it takes a sixth of a bare start of Node to load. */
const much = { atOnce: 400_000, inAll: 800_000 }

let soFar = 0
let compiled: ReturnType<typeof compiledSha256> | undefined

/** The SHA-256 of some bytes, or of a text in UTF-8, in hexadecimal digits. Docs/decisions/057 says by what. */
export function digest(body: Uint8Array | string): string {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  soFar += bytes.length
  if (soFar <= few) return sha256(bytes)
  if (soFar <= much.inAll && bytes.length <= much.atOnce)
    try {
      compiled ??= compiledSha256()
      return compiled(bytes)
    } catch {
      // There is no WebAssembly here, as with `node --jitless`, or no room for it.
    }
  expectMuch()
  return createHash('sha256').update(bytes).digest('hex')
}

/** Said by who is going to ask for much more than this, or has loaded `node:crypto` anyway. */
export function expectMuch(): void {
  soFar = Number.POSITIVE_INFINITY
}
