import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { filesHolding } from '../helpers/files.ts'
import { dropped, inboxOf } from '../helpers/inbox.ts'

const textsOf = async (person: Person) => (await entriesOf(person)).map(({ text }) => text)
const inInbox = (person: Person) => readdirSync(inboxOf(person)).sort()
const isRoot = process.getuid?.() === 0

describe('a file in the inbox', () => {
  it('is an entry at the next command, and gone', async () => {
    const person = aPerson()
    dropped(person, 'a.txt', 'slept badly #sleep\n', '2026-11-21T22:10:00Z')
    const { out, err } = await person.run('list', '--json')
    expect(JSON.parse(out).entries).toMatchObject([
      {
        ...{ kind: 'note', text: 'slept badly #sleep', tags: ['sleep'], day: '2026-11-21' },
        ...{ at: '2026-11-21T22:10:00+00:00', zone: 'Europe/Lisbon' },
      },
    ])
    expect(err).toMatch(
      /^One page came in from your inbox\. Saved for Saturday 21 November \(1 entry that day\)\. Its id is \w{6}\.\n$/,
    )
    expect(inInbox(person)).toEqual([])
  })

  it('is of the evening before while the night lasts', async () => {
    const person = aPerson()
    dropped(person, 'a.txt', 'awake', '2026-11-22T03:10:00Z')
    expect(await entriesOf(person)).toMatchObject([{ day: '2026-11-21' }])
  })

  it.each<[name: string, content: string, entry: Partial<Entry>]>([
    [
      'a date, a mood and tags',
      'Date: yesterday 21:15\nmood: low\ntags: #sleep, calm\n\nWords.\n\nMore.\n',
      { text: 'Words.\n\nMore.', day: '2026-11-19', mood: 2, tags: ['sleep', 'calm'] } as object,
    ],
    [
      'a date off the front, as of when it was written',
      'yesterday: we talked',
      { text: 'we talked', day: '2026-11-19' } as object,
    ],
    ['a mood and no words', 'mood: 3\n', { kind: 'checkin', text: '', mood: 3 }],
    ['words that begin like a field', 'Mood: not so good', { text: 'Mood: not so good' }],
    [
      'a date that cannot be',
      'date: with Sam\nmood: 2\nwords',
      { text: 'date: with Sam\nmood: 2\nwords' },
    ],
    ['a date still to come', 'date: 2027-01-01\nwords', { text: 'date: 2027-01-01\nwords' }],
    ['tags that are a sentence', 'tags: 12, not words', { text: 'tags: 12, not words' }],
    ['a field twice', 'mood: 2\nmood: 4\nwords', { text: 'mood: 4\nwords', mood: 2 }],
    ['the marks of other systems', '\ufeffone\r\ntwo\r\n', { text: 'one\ntwo' }],
  ])('may have %s', async (_, content, entry) => {
    const person = aPerson()
    dropped(person, 'a.txt', content, '2026-11-20T20:00:00Z')
    expect(await entriesOf(person)).toMatchObject([entry])
    expect(inInbox(person)).toEqual([])
  })

  it('is one entry when it comes again, and two when it is another one', async () => {
    const person = aPerson()
    for (const said of ['One page came in', '']) {
      dropped(person, 'a.txt', 'tea')
      const { err } = await person.run('list')
      expect(err.slice(0, 16)).toBe(said)
      expect(await textsOf(person)).toEqual(['tea'])
    }
    dropped(person, 'a.txt', 'tea', '2026-11-22T21:10:00Z')
    dropped(person, 'b.txt', 'tea')
    dropped(person, 'c.txt', 'toast')
    expect((await textsOf(person)).sort()).toEqual(['tea', 'tea', 'tea', 'toast'])
    expect(inInbox(person)).toEqual([])
  })

  it('is another one when anything in it was put right', async () => {
    const person = aPerson()
    for (const mood of [2, 3]) {
      dropped(person, 'a.txt', `date: 2026-11-20 10:00\nmood: ${mood}\n\ntea`)
      await person.run('list')
    }
    expect((await entriesOf(person)).map(({ mood }) => mood).sort()).toEqual([2, 3])
  })

  it('stays an entry that was changed, and stays in the trash', async () => {
    const person = aPerson()
    dropped(person, 'a.txt', 'tea')
    const [entry] = await entriesOf(person)
    await person.run('edit', entry?.id ?? '', 'green', 'tea', '--at', '2026-10-01')
    dropped(person, 'a.txt', 'tea')
    expect(await textsOf(person)).toEqual(['green tea'])
    await person.run('delete', entry?.id ?? '', '--yes')
    dropped(person, 'a.txt', 'tea')
    const { err } = await person.run('list')
    expect(err).toContain('"a.txt" stays in your inbox: it was an entry, which is in the trash.')
    expect(inInbox(person)).toEqual(['a.txt'])
  })

  it('is taken in once by two commands at a time', async () => {
    const person = aPerson()
    await person.run('jot', 'first')
    dropped(person, 'a.txt', 'tea')
    await Promise.all(['list', 'status', 'jot'].map(name => person.with({}).run(name)))
    expect(await textsOf(person)).toEqual(['tea', 'first'])
    expect(inInbox(person)).toEqual([])
  })

  it('comes in with hundreds of others', async () => {
    const person = aPerson()
    for (let i = 0; i < 210; i++) dropped(person, `${i}.txt`, `page ${i}`)
    expect(new Set(await textsOf(person)).size).toBe(210)
    expect(inInbox(person)).toEqual([])
  })

  it('waits where a command takes back or shows no words', async () => {
    const person = aPerson()
    await person.run('jot', 'last')
    dropped(person, 'a.txt', 'tea')
    for (const words of [['status', '--short'], ['help-now'], ['undo'], ['redo'], ['--help']])
      expect((await person.run(...words)).err).not.toContain('inbox')
    expect(inInbox(person)).toEqual(['a.txt'])
    expect(await textsOf(person)).toEqual(['tea', 'last'])
  })

  it('belongs to its own journal only', async () => {
    const person = aPerson()
    dropped(person, 'a.txt', 'tea')
    await person.run('list', '--journal', join(person.home, 'other'))
    expect(inInbox(person)).toEqual(['a.txt'])
  })

  it('makes no folder', async () => {
    const person = aPerson()
    await person.run('jot', 'first')
    await person.run('list')
    expect(existsSync(inboxOf(person))).toBe(false)
  })
})

