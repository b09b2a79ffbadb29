import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import type { Entry, Scale } from '../../src/journal/entry.ts'
import { planWalk } from '../../src/session/plan.ts'
import { chance } from '../../src/session/rules.ts'
import type { Length, Settings } from '../../src/settings/settings.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import type { Prompt } from '../../src/themes/prompt.ts'
import { promptById } from '../helpers/prompts.ts'
import { answered, arrived, known, left } from './builders.ts'

/** Sessions day after day, as somebody might have them: what each of them asked. */

export const first = asDay('2026-01-01')

/** How a mood may go, by the number of the day. */
export const paths: Readonly<Record<string, (day: number) => Scale | undefined>> = {
  'always low': day => (day % 2 === 0 ? 1 : 2),
  'always good': day => (day % 2 === 0 ? 4 : 5),
  mixed: day => (1 + Math.floor(chance('mixed', `${day}`) * 5)) as Scale,
  'never given': () => undefined,
}

export interface Sat {
  readonly day: Day
  readonly mood: Scale | undefined
  /** What was shown, in the order of the walk. */
  readonly prompts: readonly Prompt[]
}

export interface Habit {
  readonly days: number
  /** One of `paths`. */
  readonly path: string
  readonly length?: Length
  readonly settings?: Partial<Settings>
  readonly seed?: string
  /** Every how many days there is a session; every day unless said otherwise. */
  readonly every?: number
  /** Every third session swaps the first prompt of each theme. */
  readonly swaps?: boolean
}

export function sessions(habit: Habit): Sat[] {
  const { days, path, length = 'steady', every = 1, swaps = false, seed = 'a seed' } = habit
  const settings = { ...defaultSettings, ...habit.settings }
  const entries: Entry[] = []
  const sat: Sat[] = []
  for (let number = 0; number < days; number += every) {
    const day = addDays(first, number)
    const mood = paths[path]?.(number)
    const rated = mood !== undefined && { mood }
    const from = addDays(day, -182)
    const recent = entries.filter(entry => entry.day >= from)
    const walk = planWalk(known({ day, seed, settings, entries: recent }), { length, ...rated })
    const shown = swaps && number % 3 === 2 ? 2 : 1
    entries.push(arrived(day, { ...rated, feelings: ['lonely'] }))
    const passed: string[] = []
    const ids: string[] = []
    for (const theme of walk.themes) {
      const asked = theme.prompts.slice(0, shown).map(prompt => prompt.id)
      ids.push(...asked)
      passed.push(...asked.slice(0, -1))
      entries.push(answered(day, asked.at(-1) ?? '', { theme: theme.id }))
    }
    entries.push(left(day, {}, { passed }))
    sat.push({ day, mood, prompts: ids.flatMap(id => promptById(id) ?? []) })
  }
  return sat
}
