import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import type { PromiseEntry, PromiseStep } from '../../src/journal/entry.ts'
import { newEntry, outcomes } from '../../src/journal/entry.ts'
import {
  cueWords,
  isDue,
  isOpen,
  leavesRest,
  numberedPromises,
  openPromises,
  withStep,
} from '../../src/journal/promise.ts'
import { idFrom } from '../../src/journal/record.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { anEntry } from '../helpers/builders.ts'
import fc from '../helpers/properties.ts'

it.each([
  ['I wake before six', 'if I wake before six'],
  ['If I wake before six', 'if I wake before six'],
  ['  if   I wake', 'if I wake'],
  ['After lunch on Saturday', 'after lunch on Saturday'],
  ['when the kettle boils', 'when the kettle boils'],
  ['whenever', 'whenever'],
])('a cue reads as it is said: %s', (cue, words) => {
  expect(cueWords(cue)).toBe(words)
})

it('keeps the number of a promise all day, whatever is said of the others', () => {
  const today = asDay('2026-11-22')
  let count = 0
  const stampOn = (day: typeof today) => {
    const now = new Date(`${day}T12:00:00Z`)
    const newId = () => idFrom(now.getTime() + ++count, new Uint8Array(10))
    return { now, zone: 'UTC', today: day, newId }
  }
  const dueIn = (days: number | undefined) =>
    days === undefined ? {} : { due: addDays(today, days) }
  const day = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined })
  const made = fc.record({ due: day, ago: fc.integer({ min: 0, max: 3 }) })
  // A first day given together with new words is the one thing that leaves no trace.
  const saying = fc.record({
    which: fc.nat(),
    outcome: fc.constantFrom(...outcomes),
    becomes: fc.oneof(fc.constant({}), fc.constant({ text: 'less' }), day.map(dueIn)),
  })
  fc.assert(
    fc.property(fc.array(made, { minLength: 1 }), fc.array(saying), (begun, said) => {
      let promises = begun.map(({ due, ago }) =>
        newEntry<'promise'>(
          { kind: 'promise', text: 'walk', details: dueIn(due) },
          stampOn(addDays(today, -ago)),
        ),
      )
      const numbers = () =>
        new Map(
          numberedPromises(promises, today).map(({ number, promise }) => [promise.id, number]),
        )
      const before = numbers()
      expect(before.size).toBe(promises.length)
      for (const { which, outcome, becomes } of said) {
        const at = which % promises.length
        const step = { on: today, outcome: Object.keys(becomes).length > 0 ? 'changed' : outcome }
        promises = promises.map((promise, i) =>
          i === at ? withStep(promise, step as never, becomes, stampOn(today)) : promise,
        )
        if (which % 3 === 0)
          promises.push(
            newEntry<'promise'>({ kind: 'promise', text: 'new', details: {} }, stampOn(today)),
          )
        const after = numbers()
        for (const [id, number] of before) expect(after.get(id)).toBe(number)
      }
    }),
  )
})

const sunday = asDay('2026-11-22')
const daysOn = (days: number) => addDays(sunday, days)
const aPromise = (details: PromiseEntry['details'] = {}, day: string = daysOn(-9)) =>
  anEntry({ kind: 'promise', text: 'walk', day, details })
const stepOf = (outcome: PromiseStep['outcome'], days = -1): PromiseStep => ({
  ...{ on: daysOn(days), outcome },
})

describe('a promise', () => {
  it.each<[PromiseStep['outcome'], boolean]>([
    ['done', false],
    ['partly', false],
    ['not-yet', true],
    ['changed', true],
    ['let-go', false],
  ])('after %s waits on: %s', (outcome, waits) => {
    const promise = aPromise({ steps: [stepOf('changed', -5), stepOf(outcome)] })
    expect(isOpen(promise)).toBe(waits)
    expect(openPromises([promise, anEntry()])).toEqual(waits ? [promise] : [])
    expect(leavesRest(promise)).toBe(outcome === 'partly')
  })

  it('waits while nothing was said of it', () => {
    expect(isOpen(aPromise())).toBe(true)
    expect(isOpen(aPromise({ steps: [] }))).toBe(true)
    expect(leavesRest(aPromise())).toBe(false)
  })

  it('is asked about from its day on, once a day, while it waits', () => {
    const due = (details: PromiseEntry['details']) => isDue(aPromise(details), sunday)
    expect([-1, 0, 1].map(days => due({ due: daysOn(days) }))).toEqual([true, true, false])
    expect(due({})).toBe(false)
    expect(due({ due: sunday, steps: [] })).toBe(true)
    expect(due({ due: sunday, steps: [stepOf('done')] })).toBe(false)
    expect(due({ due: sunday, steps: [stepOf('not-yet', -1)] })).toBe(true)
    expect(due({ due: sunday, steps: [stepOf('not-yet', 0)] })).toBe(false)
  })
})

