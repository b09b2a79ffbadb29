import { describe, expect, it } from 'vitest'
import { DateError } from '../../src/journal/dates.ts'
import { addDays, asDay, weekday } from '../../src/journal/day.ts'
import {
  contains,
  daysOf,
  daysSoFar,
  periodFromText,
  periodOf,
  rangePeriod,
} from '../../src/journal/period.ts'
import { calendarNames } from '../../src/journal/span.ts'
import fc from '../helpers/properties.ts'
import { aDay } from './any-day.ts'

// A Sunday.
const today = asDay('2026-11-22')
const zone = 'UTC'

describe('a period by name', () => {
  it.each([
    ['day', '2026-11-22', '2026-11-22', 'Sunday 22 November 2026'],
    ['week', '2026-11-16', '2026-11-22', '16 to 22 November 2026'],
    ['month', '2026-11-01', '2026-11-30', 'November 2026'],
    ['year', '2026-01-01', '2026-12-31', '2026'],
    ['season', '2026-08-01', '2026-11-22', 'Since 1 August 2026'],
    ['all', '2024-03-09', '2026-11-22', 'Since 9 March 2024'],
  ] as const)('%s', (name, from, to, label) => {
    const dates = { seasonStart: asDay('2026-08-01'), first: asDay('2024-03-09') }
    expect(periodOf(name, { today, ...dates })).toEqual({ from, to, name, label })
  })

  it('begins the week where the person does', () => {
    const week = periodOf('week', { today, weekStartsOn: 7 })
    expect([week.from, week.to, week.label]).toEqual([
      '2026-11-22',
      '2026-11-28',
      '22 to 28 November 2026',
    ])
  })

  it('of an empty journal is today', () => {
    expect(periodOf('all', { today })).toMatchObject({ from: today, to: today })
    expect(periodOf('all', { today, first: asDay('2027-01-01') })).toMatchObject({ from: today })
  })

  it('needs to know when the season began', () => {
    expect(() => periodOf('season', { today })).toThrow(DateError)
    expect(() => periodOf('season', { today })).toThrow(
      /hearten config set season-start 2026-11-01/,
    )
    expect(() => periodOf('season', { today, seasonStart: asDay('2026-12-01') })).toThrow(DateError)
  })
})

describe('a period from words', () => {
  const from = (...[text, name]: [string, ('week' | 'month')?]) => {
    const period = periodFromText(text, { today, zone }, name)
    return `${period.name} ${period.from} ${period.to}`
  }

  it('is what the date names', () => {
    expect(from('2026-03')).toBe('month 2026-03-01 2026-03-31')
    expect(from('this month')).toBe('month 2026-11-01 2026-11-30')
    expect(from('2025')).toBe('year 2025-01-01 2025-12-31')
    expect(from('last week')).toBe('week 2026-11-09 2026-11-15')
    expect(from('yesterday')).toBe('day 2026-11-21 2026-11-21')
    expect(from('last 10 days')).toBe('range 2026-11-13 2026-11-22')
  })

  it('or the one of that kind around it', () => {
    expect(from('2026-03-04', 'week')).toBe('week 2026-03-02 2026-03-08')
    expect(from('2026-03', 'month')).toBe('month 2026-03-01 2026-03-31')
    expect(from('3 weeks ago', 'month')).toBe('month 2026-11-01 2026-11-30')
  })

  it('refuses what is no date', () => {
    expect(() => from('someday')).toThrow(DateError)
  })
})

describe('a range', () => {
  it.each([
    ['2026-11-03', '2026-11-22', '3 to 22 November 2026'],
    ['2026-10-30', '2026-11-22', '30 October to 22 November 2026'],
    ['2025-12-28', '2026-01-03', '28 December 2025 to 3 January 2026'],
    ['2025-11-03', '2026-11-03', '3 November 2025 to 3 November 2026'],
    ['2026-11-03', '2026-11-03', 'Tuesday 3 November 2026'],
  ])('%s to %s reads %s', (from, to, label) => {
    expect(rangePeriod(asDay(from), asDay(to))).toEqual({ from, to, name: 'range', label })
  })

  it('goes forward', () => {
    expect(() => rangePeriod(asDay('2026-11-03'), asDay('2026-11-02'))).toThrow(DateError)
  })
})

describe('the days of a period', () => {
  it('are all in it, and once', () => {
    const names = fc.constantFrom(...calendarNames)
    fc.assert(
      fc.property(
        names,
        aDay('0002-01-01', '9998-12-31'),
        fc.integer({ min: 1, max: 7 }),
        (name, day, weekStartsOn) => {
          const period = periodOf(name, { today: day, weekStartsOn })
          const days = daysOf(period)
          expect(days.includes(day)).toBe(true)
          expect(days.every(each => contains(period, each))).toBe(true)
          expect(days.every((each, n) => n === 0 || addDays(days[n - 1]!, 1) === each)).toBe(true)
          expect(contains(period, addDays(period.from, -1))).toBe(false)
          expect(contains(period, addDays(period.to, 1))).toBe(false)
          if (name === 'week') expect(weekday(period.from)).toBe(weekStartsOn)
        },
      ),
    )
  })

  it('count up to today', () => {
    const month = periodOf('month', { today })
    expect(daysSoFar(month, today)).toBe(22)
    expect(daysSoFar(month, asDay('2026-12-24'))).toBe(30)
    expect(daysSoFar(month, month.from)).toBe(1)
    expect(daysSoFar(month, asDay('2026-10-31'))).toBe(0)
    expect(daysSoFar(month, asDay('2026-08-01'))).toBe(0)
  })
})
