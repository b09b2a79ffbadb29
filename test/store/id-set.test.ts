import { expect, test } from 'vitest'
import { IdSet } from '../../src/store/id-set.ts'
import fc from '../helpers/properties.ts'

test('it knows what was added, whatever it looks like', () => {
  // Few letters and few lengths, so that many are there twice or share a hash.
  const id = fc.oneof(
    fc.string({ unit: fc.constantFrom('0', '1', 'z'), minLength: 20, maxLength: 20 }),
    fc.nat(3000).map(number => String(number).padStart(20, '0')),
    fc.string({ unit: fc.constantFrom('a', 'é', '😀'), minLength: 19, maxLength: 21 }),
    fc.string({ maxLength: 22 }),
  )
  fc.assert(
    fc.property(fc.array(id, { maxLength: 4000, size: 'max' }), ids => {
      const [known, set] = [new Set<string>(), new IdSet()]
      for (const one of ids) {
        const isNew = !known.has(one)
        known.add(one)
        if (set.add(one) !== isNew || set.add(one)) expect.unreachable(one)
      }
    }),
    { numRuns: 12 },
  )
})
