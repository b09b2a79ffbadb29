import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { isLow, isVeryLowOften, moodsOnComing } from '../../src/journal/low-days.ts'
import { isHardDate, isTender, weeksInto } from '../../src/journal/season.ts'
import { anEntry } from '../helpers/builders.ts'

describe('a low mood', () => {
  it('is 1 or 2', () => {
    expect(([1, 2, 3, 4, 5, undefined] as const).map(isLow)).toEqual([
      ...[true, true, false, false, false, false],
    ])
  })

  it('is often when five of the last seven check-ins are very low', () => {
    expect(isVeryLowOften([1, 1, 1, 1, 1])).toBe(true)
    expect(isVeryLowOften([1, 2, 1, 1, 3, 1, 1])).toBe(true)
    expect(isVeryLowOften([1, 1, 1, 1])).toBe(false)
    expect(isVeryLowOften([2, 2, 2, 2, 2, 2, 2])).toBe(false)
    expect(isVeryLowOften([1, 2, 2, 2, 1, 1, 1, 1])).toBe(false)
    expect(isVeryLowOften([1, 1, 1, 1, 1, 3, 3])).toBe(true)
    expect(isVeryLowOften([1, 1, 1, 1, 1, 3, 3, 3])).toBe(false)
  })

  it('is counted on coming, and not on leaving or elsewhere', () => {
    const checkin = (mood: 1 | 2 | 3, details = {}) => anEntry({ kind: 'checkin', mood, details })
    expect(
      moodsOnComing([
        checkin(1),
        checkin(2, { moment: 'arrive' }),
        checkin(3, { moment: 'leave' }),
        anEntry({ kind: 'checkin', details: {} }),
        anEntry({ mood: 1 }),
      ]),
    ).toEqual([1, 2])
  })
})

describe('a season', () => {
  const start = asDay('2026-08-01')
  it('is counted in whole weeks, from its first day', () => {
    const days = ['2026-07-31', '2026-08-01', '2026-08-07', '2026-08-08'].map(asDay)
    expect(days.map(day => weeksInto(start, day))).toEqual([undefined, 0, 0, 1])
    expect(weeksInto(undefined, start)).toBeUndefined()
  })

  it('is tender for six weeks', () => {
    expect([0, 5, 6, undefined].map(isTender)).toEqual([true, true, false, false])
  })

  it('has hard dates, of one year or of every year', () => {
    const day = asDay('2026-11-22')
    const dates = [['11-22'], ['2026-11-22'], ['2025-11-22'], ['11-23'], []]
    expect(dates.map(it => isHardDate(it, day))).toEqual([true, true, false, false, false])
  })

  it('has the 29 February every year: on the day before where there is none', () => {
    const days = ['2028-02-29', '2028-02-28', '2027-02-28', '2027-03-01', '2100-02-28'].map(asDay)
    expect(days.map(day => isHardDate(['02-29'], day))).toEqual([true, false, true, false, true])
    expect(days.map(day => isHardDate(['2028-02-29'], day))).toEqual([
      ...[true, false, false, false, false],
    ])
  })
})
