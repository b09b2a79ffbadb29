import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry, Scale } from '../../src/journal/entry.ts'
import { periodFromText, periodOf, rangePeriod } from '../../src/journal/period.ts'
import { calendarOf } from '../../src/reflect/calendar.ts'
import { renderCalendar } from '../../src/render/calendar.ts'
import { noColours } from '../../src/render/colours.ts'
import type { Look } from '../../src/render/look.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { anEntry, daysFrom } from '../helpers/builders.ts'

const today = asDay('2026-11-22')
const look: Look = { width: 80, colours: noColours, plain: false, piped: false, today }
const year = periodOf('year', { today })
const month = periodOf('month', { today })

const rated = (first: string, count: number): Entry[] =>
  daysFrom(first, count).map((day, n) => anEntry({ day, mood: ((n % 5) + 1) as Scale }))

const drawn = (entries: Entry[], how: Partial<Look> = {}, period = year, weekStartsOn = 1) =>
  renderCalendar(calendarOf(entries, period, 'mood', today), { ...look, ...how }, weekStartsOn)

describe('a year', () => {
  it('shows as many digits as there were rated days', () => {
    const grid = drawn(rated('2026-01-01', 300))
      .split('\n')
      .filter(line => /^ {2}(Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(line))
    expect(grid).toHaveLength(7)
    expect(grid.join('').match(/[1-5]/g)).toHaveLength(300)
  })

  it('has each day in the row of its weekday and the column of its week', () => {
    // 1 January 2026 was a Thursday; 22 November, a Sunday, is in the 47th row of weeks.
    const rows = drawn([anEntry({ day: '2026-01-01', mood: 4 }), anEntry({ mood: 1 })]).split('\n')
    expect(rows.find(row => row.startsWith('  Thu'))).toMatch(/^ {2}Thu 4·/)
    expect(rows.find(row => row.startsWith('  Sun'))?.indexOf('1')).toBe(6 + 46)
  })

  it.each([20, 40, 60, 80, 100])('keeps within %i columns, with every day shown', width => {
    for (const start of ['2024-01-01', '2028-01-01'])
      for (const weekStartsOn of [1, 7]) {
        const period = periodFromText(start.slice(0, 4), {
          today: asDay('2030-01-01'),
          zone: 'UTC',
        })
        const calendar = calendarOf(rated(start, 366), period, 'mood', asDay('2030-01-01'))
        const lines = renderCalendar(calendar, { ...look, width }, weekStartsOn).split('\n')
        expect(lines.filter(line => displayWidth(line) > width)).toEqual([])
        const grid = lines.filter(line => /^ {2}(Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(line))
        expect(grid.join('').match(/[1-5]/g)).toHaveLength(366)
      }
  })

  it('has a grid of its own for each year of a longer time', () => {
    const period = rangePeriod(asDay('2025-12-01'), asDay('2026-02-28'))
    const page = drawn(rated('2025-12-31', 3), {}, period)
    expect(page).toMatch(/^ {2}2025\n +Dec\n[\s\S]*^ {2}2026\n +Jan/m)
    expect(page.match(/^ {2}(Wed|Thu|Fri) .*[1-3]/gm)).toHaveLength(3)
  })

  it('says what it shows, and month by month when read aloud', () => {
    const entries = [...rated('2026-03-30', 5), anEntry({ day: '2026-03-30' })]
    expect(drawn(entries)).toContain('You were here on 5 days in 2026, with 6 entries.')
    const aloud = drawn(entries, { plain: true, width: 200 })
    expect(aloud).toContain(
      'March: 2 days, 3 entries. Mood was 1 (very low) on 1 day and 2 (low) on 1 day.',
    )
    expect(aloud).toContain('April: 3 days, 3 entries.')
    expect(aloud).not.toMatch(/·|Mon/)
  })

  it('tells a day without a rating from one with nothing, and shows none to come', () => {
    const rows = drawn([anEntry({ day: '2026-11-16' }), anEntry({ day: '2026-11-23', mood: 1 })])
    expect(rows).toMatch(/^ {2}Mon +\+$/m)
    expect(rows).toMatch(/^ {2}Tue +·$/m)
    expect(
      rows
        .split('\n')
        .filter(row => /^ {2}Mon/.test(row))
        .join(),
    ).not.toContain('1')
  })
})

describe('a month', () => {
  it('has a cell a day: date, block, digit', () => {
    const page = drawn([anEntry({ mood: 2 }), anEntry({ day: '2026-11-01', mood: 5 })], {}, month)
    expect(page).toContain('22▂2')
    expect(page).toContain(' 1▇5')
    expect(drawn([anEntry({ mood: 2 })], { ascii: true }, month)).toContain('22 2')
  })

  it.each([20, 36, 40, 80])('keeps within %i columns', width => {
    const lines = drawn(rated('2026-11-01', 22), { width }, month).split('\n')
    expect(lines.filter(line => displayWidth(line) > width)).toEqual([])
  })

  it('reads day by day aloud', () => {
    const page = drawn(rated('2026-11-01', 2), { plain: true }, month)
    expect(page).toContain('1 November: 1 entry, mood 1.\n2 November: 1 entry, mood 2.')
  })
})

it('names the year of a month where there are several, and its days beside no other name than the title', () => {
  const years = { ...rangePeriod(asDay('2025-11-01'), asDay('2026-11-22')) }
  const entries = [anEntry({ day: '2025-11-03' }), anEntry({ day: '2026-11-03' })]
  const aloud = drawn(entries, { plain: true, width: 200 }, years)
  expect(aloud).toContain('November 2025: 1 day, 1 entry.')
  expect(aloud).toContain('November 2026: 1 day, 1 entry.')
  expect(aloud).toContain('You were here on 2 days, with 2 entries.')
})

it('does not say of a time gone by, or of a theme, that nothing is written yet', () => {
  const gone = rangePeriod(asDay('2025-01-01'), asDay('2025-12-31'))
  expect(drawn([anEntry()], {}, gone)).toContain('Nothing is written from this time.')
  const page = renderCalendar(calendarOf([anEntry()], year, 'shared', today), look)
  expect(page).toContain('No page of Shared Experiences is written from this time.')
})

it('has a kind line where nothing is written', () => {
  expect(drawn([])).toBe('  2026, mood\n\n  Nothing is written here yet.\n')
  const elsewhere = [anEntry({ kind: 'reflection', theme: 'support', text: 'words' })]
  const before = periodFromText('2025', { today, zone: 'UTC' })
  expect(drawn(elsewhere, {}, before)).toContain('Nothing is written from this time.')
  expect(renderCalendar(calendarOf(elsewhere, year, 'growth', today), look)).toContain(
    'No page of Learning and Growth is written from this time.',
  )
})
