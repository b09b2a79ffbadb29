import { daysBetween } from '../src/journal/day.ts'
import { isForSome } from '../src/session/rules.ts'
import type { Angle, Prompt } from '../src/themes/prompt.ts'
import { depths, seasonKinds, topics } from '../src/themes/prompt.ts'
import { prompts } from '../src/themes/prompts.ts'
import { themeIds } from '../src/themes/theme.ts'
import type { Sat } from '../test/session/sessions.ts'
import { first, sessions } from '../test/session/sessions.ts'
import { asksTwice, gradeOf, isFronted } from '../test/themes/reading.ts'

/** How many prompts there are of which kind, and what a month of sessions asks, as Markdown tables. */
export function promptTables(): string {
  return [
    'Prompts by theme and depth; `person`: they lead to another person or a group.',
    table(
      ['theme', ...depths, 'all', 'person', 'for everyone', 'of these, person'],
      [...themeIds, 'all'].map(theme => {
        const here = prompts.filter(it => theme === 'all' || it.theme === theme)
        const everyone = here.filter(it => !isForSome(it))
        return [
          theme,
          ...depths.map(depth => count(here, it => it.depth === depth)),
          here.length,
          shareOf(here),
          everyone.length,
          shareOf(everyone),
        ]
      }),
    ),
    'How they read: Flesch-Kincaid grade on average, and of the hardest; how many begin with their preposition ("To what would you say no?"), and how many ask two things at once.',
    table(
      [
        'theme',
        'question',
        'hardest',
        'second question',
        'why',
        'preposition first',
        'two at once',
      ],
      [...themeIds, 'all'].map(theme => {
        const here = prompts.filter(it => theme === 'all' || it.theme === theme)
        const asked = here.flatMap(({ text, deeper }) => [text, deeper])
        const grades = (of: 'text' | 'deeper' | 'why') => here.map(it => gradeOf(it[of]))
        return [
          theme,
          average(grades('text')),
          Math.max(...grades('text')).toFixed(1),
          average(grades('deeper')),
          average(grades('why')),
          asked.filter(isFronted).length,
          asked.filter(asksTwice).length,
        ]
      }),
    ),
    'Prompts for some, by what they are for.',
    table(
      ['for', ...depths, 'all', 'person'],
      [...seasonKinds, ...topics, 'hard-date' as const].map(situation => {
        const here = prompts.filter(it => it.situations.includes(situation))
        return [
          `\`${situation}\``,
          ...depths.map(depth => count(here, it => it.depth === depth)),
          here.length,
          count(here, leadsToPerson),
        ]
      }),
    ),
    'Four weeks of daily sessions of five themes, the season beginning on the first day.',
    table(
      ['season', 'mood', 'of the season, per session', 'most', 'per week', 'person, per session'],
      months((sat, season, mood) => [
        season,
        mood,
        mean(sat, ofSeason),
        Math.max(...sat.map(ofSeason)),
        [0, 7, 14, 21].map(week => sum(sat.slice(week, week + 7), ofSeason)).join(', '),
        mean(sat, it => count(it.prompts, leadsToPerson)),
      ]),
    ),
    'Silver linings, in twelve weeks of such sessions.',
    table(
      ['season', 'mood', 'in the first six weeks', 'in the next six'],
      months(
        (sat, season, mood) => [
          season,
          mood,
          sum(
            sat.filter(({ day }) => daysBetween(first, day) < 42),
            silver,
          ),
          sum(
            sat.filter(({ day }) => daysBetween(first, day) >= 42),
            silver,
          ),
        ],
        84,
      ),
    ),
  ].join('\n\n')
}

type Cell = string | number

function months(row: (sat: Sat[], season: string, mood: string) => Cell[], days = 28): Cell[][] {
  return [...seasonKinds, 'none' as const].flatMap(season =>
    ['always low', 'mixed', 'always good'].map(path => {
      const settings = { season, seasonStart: season === 'none' ? '' : first }
      return row(sessions({ days, path, settings }), season, path)
    }),
  )
}

const has = (angle: Angle) => (prompt: Prompt) => prompt.angles?.includes(angle) ?? false
const leadsToPerson = has('connection')
const ofSeason = ({ prompts }: Sat): number => count(prompts, isForSome)
const silver = ({ prompts }: Sat): number => count(prompts, has('silver-lining'))

const count = (of: readonly Prompt[], what: (prompt: Prompt) => boolean): number =>
  of.filter(what).length
const sum = (sat: readonly Sat[], what: (it: Sat) => number): number =>
  sat.reduce((total, it) => total + what(it), 0)
const average = (of: readonly number[]): string =>
  (of.reduce((total, one) => total + one, 0) / of.length).toFixed(1)
const mean = (sat: readonly Sat[], what: (it: Sat) => number): string =>
  (sum(sat, what) / sat.length).toFixed(1)
const shareOf = (of: readonly Prompt[]): string => {
  const leading = count(of, leadsToPerson)
  return `${leading} (${Math.round((100 * leading) / of.length)} %)`
}

const table = (head: readonly Cell[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
