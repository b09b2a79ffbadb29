import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { revise, tombstone } from '../../src/journal/entry.ts'
import { aFolder, aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { aPerson, type Person } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'

/** A journal of two days, with a private page among them. */
async function aWriter(): Promise<Person> {
  const person = aPerson()
  await person.run('jot', 'A walk by the river.', '--at', '2026-11-20', '--theme', 'growth')
  await person.run('jot', 'Soup with @Ines.', '--at', '2026-11-20 20:00', '--mood', '4', '--star')
  await person.run('jot', 'For me alone.', '--at', '2026-11-20 21:00', '--private')
  await person.run('jot', 'Nothing much.', '--tag', 'two words')
  return person
}

const words = ['A walk by the river', 'Soup with', 'For me alone', 'Nothing much']
const wordsIn = (text: string) => words.filter(it => text.includes(it))
const list = (folder: string) => readdirSync(folder).filter(name => !name.startsWith('.'))

describe('every format', () => {
  const formats = ['markdown', 'html', 'json', 'csv', 'text', 'jrnl'] as const
  it.each(formats)(
    '%s takes every filter, and says nothing of what was not meant',
    async format => {
      const person = await aWriter()
      const cases: [string[], string[]][] = [
        [
          ['--on', '2026-11-20'],
          ['A walk by the river', 'Soup with'],
        ],
        [['--from', '2026-11-21'], ['Nothing much']],
        [['--until', '2026-11-20', '--theme', 'growth'], ['A walk by the river']],
        [['--tag', 'two words'], ['Nothing much']],
        [['--person', 'Ines'], ['Soup with']],
        [['--mood', '4'], ['Soup with']],
        [['--kind', 'note', '--limit', '1'], ['Nothing much']],
        [['--starred'], ['Soup with']],
        [['--on', '2026-11-20', '--with-private'], words.slice(0, 3)],
        [['--bring'], []],
      ]
      for (const [filters, meant] of cases) {
        const { code, out } = await person.run('export', format, ...filters)
        expect([filters, code, wordsIn(out)]).toEqual([filters, 0, meant])
      }
    },
  )

  it.each(formats)('%s with --bring is what was marked', async format => {
    const person = await aWriter()
    await person.run('star', 'last', '--bring')
    const { out } = await person.run('export', format, '--bring')
    expect(wordsIn(out)).toEqual(['Nothing much'])
  })

  it.each(formats)('%s replaces a file only after a yes', async format => {
    const person = await aWriter()
    const file = join(person.home, 'out')
    writeFileSync(file, 'mine')
    const { code, err } = await person.run('export', format, '--output', file)
    expect([code, err]).toEqual([2, expect.stringContaining('is there already')])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await person.run('export', format, '--output', file, '--yes')).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('A walk by the river')
  })
})

it('json says that private entries stand in the whole of it, and not in a part', async () => {
  const person = await aWriter()
  const whole = await person.run('export', 'json')
  expect([whole.out, whole.err]).toEqual([
    expect.stringContaining('For me alone'),
    expect.stringContaining('private entries and sealed letters stand in it'),
  ])
  const { out, err } = await person.run('export', 'json', '--from', '2026-11-01')
  expect(out).not.toContain('For me alone')
  expect(err).not.toContain('stand in it')
})

describe('export json of a part', () => {
  it('comes into another journal, with nothing of the rest', async () => {
    const person = await aWriter()
    await person.run('people', 'add', 'Ines', '--status', 'close')
    const { entries: before } = (await person.json('list')) as { entries: Entry[] }
    const walk = before.find(({ theme }) => theme === 'growth')
    await person.run('edit', walk?.id ?? '', 'A long walk by the river.')
    const { out } = await person.run('export', 'json', '--on', '2026-11-20')
    expect(JSON.parse(out)).toMatchObject({ version: 1, people: [], settings: [], history: [] })
    const other = aPerson({ now: '2026-11-22T22:00:00+00:00' })
    writeFileSync(join(other.home, 'part.json'), out)
    expect((await other.run('import', join(other.home, 'part.json'))).code).toBe(0)
    const { entries } = (await other.json('list')) as { entries: Entry[] }
    expect(entries.map(({ text }) => text)).toEqual([
      'Soup with @Ines.',
      'A long walk by the river.',
    ])
    expect((await person.run('import', join(other.home, 'part.json'))).err).toContain(
      'here already',
    )
  })
})

