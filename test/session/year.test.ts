import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { daysBetween } from '../../src/journal/day.ts'
import { seasons } from '../../src/settings/settings.ts'
import { themeIds } from '../../src/themes/theme.ts'
import type { Sat } from './sessions.ts'
import { first, paths, sessions } from './sessions.ts'

const cases = seasons.flatMap(season => Object.keys(paths).map(path => [season, path] as const))

/** Five months show all that a year does; `npm run test:faults` goes through the year. */
const days = process.env.HEARTEN_LONG_TESTS === undefined ? 150 : 365

/** Daily sessions. Every third day the first prompt of each theme is swapped. */
describe.each(cases)('a year of season %s, mood %s', (season, path) => {
  let year: Sat[]
  beforeAll(() => {
    const settings = { season, seasonStart: season === 'none' ? '' : first }
    year = sessions({ days, path, settings, swaps: true })
  })

  it('asks one prompt of each theme a day', () => {
    expect(year.flatMap(({ prompts }) => prompts).length).toBe(5 * (days + Math.floor(days / 3)))
  })

  it('brings no prompt back within 21 days', () => {
    const last = new Map<string, Day>()
    const soon: string[] = []
    for (const { day, prompts } of year) {
      for (const { id } of prompts) {
        const before = last.get(id)
        if (before !== undefined && daysBetween(before, day) <= 21) soon.push(`${id} on ${day}`)
        last.set(id, day)
      }
    }
    expect(soon).toEqual([])
  })

  it('keeps low days and early weeks gentle, and fits the season', () => {
    const wrong: string[] = []
    for (const { day, mood, prompts } of year) {
      for (const { id, depth, angles, situations } of prompts) {
        const silver = angles?.includes('silver-lining')
        const early = season === 'none' || daysBetween(first, day) < 42
        if ((mood ?? 1) <= 2 && (depth === 'deep' || silver)) wrong.push(`${id} on a low day`)
        if (early && silver) wrong.push(`${id} too early`)
        const newly = season === 'addiction' && daysBetween(first, day) < 21
        const fits = situations.some(
          it => it === 'general' || it === season || (newly && it === 'first-days'),
        )
        if (!fits) wrong.push(`${id} is for others`)
      }
    }
    expect(wrong).toEqual([])
  })
})

it.each(Object.keys(paths))('short sessions visit every theme, mood %s', path => {
  const visits = new Map<string, number>()
  for (const { prompts } of sessions({ days: 365, path, length: 'short', swaps: true })) {
    for (const { theme } of prompts) visits.set(theme, (visits.get(theme) ?? 0) + 1)
  }
  for (const theme of themeIds) expect.soft(visits.get(theme)).toBeGreaterThan(40)
})
