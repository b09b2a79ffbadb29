import { UTCDate } from '@date-fns/utc'
import { differenceInCalendarDays, getISODay } from 'date-fns'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  asDay,
  dayFrom,
  dayOf,
  daysBetween,
  hourOf,
  isDay,
  isoWithOffset,
  isZone,
  knowClocks,
  longDay,
  longDayWithYear,
  momentAt,
  monthName,
  monthOf,
  offsetAt,
  startOfWeek,
  weekday,
} from '../../src/journal/day.ts'
import { compareText } from '../../src/journal/order.ts'
import fc from '../helpers/properties.ts'
import { aDay, aZone, zones } from './any-day.ts'

const aTime = fc
  .integer({ min: 0, max: 1439 })
  .map(m => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
const aMoment = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('what a day is', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s is one',
    text => {
      expect(isDay(text)).toBe(true)
      expect(asDay(text)).toBe(text)
    },
  )

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-11-22T10:00',
    '2026-11-22\n',
    '2026-11-22 2026-11-22',
    '',
  ])('%j is none', text => {
    expect(isDay(text)).toBe(false)
    expect(() => asDay(text)).toThrow(RangeError)
  })

  it('is made from its numbers', () => {
    expect(dayFrom(33, 4, 3)).toBe('0033-04-03')
    expect(() => dayFrom(2026, 2, 30)).toThrow(RangeError)
    expect(() => dayFrom(10_000, 1, 1)).toThrow(RangeError)
  })
})