describe('a vault of notes', () => {
  it('is written once, and nothing is written again', async () => {
    const person = await aWriter()
    const folder = join(person.home, 'vault')
    const write = () => person.run('export', 'markdown', '--to', folder, '--name', 'Journal {date}')
    expect((await write()).err).toContain('2 written')
    expect(list(folder)).toEqual(['Journal 2026-11-20.md', 'Journal 2026-11-22.md'])
    const inodes = () => list(folder).map(name => statSync(join(folder, name)).ino)
    const before = inodes()
    expect((await write()).err).toContain('0 written, 2 as they were')
    expect(inodes()).toEqual(before)
  })

  it('has a file a theme', async () => {
    const person = await aWriter()
    const folder = join(person.home, 'vault')
    await person.run('export', 'markdown', '--to', folder, '--layout', 'theme')
    expect(list(folder)).toEqual(['Everything else.md', 'Learning and Growth.md'])
  })

  it('keeps what was there of a day when a filter chose a part of it', async () => {
    const person = await aWriter()
    const folder = join(person.home, 'vault')
    const write = (...more: string[]) => person.run('export', 'markdown', '--to', folder, ...more)
    const day = () => wordsIn(readFileSync(join(folder, '2026-11-20.md'), 'utf8'))
    await write('--with-private')
    await person.run('jot', 'More.', '--at', '2026-11-20 22:00', '--theme', 'growth')
    const { err } = await write('--theme', 'growth')
    expect(err).toContain('1 written, 0 as they were')
    expect(err).not.toMatch(/no entry|private|Left/)
    expect(day()).toEqual(words.slice(0, 3))
    expect(readFileSync(join(folder, '2026-11-20.md'), 'utf8')).toContain('More.')
    expect(list(folder)).toEqual(['2026-11-20.md', '2026-11-22.md'])
    await write()
    expect(day()).toEqual(words.slice(0, 2))
  })

  it('comes back into an empty journal', async () => {
    const person = await aWriter()
    const folder = join(person.home, 'vault')
    await person.run('export', 'markdown', '--to', folder)
    const other = aPerson()
    expect((await other.run('import', folder)).err).toContain('3 entries came in.')
    const { out } = await person.run('export', 'markdown', '--output', '-')
    expect((await other.run('export', 'markdown')).out).toBe(out)
    expect((await other.run('import', folder)).err).toContain('here already')
    const again = await person.run('import', folder)
    expect(again.err).toBe('Everything in it is here already. Nothing was changed.\n')
  })

  it.each([
    [['--name', '{day}'], 'put {date} into --name'],
    [['--name', 'a/{date}'], 'no file name'],
    [['--name', '.{date}'], 'no file name'],
    [['--name', '{mood} {date}'], 'knows no {mood}'],
    [['--layout', 'theme', '--name', '{date}'], 'knows no {date}'],
    [['--layout', 'theme', '--name', 'one'], 'put {theme} into --name'],
    [['--layout', 'card'], 'Cards stand in one file'],
  ])('is refused with %j', async (flags, advice) => {
    const person = await aWriter()
    const folder = join(person.home, 'vault')
    const { code, err } = await person.run('export', 'markdown', '--to', folder, ...flags)
    expect([code, err]).toEqual([2, expect.stringContaining(advice)])
    expect(existsSync(folder)).toBe(false)
  })

  it.each([
    ['{year}-{month}-{day} {weekday}.md', '2026-11-22 Sunday.md'],
    ['{monthname} {date}', 'November 2026-11-22.md'],
    ['Дневник {date}', 'Дневник 2026-11-22.md'],
  ])('has names by the pattern %j', async (pattern, name) => {
    const person = await aWriter()
    const folder = join(person.home, 'vault')
    mkdirSync(folder)
    await person.run('export', 'markdown', '--to', folder, '--name', pattern)
    expect(list(folder)).toContain(name)
  })
})

