import { expect, test } from 'vitest'
import { areSettled, hasMoved } from '../../src/store/settled-lines.ts'
import { linesOfRecords } from '../../src/store/shelf-lines.ts'
import { anEntry } from '../helpers/a-journal.ts'

test.each([
  ['one that came from another month', { movedFrom: '2026-10' }, true],
  ['nothing of the kind', {}, false],
  ['words that look like it', { text: '"movedFrom":"2026-10" and From": and movedFrom":' }, false],
  ['another field that ends so', { text: 'From":', cameFrom: '2026-10', From: 1 }, false],
])('a month with %s', (_, fields, isMoved) => {
  const others = [anEntry({ text: 'Rain. "From": Ana' }), anEntry({ text: 'Sun' })]
  const entries = [...others, { ...anEntry({ text: 'a' }), ...fields }, ...others]
  const { bytes, places } = linesOfRecords(entries)
  expect(hasMoved(bytes, 0, bytes.length)).toBe(isMoved)
  expect(hasMoved(bytes, 0, places[4] ?? 0)).toBe(false)
  expect(areSettled('2026-11', { bytes, records: places, history: [] })).toBe(!isMoved)
})
