import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay, daysBetween } from '../../src/journal/day.ts'
import type { Entry, Scale } from '../../src/journal/entry.ts'
import { planWalk } from '../../src/session/plan.ts'
import { chance } from '../../src/session/rules.ts'
import type { Length } from '../../src/settings/settings.ts'
import { defaultSettings, seasons } from '../../src/settings/settings.ts'
import { promptById } from '../../src/themes/prompts.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { answered, arrived, known, left } from './builders.ts'

const first = asDay('2026-01-01')

const paths: Record<string, (day: number) => Scale | undefined> = {
  'always low': day => (day % 2 === 0 ? 1 : 2),
  'always good': day => (day % 2 === 0 ? 4 : 5),
  mixed: day => (1 + Math.floor(chance('mixed', `${day}`) * 5)) as Scale,
  'never given': () => undefined,
}

interface Shown {
  readonly day: Day
  readonly mood: Scale | undefined
  readonly prompt: string
}

/** A year of daily sessions. Every third day the first prompt of each theme is swapped. */
function year(season: (typeof seasons)[number], path: string, length: Length): Shown[] {
  const settings = { ...defaultSettings, season, seasonStart: season === 'none' ? '' : first }
  const entries: Entry[] = []
  const shown: Shown[] = []
  for (let number = 0; number < 365; number++) {
    const day = addDays(first, number)
    const mood = paths[path]?.(number)
    const rated = mood !== undefined && { mood }
    const from = addDays(day, -182)
    const recent = entries.filter(entry => entry.day >= from)
    const walk = planWalk(known({ day, settings, entries: recent }), { length, ...rated })
    const swaps = number % 3 === 2 ? 1 : 0
    entries.push(arrived(day, { ...rated, feelings: ['lonely'] }))
    const passed: string[] = []
    for (const theme of walk.themes) {
      const asked = theme.prompts.slice(0, swaps + 1).map(prompt => prompt.id)
      shown.push(...asked.map(prompt => ({ day, mood, prompt })))
      passed.push(...asked.slice(0, -1))
      entries.push(answered(day, asked.at(-1) ?? '', { theme: theme.id }))
    }
    entries.push(left(day, {}, { passed }))
  }
  return shown
}

const cases = seasons.flatMap(season => Object.keys(paths).map(path => [season, path] as const))

describe.each(cases)('a year of season %s, mood %s', (season, path) => {
  let shown: Shown[]
  beforeAll(() => {
    shown = year(season, path, 'steady')
  }, 60_000)

  it('asks one prompt of each theme a day', () => {
    expect(shown.length).toBe(5 * (365 + 121))
  })

  it('brings no prompt back within 21 days', () => {
    const last = new Map<string, Day>()
    for (const { day, prompt } of shown) {
      const before = last.get(prompt)
      if (before !== undefined) expect.soft(daysBetween(before, day)).toBeGreaterThan(21)
      last.set(prompt, day)
    }
  })

  it('keeps low days and early weeks gentle, and fits the season', () => {
    for (const { day, mood, prompt: id } of shown) {
      const prompt = promptById(id)
      const silver = prompt?.angles?.includes('silver-lining')
      if ((mood ?? 1) <= 2) expect.soft(prompt?.depth).not.toBe('deep')
      if (mood !== undefined && mood <= 2) expect.soft(silver).toBeFalsy()
      if (season !== 'none' && daysBetween(first, day) < 42) expect.soft(silver).toBeFalsy()
      expect.soft(prompt?.situations.some(it => it === 'general' || it === season)).toBe(true)
    }
  })
})

it.each(Object.keys(paths))('short sessions visit every theme, mood %s', path => {
  const visits = new Map<string, number>()
  for (const { prompt } of year('none', path, 'short')) {
    const theme = promptById(prompt)?.theme ?? ''
    visits.set(theme, (visits.get(theme) ?? 0) + 1)
  }
  for (const theme of themeIds) expect.soft(visits.get(theme)).toBeGreaterThan(40)
})
