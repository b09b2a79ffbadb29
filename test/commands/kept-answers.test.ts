import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
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
    // Each but `status` and what goes to a file, as its page too.
    expect(answers).toHaveLength(2 * commands.length - 2)
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

  test('quotes nobody any more who says so later, and no word of theirs is counted', async () => {
    const { person } = await aPersonWithPages()
    await person.run('search', 'swift')
    const cache = join(person.data, 'g1', 'cache')
    const ofWords = () =>
      readdirSync(cache).filter(
        name => /^(words|trigrams)/.test(name) || readFileSync(join(cache, name)).includes('swift'),
      )
    expect(ofWords().length).toBeGreaterThan(3)
    await person.run('config', 'set', 'words', 'no')
    expect(ofWords()).toEqual([])
    for (const command of [...commands, 'search swift']) await person.run(...command.split(' '))
    expect(readdirSync(cache)).toContain('glancenewest.json')
    expect(ofWords()).toEqual([])
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

  test('is of what a measure is, also where that changes while it is looked up', async () => {
    const { person } = await aPersonWithPages()
    const settings = join(person.data, 'g1', 'settings.json')
    await person.run('measure', 'add', 'craving')
    const before = readFileSync(settings)
    await person.run('measure', 'rename', 'craving', 'longing')
    const after = readFileSync(settings)
    const page = (who: typeof person) => who.run('insights', '--of', 'craving')
    for (let looks = 1; looks <= 4; looks++) {
      writeFileSync(settings, before)
      const late = person.with({})
      let left = looks
      const { now } = late.world
      Object.assign(late.world, {
        now() {
          if (--left === 0) writeFileSync(settings, after)
          return now()
        },
      })
      await page(late)
      if (left > 0) writeFileSync(settings, after)
      expect((await page(person)).out).toContain('longing')
    }
  })

  test('is drawn anew for other colours', async () => {
    const { person } = await aPersonWithPages()
    const shown = async (env: Record<string, string>) =>
      (await person.with({ terminal: true, env }).run('review', 'month', '--no-pager')).out
    const styles = [{ COLORTERM: 'truecolor' }, { NO_COLOR: '1' }, { TERM: 'xterm-256color' }]
    const pages = []
    for (const env of [...styles, ...styles]) pages.push(await shown(env))
    expect(pages[1]).not.toContain('\u001b[')
    expect(pages[0]).toContain('\u001b[')
    expect(pages.slice(3)).toEqual(pages.slice(0, 3))
  })

  test('is drawn anew for another width, and for a reader that wants it plain', async () => {
    const { person } = await aPersonWithPages()
    const [wide, narrow] = [person.with({ columns: 80 }), person.with({ columns: 40 })]
    const page = async (who: typeof person, ...more: string[]) =>
      (await who.run('review', 'month', ...more)).out
    const first = await page(narrow)
    expect(first.split('\n').some(line => line.length > 40)).toBe(false)
    expect(await page(wide)).not.toBe(first)
    expect(await page(wide, '--plain')).not.toBe(await page(wide))
    expect(await page(narrow)).toBe(first)
  })
})

describe('a page that was quoted', () => {
  const line = 'The kettle sang and I sat by the open window for an hour.'
  const quoted = async (person: ReturnType<typeof aPerson>) =>
    (await person.run('review', 'month')).out.replace(/\s+/g, ' ').includes(line.slice(0, 40))

  test('is not quoted any more once it calls for help, however it came to that', async () => {
    const person = aPerson()
    await person.run('jot', '--at', '2026-11-20', line)
    expect(await quoted(person)).toBe(true)
    const month = join(person.data, 'g1', 'months', '2026-11.json')
    const before = readFileSync(month, 'utf8')
    expect(before).toContain(line)
    // By hand, so that it is the same revision still.
    writeFileSync(month, before.replace(line, `${line} I want to kill myself.`))
    expect(await quoted(person)).toBe(false)
    writeFileSync(month, before)
    expect(await quoted(person)).toBe(true)
    const [id = ''] = /"id":"(\w+)"/.exec(before)?.slice(1) ?? []
    await person.run('edit', id, `${line} I want to kill myself.`)
    expect(await quoted(person)).toBe(false)
  })

  test('is noted without its words, and the one that calls for help is not', async () => {
    const person = aPerson()
    await person.run('jot', '--at', '2026-11-20', line)
    await person.run('review', 'month')
    const notes = () => readFileSync(join(person.data, 'g1', 'cache', 'notes.json'), 'utf8')
    const first = notes()
    await person.run('jot', '--at', '2026-11-21', 'I want to kill myself.')
    await person.run('review', 'month')
    expect(notes()).toBe(first)
    expect(first).not.toMatch(/kettle|window/)
  })
})
