import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Factor } from '../../src/reflect/factor-days.ts'
import type { Insight, Insights } from '../../src/reflect/insights.ts'
import { insightsOf } from '../../src/reflect/insights.ts'
import { noColours } from '../../src/render/colours.ts'
import { renderInsights } from '../../src/render/insights.ts'
import type { Look } from '../../src/render/look.ts'
import { aCircle } from '../helpers/builders.ts'
import { dayFactsOf } from '../helpers/look-at.ts'
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

  You rated 96 days. 12 things came up often enough to look at.

  Days with a meeting went with a better mood.
  Mood was 3.4 on the 13 days with, and 2.7 on the 83 without. Apart from
  weekdays, slow change and the days before, the difference is probably between
  0.3 and 1.1 points.

  This cannot tell which came first.

  For the other 11 no clear pattern yet. That does not mean there is none. One
  worth nearly a point is seen in 5 or 6 of 10 journals after 90 rated days.
  After 180 it is 8 or 9 of 10. Smaller ones take longer.
`)
})

it('says how often a clear pattern is seen, as measured, whatever else it shows', () => {
  const doc = readFileSync(new URL('../../docs/statistics.md', import.meta.url), 'utf8')
  const measured = (days: number) => {
    const row = new RegExp(`^\\| 0\\.8 points.* shown after ${days} days: .*?\\| ([\\d.]+)%`, 'gm')
    const shares = [...doc.matchAll(row)].map(([, share]) => Number(share) / 10)
    // Rather too few than too many.
    return [...new Set([Math.floor(Math.min(...shares)), Math.round(Math.max(...shares))])]
  }
  const words = `seen in ${measured(90).join(' or ')} of 10 journals after 90 rated days. After 180 it is ${measured(180).join(' or ')} of 10.`
  const group = insight({ id: 'meeting', family: 'meeting', label: 'a meeting' })
  for (const page of [found([]), found([group])].map(it => renderInsights(it, look)))
    expect(page.replace(/\s+/g, ' ')).toContain(words)
  // It was measured for mood, and hours of sleep have no points.
  for (const page of [found([]), found([group])].map(it => renderInsights(it, look, 'sleep')))
    expect(page).not.toMatch(/point|journals|rated/)
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
  expect(page.replace(/\s+/g, ' ')).toContain('probably between 0.3 and 1.1 points.')
  expect(page).toContain('For the other 2 no clear pattern yet.')
})

it('says so when there is too little, or nothing clear', () => {
  const few = insightsOf(dayFactsOf(sampleJournal(30), { today, circle: aCircle(), mutes: [] }))
  expect(renderInsights(few, { ...look, plain: true })).toBe(
    `What went with better days\n\nNot enough yet: ${few.ratedDays} of 30 rated days. Until then, anything shown here would be\nguesswork.\n`,
  )
  expect(renderInsights(found([]), look)).toContain(
    'No clear pattern yet. That does not mean there is none.',
  )
  expect(renderInsights(found([], 0), look)).toContain('often enough')
})

it('tells of a measure in steps as fine as the difference is', () => {
  const group = insight(
    { id: 'tag:walk', family: 'tag', label: 'walk' },
    {
      ...{ difference: 0.05, interval: [0.02, 0.08] },
      ...{ with: { days: 13, mean: 0.21 }, without: { days: 83, mean: 0.16 } },
    },
  )
  const page = renderInsights(found([group]), look, 'litres').replace(/\s+/g, ' ')
  expect(page).toContain('Litres was 0.21 on the 13 days with, and 0.16 on the 83 without.')
  expect(page).toContain('the difference is probably between 0.02 and 0.08. ')
})
