import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { correctedFields, placesOf } from '../../src/journal/fields/correct.ts'
import { fieldOrder } from '../../src/journal/fields/field-order.ts'
import { anEntry } from '../helpers/builders.ts'

/** What becomes of an entry when these flags are given. */
function corrected(entry: Entry, flags: Readonly<Record<string, unknown>>) {
  const places = placesOf(entry.kind)
  return correctedFields(
    entry,
    Object.entries(flags).map(([flag, value]) => {
      const place = places.find(it => it.flag.startsWith(`--${flag} `))
      if (!place) throw new Error(`${entry.kind} has no --${flag}`)
      return [place, value] as const
    }),
  )
}

describe('what can be put right', () => {
  it('is what the table says, of every kind and of one', () => {
    const names = (kind: Entry['kind']) => placesOf(kind).map(({ name }) => name)
    expect(names('note')).toEqual(['mood', 'energy', 'feelings'])
    expect(names('promise')).toEqual([
      ...['mood', 'energy', 'feelings', 'cue', 'due', 'witness', 'confidence'],
      ...['outcome', 'helped', 'obstacle'],
    ])
    expect(placesOf('promise').find(({ name }) => name === 'helped')?.within).toBe('last step')
    expect(placesOf('promise').find(({ name }) => name === 'due')?.within).toBe('details')
    expect(placesOf('promise').find(({ name }) => name === 'mood')?.within).toBe('entry')
  })
})

describe('what becomes different', () => {
  const steps = [
    { on: asDay('2026-11-01'), outcome: 'not-yet' as const, obstacle: 'rain' },
    { on: asDay('2026-11-02'), outcome: 'done' as const, helped: 'sun' },
  ]
  const promise = anEntry({
    ...{ kind: 'promise', people: ['Ana', 'Ben'] },
    details: { cue: 'noon', witness: ['Ben'], steps },
  })

  it('is what was said, and nothing beside it', () => {
    expect(corrected(promise, {})).toEqual({})
    expect(corrected(promise, { mood: 3 })).toEqual({ mood: 3 })
    expect(corrected(promise, { mood: undefined })).toStrictEqual({ mood: undefined })
  })

  it('is one detail among the others', () => {
    expect(corrected(promise, { if: 'dusk' })).toEqual({
      details: { cue: 'dusk', witness: ['Ben'], steps },
      people: ['Ana', 'Ben'],
    })
    expect(corrected(promise, { if: undefined }).details).toStrictEqual({ witness: ['Ben'], steps })
  })

  it('is the last of what was said of a promise', () => {
    expect(corrected(promise, { outcome: 'partly', helped: undefined }).details).toStrictEqual({
      ...{ cue: 'noon', witness: ['Ben'] },
      steps: [steps[0], { on: asDay('2026-11-02'), outcome: 'partly' }],
    })
    const bare = anEntry({ kind: 'promise', details: {} })
    expect(corrected(bare, { outcome: 'done' })).toEqual({})
  })

  it('takes people with it who are named in a detail, and brings others', () => {
    const people = (who: string[] | undefined) => corrected(promise, { who }).people
    expect(people(['Cy'])).toEqual(['Ana', 'Cy'])
    expect(people(['ben', 'Cy'])).toEqual(['Ana', 'Ben', 'Cy'])
    expect(people(undefined)).toEqual(['Ana'])
    const both = anEntry({
      ...{ kind: 'promise', people: ['Ana', 'Ben', 'Cy'] },
      details: { witness: ['Ben', 'Cy'] },
    })
    expect(corrected(both, { who: ['CY'] }).people).toEqual(['Ana', 'Cy'])
  })
})

it('every field has one place in a line, those of every record first', () => {
  expect(new Set(fieldOrder).size).toBe(fieldOrder.length)
  expect(fieldOrder[0]).toBe('id')
  const places = ['id', 'kind', 'at', 'text', 'prompt', 'details', 'steps', 'outcome', 'status']
  const found = places.map(name => fieldOrder.indexOf(name))
  expect(found).toEqual([...found].sort((a, b) => a - b))
  expect(found).not.toContain(-1)
})
