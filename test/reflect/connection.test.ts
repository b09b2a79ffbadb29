import { describe, expect, it } from 'vitest'
import type { ConnectionId, Scale } from '../../src/journal/entry.ts'
import { connectionOf } from '../../src/reflect/connection.ts'
import { anEntry } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

const checkin = (connection: Partial<Record<ConnectionId, Scale>>) =>
  anEntry({ kind: 'checkin', details: { connection } })

/** Check-ins that answer each item with these, one after the other. */
const answering = (answers: Partial<Record<ConnectionId, Scale[]>>) =>
  Object.entries(answers).flatMap(([id, values]) => values.map(value => checkin({ [id]: value })))

describe('connectionOf', () => {
  it('is undefined where none was answered', () => {
    expect(connectionOf([])).toBeUndefined()
    expect(connectionOf([anEntry(), anEntry({ kind: 'checkin' }), checkin({})])).toBeUndefined()
  })

  it('has each item that was answered, in the order they are asked', () => {
    const entries = [
      checkin({ learned: 5, understood: 4 }),
      anEntry({ text: 'Quiet.' }),
      anEntry({ kind: 'checkin' }),
      checkin({ understood: 1 }),
      checkin({ understood: 2, learned: 2 }),
    ]
    expect(connectionOf(entries)).toEqual({
      items: [
        { id: 'understood', n: 3, median: 2, low: 1, high: 4 },
        { id: 'learned', n: 2, median: 3.5, low: 2, high: 5 },
      ],
    })
  })

  it('tells middle, lowest and highest of each item, in whatever order the answers came', () => {
    const scale = fc.constantFrom<Scale>(1, 2, 3, 4, 5)
    fc.assert(
      fc.property(fc.array(scale, { minLength: 1, maxLength: 12 }), values => {
        const item = connectionOf(answering({ known: values }))?.items[0]
        expect(item).toMatchObject({
          ...{ id: 'known', n: values.length, low: Math.min(...values), high: Math.max(...values) },
        })
        const middle = item?.median ?? 0
        const half = values.length / 2
        expect(values.filter(value => value < middle).length).toBeLessThanOrEqual(half)
        expect(values.filter(value => value > middle).length).toBeLessThanOrEqual(half)
      }),
    )
  })
})

describe('the profile', () => {
  const four = {
    ...{ understood: [2, 3, 2], known: [4, 5, 5], cared: [2, 2, 1], step: [3, 3, 4] },
  } satisfies Partial<Record<ConnectionId, Scale[]>>

  it('names the lowest and the highest of four items, all that are equal', () => {
    expect(connectionOf(answering(four))?.profile).toEqual({
      ...{ median: 2.5, lowest: ['understood', 'cared'], highest: ['known'] },
    })
    const alike: Scale[] = [3, 3, 3]
    const flat = { understood: alike, known: alike, cared: alike, step: alike, learned: alike }
    expect(connectionOf(answering(flat))?.profile).toEqual({
      ...{ median: 3, lowest: Object.keys(flat), highest: Object.keys(flat) },
    })
  })

  it('is not there with fewer than four, and leaves out what was answered once or twice', () => {
    const { step: _, ...three } = four
    expect(connectionOf(answering(three))).not.toHaveProperty('profile')
    expect(connectionOf(answering({ ...three, step: [3, 3] }))).not.toHaveProperty('profile')
    const found = connectionOf(answering({ ...four, learned: [1, 1] }))
    expect(found?.items.length).toBe(5)
    expect(found?.profile).toMatchObject({ median: 2.5, lowest: ['understood', 'cared'] })
  })
})
