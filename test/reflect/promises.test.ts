import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Outcome, PromiseEntry, PromiseStep } from '../../src/journal/entry.ts'
import { discretionOf } from '../../src/reflect/discretion.ts'
import { promisesIn } from '../../src/reflect/promises.ts'
import { aCircle, aMute, anEntry, aPerson } from '../helpers/builders.ts'

const from = asDay('2026-11-01')
const until = asDay('2026-11-22')
const circle = aCircle(aPerson('Bo', 'unsafe'))
const may = discretionOf({ today: until, circle, mutes: [aMute('tag', 'court')] })

const found = (...promises: PromiseEntry[]) => promisesIn(promises, from, until, may)

type Fields = Partial<Omit<PromiseEntry, 'kind' | 'day'>>
const aPromise = (details: PromiseEntry['details'] = {}, fields: Fields = {}, day = '2026-11-10') =>
  anEntry({ kind: 'promise', text: 'Walk after lunch.', ...fields, day, details })

const step = (
  outcome: Outcome,
  on = '2026-11-12',
  more: Partial<PromiseStep> = {},
): PromiseStep => ({
  on: asDay(on),
  outcome,
  ...more,
})
/** A promise of which this was said last. */
const went = (outcome: Outcome, details: PromiseEntry['details'] = {}) =>
  aPromise({ ...details, steps: [step('not-yet', '2026-11-11'), step(outcome)] })

const every: Outcome[] = ['done', 'partly', 'not-yet', 'changed', 'let-go']

describe('the promises of a period', () => {
  it('are those made in it and those spoken of in it, its first and last day among it', () => {
    const made = (day: string, ...steps: PromiseStep[]) => aPromise({ steps }, {}, day)
    expect(found(made('2026-11-01'), made('2026-11-22')).total).toBe(2)
    expect(found(made('2026-10-31'), made('2026-11-23')).total).toBe(0)
    expect(found(made('2026-10-01', step('done', '2026-11-01'))).total).toBe(1)
    expect(found(made('2026-10-01', step('done', '2026-11-22'))).total).toBe(1)
    expect(found(made('2026-10-01', step('done', '2026-10-31'))).total).toBe(0)
    expect(found(made('2026-10-01', step('done', '2026-11-23'))).total).toBe(0)
    expect(found().total).toBe(0)
  })

  it('stand as was said last by its end', () => {
    const later = aPromise({ steps: [step('not-yet'), step('done', '2026-11-23')] })
    expect(found(aPromise(), later, ...every.map(outcome => went(outcome))).outcomes).toEqual({
      ...{ waiting: 1, done: 1, partly: 1, 'not-yet': 2, changed: 1, 'let-go': 1 },
    })
  })
})

describe('the share done', () => {
  it('is of those tried: letting go and changing are no tries', () => {
    expect(found(aPromise(), ...every.map(outcome => went(outcome))).alone).toEqual({
      ...{ count: 1, of: 3 },
    })
  })

  it('is told for those that somebody knew about, and for those that nobody did', () => {
    const { witnessed, alone } = found(
      went('done', { witness: ['Ana'] }),
      went('done', { witness: ['Ana', 'Tom'] }),
      went('partly', { witness: ['Ana'] }),
      went('let-go', { witness: ['Ana'] }),
      went('done', { witness: [] }),
      went('not-yet'),
    )
    expect(witnessed).toEqual({ count: 2, of: 3 })
    expect(alone).toEqual({ count: 1, of: 2 })
  })

  it('is told of all from eight tries on, with what it may be between', () => {
    const tries = [
      ...Array.from({ length: 5 }, () => went('done')),
      went('partly'),
      went('not-yet'),
    ]
    expect(found(...tries, went('let-go'), aPromise())).not.toHaveProperty('done')
    const { done } = found(...tries, went('done', { witness: ['Ana'] }))
    expect(done).toMatchObject({ count: 6, of: 8 })
    const [low = 0, high = 0] = done?.interval ?? []
    expect(low).toBeGreaterThan(0.3)
    expect(low).toBeLessThan(0.75)
    expect(high).toBeGreaterThan(0.75)
    expect(high).toBeLessThan(1)
  })
})

describe('what helped and got in the way', () => {
  it('is counted as often as it was said in the period', () => {
    const said = aPromise({
      steps: [
        step('not-yet', '2026-10-31', { obstacle: 'rain' }),
        step('not-yet', '2026-11-02', { obstacle: 'Being tired' }),
        step('partly', '2026-11-03', { helped: 'music', obstacle: 'being tired' }),
        step('done', '2026-11-04', { helped: 'music' }),
        step('done', '2026-11-23', { helped: 'rain' }),
      ],
    })
    const { helped, obstacles } = found(said, went('done'))
    expect(helped).toEqual([{ name: 'music', count: 2 }])
    expect(obstacles).toEqual([{ name: 'Being tired', count: 2 }])
  })
})

describe('what is open', () => {
  it('is what waits, was not done yet, or was changed, with its day where it has one', () => {
    const due = asDay('2026-12-01')
    const waiting = aPromise({ due }, { text: 'Call the landlord.' })
    const all = every.map(outcome => went(outcome))
    const [, , notYet, changed] = all
    expect(found(waiting, ...all).open).toEqual([
      { id: waiting.id, text: 'Call the landlord.', due },
      { id: notYet?.id, text: 'Walk after lunch.' },
      { id: changed?.id, text: 'Walk after lunch.' },
    ])
    expect(found(aPromise()).open[0]).not.toHaveProperty('due')
  })

  it('is read back whole or not at all', () => {
    const words = { helped: 'music', obstacle: 'rain' }
    const steps = [step('not-yet', '2026-11-12', words)]
    const hushed = [
      aPromise({ steps }, { private: true }),
      aPromise({ steps }, { tags: ['court'] }),
      aPromise({ steps }, { text: 'Ring Bo.' }),
      aPromise({ steps }, { text: 'I want to kill myself.' }),
      aPromise({ steps, cue: 'If I want to kill myself.' }),
      aPromise({ steps: [step('not-yet', '2026-11-12', { ...words, helped: 'I want to die' })] }),
      aPromise({ steps: [step('not-yet', '2026-11-12', { ...words, obstacle: 'Bo' })] }),
    ]
    const { total, helped, obstacles, open } = found(...hushed)
    expect(total).toBe(hushed.length)
    expect({ helped, obstacles, open }).toEqual({ helped: [], obstacles: [], open: [] })
    const told = found(...hushed, aPromise({ steps }))
    expect(told.open.length).toBe(1)
    expect(told.helped).toEqual([{ name: 'music', count: 1 }])
    expect(told.obstacles).toEqual([{ name: 'rain', count: 1 }])
  })
})