it.each([
  [['json', '--layout', 'theme'], 'has no pages'],
  [['csv', '--layout', 'card'], 'has no pages'],
  [['html', '--to', './x'], '--to DIR goes with export markdown'],
  [['json', '--with-private'], 'the whole journal'],
  [['markdown', '--name', '{date}'], '--name goes with --to DIR'],
  [['markdown', '--layout', 'month'], 'day, theme or card'],
])('refuses %j', async (words, advice) => {
  const { code, err } = await aPerson().run('export', ...words)
  expect([code, err]).toEqual([2, expect.stringContaining(advice)])
})

it('never writes where the journal itself lies, also through a link and after a yes', async () => {
  const person = await aWriter()
  await person.run('inbox')
  const link = join(aFolder(), 'link')
  symlinkSync(person.data, link)
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile() && !file.parentPath.includes('cache'))
      .map(file => join(file.parentPath, file.name))
      .map(path => [path, readFileSync(path, 'utf8')])
  const before = files(person.data)
  for (const folder of [person.data, link]) {
    const at = (name: string) => join(folder, name)
    for (const line of [
      ['export', 'json', '--output', at('journal.json')],
      ['export', 'text', '--output', at('g1/months/2026-11.json')],
      ['export', 'csv', '--output', at('g1/months/2027-01.json')],
      ['export', 'markdown', '--output', at('inbox/a.md')],
      ['export', 'markdown', '--to', at('inbox')],
      ['backup', at('g1/people.json')],
      ['review', 'month', '--html', at('help.json')],
    ]) {
      const { code, err } = await person.run(...line, '--yes')
      expect([code, err]).toEqual([1, expect.stringContaining('belongs to the journal itself')])
    }
  }
  expect(files(person.data)).toEqual(before)
  const { code } = await person.run('export', 'text', '--output', join(person.data, 'mine.txt'))
  expect(code).toBe(0)
})

describe('what was changed in two places at once', () => {
  it.each([
    ['both texts', { text: 'on the train' }, { text: 'at home' }, false],
    ['words of one, where the other deleted it', { text: 'on the train' }, { text: 'x' }, true],
    ['what each said', { mood: 2 as const }, { tags: ['y'] }, false],
  ])('goes along whole in a part of the journal: %s', async (_, one, two, isDeleted) => {
    const person = aPerson()
    const journal = await aJournal({ folder: person.data })
    const base = anEntry({ text: 'as it was', tags: ['x'] })
    const there = revise(base, two, aStamp())
    await journal.commit('jot', [base])
    await journal.commit('edit', [revise(base, one, aStamp())])
    await journal.commit('import', [there, ...(isDeleted ? [tombstone(there, aStamp())] : [])])
    const [{ text, tags, mood }] = (await entriesOf(person)) as [Entry]
    const part = (await person.run('export', 'json', '--from', '2000-01-01')).out
    expect((await person.run('export', 'json', '--from', '2000-01-01')).out).toBe(part)
    const file = join(aFolder(), 'part.json')
    writeFileSync(file, part)
    const other = aPerson()
    await other.run('import', file)
    const back = (await entriesOf(other)).map(it => [it.text, it.tags, it.mood])
    expect(back).toEqual([[text, tags, mood]])
    const again = await person.run('import', file)
    expect(again.code).toBe(0)
    expect(again.err).not.toContain('trash')
    expect(await entriesOf(person)).toMatchObject([{ text, tags }])
  })
})
