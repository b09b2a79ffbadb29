import { createHash } from 'node:crypto'
import type { CompiledSha256 } from './sha256.ts'
import { compiledSha256, sha256 } from './sha256.ts'

/** Up to here, in bytes, our own code is quicker than to compile another. */
const few = 512

/** Of this much at once, or in all, `node:crypto` is quicker, though it takes a sixth of a bare start of Node to load. */
const much = { atOnce: 400_000, inAll: 800_000 }

let soFar = 0
let compiled: CompiledSha256 | undefined

/**
 * The SHA-256 of some bytes, or of a text in UTF-8, in hexadecimal digits. docs/decisions/057 says by what.
 * @param next `more` where those of a month are going to be asked for: what is compiled now is quick by then
 */
export function digest(body: Uint8Array | string, next?: 'more'): string {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  if (next === undefined && soFar + bytes.length <= few) {
    soFar += bytes.length
    return sha256(bytes)
  }
  return compiledFor(bytes)?.of(bytes) ?? byCrypto(bytes)
}

/** The same of two that begin alike, as a month before and after something was added to it. */
export const digestsOf = (one: Uint8Array, other: Uint8Array): [one: string, other: string] =>
  compiledFor(other)?.ofBoth(one, other) ?? [byCrypto(one), byCrypto(other)]

/** Said by who is going to ask for much more than this, or has loaded `node:crypto` anyway. */
export function expectMuch(): void {
  soFar = Number.POSITIVE_INFINITY
}

const byCrypto = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function compiledFor({ length }: Uint8Array): CompiledSha256 | undefined {
  soFar += length
  if (soFar <= much.inAll && length <= much.atOnce)
    try {
      compiled ??= compiledSha256()
      return compiled
    } catch {
      // There is no WebAssembly here, as with `node --jitless`, or no room for it.
    }
  expectMuch()
  return undefined
}
