import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Factor } from '../../src/reflect/factor-days.ts'
import { dayFactsOf } from '../../src/reflect/factors.ts'
import type { Insight, Insights } from '../../src/reflect/insights.ts'
import { insightsOf } from '../../src/reflect/insights.ts'
import { noColours } from '../../src/render/colours.ts'
import { renderInsights } from '../../src/render/insights.ts'
import type { Look } from '../../src/render/look.ts'
import { aCircle } from '../helpers/builders.ts'
import { sampleJournal } from '../helpers/sample-journal.ts'

const today = asDay('2026-11-22')
const look: Look = { width: 80, colours: noColours, plain: false, piped: false, today }

const insight = (factor: Factor, more: Partial<Insight> = {}): Insight => ({
  ...{ factor, when: 'same day', together: [], p: 0.001, difference: 0.7, interval: [0.3, 1.1] },
  ...{ with: { days: 13, mean: 3.4 }, without: { days: 83, mean: 2.7 } },
  ...more,
})
const found = (shown: Insight[], looked = 12): Insights => ({
  ...{ ratedDays: 96, neededDays: 30, enough: true, looked, tests: [], shown },
})

it('says what went with a better mood, how sure that is, and what it cannot tell', () => {
  const group = insight({ id: 'meeting', family: 'meeting', label: 'a meeting' })
  expect(
    renderInsights(found([group]), look),
  ).toBe(`  What went with better days                                  hearten insights

  96 rated days, 12 things looked at.

  Days with a meeting went with a better mood.
  3.4 on 13 days with, 2.7 on 83 without. Weekday, slow change and the days
  before aside, the difference is likely between 0.3 and 1.1.

  This cannot tell which came first.

  For the other 11 no clear pattern yet.
`)
})

it.each([
  [{ id: 'weekend', family: 'weekend', label: 'weekend' }, 'Weekends went with a lower mood.'],
  [{ id: 'tag:work', family: 'tag', label: 'work' }, 'Days tagged work went with a lower mood.'],
  [
    { id: 'person:ana', family: 'person', label: 'Ana' },
    'Days that name Ana went with a lower mood.',
  ],
] as const)('names what it is: %o', (factor, words) => {
  const page = renderInsights(found([insight(factor, { difference: -0.5 })], 1), look)
  expect(page).toContain(words)
  expect(page).not.toContain('For the other')
})

it('tells the next day from the same day', () => {
  const tool = insight({ id: 'tool:walk', family: 'tool', label: 'walk' }, { when: 'next day' })
  expect(renderInsights(found([tool], 2), look)).toContain(
    'The day after a day with walk went with a better mood.',
  )
})

it('names together what cannot be told apart, and gives the size of a lower mood from small to large', () => {
  const rest = insight(
    { id: 'tag:rest', family: 'tag', label: 'rest' },
    {
      together: [{ id: 'tag:walks', family: 'tag', label: 'walks' }],
      difference: -0.7,
      interval: [-1.1, -0.3],
    },
  )
  const page = renderInsights(found([rest], 4), look)
  expect(page).toContain(
    'Days tagged rest went with a lower mood. Rest and walks come together on your',
  )
  expect(page).toContain('so it may be either.')
  expect(page).toContain('likely between 0.3 and 1.1.')
  expect(page).toContain('For the other 2 no clear pattern yet.')
})

it('says so when there is too little, or nothing clear', () => {
  const few = insightsOf(dayFactsOf(sampleJournal(30), { today, circle: aCircle(), mutes: [] }))
  expect(renderInsights(few, { ...look, plain: true })).toBe(
    `What went with better days\n\nNot enough yet: ${few.ratedDays} of 30 rated days. Until then, anything shown here would be\nnoise.\n`,
  )
  expect(renderInsights(found([]), look)).toContain(
    'No clear pattern yet. That does not mean no effect',
  )
  expect(renderInsights({ ...found([]), ratedDays: 400 }, look)).not.toContain('three months')
  expect(renderInsights(found([], 0), look)).toContain('often enough')
})
