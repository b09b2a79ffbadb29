import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importers } from '../../src/formats/importers.ts'
import { aFolder } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'
import { foreign, given } from '../helpers/foreign.ts'

const at = (name: string) => join(foreign, name)

/** A file on the disk. */
function written(name: string, content: string | Uint8Array): string {
  const path = join(aFolder(), name)
  writeFileSync(path, content)
  return path
}

it('takes in every kind of file, shows it first, and adds nothing a second time', async () => {
  const person = aPerson()
  let sum = 0
  for (const [name, { format, bytes }] of Object.entries(given)) {
    const file = written('given', bytes)
    const flags = ['--mood-map', 'super=5,so-so=3']
    const dry = await person.run('import', file, '--dry-run', ...flags)
    expect(dry.err, name).toMatch(/^ {2}\w+ \d{4} {2}\d+ new$/m)
    expect(dry.err, name).toMatch(/would come in\. Nothing was changed\.$/m)
    const { code, err } = await person.run('import', file, ...flags)
    expect(code, name).toBe(0)
    sum += Number(/^(\d+) (?:entry|entries) came in/m.exec(err)?.[1])
    const again = await person.run('import', file, '--format', format, ...flags)
    expect(again.err, name).toContain('Everything in it is here already. Nothing was changed.')
    expect(again.err, name).not.toContain('say something else')
  }
  expect(((await person.json('list')) as { entries: [] }).entries).toHaveLength(sum)
  expect((await person.run('undo')).code).toBe(0)
})

it('names odd entries by their file, counts what stays behind, and names what it left alone', async () => {
  const person = aPerson()
  const { err } = await person.run('import', at('apple-journal'), '--dry-run')
  expect(err).toContain('line 1 of Entries/odd.html is left out: its date is no day')
  expect(err).toContain('2 pictures and files stay where they are. Your entries keep the names.')
  expect(err).toContain('Left alone, as it holds no entries: index.html.')
  const journey = await person.run('import', at('journey'), '--dry-run')
  expect(journey.err).toContain('A picture or file stays where it is.')
  expect(journey.err).toContain('entry 1 of zz.json is left out: its date is no day')
})

it('says of files of another kind how they come in, and never that they hold nothing', async () => {
  const person = aPerson()
  await person.run('jot', 'Words of one evening.')
  const folder = aFolder()
  await person.run('export', 'json', '--output', join(folder, 'all.json'))
  await person.run('export', 'markdown', '--to', join(folder, 'notes'))
  writeFileSync(join(folder, 'list.txt'), 'bread, milk')
  const other = aPerson()
  const { err } = await other.run('import', folder)
  expect(err).toContain('Left alone, as it holds no entries: list.txt.')
  expect(err).toMatch(/another kind: notes\/\S+\.md\.\n`--format markdown` takes that one in\.\n/)
  const { err: then } = await aPerson().run('import', folder, '--format', 'markdown')
  expect(then).toContain('1 entry came in')
  expect(then).toMatch(/another kind: all\.json\.\n`--format json`/)
})

it('with --strict takes all or nothing', async () => {
  const person = aPerson()
  const { code, err } = await person.run('import', at('jrnl.txt'), '--strict')
  expect(code).toBe(1)
  expect(err).toContain('line 6 is left out: its date is no day')
  expect(err).toContain('Nothing was changed: with --strict')
  expect(await person.json('list')).toMatchObject({ entries: [] })
})

it('asks what a word for a mood means, and takes "none" for an answer', async () => {
  const person = aPerson()
  const asked = await person.run('import', at('daylio-old.csv'))
  expect(asked.code).toBe(1)
  expect(asked.err).toContain('Some words for moods have no step here: super.')
  expect(asked.err).toContain('--mood-map "super=4"')
  expect(await person.json('list')).toMatchObject({ entries: [] })
  const dry = await person.run('import', at('daylio-old.csv'), '--dry-run')
  expect(dry.err).toContain('would come in once each mood has a step. Nothing was changed.')
  const wrong = await person.run('import', at('daylio-old.csv'), '--mood-map', 'super')
  expect(wrong).toMatchObject({ code: 2 })
  expect((await person.run('import', at('daylio-old.csv'), '--mood-map', 'super=9')).code).toBe(2)
  await person.run('import', at('daylio-old.csv'), '--mood-map', 'SUPER=very good')
  expect(await person.json('list')).toMatchObject({ entries: [{ mood: 4 }, { mood: 5 }] })
  const other = aPerson()
  await other.run('import', at('daylio-old.csv'), '--mood-map', 'super=none')
  expect(((await other.json('list')) as { entries: [] }).entries).toHaveLength(1)
})

