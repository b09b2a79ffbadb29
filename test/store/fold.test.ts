import { expect, test } from 'vitest'
import type { Change, JournalRecord } from '../../src/journal/change.ts'
import { deletionOf, restatementOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { revise } from '../../src/journal/entry.ts'
import { fold, shelfHolding, shelvesOf } from '../../src/store/fold.ts'
import { foldAtEnd } from '../../src/store/fold-lines.ts'
import { emptyShelf } from '../../src/store/shelf.ts'
import { encodeShelf } from '../../src/store/shelf-file.ts'
import { anEntry, aStamp } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'

const days = ['2026-10-05', '2026-10-30', '2026-11-01', '2026-11-22'].map(asDay)

/**
 * A tangle of changes: entries made, edited, moved and deleted, sometimes two of these at once from
 * the same revision.
 */
const someChanges: fc.Arbitrary<Change[]> = fc
  .array(
    fc.record({
      of: fc.nat(20),
      what: fc.constantFrom('add', 'edit', 'move', 'delete'),
      day: fc.constantFrom(...days),
    }),
    { maxLength: 25 },
  )
  .map(steps => {
    const known: Entry[] = []
    return steps.map(({ of, what, day }, i) => {
      const base = known[of % Math.max(known.length, 1)]
      const record: JournalRecord =
        base === undefined || what === 'add'
          ? anEntry({ text: `${i}`, day })
          : what === 'delete'
            ? deletionOf(base, aStamp())
            : revise(base, what === 'move' ? { day } : { text: `${i}` }, aStamp())
      known.push(record as Entry)
      const sequence = Date.UTC(2026, 9, 20) + i * 86_400_000
      return { id: `c${i}`, sequence, label: what, at: '', records: [record] }
    })
  })

function adding(id: string, at: number, day: string): Change {
  const records = [anEntry({ id: `the entry ${id}`, text: id, day: asDay(day) })]
  return { id: `c${id}`, sequence: Date.UTC(2026, 10, 20) + at, label: 'jot', at: '', records }
}

function aShelf() {
  return fold(emptyShelf('2026-11'), [adding('a', 1, '2026-11-21'), adding('b', 2, '2026-11-22')])
}

const shelvesAfter = (changes: readonly Change[]) =>
  ['2026-10', '2026-11'].map(name => encodeShelf(fold(emptyShelf(name), changes)).toString())

const oneByOne = (changes: readonly Change[]) =>
  ['2026-10', '2026-11'].map(name =>
    encodeShelf(
      changes.reduce((shelf, change) => fold(shelf, [change]), emptyShelf(name)),
    ).toString(),
  )

test('folding is the same at once, one by one, twice, and in any order', () => {
  fc.assert(
    fc.property(someChanges, fc.infiniteStream(fc.nat()), fc.nat(30), (changes, chance, from) => {
      const expected = shelvesAfter(changes)
      expect(oneByOne(changes)).toEqual(expected)
      // A kill after some were folded, and all are folded again; in another order at that.
      const order = changes.map(change => ({ change, at: chance.next().value as number }))
      const shuffled = order.toSorted((a, b) => a.at - b.at).map(({ change }) => change)
      expect(oneByOne([...changes.slice(0, from), ...shuffled])).toEqual(expected)
      expect(oneByOne(shuffled)).toEqual(expected)
    }),
  )
})

test('lines added at the end of a month are what folding comes to, to the byte', () => {
  let quickly = 0
  fc.assert(
    fc.property(someChanges, fc.nat(25), fc.nat(3), (changes, from, many) => {
      for (const name of ['2026-10', '2026-11']) {
        const shelf = fold(emptyShelf(name), changes.slice(0, from))
        // What was there already comes again now and then: a kill, a copy in another place.
        const next = changes.slice(Math.max(0, from - (many % 2)), from + many)
        const bytes = foldAtEnd(name, encodeShelf(shelf), next)
        if (bytes === undefined) continue
        quickly++
        expect(bytes.toString()).toBe(encodeShelf(fold(shelf, next)).toString())
      }
    }),
  )
  expect(quickly).toBeGreaterThan(20)
})

test('who writes today adds a line at the end', () => {
  const shelf = fold(emptyShelf('2026-11'), [adding('a', 1, '2026-11-21')])
  const next = adding('b', 2, '2026-11-22')
  const expected = encodeShelf(fold(shelf, [next])).toString()
  expect(foldAtEnd('2026-11', encodeShelf(shelf), [next])?.toString()).toBe(expected)
})

test.each<[string, Buffer]>([
  [
    'is intact no more',
    Buffer.from(encodeShelf(aShelf()).toString().replace('"text":"b"', '"text":"B"')),
  ],
  ['has fields of a newer version', encodeShelf({ ...aShelf(), more: { new: 1 } })],
  ['is empty', encodeShelf(emptyShelf('2026-11'))],
])('a month that %s is folded whole', (_, bytes) => {
  expect(foldAtEnd('2026-11', bytes, [adding('c', 3, '2026-11-23')])).toBeUndefined()
})

test('no revision is ever lost, and none is current twice on a shelf', () => {
  fc.assert(
    fc.property(someChanges, changes => {
      for (const name of ['2026-10', '2026-11']) {
        const shelf = fold(emptyShelf(name), changes)
        const held = [...shelf.records, ...shelf.history].map(({ revision }) => revision)
        expect(new Set(held).size).toBe(held.length)
        for (const { records } of changes)
          for (const record of records)
            if ((record as Entry).day.startsWith(name)) expect(held).toContain(record.revision)
        const ids = shelf.records.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(shelf.records.every(record => !record.deleted)).toBe(true)
        const replaced = new Set(held)
        for (const record of [...shelf.records, ...shelf.history])
          for (const before of record.supersedes) replaced.delete(before)
        expect(shelf.records.every(({ revision }) => replaced.has(revision))).toBe(true)
      }
    }),
  )
})

test('what is folded again changes nothing, not even the object', () => {
  fc.assert(
    fc.property(someChanges, changes => {
      const shelf = fold(emptyShelf('2026-11'), changes)
      expect(fold(shelf, changes)).toBe(shelf)
    }),
  )
})

test('of two edits made at once the later stays, the other is kept, and words win over a deletion', () => {
  const base = anEntry({ text: 'base' })
  const [one, two] = [revise(base, { text: '1' }, aStamp()), revise(base, { text: '2' }, aStamp())]
  const gone = deletionOf(base, aStamp())
  const change = { id: 'c', sequence: 0, label: '', at: '', records: [base, two, gone, one] }
  const shelf = fold(emptyShelf('2026-11'), [change])
  expect(shelf.records).toEqual([two])
  expect(shelf.history).toEqual(expect.arrayContaining([base, one, gone]))
  // Deleting what is seen must not make the other edit appear.
  const last = { ...change, id: 'd', records: [deletionOf(two, aStamp())] }
  expect(fold(shelf, [last]).records).toEqual([])
})

test('a change lies on the shelves of its records, of where they were, and of its log', () => {
  const entry = anEntry({ day: asDay('2026-10-05') })
  const moved = revise(entry, { day: asDay('2026-09-01') }, aStamp())
  const sequence = Date.UTC(2027, 0, 1)
  const change = { id: 'c', sequence, label: '', at: '', records: [moved] }
  expect(shelvesOf(change).sort()).toEqual(['2026-09', '2026-10', '2027-01'])
  const plain = { ...change, sequence: Date.UTC(2026, 9, 5), records: [entry] }
  expect(shelvesOf(plain)).toEqual(['2026-10'])
})

test('a shelf takes what belongs to it, and the log of its own time', () => {
  const [october, november] = ['2026-10-05', '2026-11-05'].map(day => anEntry({ day: asDay(day) }))
  const there = revise(october as Entry, { day: asDay('2026-11-06') }, aStamp())
  const records = [october, november, there] as Entry[]
  expect(shelfHolding('2026-11', records)).toMatchObject({
    records: [november, there],
    history: [],
  })
  const left = shelfHolding('2026-10', records)
  expect(left.records).toEqual([])
  expect(left.history).toEqual(expect.arrayContaining([october, there]))
  const change = { id: 'c', sequence: Date.UTC(2026, 9, 20), label: '', at: '', records }
  expect(fold(emptyShelf('2026-11'), [change]).changes).toEqual([])
  expect(fold(emptyShelf('2026-10'), [change]).changes).toMatchObject([{ id: 'c' }])
})

test('an entry that went from month to month is filed once, as it is now, in whatever order its revisions come', () => {
  const months = ['2026-09-12', '2026-10-30', '2026-11-22'].map(asDay)
  const step = fc.constantFrom('edit' as const, 'delete' as const, 'back' as const, ...months)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (steps, chance) => {
      const revisions: JournalRecord[] = [anEntry({ text: 'first', day: asDay('2026-11-22') })]
      for (const [i, what] of steps.entries()) {
        const [last] = revisions.slice(-1) as [JournalRecord]
        const earlier = revisions[i % revisions.length] as JournalRecord
        revisions.push(
          what === 'delete'
            ? deletionOf(last, aStamp())
            : what === 'back' && !earlier.deleted
              ? restatementOf(earlier, last, aStamp())
              : revise(
                  last as Entry,
                  what === 'edit' || what === 'back' ? { text: `${i}` } : { day: what },
                  aStamp(),
                ),
        )
      }
      const changes = revisions.map(
        (record, i): Change => ({
          ...{ id: `c${i}`, sequence: Date.UTC(2020, 9, 20) + i, label: '', at: '' },
          records: [record],
        }),
      )
      const shuffled = changes
        .map(change => [chance.next().value ?? 0, change] as const)
        .sort(([a], [b]) => a - b)
        .map(([, change]) => change)
      const filed = ['2026-09', '2026-10', '2026-11'].map(name =>
        shuffled.reduce((shelf, change) => fold(shelf, [change]), emptyShelf(name)),
      )
      const [last] = revisions.slice(-1) as [JournalRecord]
      expect(filed.flatMap(({ records }) => records)).toEqual(last.deleted ? [] : [last])
    }),
  )
})
