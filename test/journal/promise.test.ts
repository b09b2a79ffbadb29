import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { newEntry, outcomes } from '../../src/journal/entry.ts'
import { cueWords, numberedPromises, withStep } from '../../src/journal/promise.ts'
import { idFrom } from '../../src/journal/record.ts'

it.each([
  ['I wake before six', 'if I wake before six'],
  ['If I wake before six', 'if I wake before six'],
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
