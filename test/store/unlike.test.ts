import { expect, test } from 'vitest'
import { unlike } from '../../src/store/unlike.ts'

test('names by lot are unlike each other, and as long as they should be', () => {
  const names = Array.from({ length: 20_000 }, () => unlike(6))
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter(name => !/^[0-9a-f]{12}$/.test(name))).toEqual([])
  // Each of the sixteen digits comes up at each place.
  for (let at = 0; at < 12; at++) expect(new Set(names.map(name => name[at])).size).toBe(16)
})