describe('the numbers of promises', () => {
  const numbered = (...promises: PromiseEntry[]) =>
    numberedPromises(promises, sunday).map(({ promise, number }) => [number, promise.id])
  const counted = (...promises: PromiseEntry[]) => promises.map((it, at) => [at + 1, it.id])

  it('go by the next day, then those without one, then those made today', () => {
    const [soon, late] = [aPromise({ due: daysOn(1) }), aPromise({ due: daysOn(5) })]
    const [first, second] = [aPromise({}, daysOn(-8)), aPromise({}, daysOn(-7))]
    const [one, two] = [aPromise({ due: daysOn(-1) }, sunday), aPromise({}, sunday)]
    expect(numbered(two, second, late, first, one, soon)).toEqual(
      counted(soon, late, first, second, one, two),
    )
  })

  it('count what waits, waited this morning, or was made today', () => {
    const [waits, was] = [aPromise(), aPromise({ steps: [stepOf('done', 0)] })]
    const [gone, made] = [
      aPromise({ steps: [stepOf('done', -1)] }),
      aPromise({ steps: [stepOf('done', 0)] }, sunday),
    ]
    const again = aPromise({ steps: [stepOf('done', -1), stepOf('changed', 0)] })
    expect(numbered(waits, was, gone, made, again)).toEqual(counted(waits, was, again, made))
    const over = aPromise({ steps: [stepOf('done', -1), stepOf('let-go', 0)] })
    expect(numbered(over)).toEqual([])
    expect(numberedPromises([anEntry()], sunday)).toEqual([])
  })

  it('stay when a promise is moved today, and follow when it was moved before', () => {
    const other = aPromise({ due: daysOn(3) })
    const moved = (days: number) =>
      aPromise({
        due: daysOn(5),
        steps: [{ ...stepOf('changed', days), was: { due: daysOn(1) } }],
      })
    const [today, before] = [moved(0), moved(-1)]
    expect(numbered(other, today)).toEqual(counted(today, other))
    const anew = aPromise({
      due: daysOn(5),
      steps: [{ ...stepOf('changed', 0), was: { due: daysOn(1), text: 'run' } }],
    })
    expect(numbered(other, anew)).toEqual(counted(anew, other))
    expect(numbered(other, before)).toEqual(counted(other, before))
  })
})

describe('what is said of a promise', () => {
  const stamp = aStamp()
  const said = (
    promise: PromiseEntry,
    outcome: PromiseStep['outcome'],
    becomes: Parameters<typeof withStep>[2] = {},
  ) => withStep(promise, { on: sunday, outcome }, becomes, stamp)

  it('is one more step', () => {
    const promise = aPromise({ due: sunday, cue: 'noon', steps: [stepOf('not-yet')] })
    expect(said(promise, 'done')).toMatchObject({
      ...{ text: 'walk', supersedes: [promise.revision] },
      details: { cue: 'noon', due: sunday, steps: [stepOf('not-yet'), stepOf('done', 0)] },
    })
    expect(said(aPromise(), 'done').details).toEqual({ steps: [stepOf('done', 0)] })
  })

  it('remembers the words and the day that were, when they become others', () => {
    const promise = aPromise({ due: sunday })
    const step = (becomes: Parameters<typeof withStep>[2]) => {
      const { text, details } = said(promise, 'changed', becomes)
      return { text, due: details.due, was: details.steps?.[0]?.was }
    }
    expect(step({ text: 'less' })).toEqual({ text: 'less', due: sunday, was: { text: 'walk' } })
    expect(step({ due: daysOn(2) })).toEqual({ text: 'walk', due: daysOn(2), was: { due: sunday } })
    expect(step({ text: 'less', due: daysOn(2) }).was).toEqual({ text: 'walk', due: sunday })
    expect(step({ text: 'walk', due: sunday }).was).toBeUndefined()
  })

  it('remembers that there was no day', () => {
    expect(said(aPromise(), 'changed', { due: sunday }).details.steps).toStrictEqual([
      { ...stepOf('changed', 0), was: {} },
    ])
  })

  it('of a part that was done, with a rest that is kept, is two things', () => {
    const promise = aPromise({ due: sunday })
    expect(said(promise, 'partly', { text: 'the rest' }).details.steps).toEqual([
      stepOf('partly', 0),
      { ...stepOf('changed', 0), was: { text: 'walk' } },
    ])
    expect(said(promise, 'partly').details.steps).toEqual([stepOf('partly', 0)])
    expect(said(promise, 'done', { text: 'the rest' }).details.steps).toHaveLength(1)
  })
})
