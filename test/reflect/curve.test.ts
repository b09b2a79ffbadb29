import { expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { curveOf, moodCurve } from '../../src/reflect/curve.ts'
import { anEntry } from '../helpers/builders.ts'

it('has the mean of each rated day, in order, and what may be said of them', () => {
  const entries = [
    anEntry({ day: '2026-11-20', mood: 2 }),
    anEntry({ day: '2026-11-18', mood: 5 }),
    anEntry({ day: '2026-11-19' }),
    anEntry({ day: '2026-11-20', mood: 3 }),
  ]
  const { days, trend } = moodCurve(entries)
  expect(days).toEqual([
    { day: '2026-11-18', value: 5, ratings: 1 },
    { day: '2026-11-20', value: 2.5, ratings: 2 },
  ])
  expect(trend).toMatchObject({ state: 'points', rated: 2 })
})

it('is of any rating that an entry has', () => {
  const entries = [anEntry({ day: '2026-11-20', energy: 4, mood: 1 }), anEntry({ mood: 2 })]
  expect(curveOf(entries, ({ energy }) => energy).days).toEqual([
    { day: '2026-11-20', value: 4, ratings: 1 },
  ])
})

it('counts a day once, however often it was rated, and minds no order', () => {
  const days = Array.from({ length: 40 }, (_, i) => addDays(asDay('2026-01-01'), i))
  const rated = (by: number) =>
    days.map((day, i) => ({ ...anEntry({ day }), rating: 2 + (i % 3) + by }))
  const once = curveOf(rated(0), ({ rating }) => rating)
  const several = [2, 0, -2].flatMap(rated).reverse()
  const thrice = curveOf(several, ({ rating }) => rating)
  expect(once.trend.state).toBe('slope')
  expect(thrice.trend).toEqual(once.trend)
  expect(thrice.days).toEqual(once.days.map(day => ({ ...day, ratings: 3 })))
})
