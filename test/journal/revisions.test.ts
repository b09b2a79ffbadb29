import { describe, expect, it } from 'vitest'
import type { JournalRecord } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { depthsOf, headOf, headsOf, inHistory } from '../../src/journal/revisions.ts'
import { anEntry } from '../helpers/builders.ts'

/** A revision of one entry, by its id and those it replaces. */
const r = (revision: string, supersedes: readonly string[] = [], fields: object = {}) =>
  ({ ...anEntry(), id: 'e', revision, supersedes, ...fields }) as JournalRecord

const idOf = (record: JournalRecord | undefined) => record?.revision
const idsOf = (records: readonly JournalRecord[]) => records.map(({ revision }) => revision)
/** The head, whatever order the revisions come in. */
const head = (revisions: readonly JournalRecord[], shelf?: string) => {
  const [one, ...others] = [revisions, [...revisions].reverse()].map(it => idOf(headOf(it, shelf)))
  expect(others).toEqual([one])
  return one
}

describe('the current revision', () => {
  it('is the one that no other replaces', () => {
    expect(head([])).toBeUndefined()
    expect(head([r('a')])).toBe('a')
    expect(head([r('z'), r('a', ['z'])])).toBe('a')
    expect(head([r('z'), r('y', ['z']), r('a', ['y'])])).toBe('a')
  })

  it('of two is the one with the longer history', () => {
    expect(head([r('a'), r('b', ['a']), r('c', ['b']), r('z', ['a'])])).toBe('c')
  })

  it('then the one that moved away from the shelf that asks', () => {
    const there = r('b', ['a'], { day: asDay('2026-03-01') })
    const all = [r('a'), there, r('z', ['a'])]
    expect(head(all, '2026-11')).toBe('b')
    expect(head(all, '2026-03')).toBe('z')
    expect(head(all)).toBe('z')
  })

  it('then the one with words, before a deletion', () => {
    expect(head([r('a'), r('b', ['a']), r('z', ['a'], { deleted: true })])).toBe('b')
  })

  it('and then the one with the greater id', () => {
    expect(head([r('a'), r('b', ['a']), r('z', ['a'])])).toBe('z')
  })

  it('is there also where a forged file lets them replace each other', () => {
    expect(headOf([r('a', ['b']), r('b', ['a'])])).toBeDefined()
  })
})

describe('the last revisions', () => {
  it('are all that no other replaces, each once, by their ids', () => {
    const [a, b, c] = [r('a'), r('b', ['a']), r('c', ['a'])]
    expect(idsOf(headsOf([c, a, b, b]))).toEqual(['b', 'c'])
    expect(headsOf([])).toEqual([])
  })

  it('are all of them where they replace each other', () => {
    expect(idsOf(headsOf([r('b', ['a']), r('a', ['b'])]))).toEqual(['a', 'b'])
  })
})

describe('the history', () => {
  it('counts the longest way up to a revision, itself included', () => {
    const revisions = [r('d', ['c', 'a']), r('c', ['b']), r('b', ['a']), r('a'), r('x', ['gone'])]
    expect(Object.fromEntries(depthsOf(revisions))).toEqual({ a: 1, b: 2, c: 3, d: 4, x: 1 })
  })

  it('ends also where revisions replace each other', () => {
    expect(depthsOf([r('a', ['b']), r('b', ['a'])]).size).toBe(2)
  })

  it('may be long', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => r(`${n}`, n > 0 ? [`${n - 1}`] : []))
    expect(depthsOf(chain.reverse()).get('19999')).toBe(20_000)
  })

  it('is told oldest first, and of equals by their ids', () => {
    const told = inHistory([r('a', ['c']), r('d', ['c']), r('c')])
    expect(idsOf(told)).toEqual(['c', 'a', 'd'])
  })
})