describe('counting days', () => {
  it('passes leap days, years and the start of the count', () => {
    expect(addDays(asDay('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(asDay('2026-02-28'), 1)).toBe('2026-03-01')
    expect(addDays(asDay('1970-01-01'), -1)).toBe('1969-12-31')
    expect(daysBetween(asDay('2026-11-22'), asDay('2026-11-20'))).toBe(-2)
  })

  it('stops at both ends of the calendar', () => {
    expect(() => addDays(asDay('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(asDay('0001-01-01'), -1)).toThrow(RangeError)
    expect(() => addDays(asDay('2026-01-01'), 1e12)).toThrow(RangeError)
  })

  it('adds months without running over the end of one', () => {
    expect(addMonths(asDay('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(asDay('2024-02-29'), 12)).toBe('2025-02-28')
    expect(addMonths(asDay('2026-01-15'), -1)).toBe('2025-12-15')
    expect(addMonths(asDay('2026-11-22'), 2)).toBe('2027-01-22')
    expect(() => addMonths(asDay('0001-01-31'), -1)).toThrow(RangeError)
  })

  it('goes there and back', () => {
    fc.assert(
      fc.property(aDay(), aDay(), (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b)
        expect(Math.sign(daysBetween(a, b))).toBe(0 - compareText(a, b))
      }),
    )
  })

  it('reckons as date-fns does', () => {
    fc.assert(
      fc.property(aDay(), aDay(), (a, b) => {
        expect(daysBetween(a, b)).toBe(differenceInCalendarDays(new UTCDate(b), new UTCDate(a)))
        expect(weekday(a)).toBe(getISODay(new UTCDate(a)))
      }),
    )
  })

  it('knows weekdays and weeks', () => {
    expect(weekday(asDay('2026-11-22'))).toBe(7)
    expect(weekday(asDay('0001-01-01'))).toBe(1)
    expect(startOfWeek(asDay('2026-11-22'))).toBe('2026-11-16')
    expect(startOfWeek(asDay('2026-11-22'), 7)).toBe('2026-11-22')
    fc.assert(
      fc.property(aDay('0001-01-08'), fc.integer({ min: 1, max: 7 }), (day, n) => {
        const start = startOfWeek(day, n)
        expect(weekday(start)).toBe(n)
        expect(daysBetween(start, day)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(start, day)).toBeLessThan(7)
      }),
    )
  })
})

describe('days for people', () => {
  it('are written out', () => {
    expect(longDay(asDay('2026-11-22'))).toBe('Sunday 22 November')
    expect(longDayWithYear(asDay('2026-05-01'))).toBe('Friday 1 May 2026')
    expect(monthName('2026-11')).toBe('November 2026')
    expect(monthOf(asDay('2026-11-22'))).toBe('2026-11')
    expect(() => monthName('2026-13')).toThrow(RangeError)
  })
})

describe('the day a moment belongs to', () => {
  it('is the zone’s, and the evening before until the night ends', () => {
    const moment = new Date('2026-11-23T02:30:00Z')
    expect(dayOf(moment, 'UTC')).toBe('2026-11-22')
    expect(dayOf(moment, 'UTC', 0)).toBe('2026-11-23')
    expect(dayOf(moment, 'America/Sao_Paulo')).toBe('2026-11-22')
    expect(dayOf(moment, 'Pacific/Kiritimati')).toBe('2026-11-23')
    expect(dayOf(new Date('2026-11-23T03:59:59.999Z'), 'UTC')).toBe('2026-11-22')
    expect(dayOf(new Date('2026-11-23T04:00:00Z'), 'UTC')).toBe('2026-11-23')
  })

  it('holds where there is no midnight', () => {
    // São Paulo went from 23:59:59 on the 3rd to 01:00 on the 4th.
    expect(dayOf(new Date('2018-11-04T02:59:59Z'), 'America/Sao_Paulo', 0)).toBe('2018-11-03')
    expect(dayOf(new Date('2018-11-04T03:00:00Z'), 'America/Sao_Paulo', 0)).toBe('2018-11-04')
    expect(dayOf(new Date('2018-11-04T03:00:00Z'), 'America/Sao_Paulo')).toBe('2018-11-03')
  })

  it('skips the day Apia never had', () => {
    expect(dayOf(new Date('2011-12-30T09:59:59Z'), 'Pacific/Apia', 0)).toBe('2011-12-29')
    expect(dayOf(new Date('2011-12-30T10:00:00Z'), 'Pacific/Apia', 0)).toBe('2011-12-31')
  })

  it('never goes backwards as time goes on', () => {
    fc.assert(
      fc.property(
        aMoment,
        fc.integer({ min: 0, max: 86_400_000 }),
        aZone,
        (moment, later, zone) => {
          const next = new Date(moment.getTime() + later)
          expect(compareText(dayOf(moment, zone), dayOf(next, zone))).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('needs a zone that exists', () => {
    for (const zone of ['Mars/Base', '', '+05:30', 'Europe/Lisbon ']) {
      expect(isZone(zone)).toBe(false)
      expect(() => dayOf(new Date(0), zone)).toThrow(/is not a known time zone/)
    }
    expect(zones.every(isZone)).toBe(true)
  })
})

it('takes what it is told of the clocks of a zone', () => {
  knowClocks('Known/Here', moment => (moment < 0 ? 0 : 3_600_000))
  expect([offsetAt(-1, 'Known/Here'), offsetAt(0, 'Known/Here')]).toEqual([0, 3_600_000])
})

describe('a moment with its offset', () => {
  it('shows what the clocks there show', () => {
    const moment = new Date('2026-01-10T00:30:00.000Z')
    expect(isoWithOffset(moment, 'UTC')).toBe('2026-01-10T00:30:00+00:00')
    expect(isoWithOffset(moment, 'America/Sao_Paulo')).toBe('2026-01-09T21:30:00-03:00')
    expect(isoWithOffset(moment, 'Australia/Lord_Howe')).toBe('2026-01-10T11:30:00+11:00')
    expect(isoWithOffset(moment, 'Pacific/Kiritimati')).toBe('2026-01-10T14:30:00+14:00')
    expect(isoWithOffset(new Date('2026-07-10T00:00:00.042Z'), 'America/St_Johns')).toBe(
      '2026-07-09T21:30:00.042-02:30',
    )
  })

  it('says the hour the clocks showed', () => {
    expect(hourOf('2026-11-22T21:30:00-03:00')).toBe(21)
  })

  it('parses back to the same moment, even before standard time', () => {
    const moments = fc.date({
      min: new Date('0001-01-03T00:00:00Z'),
      max: new Date('9999-12-29T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, aZone, (moment, zone) => {
        expect(Date.parse(isoWithOffset(moment, zone))).toBe(moment.getTime())
      }),
    )
  })
})

describe('the moment of a time on a day', () => {
  const at = (day: string, time: string, zone: string) =>
    isoWithOffset(momentAt(asDay(day), time, zone), zone)

  it('moves forward over a time that clocks skip', () => {
    expect(at('2018-11-04', '00:00', 'America/Sao_Paulo')).toBe('2018-11-04T01:00:00-02:00')
    expect(at('2018-11-04', '00:30', 'America/Sao_Paulo')).toBe('2018-11-04T01:30:00-02:00')
    expect(at('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-04T02:45:00+11:00')
    expect(at('2011-12-30', '10:00', 'Pacific/Apia')).toBe('2011-12-31T10:00:00+14:00')
  })

  it('takes the first of a time shown twice', () => {
    expect(at('2018-02-17', '23:30', 'America/Sao_Paulo')).toBe('2018-02-17T23:30:00-02:00')
    expect(at('2026-04-05', '01:45', 'Australia/Lord_Howe')).toBe('2026-04-05T01:45:00+11:00')
  })

  it('is on that day, at that time, unless the clocks skip it', () => {
    fc.assert(
      fc.property(aDay('1950-01-01', '2035-01-01'), aTime, aZone, (day, time, zone) => {
        const shown = at(day, time, zone).slice(0, 16)
        expect(shown >= `${day}T${time}`).toBe(true)
        // Noon is skipped only where a whole day is: Apia, Kiritimati, Kwajalein.
        if (!['2011-12-30', '1994-12-31', '1993-08-21'].includes(day))
          expect(at(day, '12:00', zone).slice(0, 16)).toBe(`${day}T12:00`)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['24:00', '9:30', '12:60', 'noon', ''])('refuses %j', time => {
    expect(() => momentAt(asDay('2026-01-01'), time, 'UTC')).toThrow(RangeError)
  })
})
