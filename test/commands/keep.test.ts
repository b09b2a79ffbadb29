import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'

/** The id of the newest entry. */
const newest = async (person: ReturnType<typeof aPerson>) =>
  (await entriesOf(person)).at(-1)?.id ?? ''

describe('edit', () => {
  it('changes the words, takes their marks along, and keeps the earlier version', async () => {
    const person = aPerson()
    await person.run('jot', 'with @Ana #calm', '--tag', 'kept')
    const id = await newest(person)
    await person.run('edit', id, 'with @Ben #quiet')
    expect(await entriesOf(person)).toMatchObject([
      { id, text: 'with @Ben #quiet', people: ['Ben'], tags: ['kept', 'quiet'] },
    ])
    const { out } = await person.run('show', id, '--history')
    expect(out).toContain('with @Ana #calm')
  })

  it('moves an entry to another month, and back with undo', async () => {
    const person = aPerson()
    await person.run('jot', 'moved', '--at', '2026-10-30')
    const id = await newest(person)
    await person.run('edit', id, '--at', '2026-11-01', '--star')
    expect(await entriesOf(person)).toMatchObject([{ id, day: '2026-11-01', starred: true }])
    await person.run('undo')
    const [entry] = await entriesOf(person)
    expect(entry).toMatchObject({ id, day: '2026-10-30' })
    expect(entry).not.toHaveProperty('starred')
    await person.run('redo')
    expect(await entriesOf(person)).toMatchObject([{ id, day: '2026-11-01', starred: true }])
  })

  it('moves to another day at the hour that its own clock showed', async () => {
    const tokyo = aPerson({ now: '2026-11-20T22:15:00+09:00', zone: 'Asia/Tokyo' })
    await tokyo.run('jot', 'late')
    await tokyo.with({ now: '2026-11-22T01:30:00+09:00' }).run('jot', 'in the night')
    const home = tokyo.with({ now: '2026-11-22T10:00:00+00:00', zone: 'Europe/Lisbon' })
    const [late = '', night = ''] = (await entriesOf(home)).map(it => String(it.id))
    const moved = async (id: string, at: string) => {
      await home.run('edit', id, '--at', at)
      const entry = (await entriesOf(home)).find(it => it.id === id)
      return [entry?.day, entry?.at]
    }
    expect(await moved(late, '2026-11-18')).toEqual(['2026-11-18', '2026-11-18T22:15:00+09:00'])
    expect(await moved(night, '2026-11-19')).toEqual(['2026-11-19', '2026-11-20T01:30:00+09:00'])
    expect(await moved(late, '2026-11-17 08:00')).toEqual([
      ...['2026-11-17', '2026-11-17T08:00:00+00:00'],
    ])
    await home.run('jot', 'evening', '--at', 'yesterday 23:00')
    const evening = String((await entriesOf(home)).find(it => it.text === 'evening')?.id)
    expect((await home.run('edit', evening, '--at', 'yesterday')).err).toContain(
      'Nothing was different',
    )
    // At eleven it is not eleven yet.
    expect(await moved(evening, 'today')).toEqual(['2026-11-22', '2026-11-22T10:00:00+00:00'])
  })

  it('says when nothing is different, and refuses to leave no words', async () => {
    const person = aPerson()
    await person.run('jot', 'same')
    const id = await newest(person)
    expect((await person.run('edit', id, 'same')).err).toContain('Nothing was different')
    expect(await person.with({ input: '' }).run('edit', id)).toMatchObject({ code: 1 })
    expect(await person.run('edit', 'nothere', 'x')).toMatchObject({ code: 1 })
    expect(await entriesOf(person)).toMatchObject([{ text: 'same' }])
  })
})

