import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../../src/journal/day.ts'
import type { Trend } from '../../../src/reflect/trend.ts'
import { curveChart } from '../../../src/render/html/curve-chart.ts'
import { daysFrom } from '../../helpers/builders.ts'

const from = asDay('2026-11-01')
const until = asDay('2026-11-30')
const drawnFor = (words: Trend['words']) => {
  const days = daysFrom(from, 30).map(day => ({ day, value: 3, ratings: 1 }))
  const trend: Trend = {
    ...{ state: 'slope', rated: 30, needed: 21, words, mean: 3, low: 2, high: 4 },
    ...{ slopePerMonth: 0.3, interval: [-0.1, 0.7] as const },
  }
  const { sentence, drawing } = curveChart('mood', 'Mood', { days, trend }, from, until)
  return { sentence, drawing: drawing.map(it => it.html).join('') }
}

it('draws a direction with the room it likely has', () => {
  const { sentence, drawing } = drawnFor('rising')
  expect(sentence).toContain('it is probably within the band')
  expect(drawing).toContain('class="trend"')
})

it('draws none where none is clear yet', () => {
  const { sentence, drawing } = drawnFor('not clear yet')
  expect(sentence).toBe('Mood, from 1 to 5.')
  expect(drawing).not.toMatch(/class="(?:mean|trend|band)"/)
})

describe('the days below', () => {
  const namesOn = (from: string, until: string) => {
    const [first, last] = [asDay(from), asDay(until)]
    const days = [{ day: first, value: 3, ratings: 1 }]
    const trend: Trend = { state: 'points', rated: 1, needed: 21, words: 'not clear yet' }
    const { drawing } = curveChart('mood', 'Mood', { days, trend }, first, last)
    const below = drawing.flatMap(({ html }) => [
      ...html.matchAll(/x="([\d.]+)" y="148"[^>]*>([^<]+)</g),
    ])
    return below.map(([, x, name]) => ({ x: Number(x), name }))
  }

  it('are the first and the last of a short time', () => {
    const names = namesOn('2026-11-01', '2026-11-30').map(({ name }) => name)
    expect(names).toEqual(['1 November', '30 November'])
  })

  it('are months, with the year where one begins', () => {
    const names = namesOn('2025-10-20', '2026-03-10').map(({ name }) => name)
    expect(names).toEqual(['Nov', 'Dec', '2026', 'Feb', 'Mar'])
  })

  it.each([60, 100, 200, 400, 800, 2000, 4000, 40_000])('have room, over %i days', length => {
    const names = namesOn('2017-02-03', addDays(asDay('2017-02-03'), length))
    expect(names.length).toBeGreaterThan(0)
    for (const [n, { x }] of names.entries())
      if (n > 0) expect(x - (names[n - 1]?.x ?? 0)).toBeGreaterThanOrEqual(25)
  })
})
