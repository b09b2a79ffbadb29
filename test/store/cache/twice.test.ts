import { expect, test } from 'vitest'
import { saidTwice, twice } from '../../../src/store/cache/twice.ts'

const bytes = twice('{"2026-11":"1-2-3"}\nécru\n')

test('what is in a file twice is given back', () => {
  expect(saidTwice(bytes)).toBe('{"2026-11":"1-2-3"}\nécru\n')
  expect(saidTwice(undefined)).toBe(undefined)
})

test('it counts no more with a bit flipped anywhere, a byte too many or cut off', () => {
  for (let at = 0; at < bytes.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      expect(saidTwice(flipped)).toBe(undefined)
    }
  for (let end = 1; end < bytes.length; end++)
    expect(saidTwice(bytes.subarray(0, end))).toBe(undefined)
  expect(saidTwice(Buffer.concat([bytes, Buffer.from('\n')]))).toBe(undefined)
})
