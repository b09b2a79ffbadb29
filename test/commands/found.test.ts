import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/journal/entry.ts'
import { kindNames } from '../../src/journal/fields/details.ts'
import { isMeantBy } from '../../src/journal/short-id.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'

const ids = async (person: Person) =>
  ((await person.json('list')) as { entries: { id: string }[] }).entries.map(({ id }) => id)

describe('an id', () => {
  it('is found by what the list shows, from either end, and by either end of the whole', async () => {
    const person = aPerson()
    for (const words of ['one', 'two', 'three']) await person.run('jot', words)
    const [, id = ''] = await ids(person)
    const { out } = await person.run('list')
    const [, , , shown = ''] = out.split('\n')[1]?.split('  ') ?? []
    expect(id.endsWith(shown)).toBe(true)
    for (const part of [shown, shown.slice(1), id, shown.toUpperCase()]) {
      const found = await person.run('show', part)
      expect(found.out, part).toContain('two')
    }
  })

  it('is meant by the beginning of what is shown, as help says', () => {
    const id = '01kaz3v0qkd2m8a1w7tj'
    for (const typed of ['a1w', 'a1w7', 'w7tj', 'tj', '01kaz', id, ' A1W7TJ '])
      expect(isMeantBy(typed, id), typed).toBe(true)
    for (const typed of ['', ' ', '1w7', '2m8a']) expect(isMeantBy(typed, id), typed).toBe(false)
  })

  it('that could be several names them, and changes nothing', async () => {
    const person = aPerson()
    for (const words of ['one', 'two']) await person.run('jot', words)
    const [one = '', two = ''] = await ids(person)
    const { code, err } = await person.run('star', one.slice(0, 4))
    expect(code).toBe(2)
    expect(err).toContain(one)
    expect(err).toContain(two)
    expect(err).toContain('Nothing was changed')
  })

  it('may be "last" for the newest', async () => {
    const person = aPerson()
    for (const words of ['one', 'two']) await person.run('jot', words)
    await person.run('star', 'last')
    expect((await person.run('list', '--starred')).out).toContain('two')
  })

  it('may be -1 for the newest and -2 for the one before, wherever an id goes', async () => {
    const person = aPerson()
    for (const words of ['one', 'two', 'three']) await person.run('jot', words)
    expect((await person.run('show', '-1')).out).toContain('three')
    expect((await person.run('show', '-3')).out).toContain('one')
    expect(await person.run('show', '-4')).toMatchObject({ code: 1 })
    await person.run('edit', '-2', 'other words')
    expect((await person.run('show', '-2')).out).toContain('other words')
    await person.run('star', '-2')
    expect((await person.run('list', '--starred')).out).toContain('other words')
    await person.run('config', 'mute', 'entry', 'last')
    expect((await person.run('config', 'unmute', 'entry', '-1')).err).toContain('shown again')
    await person.run('delete', '-1')
    expect((await person.run('show', 'last')).out).toContain('other words')
    await person.run('delete', '--back', 'last')
    await person.run('delete', '--forever', '-1', '--yes')
    expect((await person.run('list')).out).not.toContain('three')
  })

  it('stands before the words, on a terminal as in a pipe', async () => {
    const person = aPerson({ terminal: true, env: { NO_COLOR: '1' } })
    await person.run('jot', 'some words')
    const [id = ''] = await ids(person)
    const short = id.slice(-6)
    expect((await person.run('list')).out).toMatch(new RegExp(`note +${short}  some words`))
    const pipe = await person.with({ terminal: false }).run('list')
    expect(pipe.out).toMatch(new RegExp(`note  ${short}  some words`))
  })
})

describe('a kind', () => {
  it.each(kinds)('%s is asked for as it is kept and as it is written', async kind => {
    const person = aPerson()
    for (const word of [kind, kindNames[kind], kindNames[kind].replace('-', ' ')])
      expect((await person.run('list', '--kind', word)).err).toBe(
        'There is nothing here yet. `hearten` begins, whenever you like.\n',
      )
  })

  it('that is a theme is told so', async () => {
    const { code, err } = await aPerson().run('list', '--kind', 'support')
    expect(code).toBe(2)
    expect(err).toContain('--theme support')
  })
})

