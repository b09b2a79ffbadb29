import { expect, it } from 'vitest'
import { asYours } from '../../src/journal/person.ts'

it.each([
  ['my sister', 'your sister'],
  ['My sister', 'your sister'],
  ['My Linh', 'My Linh'],
  ['my', 'my'],
  ['Amy', 'Amy'],
])('%s is said back as %s', (name, said) => {
  expect(asYours(name)).toBe(said)
})