describe('delete', () => {
  it('moves to the trash, shows it, and brings back from it', async () => {
    const person = aPerson()
    await person.run('jot', 'one')
    await person.run('jot', 'two')
    const id = await newest(person)
    await person.run('delete', id)
    expect(await entriesOf(person)).toMatchObject([{ text: 'one' }])
    expect((await person.run('delete', '--trash')).out).toContain('two')
    await person.run('jot', 'three')
    await person.run('delete', '--back', id.slice(-6))
    expect((await entriesOf(person)).map(({ text }) => text)).toEqual(['one', 'two', 'three'])
    expect((await person.run('delete', '--trash')).out).toBe('')
  })

  it('takes an entry that is named twice once', async () => {
    const person = aPerson()
    await person.run('jot', 'one')
    await person.run('jot', 'two')
    const id = await newest(person)
    const once = 'Moved to the trash: 1 entry. `hearten undo` brings it back.\n'
    expect((await person.run('delete', id, id.slice(-6))).err).toBe(once)
    expect((await person.run('delete', '--back', id, id.slice(-6))).err).toContain('1 entry.')
    expect((await person.run('delete', '--forever', id, id.slice(-6))).err).toContain(
      'This removes 1 entry and',
    )
    expect((await person.run('delete', 'last', '-2')).err).toBe(
      'Moved to the trash: 2 entries. `hearten undo` brings them back.\n',
    )
  })

  it('removes for ever only after a yes, and then every copy', async () => {
    const person = aPerson()
    await person.run('jot', 'canary-word')
    const id = await newest(person)
    await person.run('edit', id, 'canary-word again')
    expect(await person.run('delete', '--forever', id)).toMatchObject({ code: 2 })
    expect((await person.run('delete', '--forever', id, '--yes')).code).toBe(0)
    const left = readdirSync(person.home, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .filter(file =>
        readFileSync(join(file.parentPath, file.name), 'utf8').includes('canary-word'),
      )
    expect(left).toEqual([])
  })
})

describe('star', () => {
  it('stars, marks to bring, and takes both away', async () => {
    const person = aPerson()
    await person.run('jot', 'x')
    const id = await newest(person)
    await person.run('star', id)
    await person.run('star', id, '--bring')
    expect(await entriesOf(person)).toMatchObject([{ starred: true, bring: true }])
    await person.run('star', id, '--off')
    const [entry] = await entriesOf(person)
    expect(entry).not.toHaveProperty('starred')
  })
})

describe('undo and redo', () => {
  it('name a day of another year with its year', async () => {
    const person = aPerson()
    await person.run('jot', 'soup', '--at', '2025-11-22')
    expect((await person.run('undo')).err).toContain('1 entry of Saturday 22 November 2025.')
    expect((await person.run('redo')).err).toContain('1 entry of Saturday 22 November 2025.')
  })

  it('go back and forth, and say when there is nothing', async () => {
    const person = aPerson()
    expect((await person.run('undo')).err).toBe('There is nothing to take back.\n')
    await person.run('jot', 'one')
    expect((await person.run('undo')).err).toBe(
      'Took back: jot, 1 entry of Sunday 22 November. `hearten redo` brings it back.\n',
    )
    expect(await entriesOf(person)).toEqual([])
    expect((await person.run('redo')).err).toBe(
      'Brought back: jot, 1 entry of Sunday 22 November.\n',
    )
    expect((await person.run('redo')).err).toBe('There is nothing to bring back.\n')
  })
})

describe('export and import', () => {
  it('gives the same bytes after a round trip, with history, deletions and letters', async () => {
    const person = aPerson()
    await person.run('jot', 'kept @Ana')
    await person.run('edit', await newest(person), 'kept and changed')
    await person.run('jot', 'deleted', '--private')
    await person.run('delete', await newest(person))
    const { out } = await person.run('export', 'json')
    // Chance is the same in every home of a test, so only another moment gives other ids.
    const other = aPerson({ now: '2026-11-22T22:00:00+00:00' })
    const file = join(other.home, 'journal.json')
    writeFileSync(file, out)
    expect((await other.run('import', file, '--dry-run')).err).toContain('would come in')
    expect((await other.run('export', 'json')).out).not.toBe(out)
    expect((await other.run('import', file)).code).toBe(0)
    expect((await other.run('export', 'json')).out).toBe(out)
    expect((await other.run('import', file)).err).toContain('here already')
    await other.run('undo')
    expect(await entriesOf(other)).toEqual([])
  })

  it('refuses what is no journal, and changes nothing', async () => {
    const person = aPerson()
    const file = join(person.home, 'x.json')
    for (const text of ['', 'null', '{"version":1}', '[', '{"version":99,"format":"hearten"}']) {
      writeFileSync(file, text)
      expect(await person.run('import', file)).toMatchObject({ code: 1 })
    }
    expect(await person.run('import', '/nowhere.json')).toMatchObject({ code: 1 })
    expect(await entriesOf(person)).toEqual([])
  })

  it('writes into a pipe or a device, and puts no file in its place', async () => {
    const person = aPerson()
    await person.run('jot', 'one')
    const pipe = join(person.home, 'pipe')
    execFileSync('mkfifo', [pipe])
    const reader = open(pipe, 'r+')
    expect((await person.run('export', 'text', '--output', pipe)).code).toBe(0)
    expect(statSync(pipe).isFIFO()).toBe(true)
    const { buffer, bytesRead } = await (await reader).read()
    expect(buffer.subarray(0, bytesRead).toString()).toContain('one')
    await (await reader).close()
  })

  it('writes a folder of days, 0600, and leaves alone what is not ours', async () => {
    const person = aPerson()
    await person.run('jot', 'one', '--at', '2026-11-20')
    await person.run('jot', 'two', '--private')
    const folder = mkdtempSync(join(person.home, 'notes-'))
    writeFileSync(join(folder, '2026-11-20.md'), 'mine')
    const { err } = await person.run('export', 'markdown', '--to', folder)
    expect(err).toContain('Left alone, since they are not ours or were changed: 2026-11-20.md.')
    await person.run('jot', 'three')
    expect((await person.run('export', 'markdown', '--to', folder)).err).toContain('1 written')
    expect(readFileSync(join(folder, '2026-11-20.md'), 'utf8')).toBe('mine')
    const note = readFileSync(join(folder, '2026-11-22.md'), 'utf8')
    expect(note).toContain('three')
    expect(note).not.toContain('two')
    expect(statSync(join(folder, '2026-11-22.md')).mode & 0o777).toBe(0o600)
  })

  it('says nothing of the days that a filter did not choose', async () => {
    const person = aPerson()
    await person.run('jot', 'one', '--at', '2026-11-20')
    await person.run('jot', 'two')
    const folder = join(person.home, 'notes')
    await person.run('export', 'markdown', '--to', folder)
    const { err } = await person.run('export', 'markdown', '--to', folder, '--from', 'today')
    expect(err).not.toContain('no entry')
    expect(readdirSync(folder)).toContain('2026-11-20.md')
    await person.run('delete', (await entriesOf(person))[0]?.id ?? '')
    expect((await person.run('export', 'markdown', '--to', folder)).err).toContain('no entry')
    await person.run('export', 'markdown', '--to', folder, '--prune', '--with-private')
    expect(readdirSync(folder)).not.toContain('2026-11-20.md')
  })

  it.each([
    [['xml'], 'markdown, html, json, csv, text or jrnl'],
    [['markdown', '--to', '2026-11-20'], '--until 2026-11-20'],
    [['text', '--to', '/tmp/x'], 'markdown'],
    [['json', '--with-private'], 'whole journal'],
    [['markdown', '--prune'], '--to DIR'],
    [['markdown', '--to', './notes', '--prune', '--theme', 'growth'], 'would remove the rest'],
    [['markdown', '--to', './notes', '--prune', '--bring'], 'would remove the rest'],
  ])('refuses %j', async (words, advice) => {
    const { code, err } = await aPerson().run('export', ...words)
    expect([code, err]).toEqual([2, expect.stringContaining(advice)])
  })
})