describe('what was found', () => {
  const mark = '\u001b[1m\u001b[4mCafé\u001b[24m\u001b[22m'

  it('is marked where colour is, and never in a pipe', async () => {
    const person = aPerson({ terminal: true })
    await person.run('jot', 'at the Café again')
    for (const argv of [
      ['search', 'cafe'],
      ['search', '--regex', 'caf.'],
    ]) {
      expect((await person.run(...argv)).out).toContain(mark)
      expect((await person.run(...argv, '--no-color')).out).not.toContain('\u001b')
      const piped = person.with({ terminal: false })
      expect((await piped.run(...argv)).out).not.toContain('\u001b')
      const forced = person.with({ terminal: false, env: { FORCE_COLOR: '1' } })
      expect((await forced.run(...argv)).out).toContain(mark)
    }
  })

  it('goes on where a pattern takes too long to mark', async () => {
    const { hitsOfPattern } = await import('../../src/system/pattern.ts')
    const find = hitsOfPattern(['(a+)+$'])
    expect(find('aaa')).toEqual([[0, 3]])
    expect(find(`${'a'.repeat(40)}b`)).toEqual([])
    expect(find('aaa')).toEqual([])
  })
})

it('heeds FORCE_COLOR in a list', async () => {
  const person = aPerson({ env: { FORCE_COLOR: '1' } })
  await person.run('jot', 'rain', '--mood', '2')
  expect((await person.run('list')).out).toContain('\u001b[')
  expect((await person.with({ env: { FORCE_COLOR: '0' } }).run('list')).out).not.toContain('\u001b')
})

it('refuses an empty name or tag wherever one is given', async () => {
  const person = aPerson()
  await person.run('jot', 'rain')
  for (const argv of [
    ['jot', 'x', '--tag', ''],
    ['jot', 'x', '--tag', ' # '],
    ['jot', 'x', '--person', ' @ '],
    ['jot', 'x', '--person', 'nobody'],
    ['edit', 'last', '--tag', '+'],
    ['list', '--tag', ''],
    ['list', '--person', ' '],
    ['search', 'x', '--tag', '#'],
    ['export', 'text', '--tag', ''],
    ['people', 'add', ' '],
    ['people', 'add', 'nobody'],
    ['people', 'add', 'Ana', '--alias', ''],
    ['people', 'status', 'no one', 'close'],
    ['people', 'status', '?', 'close'],
    ['people', 'reached', 'nobody', '--note', 'x'],
    ['people', 'join', 'Ana', 'none'],
    ['promise', 'walk', '--who', ''],
    ['promise', 'walk', '--who', 'nobody'],
    ['config', 'mute', 'person', ' '],
    ['config', 'mute', 'tag', '#'],
    ['letter', 'dear', '--to', ' '],
  ]) {
    const { code, err } = await person.run(...argv)
    expect(code, argv.join(' ')).toBe(2)
    expect(err, argv.join(' ')).toMatch(/Nothing was (changed|saved)/)
  }
  expect(await person.json('people')).toMatchObject({ people: [] })
})

it('reads ratings by their words in flags', async () => {
  const person = aPerson()
  await person.run('checkin', '--mood', 'low', '--energy', 'plenty')
  await person.run('toolkit', 'use', 'walk', '--before', '1 very low', '--after', 'good')
  expect(await person.json('list', '--mood', '2 low')).toMatchObject({
    entries: [{ mood: 2, energy: 5 }],
  })
  expect(await person.json('list', '--kind', 'coping')).toMatchObject({
    entries: [{ details: { before: 1, after: 4 } }],
  })
  const { code, err } = await person.run('checkin', '--mood', 'very')
  expect(code).toBe(2)
  expect(err).toContain('very low, low, in between, good, very good')
})

