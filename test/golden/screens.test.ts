// What people see, whole, as text that is reviewed as a diff. `npm run golden` writes it anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import { storyOf } from '../../src/demo/story.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import { openJournal } from '../../src/store/open.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'

const today = asDay('2026-11-22')
const forms = [
  ['80', { columns: 80, flags: ['--no-color'] }],
  ['40', { columns: 40, flags: ['--no-color'] }],
  ['colour', { columns: 80, flags: [] }],
  ['plain', { columns: 80, flags: ['--plain'] }],
] as const

/** Somebody with three months of a made-up journal behind them. */
async function withAStory(): Promise<Person> {
  const person = aPerson()
  const { data, world } = person
  let made = 0
  const newId = () => `01golden${String(++made).padStart(12, '0')}`
  const { host, now } = world
  const journal = await openJournal({ folder: data, host, now, newId, onNotice() {} })
  const from = addDays(today, -91)
  await journal.commit('demo', storyOf({ seed: 'demo', from, days: 91, zone: 'Europe/Lisbon' }))
  await person.run('config', 'set', 'season', 'break-up')
  await person.run('config', 'set', 'season-start', addDays(from, -9))
  return person
}

const told = (person: Person, text: string): string =>
  text
    .replaceAll(person.home, '~/journal')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')

const commands = groups.flatMap(([, entries]) =>
  entries.flatMap(({ use, actions = [] }) => {
    const [name = ''] = use.split(' ')
    return [[name], ...actions.map(action => [name, action.use.split(' ')[0] ?? ''])]
  }),
)

describe('help', () => {
  it.each([[], ...commands].flatMap(path => [80, 40].map(columns => [path.join(' '), columns])))(
    'of "%s" at %i columns',
    async (path, columns) => {
      const argv = String(path).split(' ').filter(Boolean)
      const person = aPerson({ terminal: true, columns: Number(columns) })
      const { out } = await person.run(...argv, '--help')
      const name = ['help', ...argv].join('-')
      await expect(told(person, out)).toMatchFileSnapshot(`screens/help/${name}.${columns}.txt`)
    },
  )
})

const pages: readonly (readonly string[])[] = [
  ['review', 'week'],
  ['review', 'month'],
  ['review', 'year'],
  ['people'],
  ['toolkit'],
  ['calendar'],
  ['calendar', '2026-11'],
  ['insights'],
  ['list', '--limit', '8'],
  ['show', 'yesterday'],
  ['promise'],
  ['status'],
  ['help-now', '--country', 'IE'],
  ['help-now'],
  ['prompts', '--theme', 'support', '--depth', 'gentle'],
  ['config', 'list'],
]

/** With its colours a screen is hard to review, so few are kept with them. */
const inColour = ['review-week', 'list-limit-8', 'calendar-2026-11']

describe.each(forms)('pages, %s', (form, { columns, flags }) => {
  it('are as they were', { timeout: 60_000 }, async () => {
    const story = await withAStory()
    const person = story.with({ terminal: true, columns })
    for (const argv of pages) {
      const name = argv.join('-').replaceAll('--', '')
      if (form === 'colour' && !inColour.includes(name)) continue
      const { out, err } = await person.run(...argv, ...flags, '--no-pager', '--no-input')
      await expect(told(person, `${out}${err}`)).toMatchFileSnapshot(
        `screens/pages/${name}.${form}.txt`,
      )
    }
  })
})

it('a report to print is as it was', { timeout: 60_000 }, async () => {
  const person = await withAStory()
  const file = join(person.home, 'report.html')
  await person.run('review', 'month', '--html', file)
  await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot('screens/report.html')
})
