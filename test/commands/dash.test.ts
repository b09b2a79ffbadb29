import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'

const words = 'what came through the pipe'

/** Every place where a person's words go, each with what must be there before, and what is piped into that. */
const places: [place: string, line: string[], before?: string[], piped?: string][] = [
  ['jot', ['jot', '-']],
  ['promise', ['promise', '-']],
  ['letter', ['letter', '-', '--to', 'mother']],
  ['edit', ['edit', 'ID', '-'], ['jot', 'before']],
  ['prompts add', ['prompts', 'add', '-', '--theme', 'growth']],
  ['promise shrink', ['promise', 'shrink', '1', '-'], ['promise', 'before']],
  ['--if <cue>', ['promise', 'walk', '--if', '-']],
  ['checkin --note <text>', ['checkin', '--mood', '3', '--note', '-']],
  ['people reached --note <text>', ['people', 'reached', 'sister', '--note', '-']],
  ['toolkit use --note <text>', ['toolkit', 'use', 'walk', '--note', '-']],
  ['meeting --stayed <text>', ['meeting', 'group', '--stayed', '-']],
  ['--helped <text>', ['promise', 'done', '1', '--helped', '-'], ['promise', 'before']],
  ['--obstacle <text>', ['promise', 'not-yet', '1', '--obstacle', '-'], ['promise', 'before']],
  ['edit --name <text>', ['edit', 'ID', '--name', '-'], ['meeting', 'group']],
  ['urge --for <text>', ['urge', '--strength', '5', '--for', '-']],
  ['urge --eased <text>', ['urge', '--strength', '5', '--eased', '-']],
  ['measure --low <text>', ['measure', 'add', 'craving', '--low', '-']],
  ['measure --high <text>', ['measure', 'add', 'craving', '--high', '-']],
  [
    'again --answer <text>',
    ['again', 'ID', '--answer', '-'],
    ['today', '--theme', 'growth'],
    'before',
  ],
  ['--deeper <text>', ['prompts', 'add', 'Why?', '--theme', 'growth', '--deeper', '-']],
]

describe('a dash takes the pipe', () => {
  it.each(places)('%s', async (_, line, before, piped) => {
    const person = aPerson()
    if (before) await person.with(piped === undefined ? {} : { input: piped }).run(...before)
    const [first] = await entriesOf(person)
    const argv = line.map(word => (word === 'ID' ? (first?.id ?? '') : word))
    const piping = person.with({ input: `${words}\r\n` })
    expect(await piping.run(...argv)).toMatchObject({ code: 0 })
    const { out } = await person.run('export', 'json')
    expect(out).toContain(`"${words}"`)
    expect(out).not.toContain('"-"')
  })

  it.each(places)(
    '%s: at a terminal it says that there is no pipe',
    async (_, line, before, piped) => {
      const person = aPerson()
      if (before) await person.with(piped === undefined ? {} : { input: piped }).run(...before)
      const [first] = await entriesOf(person)
      const argv = line.map(word => (word === 'ID' ? (first?.id ?? '') : word))
      const { code, err } = await person.with({ terminal: true }).run(...argv)
      expect(code).toBe(2)
      expect(err).toContain('there is none')
      expect((await person.run('export', 'json')).out).not.toContain('"-"')
    },
  )

  test('nothing that takes words is left out here', () => {
    const flags = groups.flatMap(([, entries]) =>
      entries.flatMap(entry =>
        [entry, ...(entry.actions ?? [])].flatMap(({ flags = [] }) => flags.map(([form]) => form)),
      ),
    )
    // Only a session makes what --insight belongs to.
    const forWords = flags.filter(form => /(?<!--insight )<(text|cue)>$/.test(form))
    expect(forWords.filter(form => !places.some(([place]) => place.endsWith(form)))).toEqual([])
    expect(forWords).toContain('--stayed <text>')
  })

  it('is refused twice', async () => {
    const { code, err } = await aPerson({ input: words }).run('promise', '-', '--if', '-')
    expect({ code, err }).toMatchObject({ code: 2, err: /Only one dash/ })
  })

  it('shows the words again when the command cannot be done', async () => {
    const { code, out } = await aPerson({ input: words }).run(
      'checkin',
      '--note',
      '-',
      '--mood',
      '9',
    )
    expect(code).toBe(2)
    expect(out).toContain(words)
  })
})