describe('what is counted', () => {
  it('says how many private entries are in it, or left out of it', async () => {
    const person = aPerson()
    for (const words of ['one', 'two']) await person.run('jot', words, '--private')
    await person.run('jot', 'three')
    const review = await person.run('review', 'month')
    expect(review.out).toContain('2 private entries are counted here.')
    const left = '2 private entries are left out'
    // To the person, and not in what they hand on.
    for (const form of [['--markdown'], ['--html', '-']]) {
      const { out, err } = await person.run('review', 'month', ...form)
      expect(err).toContain(left)
      expect(out).not.toContain('left out')
    }
    expect((await person.run('export', 'text')).err).toContain(left)
    expect((await person.run('export', 'text', '--with-private')).err).not.toContain('private')
  })

  it('says of no private entry that it is counted where it is not', async () => {
    const person = aPerson()
    await person.run('jot', 'mine', '--private')
    await person.run('jot', 'ours', '--private', '--theme', 'shared', '--person', 'Ines')
    const counted = async (...command: string[]) =>
      /\d+ private ent\w+ \w+ counted/.exec((await person.run(...command)).out)?.[0]
    expect(await counted('calendar')).toBe('2 private entries are counted')
    expect(await counted('calendar', '--by', 'shared')).toBe('1 private entry is counted')
    expect(await counted('calendar', '--by', 'growth')).toBeUndefined()
    expect(await counted('people')).toBe('1 private entry is counted')
  })

  it('draws all of a journal from its first day', async () => {
    const person = aPerson()
    await person.run('jot', 'A walk.', '--at', '2025-12-30')
    await person.run('jot', 'Soup.')
    for (const command of ['calendar', 'review'])
      expect(await person.json(command, 'all')).toMatchObject({ period: { from: '2025-12-30' } })
    expect((await person.run('calendar', 'all')).out).toContain('You were here on 2 days, with 2')
  })

  it('takes the same words for a time in a calendar as in a review', async () => {
    const person = aPerson()
    await person.run('jot', 'rain', '--at', '2026-10-05', '--mood', '3')
    for (const words of [['last', 'month'], ['2026-10'], ['month', '2026-10-05'], ['2026']])
      for (const command of ['calendar', 'review'])
        expect((await person.run(command, ...words)).code, `${command} ${words}`).toBe(0)
    expect((await person.run('calendar', 'last', 'month')).out).toContain('October 2026')
  })
})

describe('taking back', () => {
  it('does not say that what was removed for ever came back', async () => {
    const person = aPerson()
    for (const words of ['one', 'two']) await person.run('jot', words)
    const [one = '', two = ''] = await ids(person)
    await person.run('delete', one, two)
    await person.run('delete', '--forever', one, '--yes')
    const { err } = await person.run('undo')
    expect(err).toContain('Took back the rest of an older change: 1 entry')
    expect(err).toContain('What was removed for ever stays gone.')
    expect(await ids(person)).toEqual([two])
  })
})

it('reads ratings by their words in answers and sheets', async () => {
  const answers = { mood: 'low', energy: '5', leave: { mood: '4 good' }, note: 'x' }
  const person = aPerson({ input: JSON.stringify(answers) })
  expect((await person.run('today', '--answers', '-')).code).toBe(0)
  expect(await person.json('list', '--kind', 'checkin')).toMatchObject({
    entries: [{ mood: 2, energy: 5 }, { mood: 4 }],
  })
  const other = aPerson()
  const { out } = await other.run('today', '--sheet')
  const filled = out
    .replace('<!-- answer mood -->\n', '<!-- answer mood -->\n2 low')
    .replace('<!-- answer energy -->\n', '<!-- answer energy -->\nplenty')
    .replace('<!-- answer leave -->\n', '<!-- answer leave -->\nIn between')
  expect((await other.with({ input: filled }).run('today', '--from-sheet', '-')).code).toBe(0)
  expect(await other.json('list', '--kind', 'checkin')).toMatchObject({
    entries: [{ mood: 2, energy: 5 }, { mood: 3 }],
  })
})

it('names no one who was not named, however the words came', async () => {
  const answers = { themes: { compassion: { text: 'x', understoodBy: ['no one', '?', 'Ana'] } } }
  const person = aPerson({ input: JSON.stringify(answers) })
  await person.run('today', '--answers', '-')
  expect(await person.json('people')).toMatchObject({ people: [{ name: 'Ana' }] })
})
