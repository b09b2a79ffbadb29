// What a season asks for, as people see it: a course, the plan, an urge, a slip, a measure.
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/journal/day.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Steps } from './at-terminal.ts'
import { forms, sessionOf, today, told, withAStory } from './at-terminal.ts'

const field = 'Ctrl-D done'
const enter = '\r'

async function whoDid(...lines: readonly (readonly string[])[]): Promise<Person> {
  const person = aPerson()
  for (const line of lines) expect(await person.run(...line)).toMatchObject({ code: 0 })
  return person
}

const courseSession: Steps = [
  ['How are you', '4\r'],
  ['your energy', '3\r'],
  ['Which words', enter],
  ['at your pace', enter],
  [field, 'Ines, and maybe Marek.\x04'],
  ['Who is this about', enter],
  ['What kind of support', enter],
  [field, 'Dana asks how I sleep.\x04'],
  ['Where did it come from', '1\r'],
  ['less alone', '3\r'],
  ['Who is close', 'Ines, Marek\r'],
  ['further away', 'Dana\r'],
  ['gone from', 'Robin\r'],
  ['not safe', enter],
  ['listens', ' \r'],
  ['with hands', enter],
  ['on leaving', '4\r'],
  ['brought you here', enter],
  ['are you in Portugal', enter],
]
const keeps = 'Enter keeps it, or answer again.'
const five = 'A number from 1 to 5, or the word, Enter skips.'
const more = 'what else there is.'
const courseAloud: Steps = [
  [`very good ${five}`, '4\r'],
  [`good. ${keeps}`, enter],
  [`plenty ${five}`, '3\r'],
  [`some. ${keeps}`, enter],
  ['with commas between. Enter skips.', enter],
  ['Enter goes on', enter],
  [more, 'Ines, and maybe Marek.\r.\r'],
  ['a name, or Enter', enter],
  ['or the word, Enter skips.', enter],
  [more, 'Dana asks how I sleep.\r.\r'],
  ['or the word, Enter skips.', '1\r'],
  [keeps, enter],
  [five, '3\r'],
  [keeps, enter],
  ['names, or Enter', 'Ines, Marek\r'],
  [keeps, enter],
  ['names, or Enter', 'Dana\r'],
  [keeps, enter],
  ['names, or Enter', 'Robin\r'],
  [keeps, enter],
  ['names, or Enter', enter],
  ['with commas between. Enter skips.', '1\r'],
  [keeps, enter],
  ['with commas between. Enter skips.', enter],
  [five, '4\r'],
  [keeps, enter],
  ['or the word, Enter skips.', enter],
  ['or the word, Enter skips.', enter],
]

const urge: Steps = [
  ['What is it for', '3\r'],
  ['How strong is it', '7\r'],
  ['just before', 'Rain, and an empty evening\r'],
  ['Ten minutes together', 'w\r'],
  ['both feet', enter],
  ['three things', enter],
  ['A wave like this', enter],
  ['Move your body', enter],
  ['goes nowhere', 'w\r'],
  [field, 'Do you still have the map?\x04'],
  ['Keep the page', '2\r'],
  ['Drink some water', enter],
  ['Look round', enter],
  ['How strong is it now', '3\r'],
  ['What helped', 'the phone in the hall\r'],
]
const urgeAloud: Steps = [
  [five, '3\r'],
  [`somebody. ${keeps}`, enter],
  ['all of it, or Enter', '7\r'],
  [`7. ${keeps}`, enter],
  ['a few words, or Enter', 'Rain, and an empty evening\r'],
  [keeps, enter],
  ['Enter for wait together.', 'w\r'],
  [`wait together. ${keeps}`, enter],
  ['down a little. Enter goes on', enter],
  ['from here. Enter goes on', enter],
  ['to float. Enter goes on', enter],
  ['the tap. Enter goes on', enter],
  ['Type 1, or the word, Enter skips.', enter],
  ['cold or warm. Enter goes on', enter],
  ['you began? Enter goes on', enter],
  ['all of it, or Enter', '3\r'],
  [`3. ${keeps}`, enter],
  ['a few words, or Enter', 'the phone in the hall\r'],
  [keeps, enter],
]

