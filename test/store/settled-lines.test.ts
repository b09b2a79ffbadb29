import { expect, test } from 'vitest'
import { dayAt } from '../../src/store/day-in-line.ts'
import { linesOfRecords } from '../../src/store/lines-of-records.ts'
import { areSettled, hasMoved } from '../../src/store/settled-lines.ts'
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

test('a revision that is replaced is found, and words that look like it are words', () => {
  const first = anEntry({ text: 'a' })
  const next = { ...first, revision: 'later', supersedes: [first.revision] }
  const looksLikeIt = anEntry({ text: `"supersedes":["${first.revision}"]` })
  const isSettled = (records: object[], history: object[]) => {
    const { bytes, places } = linesOfRecords([...records, ...history] as never)
    const middle = records.length * 2
    const lines = { bytes, records: places.slice(0, middle), history: places.slice(middle) }
    return areSettled('2026-11', lines)
  }
  expect(isSettled([looksLikeIt, next], [first])).toBe(true)
  expect(isSettled([looksLikeIt, { ...next, supersedes: [] }], [first])).toBe(false)
  const gone = { ...next, deleted: true }
  expect(isSettled([looksLikeIt], [first, gone])).toBe(true)
  expect(isSettled([looksLikeIt], [first, { ...gone, supersedes: [] }])).toBe(false)
  expect(isSettled([], [first, { ...gone, movedFrom: '2026-10' }])).toBe(false)
  // It came here and was changed here: where it was before somebody may have changed it too.
  const came = { ...first, movedFrom: '2026-10' }
  expect(isSettled([looksLikeIt, next], [came])).toBe(false)
  expect(isSettled([looksLikeIt], [came, gone])).toBe(false)
})

test.each([
  ['of an entry', '{"id":"a","day":"2026-11-20","text":"b"}', '2026-11-20'],
  ['behind words that look like it', '{"text":"\\"day\\":\\"1","day":"2026-11-20"}', '2026-11-20'],
  [
    'behind what may hold another',
    '{"details":{"day":"2026-11-19"},"day":"2026-11-20"}',
    undefined,
  ],
  ['of the line after', '{"id":"a"},\n{"id":"b","day":"2026-11-20"}', undefined],
])('the day %s', (_, line, day) => {
  expect(dayAt(Buffer.from(line), 0)).toBe(day)
})
