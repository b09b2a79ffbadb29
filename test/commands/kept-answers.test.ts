import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

const commands = [
  'status',
  'calendar',
  'review month',
  'review all --then-and-now',
  'review all --markdown',
  'review day 2026-11-20',
  'insights',
]

/** A journal with pages that are for nobody, of somebody who is not to come up, and one like any other. */
async function aPersonWithPages(settings: readonly string[] = []) {
  const person = aPerson()
  await person.run('people', 'add', 'Robin', '--status', 'unsafe')
  await person.run('people', 'add', 'Wren', '--status', 'died')
  const write = (...words: string[]) => person.run('jot', '--at', '2026-11-20', ...words)
  await write('--private', '--tag', 'plover', '--person', 'Linnet', 'A curlew for nobody.')
  await write('A magpie saw @Robin by the lake.')
  await write('A heron stood there for @Wren in the rain.')
  await write('--star', 'A swift was over the house.')
  await person.run('config', 'mute', 'tag', 'rook')
  await write('--tag', 'rook', 'A dunnock under the hedge.')
  for (const setting of settings) await person.run('config', 'set', ...setting.split(' '))
  for (const command of commands) await person.run(...command.split(' '))
  const cache = join(person.data, 'g1', 'cache')
  const answers = readdirSync(cache).filter(name => name.startsWith('answer-'))
  return {
    person,
    answers,
    held: answers.map(name => String(readFileSync(join(cache, name)))).join(),
  }
}

describe('an answer that is kept', () => {
  test('holds no word of a page that is private, muted, or about somebody who must not come up', async () => {
    const { held, answers } = await aPersonWithPages()
    expect(answers).toHaveLength(commands.length)
    expect(held).toContain('A swift was over the house.')
    for (const word of [
      'curlew',
      'plover',
      'Linnet',
      'magpie',
      'Robin',
      'heron',
      'dunnock',
      'rook',
    ])
      expect([word, held.includes(word)]).toEqual([word, false])
  })

  test('quotes nobody who does not want their words to be counted', async () => {
    const { held, answers } = await aPersonWithPages(['words off'])
    expect(answers.length).toBeGreaterThan(0)
    expect(held).not.toMatch(/swift|house/)
  })

  test('is not given to another question: other settings, another day', async () => {
    const { person } = await aPersonWithPages()
    const week = async () => JSON.parse((await person.run('review', 'week', '--json')).out).period
    expect((await week()).from).toBe('2026-11-16')
    await person.run('config', 'set', 'week-starts-on', 'sunday')
    expect((await week()).from).toBe('2026-11-22')
    const later = person.with({ now: '2026-12-24T21:30:00+00:00' })
    for (const [who, present] of [
      [person, 1],
      [later, 0],
      [person, 1],
    ] as const)
      expect(JSON.parse((await who.run('status', '--json')).out).present.days).toBe(present)
  })
})