it('gives a theme and tags to what comes in; a check-in has no theme', async () => {
  const person = aPerson()
  await person.run(
    'import',
    at('daylio.csv'),
    '--theme',
    'support',
    '--tag',
    'Daylio',
    '--tag',
    '#old',
  )
  const { entries } = (await person.json('list')) as {
    entries: { kind: string; theme?: string; tags: string[] }[]
  }
  expect(entries.map(({ kind, theme }) => [kind, theme])).toEqual([
    ['note', 'support'],
    ['checkin', undefined],
    ['note', 'support'],
  ])
  expect(entries[2]?.tags).toEqual(['friends', 'good meal', 'daylio', 'old'])
})

it('makes one backup before it writes, and none when nothing is new', async () => {
  const person = aPerson()
  await person.run('jot', 'a first page')
  await person.run('backup')
  await person.run('jot', 'a second page')
  const copies = async () =>
    (await person.run('backup', '--list')).out.trim().split('\n').filter(Boolean)
  const before = await copies()
  await person.run('import', at('jrnl.txt'), '--dry-run')
  expect(await copies()).toEqual(before)
  await person.run('import', at('jrnl.txt'))
  const after = await copies()
  expect(after.length).toBe(before.length + 1)
  await person.run('import', at('jrnl.txt'))
  expect(await copies()).toEqual(after)
})

it('says of a file nobody knows what there is', async () => {
  const person = aPerson()
  for (const file of [
    written('a.txt', 'Dear diary,\n'),
    written('a.json', '{"x":1}'),
    written('a', ''),
  ]) {
    const { code, err } = await person.run('import', file)
    expect(code).toBe(1)
    expect(err).toContain('hearten does not know what wrote')
    expect(err).toContain('day-one')
    for (const { id, what } of importers)
      expect(err).toMatch(new RegExp(`^  ${id} +${what.replace(/[()]/g, '\\$&')}$`, 'm'))
    expect(err).toContain('Nothing was changed')
  }
  const latin = await person.run('import', written('b.txt', Buffer.from([0x63, 0xe9, 0x0a])))
  expect(latin.err).toContain('is not UTF-8 text')
  const cut = await person.run(
    'import',
    written('c.zip', (given.Journey?.bytes ?? '').slice(0, -30)),
  )
  expect(cut.err).toContain('ends too early')
})

it('reads a folder without following links out of it', async () => {
  const person = aPerson()
  const folder = aFolder()
  mkdirSync(join(folder, 'entries'))
  symlinkSync(at('jrnl.txt'), join(folder, 'entries', 'link.txt'))
  symlinkSync(folder, join(folder, 'entries', 'circle'))
  writeFileSync(join(folder, 'entries', 'a.txt'), '[2024-03-01 10:00] Words.\n')
  const { err } = await person.run('import', folder)
  expect(err).toContain('1 entry came in.')
})

it('does not say that all of it is here when nothing could be read', async () => {
  const person = aPerson()
  const { err } = await person.run('import', written('a.csv', 'date,feeling\nnever,7\n'))
  expect(err).toContain('line 2 is left out: its date is no day')
  expect(err).toContain('Nothing in it could be read. Nothing was changed.')
})

it('says of an archive that is too large how it comes in all the same', async () => {
  const person = aPerson()
  const path = written('large.zip', '')
  truncateSync(path, 257 * 1024 * 1024)
  const { code, err } = await person.run('import', path)
  expect(code).toBe(1)
  expect(err).toContain('is larger than hearten reads at once. Nothing was changed.')
  expect(err).toContain('Unpack it, and give the folder.')
})

it.each(['good, calm', 'so,so,so', 'up = down'])(
  'takes the word %j for a mood as it asks for it, with its commas',
  async word => {
    const person = aPerson()
    const row = `2024-05-29,29 May,Wednesday,14:03,"${word.replaceAll('"', '""')}",,,`
    const file = written(
      'a.csv',
      `full_date,date,weekday,time,mood,activities,note_title,note\n${row}\n`,
    )
    const asked = await person.run('import', file)
    const [, said = ''] = /--mood-map "(.*=4)"/.exec(asked.err) ?? []
    expect((await person.run('import', file, '--mood-map', `other=1,${said},last=2`)).code).toBe(0)
    expect(await person.json('list')).toMatchObject({ entries: [{ mood: 4 }] })
  },
)

it('says of moods that are numbers beyond ours that those up to 5 would come in as they are', async () => {
  const person = aPerson()
  const folder = aFolder()
  writeFileSync(join(folder, '2024-03-01.md'), '---\nmood: 8\n---\nA.\n')
  writeFileSync(join(folder, '2024-03-02.md'), '---\nmood: 4\n---\nB.\n')
  const asked = await person.run('import', folder)
  expect(asked.err).toContain('Numbers up to 5 come in as they are.')
  await person.run('import', folder, '--mood-map', '8=4,4=2')
  expect(await person.json('list')).toMatchObject({ entries: [{ mood: 4 }, { mood: 2 }] })
})

