import { describe, expect, it } from 'vitest'
import { DateError, readDate, readFutureDay, splitDatePrefix } from '../../src/journal/dates.ts'
import {
  addDays,
  asDay,
  dayOf,
  isoWithOffset,
  longDay,
  longDayWithYear,
  momentAt,
} from '../../src/journal/day.ts'
import fc from '../helpers/properties.ts'
import { aDay, aZone } from './any-day.ts'

// A Sunday.
const today = asDay('2026-11-22')
const options = { today, zone: 'Europe/Lisbon' }

const read = (text: string, more = {}) => {
  const { from, to, time } = readDate(text, { ...options, ...more })
  return (from === to ? from : `${from} ${to}`) + (time ? ` ${time}` : '')
}

/** The message of the DateError that `action` throws. */
const refusal = (action: () => unknown): string => {
  try {
    return `not refused: ${JSON.stringify(action())}`
  } catch (error) {
    if (error instanceof DateError) return error.message
    throw error
  }
}

describe('reading a date', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-3-4', '2026-03-04'],
    ['2026/03/04', '2026-03-04'],
    ['2026-03', '2026-03-01 2026-03-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2025', '2025-01-01 2025-12-31'],
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['13.4.2026', '2026-04-13'],
    ['5/5/2026', '2026-05-05'],
    ['25/12', '2025-12-25'],
    ['today', '2026-11-22'],
    ['  Yesterday ', '2026-11-21'],
    ['the day before yesterday', '2026-11-20'],
    ['monday', '2026-11-16'],
    ['last monday', '2026-11-16'],
    ['on Saturday', '2026-11-21'],
    ['sat', '2026-11-21'],
    ['sunday', '2026-11-15'],
    ['last sunday', '2026-11-15'],
    ['this sunday', '2026-11-22'],
    ['3 days ago', '2026-11-19'],
    ['a week ago', '2026-11-15'],
    ['3 weeks ago', '2026-11-01'],
    ['two months ago', '2026-09-22'],
    ['a year ago', '2025-11-22'],
    ['last week', '2026-11-09 2026-11-15'],
    ['this week', '2026-11-16 2026-11-22'],
    ['last month', '2026-10-01 2026-10-31'],
    ['this month', '2026-11-01 2026-11-22'],
    ['last year', '2025-01-01 2025-12-31'],
    ['this year', '2026-01-01 2026-11-22'],
    ['last 7 days', '2026-11-16 2026-11-22'],
    ['past two weeks', '2026-11-09 2026-11-22'],
    ['5 november', '2026-11-05'],
    ['november 5', '2026-11-05'],
    ['the 5th of November', '2026-11-05'],
    ['22 november', '2026-11-22'],
    ['23 november', '2025-11-23'],
    ['5 nov 2025', '2025-11-05'],
    ['Nov 5, 2025', '2025-11-05'],
    ['29 february', '2024-02-29'],
    ['Sunday 22 November', '2026-11-22'],
    ['may', '2026-05-01 2026-05-31'],
    ['December', '2025-12-01 2025-12-31'],
    ['november', '2026-11-01 2026-11-22'],
    ['november 2025', '2025-11-01 2025-11-30'],
    ['last november', '2025-11-01 2025-11-30'],
    ['last may', '2026-05-01 2026-05-31'],
    ['2027-01-01', '2027-01-01'],
    ['2026-11', '2026-11-01 2026-11-30'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['yesterday 21:30', '2026-11-21 21:30'],
    ['yesterday at 9pm', '2026-11-21 21:00'],
    ['5 november 9:05 pm', '2026-11-05 21:05'],
    ['november 5 2025 7:00', '2025-11-05 07:00'],
    ['12am', '2026-11-22 00:00'],
    ['sat 9pm', '2026-11-21 21:00'],
    ['12:15 pm', '2026-11-22 12:15'],
    ['10:30', '2026-11-22 10:30'],
    ['2026-03-04 21:30', '2026-03-04 21:30'],
    ['2026-03-04T21:30:15', '2026-03-04 21:30'],
    ['2026-03-04T21:30:15.250', '2026-03-04 21:30'],
    // A stated date keeps the day it states, wherever one is now.
    ['2026-07-04T23:30:00Z', '2026-07-04 23:30'],
    ['2026-07-04 23:30:00-01:00', '2026-07-04 23:30'],
    [' 2026-07-04T23:30Z ', '2026-07-04 23:30'],
    ['2026-07-04t12:00:00.250+14:00', '2026-07-04 12:00'],
    ['yesterday evening', '2026-11-21 20:00'],
    ['friday at noon', '2026-11-20 12:00'],
    ['last saturday night', '2026-11-21 22:00'],
    ['2026-03-04 in the morning', '2026-03-04 08:00'],
    ['a couple of weeks ago', '2026-11-08'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  describe('with a clock', () => {
    // The same Sunday, at a quarter past three in the afternoon.
    const here = { now: new Date('2026-11-22T15:15:30Z'), future: false }
    const at = (text: string, more = {}) => {
      const { from, time, at } = readDate(text, { ...options, ...here, ...more })
      return `${from} ${at ? `at ${at}` : time}`
    }

    it.each([
      ['22:30', '2026-11-21 at 2026-11-21T22:30:00+00:00'],
      ['at 9pm', '2026-11-21 at 2026-11-21T21:00:00+00:00'],
      ['15:16', '2026-11-21 at 2026-11-21T15:16:00+00:00'],
      ['15:15', '2026-11-22 at 2026-11-22T15:15:00+00:00'],
      ['noon', '2026-11-22 at 2026-11-22T12:00:00+00:00'],
      ['evening', '2026-11-21 at 2026-11-21T20:00:00+00:00'],
      // At half past one in the night it was still the evening before.
      ['1:30', '2026-11-21 at 2026-11-22T01:30:00+00:00'],
      ['midnight', '2026-11-21 at 2026-11-22T00:00:00+00:00'],
      ['an hour ago', '2026-11-22 at 2026-11-22T14:15:30+00:00'],
      ['half an hour ago', '2026-11-22 at 2026-11-22T14:45:30+00:00'],
      ['20 minutes ago', '2026-11-22 at 2026-11-22T14:55:30+00:00'],
      ['an hour and a half ago', '2026-11-22 at 2026-11-22T13:45:30+00:00'],
      ['a couple of hours ago', '2026-11-22 at 2026-11-22T13:15:30+00:00'],
      ['twelve hours ago', '2026-11-21 at 2026-11-22T03:15:30+00:00'],
      ['last night', '2026-11-21 22:00'],
      ['late last night', '2026-11-21 22:00'],
      ['this morning', '2026-11-22 08:00'],
      ['early this morning', '2026-11-22 08:00'],
      ['this afternoon', '2026-11-22 15:00'],
      ['today 10:00', '2026-11-22 10:00'],
      // Four in the afternoon elsewhere is two o'clock here.
      ['2026-11-22T16:00+02:00', '2026-11-22 at 2026-11-22T16:00:00+02:00'],
      ['a minute ago', '2026-11-22 at 2026-11-22T15:14:30+00:00'],
      ['5 minutes ago', '2026-11-22 at 2026-11-22T15:10:30+00:00'],
      ['1200 minutes ago', '2026-11-21 at 2026-11-21T19:15:30+00:00'],
      ['now', '2026-11-22 undefined'],
      ['right now', '2026-11-22 undefined'],
      ['just now', '2026-11-22 undefined'],
      ['earlier', '2026-11-22 undefined'],
      ['earlier today', '2026-11-22 undefined'],
    ])('%s looks back, to %s', (text, expected) => {
      expect(at(text)).toBe(expected)
    })

    it.each(['today 22:30', 'tonight', 'this evening', '2026-11-22T16:00+00:00'])(
      'never takes %s for what was',
      text => {
        expect(refusal(() => at(text))).toBe(
          `"${text}" is still to come. Write an earlier time, or 2026-11-22 alone.`,
        )
      },
    )

    it('takes a part of the day that has just begun for now', () => {
      const early = { now: new Date('2026-11-22T07:10:00Z') }
      expect(at('this morning', early)).toBe('2026-11-22 07:10')
      expect(at('tonight', { now: new Date('2026-11-22T20:40:00Z') })).toBe('2026-11-22 20:40')
    })

    it('keeps beside the moment the time that the clocks showed', () => {
      const time = (text: string, more = {}) =>
        readDate(text, { ...options, ...here, ...more }).time
      expect(time('22:30')).toBe('22:30')
      expect(time('an hour ago')).toBe('14:15')
      const spring = { zone: 'Europe/Zurich', now: new Date('2026-03-29T12:00:00Z') }
      expect(time('2:30', spring)).toBe('03:30') // the clocks passed over half past two
    })

    it('keeps the hour that the clocks show twice as its offset says', () => {
      const zone = 'Europe/Zurich'
      for (const offset of ['+02:00', '+01:00'])
        expect(at(`2026-10-25T02:30${offset}`, { zone })).toBe(
          `2026-10-25 at 2026-10-25T02:30:00${offset}`,
        )
    })

    it('never comes after now, at any hour in any zone', () => {
      const phrase = fc.oneof(
        fc.constantFrom('noon', 'midnight', 'morning', 'night', '0:30', '2:30', '23:59', '4am'),
        fc.constantFrom('an hour ago', '30 minutes ago', '9 hours ago', 'last night'),
      )
      const moment = fc.date({
        min: new Date('1990-01-01'),
        max: new Date('2060-01-01'),
        noInvalidDate: true,
      })
      fc.assert(
        fc.property(
          phrase,
          moment,
          aZone,
          fc.integer({ min: 0, max: 12 }),
          (text, now, zone, nightEnds) => {
            const today = dayOf(now, zone, nightEnds)
            const found = readDate(text, { now, zone, today, nightEnds, future: false })
            const moment = found.at
              ? new Date(found.at)
              : momentAt(found.from, found.time ?? '00:00', zone)
            expect(moment <= now).toBe(true)
            expect(found.from <= today).toBe(true)
          },
        ),
        { numRuns: 2000 },
      )
    })
  })

  it('says what the calendar calls it', () => {
    const name = (text: string) => readDate(text, options).name
    expect(['monday', 'last week', 'november', '2025', 'last 7 days'].map(name)).toEqual([
      'day',
      'week',
      'month',
      'year',
      'range',
    ])
  })

  it('starts weeks where the person does', () => {
    expect(read('this week', { weekStartsOn: 7 })).toBe('2026-11-22')
    expect(read('last week', { weekStartsOn: 7 })).toBe('2026-11-15 2026-11-21')
  })

  it('can refuse what is still to come', () => {
    const past = { future: false }
    expect(read('2026-11-22', past)).toBe('2026-11-22')
    expect(read('2026', past)).toBe('2026-01-01 2026-11-22')
    expect(refusal(() => read('2026-11-23', past))).toBe(
      '"2026-11-23" is still to come. Write 2026-11-22 or an earlier day.',
    )
  })

  it.each([
    ['03/04/2026', '03/04/2026 could be 3 April or March 4. Write 2026-04-03 or 2026-03-04.'],
    ['3.4.2026', '3.4.2026 could be 3 April or March 4. Write 2026-04-03 or 2026-03-04.'],
    ['11/12', '11/12 could be 11 December or November 12. Write 2025-12-11 or 2026-11-12.'],
    ['2026-02-30', '2026-02-30 does not exist: February 2026 has 28 days.'],
    ['30/02/2026', '30/02/2026 does not exist: February 2026 has 28 days.'],
    ['02/30/2026', '02/30/2026 does not exist: February 2026 has 28 days.'],
    ['00/05/2026', '00/05/2026 does not exist: May 2026 has 31 days.'],
    ['2026-02-30T10:00Z', '2026-02-30 does not exist: February 2026 has 28 days.'],
    ['31 april', '31 april does not exist: April has 30 days.'],
    ['29 february 2026', '29 february 2026 does not exist: February 2026 has 28 days.'],
    ['2026-13', '2026-13 does not exist: months run from 1 to 12.'],
    ['0000', '0000 does not exist: the first year is 0001.'],
    [
      'monday 22 november',
      'monday 22 november does not fit: 2026-11-22 is Sunday 22 November 2026.',
    ],
    ['yesterday 25:00', '25:00 is not a time of day. Write one from 00:00 to 23:59.'],
    ['0am', '0:00 am is not a time of day. Write one from 00:00 to 23:59.'],
    ['13pm', '13:00 pm is not a time of day. Write one from 00:00 to 23:59.'],
    ['last week 21:30', '"last week 21:30" is more than one day. A time needs a single day.'],
    ['9999 years ago', 'The calendar does not go that far: it runs from year 0001 to 9999.'],
    ['tomorrow', '"tomorrow" is still to come. Write 2026-11-22 or an earlier day.'],
    ['in 3 days', '"in 3 days" is still to come. Write 2026-11-22 or an earlier day.'],
    ['next monday', '"next monday" is still to come. Write 2026-11-22 or an earlier day.'],
  ])('refuses %s and says why', (text, message) => {
    expect(refusal(() => read(text))).toBe(message)
  })

  it.each([
    '',
    'soon',
    '5',
    '03/04/26',
    '0 days ago',
    '5 november 20',
    'last day',
    'this november',
    '20261122',
    '2026-11-22 or so',
    'ma',
    '113/04/2026',
    '5 5 november',
    'room 2026-07-04T10:00Z',
    '2026-07-04T25:00Z',
    'i know',
    'nowhere',
    'now or never',
    'last morning',
    'earlier still',
  ])('does not guess at %j', text => {
    expect(refusal(() => read(text))).toBe(
      `"${text}" does not read as a date. Write one like 2026-11-22, yesterday, last monday or 3 weeks ago.`,
    )
  })

  it('gives nothing to the terminal that acts on it', () => {
    const said = refusal(() => read(`\u001b[2J\u202e${'x'.repeat(100)}`))
    expect(said).not.toMatch(/\p{C}/u)
    expect(said.length).toBeLessThan(160)
  })
})

describe('any date', () => {
  const recent = () => aDay('1900-01-01', '2100-12-31')

  it('reads back as it was written out', () => {
    fc.assert(
      fc.property(aDay('0009-01-01'), recent(), aZone, (day, now, zone) => {
        const from = (text: string) => readDate(text, { today: now, zone }).from
        expect(from(day)).toBe(day)
        if (day >= '1000') expect(from(longDayWithYear(day))).toBe(day)
      }),
    )
  })

  it('reads back without its year if it is of the last twelve months', () => {
    fc.assert(
      fc.property(recent(), fc.integer({ min: 0, max: 364 }), (now, ago) => {
        const day = addDays(now, -ago)
        expect(readDate(longDay(day), { today: now, zone: 'UTC' }).from).toBe(day)
      }),
    )
  })

  it('reads the moments that entries keep, on the clocks of their zone', () => {
    fc.assert(
      fc.property(recent(), aZone, (day, zone) => {
        const at = isoWithOffset(momentAt(day, '21:30', zone), zone)
        const range = readDate(at, { today, zone })
        expect(`${range.from}T${range.time}`).toBe(at.slice(0, 16))
      }),
    )
  })

  const phrase = fc.oneof(
    fc.constantFrom('today', 'yesterday', 'monday', 'last friday', 'this tuesday', 'sun'),
    fc.constantFrom('last week', 'this week', 'last month', 'this month', 'this year', 'last year'),
    fc.constantFrom('may', 'december', 'last january', '29 february', '31 december', '1 jan'),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('day', 'weeks', 'month', 'years'))
      .chain(([n, unit]) => fc.constantFrom(`${n} ${unit} ago`, `last ${n} ${unit}`)),
  )

  it('in a phrase never comes after today', () => {
    fc.assert(
      fc.property(phrase, recent(), fc.integer({ min: 1, max: 7 }), (text, now, weekStartsOn) => {
        const { from, to } = readDate(text, { today: now, zone: 'UTC', weekStartsOn })
        expect(from <= to).toBe(true)
        expect(to <= now).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read, or refused with a message, whatever is typed', () => {
    const word = fc.constantFrom(
      ...'last next this in ago 3 05 2026 31 may feb monday week days - / : . at pm T Z +01:00'.split(
        ' ',
      ),
    )
    const typed = fc.oneof(
      fc.string(),
      fc
        .array(word, { maxLength: 6 })
        .chain(words => fc.constantFrom(words.join(' '), words.join(''))),
    )
    fc.assert(
      fc.property(typed, text => {
        for (const action of [
          () => readDate(text, options),
          () => readFutureDay(text, options),
          () => splitDatePrefix(`${text}: x`, options),
        ]) {
          refusal(action) // throws on what is no DateError
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('reading a day to come', () => {
  it.each([
    ['today', '2026-11-22'],
    ['tomorrow', '2026-11-23'],
    ['the day after tomorrow', '2026-11-24'],
    ['in 3 days', '2026-11-25'],
    ['in a week', '2026-11-29'],
    ['in 2 months', '2027-01-22'],
    ['in a year', '2027-11-22'],
    ['next week', '2026-11-29'],
    ['next monday', '2026-11-23'],
    ['friday', '2026-11-27'],
    ['Sunday', '2026-11-29'],
    ['this sunday', '2026-11-22'],
    ['2026-12-24', '2026-12-24'],
    ['5 november', '2027-11-05'],
    ['december 24', '2026-12-24'],
    ['29 february', '2028-02-29'],
    ['22 november', '2026-11-22'],
  ])('%s is %s', (text, expected) => {
    expect(readFutureDay(text, options)).toBe(expected)
  })

  it.each([
    // A Wednesday.
    ['friday', '2026-11-27'],
    ['this friday', '2026-11-27'],
    ['next friday', '2026-12-04'],
    ['next wednesday', '2026-12-02'],
    ['next monday', '2026-11-30'],
    ['next sunday', '2026-12-06'],
    ['tonight', '2026-11-25'],
    ['tomorrow morning', '2026-11-26'],
    ['friday evening', '2026-11-27'],
  ])('of a Wednesday, %s is %s', (text, expected) => {
    expect(readFutureDay(text, { today: asDay('2026-11-25') })).toBe(expected)
  })

  it('counts the next week from the day the person begins theirs', () => {
    const sunday = { today: asDay('2026-11-22') }
    expect(readFutureDay('next friday', sunday)).toBe('2026-11-27')
    expect(readFutureDay('next friday', { ...sunday, weekStartsOn: 7 })).toBe('2026-12-04')
  })

  it('goes to the ends of the calendar and no further', () => {
    const end = (today: string) => () => readFutureDay('1 may', { today: asDay(today) })
    expect(end('9998-06-01')()).toBe('9999-05-01')
    expect(refusal(end('9999-06-01'))).toBe('1 may needs a year here.')
    expect(read('0001')).toBe('0001-01-01 0001-12-31')
  })

  it('refuses the past, the ambiguous and the vague', () => {
    for (const text of ['yesterday', '3 days ago', '2026-11-21', 'last monday']) {
      expect(refusal(() => readFutureDay(text, options))).toBe(
        `"${text}" is already past. Write 2026-11-22 or a later day.`,
      )
    }
    expect(refusal(() => readFutureDay('03/04/2027', options))).toBe(
      '03/04/2027 could be 3 April or March 4. Write 2027-04-03 or 2027-03-04.',
    )
    for (const text of ['soon', 'december', '2027', 'in a while']) {
      expect(refusal(() => readFutureDay(text, options))).toMatch(/does not read as a day/)
    }
  })
})

describe('a date in front of a text', () => {
  it.each([
    ['yesterday: we talked', '2026-11-21', 'we talked'],
    ['Today: rain', '2026-11-22', 'rain'],
    ['last monday: the meeting: good', '2026-11-16', 'the meeting: good'],
    ['2026-11-20: a walk', '2026-11-20', 'a walk'],
    ['3 days ago: a walk\n\nand more', '2026-11-19', 'a walk\n\nand more'],
    ['a week ago : tea', '2026-11-15', 'tea'],
    ['yesterday 21:30: we talked', '2026-11-21', 'we talked'],
    ['2026-11-20T21:30: a walk', '2026-11-20', 'a walk'],
    ['yesterday:', '2026-11-21', ''],
  ])('%j', (text, day, rest) => {
    const split = splitDatePrefix(text, options)
    expect(split.date?.from).toBe(day)
    expect(split.rest).toBe(rest)
  })

  it('keeps the time that was written', () => {
    expect(splitDatePrefix('yesterday at 9 pm: x', options).date?.time).toBe('21:00')
    expect(splitDatePrefix('yesterday: 10:30 coffee', options)).toMatchObject({
      date: { from: '2026-11-21' },
      rest: '10:30 coffee',
    })
  })

  it.each([
    'May: I love her',
    'monday: gym',
    '10:30 coffee',
    'Note to self: x',
    '2026: a year',
    '2026-11: a month',
    'last week: hard',
    'last sat: x',
    'last may: x',
    '5 november: her birthday',
    'yesterday was hard: very',
    'yesterday:we talked',
    'yesterday we talked',
    'today\n: x',
    'A long day\nyesterday: rain',
    ' leading space',
    '',
  ])('leaves %j alone', text => {
    expect(splitDatePrefix(text, options)).toEqual({ rest: text })
  })

  it('refuses a day that cannot be', () => {
    expect(refusal(() => splitDatePrefix('2026-02-30: x', options))).toMatch(/does not exist/)
    const past = { ...options, future: false }
    expect(refusal(() => splitDatePrefix('2027-01-01: x', past))).toMatch(/still to come/)
  })
})