describe('what stays in the inbox', () => {
  const put = (name: string, content: string | Uint8Array = 'words', at?: string) => ({
    name,
    make: (person: Person) => dropped(person, name, content, at),
  })
  const special = (name: string, make: (file: string) => void) => ({
    name,
    make: (person: Person) => {
      mkdirSync(inboxOf(person), { recursive: true })
      make(join(inboxOf(person), name))
    },
  })
  const unfinished = 'its name is that of an unfinished file'
  const copied = 'it is a copy that a sync tool made'
  const cases = [
    ...['.aXb3', 'a.txt.part', 'a.tmp', 'a.txt~', '~$a.docx', 'a.crdownload', '.a.txt.icloud'].map(
      name => [put(name), unfinished] as const,
    ),
    ...['.syncthing.a.txt.tmp', '~syncthing~a.txt.tmp'].map(
      name => [put(name), unfinished] as const,
    ),
    ...[
      'a.sync-conflict-20261122-101010-ABCDEF.txt',
      "a (Ana's conflicted copy 2026-11-22).txt",
    ].map(name => [put(name), copied] as const),
    [put('empty.txt', ''), 'there are no words in it'],
    [put('blank.txt', ' \n\n'), 'there are no words in it'],
    [put('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])), 'it is not UTF-8 text'],
    [put('wide.txt', Buffer.from('words', 'utf16le')), 'it is no text'],
    [put('later.txt', 'words', '2026-11-23T21:00:00Z'), 'its time is still to come'],
    [put('x'.repeat(230)), 'its name cannot be used'],
    [
      special('huge.txt', file => {
        writeFileSync(file, '')
        truncateSync(file, 1024 * 1024 + 1)
      }),
      'it is larger than 1 MB',
    ],
    [special('folder', file => mkdirSync(file)), 'it is a folder'],
    [special('pipe', file => execFileSync('mkfifo', [file])), 'it is no ordinary file'],
    [
      special('link.txt', file => symlinkSync('/dev/zero', file)),
      'it is a link, and links are not followed',
    ],
    [
      special('to-pipe', file => {
        execFileSync('mkfifo', [join(file, '../../pipe')])
        symlinkSync('../pipe', file)
      }),
      'it is a link, and links are not followed',
    ],
    ...(isRoot
      ? [
          [
            special('null', file => execFileSync('mknod', [file, 'c', '1', '5'])),
            'it is no ordinary file',
          ] as const,
        ]
      : [
          [
            special('closed.txt', file => {
              writeFileSync(file, 'words')
              chmodSync(file, 0)
            }),
            'it cannot be read: permission was denied',
          ] as const,
        ]),
  ] as const

  it.each(cases.map(([file, reason]) => [file.name, reason, file] as const))(
    '%s: %s',
    async (name, reason, { make }) => {
      const person = aPerson()
      make(person)
      dropped(person, 'good.txt', 'tea')
      const { err, code } = await person.run('list')
      expect(code).toBe(0)
      expect(err).toContain(`"${name}" stays in your inbox: ${reason}.`)
      expect(await person.json('inbox')).toMatchObject({ entries: [], left: [{ name, reason }] })
      expect((await person.run('inbox')).out).toContain(`\n  ${name}: ${reason}`)
      expect(await textsOf(person)).toEqual(['tea'])
      expect(inInbox(person)).toEqual([name])
    },
  )

  it('is told once a command, and briefly', async () => {
    const person = aPerson()
    for (const name of ['a.part', 'b.part', 'c.part']) dropped(person, name, 'half')
    const { err } = await person.run('jot', 'tea')
    expect(err.match(/inbox/g)).toHaveLength(2)
    expect(err).toContain(
      '3 files stay in your inbox, "a.part" among them. `hearten inbox` says why.',
    )
    expect((await person.run('list', '--quiet')).err).toBe('')
  })

  it('is not what desktops and sync tools keep there for themselves', async () => {
    const person = aPerson()
    for (const name of ['.DS_Store', 'desktop.ini', '.stfolder', '.stignore'])
      dropped(person, name, 'x')
    expect(await person.run('list', '--quiet')).toMatchObject({ out: '', err: '' })
    expect(await person.json('inbox')).toMatchObject({ entries: [], left: [] })
    expect(inInbox(person)).toHaveLength(4)
  })

  it('shows names so that nobody obeys them', async () => {
    const person = aPerson()
    dropped(person, 'a\u001b[31m\nb.part', 'half')
    const { err, out } = await person.run('inbox')
    expect(out + err).not.toContain('\u001b')
    expect(out.split('\n').filter(line => line.includes('b.part'))).toHaveLength(1)
  })
})

describe('a file that somebody is writing', () => {
  const now = (seconds = 0) => new Date(Date.now() + seconds * 1000).toISOString()

  it('is an entry at once when it is given its name when it is whole', async () => {
    const person = aPerson({ now: now() })
    const half = dropped(person, '.half', 'tea', now(-2))
    renameSync(half, join(inboxOf(person), 'a.txt'))
    expect(await textsOf(person)).toEqual(['tea'])
    expect(inInbox(person)).toEqual([])
  })

  it('loses nothing that is written after it was taken in', async () => {
    const person = aPerson({ now: now() })
    mkdirSync(inboxOf(person), { recursive: true, mode: 0o700 })
    const file = openSync(join(inboxOf(person), 'a.txt'), 'w')
    writeSync(file, 'one\n')
    expect(await textsOf(person)).toEqual(['one'])
    expect(await textsOf(person)).toEqual(['one'])
    expect(inInbox(person)).toEqual([expect.stringMatching(/^\.taken\..*a\.txt$/)])
    writeSync(file, 'two\n')
    closeSync(file)
    const later = person.with({ now: now(60) })
    expect((await textsOf(later)).sort()).toEqual(['one', 'one\ntwo'])
    expect(await person.json('doctor')).toMatchObject({ healthy: true })
    expect(inInbox(person)).toEqual([])
  })
})

describe('the inbox', () => {
  it('is made when it is asked for, for its owner alone', async () => {
    const person = aPerson()
    const { out } = await person.run('inbox')
    expect(out).toBe(
      `Your inbox is ${inboxOf(person)}\nIt is empty. A text file put there becomes an entry at the next command.\n`,
    )
    expect(statSync(inboxOf(person)).mode & 0o777).toBe(0o700)
    expect((await person.run('list')).err).toContain('There is nothing here yet')
  })

  it('gives what came in as data', async () => {
    const person = aPerson()
    dropped(person, 'a.txt', 'tea')
    expect(await person.json('inbox')).toMatchObject({
      folder: inboxOf(person),
      entries: [{ text: 'tea' }],
      left: [],
    })
  })

  it('may be a link to a folder that is synced', async () => {
    const person = aPerson()
    const synced = join(person.home, 'synced')
    for (const folder of [synced, person.data]) mkdirSync(folder, { recursive: true, mode: 0o700 })
    symlinkSync(synced, inboxOf(person))
    dropped(person, 'a.txt', 'tea')
    expect(await textsOf(person)).toEqual(['tea'])
    expect(readdirSync(synced)).toEqual([])
    dropped(person, 'b.part', 'half')
    expect((await person.run('erase', '--all', '--yes')).code).toBe(0)
    expect(readdirSync(synced)).toEqual([])
    expect(existsSync(person.data)).toBe(false)
  })

  it('is known to the doctor, who makes it private again', async () => {
    const person = aPerson()
    await person.run('jot', 'first')
    dropped(person, 'b.part', 'half')
    chmodSync(inboxOf(person), 0o755)
    expect(await person.json('doctor', '--mend')).toMatchObject({
      healthy: true,
      findings: [{ what: 'inbox', file: inboxOf(person), fine: true }],
      mended: [{ file: inboxOf(person) }],
    })
    expect(statSync(inboxOf(person)).mode & 0o777).toBe(0o700)
  })

  it('goes with the journal, and is named before', async () => {
    const person = aPerson()
    await person.run('jot', 'first')
    dropped(person, 'b.part', 'half')
    expect((await person.run('erase', '--all')).err).toContain('what lies in the inbox,')
    await person.run('erase', '--all', '--yes')
    expect(existsSync(person.data)).toBe(false)
  })

  it('goes alone too, and a folder in it stays and is named', async () => {
    const person = aPerson()
    dropped(person, 'b.part', 'half')
    mkdirSync(join(inboxOf(person), 'mine'))
    const { err } = await person.run('erase', '--all', '--yes')
    expect(err).toContain(`${inboxOf(person)} stays: something else is in it.`)
    expect(inInbox(person)).toEqual(['mine'])
  })

  it('keeps its pages, and the command its answer, where nothing can be kept', async () => {
    const person = aPerson()
    await person.run('jot', 'first')
    dropped(person, 'a.txt', 'tea')
    // What an undo of the rename finds on a disk that is full or read-only: no place for the change.
    const pending = join(person.data, 'g1/pending')
    renameSync(pending, `${pending}.away`)
    symlinkSync('/proc/self/fdinfo', pending)
    const { code, out, err } = await person.run('list', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).entries).toHaveLength(1)
    expect(err).toContain('The inbox was left as it is.')
    expect((await person.run('inbox')).code).toBe(1)
    expect(inInbox(person)).toEqual(['a.txt'])
  })
})

describe('the function of the shell', () => {
  const shells = ['dash', 'bash', 'busybox'].filter(it => {
    try {
      execFileSync('which', [it])
      return true
    } catch {
      return false
    }
  })
  const called = (shell: string, script: string, env: Record<string, string> = {}, input = '') =>
    execFileSync(shell, [...(shell === 'busybox' ? ['sh'] : []), '-c', script], {
      env: { PATH: process.env.PATH, ...env },
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    })

  it.each(shells)('drops words and what comes through a pipe, in %s', async shell => {
    const person = aPerson({ now: new Date(Date.now() + 30_000).toISOString() })
    const { out } = await person.run('inbox', '--shell')
    expect(out.trim().split('\n')).toHaveLength(5)
    const script = `set -euC; umask 022; alias cat=false mv=false\n${out}\nhjot "a  b" '-n $HOME *'; umask`
    expect(called(shell, script).trim()).toBe('0022')
    called(shell, `${out}\nhjot`, {}, 'yesterday: piped\n')
    expect(inInbox(person).every(name => /^\w{10}\.txt$/.test(name))).toBe(true)
    for (const name of inInbox(person))
      expect(statSync(join(inboxOf(person), name)).mode & 0o777).toBe(0o600)
    expect((await textsOf(person)).sort()).toEqual(['a  b -n $HOME *', 'piped'])
    expect(inInbox(person)).toEqual([])
  })

  it.each(shells)(
    'finds the folder of another home, or of the one that was named, in %s',
    async shell => {
      const person = aPerson()
      const here = join(person.home, "it's here")
      const { out } = await person.run('inbox', '--shell')
      const named = (await person.run('inbox', '--shell', '--journal', here)).out
      called(shell, `${out}\nhjot one`)
      called(shell, `${out}\nhjot two`, { HEARTEN_HOME: join(person.home, 'new') })
      called(shell, `${named}\nhjot three`, { HEARTEN_HOME: join(person.home, 'new') })
      const textsIn = (folder: string) =>
        readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
      expect(textsIn(inboxOf(person))).toEqual(['one\n'])
      expect(textsIn(join(person.home, 'new/data/inbox'))).toEqual(['two\n'])
      expect(textsIn(join(here, 'inbox'))).toEqual(['three\n'])
      expect(statSync(join(person.home, 'new')).mode & 0o777).toBe(0o700)
    },
  )

  it.each(shells)('says when it kept nothing, in %s', async shell => {
    const person = aPerson()
    const { out } = await person.run('inbox', '--shell')
    writeFileSync(join(person.home, 'new'), 'a file in the place of the folder')
    const home = { HEARTEN_HOME: join(person.home, 'new') }
    expect(() => called(shell, `${out}\nhjot one`, home)).toThrow()
    // Each of the programs it calls may fail, as on a full disk.
    for (const name of ['mktemp', 'sync', 'mv', 'cat']) {
      const bin = join(person.home, name)
      mkdirSync(bin)
      writeFileSync(join(bin, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
      expect(() =>
        called(shell, `${out}\nhjot`, { PATH: `${bin}:${process.env.PATH}` }, 'one'),
      ).toThrow()
      expect(inInbox(person).filter(file => !file.startsWith('.'))).toEqual([])
    }
  })

  it('gives no data', async () => {
    expect((await aPerson().run('inbox', '--shell', '--json')).code).toBe(2)
  })
})

describe('a file that is still there when its entry is removed for ever', () => {
  const now = (seconds = 0) => new Date(Date.now() + seconds * 1000).toISOString()

  /** Somebody whose file came in the moment it was written: it waits aside, should more be written into it. */
  async function aPersonWithFileAside() {
    const person = aPerson({ now: now() })
    mkdirSync(inboxOf(person), { recursive: true, mode: 0o700 })
    writeFileSync(join(inboxOf(person), 'a.txt'), 'a canary sang')
    const [{ id } = { id: '' }] = await entriesOf(person)
    return { person, id, aside: join(inboxOf(person), inInbox(person)[0] ?? '') }
  }

  it('goes with it, and does not come in again', async () => {
    const { person, id } = await aPersonWithFileAside()
    dropped(person, 'b.txt', 'other words')
    expect((await person.run('delete', id, '--forever', '--yes')).code).toBe(0)
    expect(filesHolding(person.home, 'canary')).toEqual([])
    expect(await textsOf(person.with({ now: now(60) }))).toEqual(['other words'])
  })

  it('stays when other words are in it by now', async () => {
    const { person, id, aside } = await aPersonWithFileAside()
    writeFileSync(aside, 'a canary sang, and another')
    expect((await person.run('delete', id, '--forever', '--yes')).code).toBe(0)
    expect(await textsOf(person.with({ now: now(60) }))).toEqual(['a canary sang, and another'])
  })

  it('goes with it out of the trash, for the sake of which it stayed', async () => {
    const person = aPerson()
    dropped(person, 'a.txt', 'a canary sang')
    const [{ id } = { id: '' }] = await entriesOf(person)
    expect((await person.run('delete', id)).code).toBe(0)
    dropped(person, 'a.txt', 'a canary sang')
    expect((await person.run('list')).err).toContain('"a.txt" stays in your inbox')
    expect((await person.run('delete', id, '--forever', '--yes')).code).toBe(0)
    expect(filesHolding(person.home, 'canary')).toEqual([])
    expect(await textsOf(person)).toEqual([])
  })
})
