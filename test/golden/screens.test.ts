// What people see, whole, as text that is reviewed as a diff. `npm run golden` writes it anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import { storyOf } from '../../src/demo/story.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import { openJournal } from '../../src/store/open.ts'
import { asked } from '../e2e/sitting.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { openPty } from '../helpers/pty.ts'

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

type Steps = readonly (readonly [question: string, keys: string])[]

/** A session at a real terminal, on that evening. What stands there when it is over. */
async function sessionOf(
  home: string,
  { columns, flags }: { columns: number; flags: readonly string[] },
  steps: Steps,
  only: readonly string[] = ['--theme', 'compassion'],
): Promise<string> {
  const program = join(import.meta.dirname, 'program.cjs')
  const pty = openPty(process.execPath, [program, 'today', ...only, ...flags], {
    cols: columns,
    rows: 200,
    env: { HEARTEN_HOME: home, NO_COLOR: '1', FORCE_COLOR: undefined, TZ: 'UTC', ACCESSIBLE: '' },
  })
  for (const [question, keys] of steps) {
    if (flags.includes('--plain')) {
      const words = question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
      await pty.waitFor(new RegExp(`${words}\\s*$`), 30_000)
    } else await asked(pty, question)
    pty.type(keys)
  }
  expect(await pty.exit).toMatchObject({ code: 0 })
  return `${pty.history().join('\n').replaceAll(home, '~/journal').trimEnd()}\n`
}

const enter = '\r'
/** Through one theme at this mood. */
const sitting = (mood: string, ...last: Steps): Steps => [
  ['How are you', `${mood}\r`],
  ['your energy', enter],
  ['write, or only pick', enter],
  ['Is there a word', 'lonely\r'],
  ['Ctrl-D done', 'It was a long day.\x04'],
  ['How strong', '3\r'],
  ['Did anyone', enter],
  ['on leaving', `${mood}\r`],
  ['which nobody keeps', enter],
  ['back into the room', enter],
  ...last,
  ['are you in Portugal', enter],
]
const keeps = 'Enter keeps it, or answer again.'
const five = 'A number from 1 to 5, or the word, Enter skips.'
const aloud: Steps = [
  [`5. very good ${five}`, '2\r'],
  [`low. ${keeps}`, enter],
  [`5. plenty ${five}`, enter],
  ['Enter for write.', enter],
  [`write. ${keeps}`, enter],
  ['? shows some Enter skips.', enter],
  ['what else there is.', 'It was a long day.\r.\r'],
  [`filling everything. ${five}`, enter],
  ['a name, or Enter Enter skips.', enter],
  [`5. very good ${five}`, enter],
  ['A number from 1 to 6, or the word, Enter skips.', enter],
  ['A number from 1 to 2, or the word, Enter skips.', enter],
]

it('a first session read aloud is as it was', { timeout: 90_000 }, async () => {
  const screen = await sessionOf(aPerson().home, { columns: 80, flags: ['--plain'] }, aloud)
  await expect(screen).toMatchFileSnapshot('screens/sessions/first.plain.txt')
})

describe.each(forms.filter(([form]) => form === '80' || form === '40'))(
  'a session, %s',
  (form, size) => {
    it('the first one is as it was', { timeout: 90_000 }, async () => {
      const steps = sitting('2', ['brought you here', enter])
      const screen = await sessionOf(aPerson().home, size, steps)
      await expect(screen).toMatchFileSnapshot(`screens/sessions/first.${form}.txt`)
    })

    it('one of a very low day is as it was', { timeout: 90_000 }, async () => {
      const { home } = await withAStory()
      const screen = await sessionOf(home, size, sitting('1'))
      await expect(screen).toMatchFileSnapshot(`screens/sessions/very-low.${form}.txt`)
    })
  },
)

const wholeSize = { columns: 80, flags: ['--no-color'] }
const field = 'Ctrl-D done'

it('a whole session at mood 1 is as it was', { timeout: 90_000 }, async () => {
  const { home } = await withAStory()
  const screen = await sessionOf(
    home,
    wholeSize,
    [
      ['How are you', '1\r'],
      ['How long', enter],
      ['your energy', '1\r'],
      ['write, or only pick', enter],
      ['Is there a word', 'hollow, worn out\r'],
      [field, 'Nothing tastes of anything. Marek rang and I let it ring.\x04'],
      ['How strong', '5\r'],
      ['Did anyone', 'nobody\r'],
      ['on leaving', '2\r'],
      ['which nobody keeps', 'p'],
      [field, 'I am so tired of being brave.\x04'],
      ['back into the room', '2\r'],
    ],
    [],
  )
  await expect(screen).toMatchFileSnapshot('screens/sessions/whole-very-low.80.txt')
})

it('a whole session in the third week of a season is as it was', { timeout: 90_000 }, async () => {
  const person = aPerson()
  await person.run('config', 'set', 'season', 'break-up')
  await person.run('config', 'set', 'season-start', '2026-11-01')
  const screen = await sessionOf(
    person.home,
    wholeSize,
    [
      ['How are you', '3\r'],
    ],
    [],
  )
  await expect(screen).toMatchFileSnapshot('screens/sessions/whole-third-week.80.txt')
})

it('a whole session on a good day is as it was', { timeout: 90_000 }, async () => {
  const { home } = await withAStory()
  const screen = await sessionOf(
    home,
    wholeSize,
    [
      ['How are you', '5\r'],
    ],
    [],
  )
  await expect(screen).toMatchFileSnapshot('screens/sessions/whole-very-good.80.txt')
})

it('a whole session of keys alone is as it was', { timeout: 90_000 }, async () => {
  const { home } = await withAStory()
  const screen = await sessionOf(
    home,
    wholeSize,
    [
      ['How are you', '3\r'],
    ],
    ['--keys'],
  )
  await expect(screen).toMatchFileSnapshot('screens/sessions/whole-keys.80.txt')
})