describe('words beside a pipe', () => {
  it.each([
    ['jot', 'given'],
    ['promise', 'given'],
    ['letter', 'given', '--to', 'mother'],
  ])('%s keeps them, leaves the pipe to whoever reads it, and says so', async (...line) => {
    const person = aPerson({ input: 'left for the loop' })
    const { code, err } = await person.run(...line)
    expect(code).toBe(0)
    expect(err).toContain('The pipe was left unread')
    expect(await entriesOf(person)).toMatchObject([{ text: 'given' }])
    const rest = await person.world.input.toArray()
    expect(rest.join('')).toBe('left for the loop')
  })

  it.each([
    ['checkin', '--mood', '3'],
    ['people', 'add', 'Bo'],
    ['people', 'reached', 'Bo'],
    ['toolkit', 'use', 'walk'],
    ['meeting', 'group'],
    ['promise', 'done', '1'],
    ['promise', 'shrink', '1', 'half'],
    ['prompts', 'add', 'Why?', '--theme', 'growth'],
  ])('%s %s says the same, and reads nothing', async (...line) => {
    const before = aPerson()
    await before.run('promise', 'a walk')
    const person = before.with({ input: 'left for the loop' })
    const { code, err } = await person.run(...line)
    expect([code, err.match(/pipe was left unread/g)]).toEqual([0, ['pipe was left unread']])
    expect((await person.world.input.toArray()).join('')).toBe('left for the loop')
  })

  it.each([
    [0, 'promise'],
    [2, 'checkin'],
    [2, 'meeting'],
    [2, 'people', 'reached'],
    [2, 'promise', 'shrink', '1'],
    [2, 'edit'],
  ])('exit %d: %s %s without words says how the pipe is taken', async (code, ...line) => {
    const before = aPerson()
    await before.run('promise', 'a walk')
    const person = before.with({ input: 'some words' })
    const done = await person.run(...(line as string[]))
    expect([done.code, done.err]).toEqual([
      code,
      expect.stringMatching(/pipe was left unread.* -`/),
    ])
    expect((await person.world.input.toArray()).join('')).toBe('some words')
  })

  it.each([['list'], ['review'], ['promise', '--json'], ['people'], ['status']])(
    '%s, which takes no words, says nothing of it',
    async (...line) => {
      const person = aPerson({ input: 'left for the loop' })
      expect((await person.run(...line)).err).not.toContain('pipe')
    },
  )

  it('are all there is where nothing is piped', async () => {
    expect((await aPerson().run('jot', 'given')).err).not.toContain('pipe')
  })
})

describe('--editor opens on the words that are there', () => {
  const editing = (input?: string) => {
    const person = aPerson({ ...(input !== undefined && { input }) })
    const editor = join(person.home, 'an editor')
    writeFileSync(editor, '#!/bin/sh\nread line < "$1"\necho "$line, and more" > "$1"\n')
    chmodSync(editor, 0o700)
    return person.with({
      env: { VISUAL: `'${editor}'`, XDG_RUNTIME_DIR: person.home },
      ...(input !== undefined && { input }),
    })
  }

  it('from the command line', async () => {
    const person = editing()
    expect(await person.run('jot', 'given', 'words', '--editor')).toMatchObject({ code: 0 })
    expect(await entriesOf(person)).toMatchObject([{ text: 'given words, and more' }])
  })

  it.each([[['jot', '--editor']], [['jot', '-', '--editor']]])('from the pipe: %j', async line => {
    const person = editing('piped\r\n')
    expect(await person.run(...line)).toMatchObject({ code: 0 })
    expect(await entriesOf(person)).toMatchObject([{ text: 'piped, and more' }])
  })

  it('and keeps them when it cannot be started', async () => {
    const person = aPerson({ input: 'piped', env: { VISUAL: '/no/such/editor' } })
    expect(await person.run('jot', '--editor')).toMatchObject({ code: 1 })
    expect((await person.run('doctor')).out).toContain('begun and not finished')
  })
})

describe('line breaks of Windows stay outside', () => {
  const twoLines = 'one\r\ntwo'
  it.each<[string, string[], string?]>([
    ['an argument', ['jot', twoLines]],
    ['a pipe', ['jot'], twoLines],
    ['a flag', ['meeting', '--stayed', '-'], twoLines],
    ['an answers file', ['today', '--answers', '-'], JSON.stringify({ note: twoLines })],
  ])('%s', async (_, line, input) => {
    const person = aPerson({ ...(input !== undefined && { input }) })
    expect(await person.run(...line)).toMatchObject({ code: 0 })
    expect((await entriesOf(person)).map(({ text }) => text)).toContain('one\ntwo')
  })

  it('an edit', async () => {
    const person = aPerson()
    await person.run('jot', 'before')
    const [{ id = '' } = {}] = await entriesOf(person)
    await person.run('edit', id, twoLines)
    expect(await entriesOf(person)).toMatchObject([{ text: 'one\ntwo' }])
  })

  // A revision is the same in every journal that has it.
  it('but an import keeps each revision as it is', async () => {
    const from = aPerson()
    await from.run('jot', 'one LINE two')
    const { out } = await from.run('export', 'json')
    const file = join(from.home, 'export.json')
    writeFileSync(file, out.replace(' LINE ', '\\r\\n'))
    const person = aPerson()
    expect((await person.run('import', file)).err).toContain('1 entry came in')
    expect(await entriesOf(person)).toMatchObject([{ text: twoLines }])
    expect((await person.run('import', file)).err).toContain('Everything in it is here already')
  })
})