describe('what lies in the trash', () => {
  const texts = async (person: ReturnType<typeof aPerson>) =>
    ((await person.json('list')) as { entries: { text: string; tags: string[] }[] }).entries.map(
      ({ text, tags }) => [text, ...tags].join(' '),
    )
  const jrnl = '[2024-03-01 10:00] One.\n\n[2024-04-02 10:00] Two.\n'

  it('stays there and is counted; `--back` takes a file in once more after an undo, with other flags', async () => {
    const person = aPerson()
    const file = written('a.txt', jrnl)
    await person.run('import', file, '--tag', 'wrong')
    await person.run('undo')
    await person.run('jot', 'Meanwhile.')
    const again = await person.run('import', file, '--tag', 'right')
    expect(again.err).toContain('2 entries of it lie in the trash and stay there; --back')
    expect(again.err).toContain('Nothing else in it is new. Nothing was changed.')
    expect(again.err).not.toMatch(/here already|something else/)
    const dry = await person.run('import', file, '--tag', 'right', '--back', '--dry-run')
    expect(dry.err).toContain('2 entries would come in. Nothing was changed.')
    const back = await person.run('import', file, '--tag', 'right', '--back')
    expect(back.err).toContain('March 2024  1 new')
    expect(back.err).toContain('2 entries came in.')
    expect(await texts(person)).toEqual(['One. right', 'Two. right', 'Meanwhile.'])
    const twice = await person.run('import', file, '--tag', 'right', '--back')
    expect(twice.err).toContain('Everything in it is here already.')
    await person.run('undo')
    expect(await texts(person)).toEqual(['Meanwhile.'])
  })

  it('stays when somebody deleted it, and the rest of a longer file comes in', async () => {
    const person = aPerson()
    await person.run('import', written('a.txt', jrnl))
    await person.run('delete', 'last')
    const { err } = await person.run(
      'import',
      written('b.txt', `${jrnl}\n[2024-05-01 10:00] Three.\n`),
    )
    expect(err).toContain('1 entry of it lies in the trash and stays there; --back brings it back.')
    expect(err).toContain('1 entry came in.')
    expect(await texts(person)).toEqual(['One.', 'Three.'])
  })

  it('comes back from the JSON and the Markdown of hearten too, each to its day', async () => {
    for (const format of ['json', 'markdown']) {
      const person = aPerson()
      await person.run('import', written('a.txt', jrnl))
      const { out } = await person.run('export', format)
      const file = written('out', out)
      const { entries } = (await person.json('list')) as { entries: { id: string }[] }
      await person.run('edit', entries[0]?.id ?? '', '--at', '2025-01-01')
      await person.run('delete', ...entries.map(({ id }) => id))
      expect((await person.run('import', file)).err, format).toContain('2 entries of it lie in')
      await person.run('import', file, '--back')
      expect(await person.json('list'), format).toMatchObject({
        entries: [{ day: '2024-03-01' }, { day: '2024-04-02' }],
      })
      expect((await person.run('delete', '--trash', '--json')).out, format).toContain(
        '"entries": []',
      )
      expect((await person.run('doctor')).code, format).toBe(0)
    }
  })
})

it('names what is of another kind, and says of nothing that holds entries that it holds none', async () => {
  const person = aPerson()
  const folder = aFolder()
  const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
  put('2024-03-01.md', 'A day.\n')
  put('Books.md', 'A list.\n')
  put('old.txt', '[2020-01-01 10:00] In jrnl.\n')
  put('more.zip', given.Journey?.bytes ?? '')
  put('saved.daylio', given['Daylio backup']?.bytes ?? '')
  const { err } = await person.run('import', folder)
  expect(err).toContain('Left alone, as it holds no entries: Books.md.')
  expect(err).toContain(
    'Left for another time, as they are archives: more.zip, saved.daylio. Give each by itself.\nLeft for another time, as it is of another kind: old.txt.\n`--format jrnl` takes that one in.',
  )
  const other = aFolder()
  writeFileSync(join(other, 'a.zip'), given.Journey?.bytes ?? '')
  const only = await person.run('import', other)
  expect(only.code).toBe(1)
  expect(only.err).toContain(
    'Give what is in it one by one, an archive unpacked or by itself: a.zip.',
  )
})

it('says what came in where no entry is new', async () => {
  const [one, two] = [aPerson(), aPerson()]
  await one.run('jot', 'a page')
  const journal = async () => written('a.json', (await one.run('export', 'json')).out)
  await two.run('import', await journal())
  await one.run('people', 'add', 'Anna')
  await one.run('edit', 'last', '--mood', '3')
  const dry = await two.run('import', await journal(), '--dry-run')
  expect(dry.err).toContain('1 changed entry and 1 person would come in.')
  expect((await two.run('import', await journal())).err).toContain(
    '1 changed entry and 1 person came in.',
  )
  expect((await two.run('undo')).err).not.toContain('0 entries')
})
