import { expect, it } from 'vitest'
import { asDay } from '../../../src/journal/day.ts'
import type { Trend } from '../../../src/reflect/trend.ts'
import { courseChart } from '../../../src/render/html/course-chart.ts'
import { daysFrom } from '../../helpers/builders.ts'

const from = asDay('2026-11-01')
const until = asDay('2026-11-30')
const drawnFor = (words: Trend['words']) => {
  const days = daysFrom(from, 30).map(day => ({ day, value: 3, ratings: 1 }))
  const trend: Trend = {
    ...{ state: 'slope', rated: 30, needed: 21, words, mean: 3, low: 2, high: 4 },
    ...{ slopePerMonth: 0.3, interval: [-0.1, 0.7] as const },
  }
  const { sentence, drawing } = courseChart('mood', 'Mood', { days, trend }, from, until)
  return { sentence, drawing: drawing.map(it => it.html).join('') }
}

it('draws a direction with the room it likely has', () => {
  const { sentence, drawing } = drawnFor('rising')
  expect(sentence).toContain('it is probably within the band')
  expect(drawing).toContain('class="trend"')
})

it('draws none where none is clear yet', () => {
  const { sentence, drawing } = drawnFor('not clear yet')
  expect(sentence).toContain('The broken line is the average.')
  expect(drawing).toContain('class="mean"')
  expect(drawing).not.toMatch(/class="(?:trend|band)"/)
})
