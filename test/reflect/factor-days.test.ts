import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import {
  type DayFacts,
  type Factor,
  isEligible,
  mostBalanced,
  ratedDays,
  splitBy,
} from '../../src/reflect/factor-days.ts'

const monday = asDay('2026-01-05')
const tag = (label: string): Factor => ({ id: `tag:${label}`, family: 'tag', label })

function day(number: number, labels: string[], mood?: number): DayFacts {
  const factors = new Map(labels.map(label => [`tag:${label}`, tag(label)]))
  return { day: addDays(monday, number), factors, ...(mood === undefined ? {} : { mood }) }
}

/** Six weeks of rated days on which the factor is had where `had` says so. */
const sixWeeks = (had: (i: number) => string[]) =>
  ratedDays(Array.from({ length: 42 }, (_, i) => day(i, had(i), 3)))

describe('ratedDays', () => {
  it('looks back no further than sixty years', () => {
    const years = (count: number) => count * 365
    const numbers = [years(-500), years(-60), years(-60) + 1, years(-30), 0]
    const rated = ratedDays(numbers.map(number => day(number, ['a'], 3)))
    expect(rated.map(({ day }) => day)).toEqual(
      [years(-60) + 1, years(-30), 0].map(number => addDays(monday, number)),
    )
    expect(ratedDays([])).toEqual([])
  })

  it('sets each rated day beside what it had, or what the day before had where that is known', () => {
    const days = [
      day(3, ['d']),
      day(0, ['a'], 2),
      day(1, ['b']),
      day(4, ['e'], 5),
      day(2, ['c'], 4),
    ]
    const rated = ratedDays(days)
    expect(rated.map(({ day, had }) => [day.slice(-2), ...had.keys()])).toEqual([
      ['05', 'tag:a'],
      ['07', 'tag:c'],
      ['09', 'tag:e'],
    ])
    expect(rated.map(({ hadBefore }) => hadBefore && [...hadBefore.keys()])).toEqual([
      undefined,
      ['tag:b'],
      ['tag:d'],
    ])
    expect(splitBy(tag('b'), 'next day', rated)).toEqual([undefined, true, false])
    expect(splitBy(tag('a'), 'same day', rated)).toEqual([true, false, false])
  })

  it('knows the moods before across two days, and not across three', () => {
    const before = ratedDays([day(0, [], 1), day(2, [], 2), day(3, [], 4), day(6, [], 3)])
    expect(before.map(({ moodsBefore }) => moodsBefore)).toEqual([[], [1], [2, 1], []])
  })

  it('knows at most the last seven, the newest first', () => {
    const rated = ratedDays(Array.from({ length: 9 }, (_, i) => day(i, [], i)))
    expect(rated.at(-1)?.moodsBefore).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('adds the weekend', () => {
    const had = ratedDays([day(4, [], 3), day(5, [], 3), day(6, [], 3), day(7, [], 3)])
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
    expect(isEligible(splitBy(tag('six'), 'same day', days), days)).toBe(false)
    expect(isEligible(splitBy(tag('all but six'), 'same day', days), days)).toBe(false)
    expect(isEligible(splitBy(tag('not for two weeks'), 'same day', days), days)).toBe(false)
  })

  it('does not depend on mood', () => {
    const days = (mood: (i: number) => number) =>
      ratedDays(Array.from({ length: 42 }, (_, i) => day(i, i % 3 === 0 ? ['x'] : ['y'], mood(i))))
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
