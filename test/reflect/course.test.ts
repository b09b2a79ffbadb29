import { expect, it } from 'vitest'
import { courseOf, moodCourse } from '../../src/reflect/course.ts'
import { anEntry } from '../helpers/builders.ts'

it('has the mean of each rated day, in order, and what may be said of them', () => {
  const entries = [
    anEntry({ day: '2026-11-20', mood: 2 }),
    anEntry({ day: '2026-11-18', mood: 5 }),
    anEntry({ day: '2026-11-19' }),
    anEntry({ day: '2026-11-20', mood: 3 }),
  ]
  const { days, trend } = moodCourse(entries)
  expect(days).toEqual([
    { day: '2026-11-18', value: 5, ratings: 1 },
    { day: '2026-11-20', value: 2.5, ratings: 2 },
  ])
  expect(trend).toMatchObject({ state: 'points', rated: 2 })
})

it('is of any rating that an entry has', () => {
  const entries = [anEntry({ day: '2026-11-20', energy: 4, mood: 1 }), anEntry({ mood: 2 })]
  expect(courseOf(entries, ({ energy }) => energy).days).toEqual([
    { day: '2026-11-20', value: 4, ratings: 1 },
  ])
})