const slip: Steps = [
  ['safe now', 'y\r'],
  [field, 'Payday, and nobody at home.\x04'],
  ['next small step', 'Call Ana\r'],
  ['Who could know', 'Ana\r'],
]
const slipAloud: Steps = [
  ['or the word, Enter skips.', 'yes\r'],
  [keeps, enter],
  [more, 'Payday, and nobody at home.\r.\r'],
  ['a few words, or Enter', 'Call Ana\r'],
  [keeps, enter],
  ['a few words, or Enter', 'Ana\r'],
  [keeps, enter],
]

/** Three evenings: two parts and enough; one left open, one written; the last ones. */
const sittings: readonly Steps[] = [
  [
    ['turning hard', 'I stop answering.\x04'],
    ['do alone', 'A cold shower\rThe long way home\x04'],
    ['for a while', '\x18'],
  ],
  [
    ['for a while', '\x04'],
    ['number beside', 'Ana: 0123 456\x04'],
    ['would you call', '\x18'],
  ],
  [
    ['for a while', 'The library, by the window\x04'],
    ['out of reach', '\x04'],
    ['stay for', 'My dog\x04'],
  ],
]
const sittingsAloud: readonly Steps[] = [
  [
    [more, 'I stop answering.\r.\r'],
    [more, 'A cold shower\rThe long way home\r.\r'],
    [more, '/enough\r'],
  ],
  [
    [more, '.\r'],
    [more, 'Ana: 0123 456\r.\r'],
    [more, '/enough\r'],
  ],
  [
    [more, 'The library, by the window\r.\r'],
    [more, '.\r'],
    [more, 'My dog\r.\r'],
  ],
]

describe.each(forms.filter(([form]) => form !== 'colour'))('a season, %s', (form, size) => {
  const isAloud = form === 'plain'
  const page = async (person: Person, ...argv: string[]) => {
    const sits = person.with({ terminal: true, columns: size.columns })
    const { out, err } = await sits.run(...argv, ...size.flags, '--no-pager', '--no-input')
    return told(person, `${out}${err}`)
  }
  const matches = (screen: string, name: string) =>
    expect(screen).toMatchFileSnapshot(`screens/season/${name}.${form}.txt`)

  it('one whole session of a course is as it was', async () => {
    const person = await whoDid(['jot', 'something'], ['course', 'begin', 'break-up'])
    const line = ['course', '--session', 'people-around-you']
    const steps = isAloud ? courseAloud : courseSession
    await matches(await sessionOf(person.home, size, steps, line), 'course-session')
    await matches(await page(person, 'course', 'show'), 'course-show')
    await matches(await page(person, 'course'), 'course')
  })

  it('the plan in three sittings is as it was', async () => {
    const person = await whoDid(['people', 'add', 'Ana'], ['toolkit', 'use', 'swimming'])
    const screens: string[] = []
    for (const [n, steps] of (isAloud ? sittingsAloud : sittings).entries())
      screens.push(await sessionOf(person.home, size, steps, ['plan', 'edit'], n * 100))
    await matches([...screens, await page(person, 'plan')].join('\n'), 'plan')
  })

  it('an urge that is waited out is as it was', async () => {
    const { home } = await withAStory()
    await matches(await sessionOf(home, size, isAloud ? urgeAloud : urge, ['urge']), 'urge')
  })

  it('a slip is as it was', async () => {
    const person = await whoDid(['since', 'add', 'last drink', '2026-04-22'])
    const screen = await sessionOf(person.home, size, isAloud ? slipAloud : slip, [
      ...['since', 'slip'],
    ])
    await matches([screen, await page(person, 'since')].join('\n'), 'slip')
  })

  it('a measure of six weeks and its review are as they were', async () => {
    const person = await whoDid(
      ['measure', 'add', 'craving'],
      ['measure', 'add', 'walked', '--unit', 'yes-no'],
    )
    for (let n = 0; n < 42; n += 1) {
      const values = [
        `craving=${9 - Math.floor(n / 7) + (n % 3)}`,
        `walked=${n % 4 ? 'no' : 'yes'}`,
      ]
      const flags = values.flatMap(it => ['--measure', it])
      await person.run('checkin', '--at', addDays(today, n - 41), ...flags)
    }
    const pages = [['measure'], ['review', 'all'], ['insights', '--of', 'craving']]
    const screens: string[] = []
    for (const line of pages) screens.push(await page(person, ...line))
    await matches(screens.join('\n'), 'measure')
  })
})
