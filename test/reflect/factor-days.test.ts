import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import {
  type DayFacts,
  type Factor,
  isEligible,
  mostBalanced,
  ratedDays,
} from '../../src/reflect/factor-days.ts'

const monday = asDay('2026-01-05')
const tag = (label: string): Factor => ({ id: `tag:${label}`, family: 'tag', label })

function day(number: number, labels: string[], mood?: number): DayFacts {
  const factors = new Map(labels.map(label => [`tag:${label}`, tag(label)]))
  return { day: addDays(monday, number), factors, ...(mood === undefined ? {} : { mood }) }
}

/** Six weeks of rated days on which the factor is had where `had` says so. */
const sixWeeks = (had: (i: number) => string[]) =>
  ratedDays(
    Array.from({ length: 42 }, (_, i) => day(i, had(i), 3)),
    0,
  )

describe('ratedDays', () => {
  it('sets each rated day beside what it had, or what the day before had where that is known', () => {
    const days = [
      day(3, ['d']),
      day(0, ['a'], 2),
      day(1, ['b']),
      day(4, ['e'], 5),
      day(2, ['c'], 4),
    ]
    const had = (daysBefore: 0 | 1) =>
      ratedDays(days, daysBefore).map(({ day, had }) => [day.slice(-2), ...had.keys()])
    expect(had(0)).toEqual([
      ['05', 'tag:a'],
      ['07', 'tag:c'],
      ['09', 'tag:e'],
    ])
    expect(had(1)).toEqual([
      ['07', 'tag:b'],
      ['09', 'tag:d'],
    ])
  })

  it('knows the mood before across two days, and not across three', () => {
    const before = ratedDays([day(0, [], 1), day(2, [], 2), day(5, [], 3)], 0)
    expect(before.map(({ moodBefore }) => moodBefore)).toEqual([undefined, 1, undefined])
  })

  it('adds the weekend', () => {
    const had = ratedDays([day(4, [], 3), day(5, [], 3), day(6, [], 3), day(7, [], 3)], 0)
    expect(had.map(({ had }) => had.has('weekend'))).toEqual([false, true, true, false])
  })
})

describe('mostBalanced', () => {
  const ids = (factors: Factor[]) => factors.map(({ id }) => id)

  it('puts the most evenly had first, and equal ones by name', () => {
    const days = sixWeeks(i => [
      ...(i % 2 === 0 ? ['half'] : []),
      ...(i % 4 === 0 ? ['b', 'a'] : []),
      ...(i % 4 !== 0 ? ['c'] : []),
    ])
    expect(ids(mostBalanced(days, 4))).toEqual(['tag:half', 'weekend', 'tag:a', 'tag:b'])
    expect(ids(mostBalanced(days, 9))).toEqual(['tag:half', 'weekend', 'tag:a', 'tag:b', 'tag:c'])
  })

  it('leaves out what was had too seldom, too often, or in too few weeks', () => {
    const days = sixWeeks(i => [
      ...(i % 7 === 0 ? ['six'] : []),
      ...(i % 7 === 0 || i === 1 ? ['seven'] : []),
      ...(i > 5 ? ['all but six'] : []),
      ...(i < 14 ? ['two weeks'] : []),
      ...(i < 15 ? ['three weeks'] : []),
      ...(i >= 14 ? ['not for two weeks'] : []),
    ])
    expect(ids(mostBalanced(days, 12)).sort()).toEqual(['tag:seven', 'tag:three weeks', 'weekend'])
    expect(isEligible(tag('six'), days)).toBe(false)
    expect(isEligible(tag('all but six'), days)).toBe(false)
    expect(isEligible(tag('not for two weeks'), days)).toBe(false)
  })

  it('does not depend on mood', () => {
    const days = (mood: (i: number) => number) =>
      ratedDays(
        Array.from({ length: 42 }, (_, i) => day(i, i % 3 === 0 ? ['x'] : ['y'], mood(i))),
        0,
      )
    const flat = mostBalanced(
      days(() => 3),
      2,
    )
    expect(
      mostBalanced(
        days(i => (i % 3 === 0 ? 5 : 1)),
        2,
      ),
    ).toEqual(flat)
  })
})
