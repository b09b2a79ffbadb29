// What people see, whole, as text that is reviewed as a diff. `npm run golden` writes it anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import { addDays } from '../../src/journal/day.ts'
import type { Outcome, Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'
import type { Steps } from './at-terminal.ts'
import { forms, sessionOf, today, told, withAStory, withEveningsAlone } from './at-terminal.ts'

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
  ['review', 'day', '2026-11-21'],
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
  it('are as they were', async () => {
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

it.each(['Europe/Dublin', 'America/Toronto', 'Asia/Manila', 'Africa/Nairobi', 'Europe/Zurich'])(
  'people to call, on a machine that nobody set up, in the zone %s',
  async zone => {
    const person = aPerson({ terminal: true, columns: 80, zone })
    const { out } = await person.run('help-now', '--no-color', '--no-input')
    const name = zone.replace('/', '-').toLowerCase()
    await expect(told(person, out)).toMatchFileSnapshot(`screens/pages/help-now-${name}.80.txt`)
  },
)

it.each(forms.filter(([form]) => form !== 'colour'))(
  'an old answer beside a new one, and what is brought, %s',
  async (form, { columns, flags }) => {
    const story = await withAStory()
    const sits = { terminal: true, columns }
    const [, , answer] = await entriesOf(story, '--kind', 'reflection', '--theme', 'growth')
    const screens: Record<string, () => Promise<Outcome>> = {
      again: () =>
        story
          .with(sits)
          .run(
            ...['again', answer?.id ?? '', '--still-true', '2', ...flags],
            ...['--answer', 'Tomatoes want a roof, and I want a bench beside them.'],
          ),
    }
    await story.run('star', answer?.id ?? '', '--bring')
    for (const whom of ['group', 'therapist'])
      screens[`page-${whom}`] = () =>
        story
          .with({ ...sits, dialogue: scriptedDialogue([['Write it to a file', skip]]) })
          .run('page', whom, '--redact', '--no-pager', ...flags)
    for (const [name, run] of Object.entries(screens)) {
      const { out, err } = await run()
      await expect(told(story, `${out}${err}`)).toMatchFileSnapshot(
        `screens/pages/${name}.${form}.txt`,
      )
    }
  },
)

it('a page for a therapist is as it was', async () => {
  const person = await withAStory()
  const file = join(person.home, 'page.html')
  await person.run('page', 'therapist', '--output', file, '--yes')
  await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot('screens/page-therapist.html')
})

it('a report to print is as it was', async () => {
  const person = await withAStory()
  const file = join(person.home, 'report.html')
  await person.run('review', 'month', '--html', file)
  await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot('screens/report.html')
})

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
  ['? shows some', enter],
  ['what else there is.', 'It was a long day.\r.\r'],
  [`filling everything. ${five}`, enter],
  ['a name, or Enter', enter],
  [`5. very good ${five}`, enter],
  ['A number from 1 to 6, or the word, Enter skips.', enter],
  ['A number from 1 to 2, or the word, Enter skips.', enter],
]

it('a first session read aloud is as it was', async () => {
  const screen = await sessionOf(aPerson().home, { columns: 80, flags: ['--plain'] }, aloud)
  await expect(screen).toMatchFileSnapshot('screens/sessions/first.plain.txt')
})

describe.each(forms.filter(([form]) => form === '80' || form === '40'))(
  'a session, %s',
  (form, size) => {
    it('the first one is as it was', async () => {
      const steps = sitting('2', ['brought you here', enter])
      const screen = await sessionOf(aPerson().home, size, steps)
      await expect(screen).toMatchFileSnapshot(`screens/sessions/first.${form}.txt`)
    })

    it('one of a very low day is as it was', async () => {
      const { home } = await withEveningsAlone()
      const screen = await sessionOf(home, size, sitting('1'))
      await expect(screen).toMatchFileSnapshot(`screens/sessions/very-low.${form}.txt`)
    })
  },
)

const field = 'Ctrl-D done'
const veryLowWhole: Steps = [
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
  ['under your feet', enter],
  ['Press down', enter],
  ['Look slowly', enter],
  ['Say to yourself', enter],
  ['are you in Portugal', enter],
]
const thirdWeek: Steps = [
  ['How are you', '3\r'],
  ['your energy', '2\r'],
  ['write, or only pick', enter],
  ['Enter when done', ' \r'],
  ['How long', '2\r'],
  [field, 'The flat is too quiet in the evening.\x04'],
  ['How strong', '4\r'],
  ['Did anyone', 'Ines\r'],
  [field, 'A woman at work said her first month was the same.\x04'],
  ['Where did it come from', '1\r'],
  ['less alone', '3\r'],
  [field, '\x04'],
  [field, 'I want to cook again.\x04'],
  ['small step', 'Buy onions\r'],
  ['Which day would be', 'tomorrow\r'],
  ['Who could know', 'Ines\r'],
  [field, 'I go quiet before I need something.\x04'],
  ['worth keeping', '\t\r'],
  ['Where did it come from', '4\r'],
  ['on leaving', '3\r'],
  ['nobody keeps', enter],
  ['back into', enter],
  ['Ines came up', '2\r'],
  ['Ctrl-U clears it', enter],
  ['are you in Portugal', enter],
]
const veryGood: Steps = [
  ['How are you', '5\r'],
  ['your energy', '4\r'],
  ['Enter when done', ' \r'],
  [field, 'I rang my sister and we laughed until the soup went cold.\x04'],
  ['How strong', '2\r'],
  ['Did anyone', 'my sister\r'],
  [field, '\x04'],
  [field, 'Two people came up to me after the group.\x04'],
  ['Who is this about', enter],
  ['What kind of support', '3\r'],
  [field, 'Sundays are mine again.\x04'],
  ['small step', 'Swim on Thursday\r'],
  ['Which day would be', 'thursday\r'],
  ['Who could know', 'my sister\r'],
  [field, 'I laugh more when I ring first.\x04'],
  ['worth keeping', '\t\r'],
  ['Where did it come from', enter],
  ['on leaving', '5\r'],
  ['Ines came up', enter],
  ['are you in Portugal', enter],
]
const onlyKeys: Steps = [
  ['How are you', '3\r'],
  ['your energy', '3\r'],
  ['nearest', '1\r'],
  ['which words', ' \x1b[B \r'],
  ['How strong', '2\r'],
  ['feel understood', '3\r'],
  ['Who understood', enter],
  ['hope', '3\r'],
  ['own with anyone', 'y'],
  ['comes to mind', ' \r'],
  ['do you good', '1\r'],
  ['cared for do you', '3\r'],
  ['small step', '2\r'],
  ['Which day', enter],
  ['Who could know', enter],
  ['did you try', '1\r'],
  ['use it again', 'y'],
  ['on leaving', '3\r'],
  ['Marek came up', enter],
  ['are you in Portugal', enter],
]
const wholeAloud: Steps = [
  ['5. very good A number from 1 to 5, or the word, Enter skips.', '2\r'],
  ['low. Enter keeps it, or answer again.', enter],
  ['Enter for a few minutes.', enter],
  ['a few minutes. Enter keeps it, or answer again.', enter],
  ['5. plenty A number from 1 to 5, or the word, Enter skips.', enter],
  ['Enter for write.', enter],
  ['write. Enter keeps it, or answer again.', enter],
  ['? shows some', 'lonely\r'],
  ['lonely. Enter keeps it, or answer again.', enter],
  ['what else there is.', 'The house is loud with nobody in it.\r.\r'],
  ['filling everything. A number from 1 to 5, or the word, Enter skips.', '4\r'],
  ['4. Enter keeps it, or answer again.', enter],
  ['Jonas.', enter],
  ['5. very good A number from 1 to 5, or the word, Enter skips.', '3\r'],
  ['in between. Enter keeps it, or answer again.', enter],
  ['Type 1, or the word, Enter skips.', '1\r'],
  ['a page to let go. Enter keeps it, or answer again.', enter],
  ['what else there is.', 'I miss her voice in the hall.\r.\r'],
  ['one kind thing A number from 1 to 4, or the word, Enter skips.', '2\r'],
  ['feet and room. Enter keeps it, or answer again.', enter],
  ['or your legs. Enter goes on', enter],
  ['presses back. Enter goes on', enter],
  ['the window. Enter goes on', enter],
  ['day it is. Enter goes on', enter],
  ['A number from 1 to 2, or the word, Enter skips.', enter],
]

/** Somebody new, three weeks into a season. */
async function inTheThirdWeek(): Promise<Person> {
  const person = aPerson()
  await person.run('config', 'set', 'season', 'break-up')
  await person.run('config', 'set', 'season-start', addDays(today, -21))
  return person
}

// From the welcome to the door, the five kinds of evening there are.
describe('a whole session', () => {
  const wide = { columns: 80, flags: ['--no-color'] }
  const narrow = { columns: 40, flags: ['--no-color'] }
  it.each([
    ['mood-1.80', withEveningsAlone, wide, veryLowWhole, []],
    ['mood-1.40', withEveningsAlone, narrow, veryLowWhole, []],
    ['mood-3-third-week.80', inTheThirdWeek, wide, thirdWeek, []],
    ['mood-5.80', withEveningsAlone, wide, veryGood, []],
    ['only-keys.80', withEveningsAlone, wide, onlyKeys, ['--keys']],
    ['read-aloud.plain', withEveningsAlone, { columns: 80, flags: ['--plain'] }, wholeAloud, []],
  ] as const)('%s is as it was', async (name, who, size, steps, only) => {
    const { home } = await who()
    const screen = await sessionOf(home, size, steps, ['today', ...only])
    await expect(screen).toMatchFileSnapshot(`screens/sessions/whole-${name}.txt`)
  })
})
