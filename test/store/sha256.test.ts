import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { digest, digestsOf } from '../../src/store/digest.ts'
import { compiledSha256, sha256 } from '../../src/store/sha256.ts'
import fc from '../helpers/properties.ts'

const byCrypto = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each([
  ['our own', sha256],
  ['the compiled one', compiledSha256().of],
])('SHA-256 by %s', (_, hash) => {
  test('gives what node:crypto gives, for every length up to several blocks', () => {
    for (let length = 0; length <= 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 97 + length * 31) & 0xff)
      expect(hash(bytes)).toBe(byCrypto(bytes))
    }
  })

  test('the same for whatever bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000, size: 'max' }), bytes => {
        expect(hash(bytes)).toBe(byCrypto(bytes))
      }),
    )
  })

  // It takes in so many bytes at a time.
  test('the same around the end of a part', () => {
    for (const length of [4095, 4096, 4097, 8191, 8192, 8255, 12_288])
      expect(hash(Buffer.alloc(length, 'part'))).toBe(byCrypto(Buffer.alloc(length, 'part')))
  })

  test('gives what the standard says of one block and of a million letters', () => {
    // The examples that NIST publishes with FIPS 180-4.
    expect(hash(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(hash(Buffer.alloc(1_000_000, 'a'))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    )
  })
})

test('of two that begin alike, both are what they are', () => {
  const { ofBoth } = compiledSha256()
  const size = { maxLength: 20_000, size: 'max' } as const
  fc.assert(
    fc.property(fc.uint8Array(size), fc.uint8Array(size), fc.uint8Array(size), (begin, ...ends) => {
      const [one, other] = ends.map(end => Buffer.concat([begin, end])) as [Buffer, Buffer]
      expect(ofBoth(one, other)).toEqual([byCrypto(one), byCrypto(other)])
      expect(ofBoth(one, one)).toEqual([byCrypto(one), byCrypto(one)])
    }),
  )
})

test('a digest is the same by whichever of them it is made', () => {
  // Little at first, then more, much at once, and at last much in all.
  for (const length of [10, 100, 1000, 100_000, 390_000, 500_000, 5]) {
    const bytes = Buffer.alloc(length, 'a page ')
    expect(digest(bytes)).toBe(byCrypto(bytes))
    expect(digestsOf(bytes, bytes)).toEqual([byCrypto(bytes), byCrypto(bytes)])
  }
  expect(digest('Grüße')).toBe(byCrypto(Buffer.from('Grüße')))
})

test.each([
  ['no WebAssembly', undefined],
  [
    'no room for it',
    {
      Module: class {
        constructor() {
          throw new RangeError('Out of memory')
        }
      },
    },
  ],
])('a digest is made where there is %s', async (_, instead) => {
  const { WebAssembly: there } = globalThis as { WebAssembly?: unknown }
  try {
    Object.assign(globalThis, { WebAssembly: instead })
    const bytes = Buffer.alloc(3000, 'a page ')
    vi.resetModules()
    const fresh = await import('../../src/store/digest.ts')
    expect(fresh.digest(bytes)).toBe(byCrypto(bytes))
    expect(fresh.digestsOf(bytes, bytes)).toEqual([byCrypto(bytes), byCrypto(bytes)])
  } finally {
    Object.assign(globalThis, { WebAssembly: there })
  }
})
