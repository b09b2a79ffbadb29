import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeEditing } from '../../src/system/editing-folders.ts'
import { systemHost } from '../../src/system/host.ts'
import { looksSealed } from '../../src/vault/age.ts'
import { aFolder } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { filesHolding, filesIn } from '../helpers/files.ts'
import { dropped, inboxOf } from '../helpers/inbox.ts'
import type { ScriptedDialogue, Step } from '../helpers/scripted-dialogue.ts'
import { enough, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const ofJournal = 'correct horse battery'
const ofPart = 'quite another phrase'
const canary = 'canary'

/** A file outside of the home that holds a passphrase, as a script would have it. */
function fileWith(text: string): string {
  const file = join(aFolder(), 'passphrase')
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

interface Known {
  readonly journal?: string
  readonly part?: string
}

/** The person with these passphrases in files. */
const knowing = (person: Person, { journal, part }: Known, input?: string) =>
  person.with({
    env: {
      ...(journal && { HEARTEN_PASSPHRASE_FILE: fileWith(`${journal}\n`) }),
      ...(part && { HEARTEN_PART_PASSPHRASE_FILE: fileWith(`${part}\n`) }),
    },
    ...(input !== undefined && { input }),
  })

const done = { code: 0 }
const holdingCanary = ({ home }: Person) => filesHolding(home, canary)
const idOf = async (person: Person, ...where: string[]) => {
  const { entries } = (await person.json('list', ...where)) as { entries: { id: string }[] }
  return entries.at(-1)?.id ?? ''
}

/** Somebody with a plain journal of their own and an empty part in it; or with an encrypted one. */
async function aPersonWithPart(kind: 'plain' | 'encrypted' = 'plain'): Promise<Person> {
  const person = aPerson()
  await person.run('jot', 'ordinary words', '--mood', '3')
  expect(
    await knowing(person, { part: ofPart }).run('vault', 'part', 'add', 'work', '--yes'),
  ).toMatchObject(done)
  if (kind === 'encrypted')
    expect(await knowing(person, { journal: ofJournal }).run('vault', 'on', '--yes')).toMatchObject(
      done,
    )
  return person
}

/** The same, with words in the part that were written without its passphrase. */
async function aPersonWithWords(): Promise<Person> {
  const person = await aPersonWithPart()
  expect(await person.run('jot', '--part', 'work', 'a canary sang')).toMatchObject(done)
  return person
}

/** Reads the recovery key off the screen, and types what is asked of it. */
function readingTheKey(steps: readonly Step[]): ScriptedDialogue {
  const dialogue = scriptedDialogue(steps)
  return Object.assign(dialogue, {
    async line() {
      return dialogue.heard.find(line => line.startsWith('AGE-SECRET-KEY-1'))?.slice(-6)
    },
  })
}

describe('vault part add', () => {
  it('says what it means, asks for a passphrase twice, and shows the recovery key', async () => {
    const person = aPerson()
    const dialogue = readingTheKey([
      ['Go ahead?', true],
      ['Which passphrase?', 'one of my own'],
      ['The new passphrase:', ofPart],
      ['Once more:', ofPart],
    ])
    const { code, err } = await person.with({ dialogue }).run('vault', 'part', 'add', 'Work ')
    expect([code, err]).toEqual([0, expect.stringContaining('The part "work" is made.')])
    expect(err).toContain('choose a name that says nothing')
    expect(dialogue.heard.join(' ')).toContain('It opens the part "work"')
    expect(await person.json('vault', 'part', 'list')).toEqual({
      version: 1,
      parts: [{ name: 'work', folder: join(person.data, 'parts/work') }],
    })
  })

  it('changes nothing for who leaves at any question', async () => {
    const steps: Step[] = [
      ['Go ahead?', true],
      ['Which passphrase?', 'one of my own'],
      ['The new passphrase:', ofPart],
      ['Once more:', ofPart],
      ['its last 6 letters?', skip],
    ]
    for (const at of [0, 2, 3, 4]) {
      const person = aPerson()
      const last: Step = [steps[at]?.[0] ?? '', at === 0 ? false : skip]
      const dialogue = scriptedDialogue([...steps.slice(0, at), last])
      const { code, err } = await person.with({ dialogue }).run('vault', 'part', 'add', 'work')
      expect([at, code, err]).toEqual([at, 1, expect.stringContaining('Nothing was changed.')])
      expect(existsSync(join(person.data, 'parts'))).toBe(false)
    }
  })

  it('makes nothing that is plain or that others may read', async () => {
    const person = await aPersonWithPart()
    const parts = join(person.data, 'parts')
    const plain = filesIn(parts).filter(path => !looksSealed(readFileSync(path)))
    expect(plain.map(path => path.slice(parts.length + 1)).sort()).toEqual([
      'work/HOW-TO-OPEN-WITHOUT-HEARTEN.txt',
      'work/g1/recipient.txt',
      'work/journal.json',
    ])
    for (const name of ['.', ...readdirSync(parts, { recursive: true, encoding: 'utf8' })]) {
      const stat = statSync(join(parts, name))
      expect([name, stat.mode & 0o777]).toEqual([name, stat.isDirectory() ? 0o700 : 0o600])
    }
  })

  it.each(['../work', '.', '..', 'a/b', '-x', '', 'a\\b', 'x'.repeat(41), 'a\u202eb', 'a`b'])(
    'is refused for the name %j, and so is every use of it',
    async name => {
      const person = await aPersonWithPart()
      const before = filesIn(person.home)
      for (const words of [
        ['vault', 'part', 'add', '--yes', '--', name],
        ['vault', 'part', 'destroy', '--yes', '--', name],
        ['jot', `--part=${name}`, 'words'],
      ])
        expect(await knowing(person, { part: ofPart }).run(...words)).toMatchObject({ code: 2 })
      expect(filesIn(person.home)).toEqual(before)
    },
  )

  it('is refused for a name there is, however it is typed', async () => {
    const person = await aPersonWithWords()
    for (const name of ['work', 'Work', ' WORK']) {
      const { code, err } = await knowing(person, { part: 'a third one' }).run(
        ...['vault', 'part', 'add', name, '--yes'],
      )
      expect([code, err]).toEqual([1, expect.stringContaining('a part called "work" already')])
    }
    expect((await knowing(person, { part: ofPart }).run('--part', 'WORK', 'list')).out).toContain(
      canary,
    )
  })
})

/** Writing, which needs no passphrase. */
const writing: readonly (readonly string[])[] = [
  ['jot', 'a canary sang +canary @canary', '--mood', '1', '--star'],
  ['jot', 'a canary of long ago', '--at', '2019-05-04'],
  ['checkin', '--mood', '1', '--feeling', 'canary', '--note', 'canary'],
  ['promise', 'feed the canary', '--who', 'canary', '--due', 'today'],
  ['toolkit', 'use', 'canary song', '--before', '1', '--after', '5'],
  ['meeting', 'the canary group', '--stayed', 'canary'],
  ['letter', '--to', 'canary', 'dear canary'],
  ['letter', '--until', '2027-01-01', 'a canary to come'],
]

/** What is written after a look at what there is already. */
const adding: readonly (readonly string[])[] = [
  ['people', 'add', 'canary', '--status', 'close'],
  ['people', 'reached', 'canary', '--note', 'canary', '--answered'],
  ['prompts', 'add', 'What did the canary say?', '--theme', 'growth'],
  ['config', 'mute', 'tag', 'canary'],
]

/** Reading, from which nothing of a part may come, and which must say the same whether there is anything in it. */
const reading: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--json'],
  ['list', '--from', '2019-01-01'],
  ['show', 'last'],
  ['show', 'today'],
  ['search', canary],
  ['search', '--regex', 'can.ry'],
  ['review'],
  ['review', 'all'],
  ['review', 'all', '--json'],
  ['review', '2019'],
  ['calendar', '--json'],
  ['calendar', '2019'],
  ['insights'],
  ['status'],
  ['status', '--short'],
  ['status', '--json'],
  ['people', '--json', '--with-private'],
  ['toolkit', '--json', '--with-private'],
  ['promise'],
  ['letter', '--list'],
  ['prompts', '--json'],
  ['config', 'mute', '--json'],
  ['config', 'list'],
  ['delete', '--trash', '--json'],
  ['backup', '--list'],
  ['inbox'],
  ['help-now'],
  ['export', 'json'],
  ['export', 'markdown', '--with-private'],
  ['export', 'csv'],
  ['export', 'text'],
  ['export', 'jrnl'],
  ['export', 'html'],
  ['today', '--sheet'],
  ['vault'],
  ['vault', 'part', 'list'],
  ['doctor'],
  ['doctor', '--json'],
  ['doctor', '--mend'],
]

describe.each(['plain', 'encrypted'] as const)('a part of a journal that is %s', kind => {
  it('is seen by nobody without its passphrase: in no command, and in no file', async () => {
    const person = await aPersonWithPart(kind)
    const able = () => knowing(person, kind === 'encrypted' ? { journal: ofJournal } : {})
    const said = async () => {
      const all: unknown[] = []
      for (const words of reading) {
        const { code, out, err } = await able().run(...words)
        all.push([words, code, err, out.replace(/session=\w+/, 'session')])
      }
      return all
    }
    await said()
    const before = await said()
    for (const words of writing)
      expect([words, await person.run(...words, '--part', 'work')]).toEqual([
        words,
        expect.objectContaining({ code: 0, err: expect.not.stringContaining('that day') }),
      ])
    for (const words of adding) {
      await person.run(...words, '--part', 'work')
      const { code } = await knowing(person, { part: ofPart }).run(...words, '--part', 'work')
      expect([words, code]).toEqual([words, 0])
    }
    expect(
      await knowing(person, {}, 'a canary by a pipe').run('today', '--part', 'work'),
    ).toMatchObject(done)
    expect(await said()).toEqual(before)
    expect(holdingCanary(person)).toEqual([])
  })

  it('is seen with its passphrase, and leaves no word in any file, whatever is done in it', async () => {
    const person = await aPersonWithPart(kind)
    for (const words of writing)
      expect([words, await person.run('--part', 'work', ...words)]).toEqual([
        words,
        expect.objectContaining(done),
      ])
    const out = aFolder()
    const within = () => knowing(person, { part: ofPart })
    for (const words of [
      ...adding,
      ['list'],
      ['show', 'last'],
      ['search', canary],
      ['review', 'all'],
      ['review', 'all', '--html', join(out, 'review.html')],
      ['calendar'],
      ['insights'],
      ['status'],
      ['people', 'show', canary],
      ['toolkit'],
      ['promise', 'done', '1', '--helped', 'the canary'],
      ['edit', 'last', 'another canary'],
      ['star', 'last'],
      ['undo'],
      ['redo'],
      ['delete', 'last'],
      ['delete', '--trash'],
      ['export', 'json', '--output', join(out, 'all.json')],
      ['export', 'markdown', '--to', join(out, 'days')],
      ['import', join(out, 'all.json')],
      ['backup'],
      ['backup', '--list'],
      ['backup', join(out, 'copy.json')],
      ['restore', '2026-11-22', '--yes'],
      ['restore', join(out, 'copy.json'), '--yes'],
      ['config', 'mute', 'person', canary],
      ['doctor'],
      ['doctor', '--mend'],
      ['vault', 'status'],
      ['vault', 'recovery'],
      ['help-now'],
      ['delete', 'last'],
    ]) {
      const { code, err } = await within().run(...words, '--part', 'work')
      expect([words, code, err]).toEqual([words, 0, expect.any(String)])
      expect([words, holdingCanary(person)]).toEqual([words, []])
    }
    expect(readFileSync(join(out, 'all.json'), 'utf8')).toContain('a canary of long ago')
    const seen = await within().run('vault', 'part', 'open', 'work', '--from', '2019-01-01')
    expect(seen.out).toContain('a canary of long ago')
    expect(seen.out).not.toContain('ordinary words')
  })
})

describe('vault part open', () => {
  it.each([
    [['vault', 'part', 'open', 'work']],
    [['vault', 'part', 'open', 'work', '--tag', 'bird']],
    [['-q', 'vault', 'part', 'open', 'work', '--', 'list']],
    [['vault', 'part', 'open', 'work', 'search', canary, '--tag', 'bird']],
    [['vault', 'part', 'open', 'work', '--', 'search', canary]],
    [['--part', 'work', 'list']],
    [['list', '--part=work']],
  ])('shows what is in it for one command: %j', async words => {
    const person = await aPersonWithPart()
    await person.run('jot', '--part', 'work', 'a canary sang +bird')
    const { code, out } = await knowing(person, { part: ofPart }).run(...words)
    expect([code, out]).toEqual([0, expect.stringContaining('a canary sang')])
    expect((await person.run('list')).out).not.toContain(canary)
  })

  it('asks for its passphrase once, says what for, and goes on after a slip', async () => {
    const person = await aPersonWithWords()
    const dialogue = scriptedDialogue([
      ['The passphrase of the part "work":', 'a slip'],
      ['That was not it. The passphrase of the part "work":', ofPart],
    ])
    const { out } = await person.with({ dialogue }).run('vault', 'part', 'open', 'work')
    expect(out).toContain('a canary sang')
  })

  it('is refused where there is no such part', async () => {
    const person = await aPersonWithWords()
    for (const words of [
      ['vault', 'part', 'open', 'other'],
      ['vault', 'part', 'open', 'other', '--', 'list'],
      ['--part', 'other', 'jot', 'words'],
      ['vault', 'part', 'move', 'other', 'last', '--yes'],
    ])
      expect([words, await person.run(...words)]).toEqual([
        words,
        { code: 2, out: '', err: expect.stringContaining('There is no part called "other".') },
      ])
    expect(readdirSync(join(person.data, 'parts'))).toEqual(['work'])
  })
})

describe('the passphrase of a part', () => {
  it('is what the first session in a part speaks of', async () => {
    const person = await aPersonWithPart()
    const dialogue = scriptedDialogue([
      ['The passphrase of the part "work":', ofPart],
      ['How are you, right now?', 2],
      ['And your energy?', enough],
    ])
    await person.with({ dialogue }).run('--part', 'work', '--length', 'short')
    const heard = dialogue.heard.join('\n')
    expect(heard).toContain(join(person.data, 'parts/work'))
    expect(heard).toContain('Reading them asks for your passphrase')
    expect(heard).not.toContain('Someone who uses your account can')
  })

  it('costs no word when it is wrong or missing', async () => {
    const person = await aPersonWithWords()
    for (const known of [{}, { part: 'something else' }, { journal: ofPart }]) {
      const other = knowing(person, known)
      expect((await other.run('--part', 'work', 'list')).code).toBe(3)
      expect(await other.run('--part', 'work', 'jot', 'more of the canary')).toEqual({
        code: 0,
        out: '',
        err: expect.stringMatching(
          /^Saved in the part "work" for Sunday 22 November\. Its id is \w+\.\n$/,
        ),
      })
      const piped = knowing(person, known, 'words that are nowhere else')
      expect(await piped.run('--part', 'work', 'edit', 'last', '-')).toEqual({
        code: 3,
        out: expect.stringContaining('words that are nowhere else'),
        err: expect.any(String),
      })
    }
    const { out } = await knowing(person, { part: ofPart }).run('--part', 'work', 'list', '--json')
    expect(JSON.parse(out).entries).toHaveLength(4)
  })

  it('is another than that of the journal, and each changes alone', async () => {
    const person = await aPersonWithPart('encrypted')
    await knowing(person, { part: 'of a second part' }).run('vault', 'part', 'add', 'home', '--yes')
    for (const part of ['work', 'home']) await person.run('jot', '--part', part, `in ${part}`)
    const opens = async (known: Known, ...words: string[]) =>
      (await knowing(person, known).run(...words, 'list')).code === 0
    const change = (known: Known, to: string, ...words: string[]) =>
      knowing(person, known).run('vault', 'passphrase', '--new', fileWith(to), ...words)

    expect(await change({ part: ofPart }, 'the new one of work', '--part', 'work')).toEqual({
      code: 0,
      out: '',
      err: expect.stringContaining('The new passphrase opens'),
    })
    expect(await opens({ part: ofPart }, '--part', 'work')).toBe(false)
    expect(await opens({ part: 'the new one of work' }, '--part', 'work')).toBe(true)
    expect(await opens({ part: 'of a second part' }, '--part', 'home')).toBe(true)
    expect(await opens({ journal: ofJournal })).toBe(true)

    expect(await change({ journal: ofJournal }, 'the new one of all')).toMatchObject(done)
    expect(await opens({ journal: 'the new one of all' })).toBe(true)
    expect(await opens({ part: 'the new one of work' }, '--part', 'work')).toBe(true)
    // Neither opens the other, though both are at hand.
    const both = { journal: 'the new one of all', part: 'of a second part' }
    expect(await opens(both, '--part', 'work')).toBe(false)
    expect(await opens({ journal: both.part, part: both.journal })).toBe(false)
  })

  it('is made anew by the recovery key of the part, and by no other', async () => {
    const person = await aPersonWithWords()
    const { out } = await knowing(person, { part: ofPart }).run(
      'vault',
      'recovery',
      '--part',
      'work',
    )
    expect(out).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}\n$/)
    const recover = (key: string) =>
      knowing(person, { part: 'thought of anew' }, key).run('vault', 'recover', '--part', 'work')
    const another = 'AGE-SECRET-KEY-18PVJA8U9CPKE0KLVUGGHR5X078FKVDRWCF20NZGC0GWTAMG6MF6SNGCX7P'
    expect((await recover(another)).code).toBe(1)
    expect(await recover(out)).toMatchObject(done)
    const opened = await knowing(person, { part: 'thought of anew' }).run('--part', 'work', 'list')
    expect(opened.out).toContain('a canary sang')
  })
})

describe('vault part move', () => {
  it('takes along the file in the inbox that became the entry', async () => {
    const person = (await aPersonWithPart()).with({ now: new Date().toISOString() })
    mkdirSync(inboxOf(person))
    // Written this very moment, so that it waits aside.
    writeFileSync(join(inboxOf(person), 'a.txt'), 'a canary sang #canary')
    const id = await idOf(person, '--tag', canary)
    expect(filesIn(inboxOf(person))).toHaveLength(1)
    expect(await person.run('vault', 'part', 'move', 'work', id, '--yes')).toMatchObject(done)
    expect(holdingCanary(person)).toEqual([])
    expect((await person.run('search', canary)).out).toBe('')
  })

  it('brings entries into a part with every earlier version, and leaves nothing of them', async () => {
    const person = await aPersonWithPart()
    await person.run('jot', 'a canary +canary @canary', '--at', '2026-10-05')
    const id = await idOf(person, '--tag', canary)
    await person.run('edit', id, 'the canary sang better')
    await person.run('backup')
    await person.run('review', 'all')
    const moved = (await person.run('search', canary)).out
    expect(holdingCanary(person).length).toBeGreaterThan(3)
    const { code, err } = await person.run('vault', 'part', 'move', 'work', id, '--yes')
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('Moved into the part "work": 1 entry.'),
    ])
    expect(moved).toContain('the canary sang better')
    expect(holdingCanary(person)).toEqual([])
    expect(filesHolding(person.home, id).filter(path => !/pending|recent/.test(path))).toEqual([])
    expect((await person.run('search', canary)).out).toBe('')
    expect((await person.run('undo')).err).not.toContain(canary)

    const able = knowing(person, { part: ofPart })
    expect((await able.run('--part', 'work', 'show', id, '--history')).out).toContain(
      'a canary +canary @canary',
    )
    expect(await able.run('vault', 'part', 'move', 'work', id, '--back', '--yes')).toMatchObject(
      done,
    )
    expect((await person.run('show', id, '--history')).out).toContain('a canary +canary @canary')
    expect((await able.run('--part', 'work', 'list', '--json')).out).not.toContain(canary)
  })

  it('asks first, and changes nothing without a yes or for an id that is none', async () => {
    const person = await aPersonWithPart()
    await person.run('jot', 'a canary')
    const asked = await person.run('vault', 'part', 'move', 'work', 'last')
    expect(asked).toEqual({ code: 2, out: '', err: expect.stringContaining('This moves 1 entry') })
    expect((await person.run('vault', 'part', 'move', 'work', 'zzzz', '--yes')).code).toBe(1)
    expect((await person.run('list')).out).toContain('a canary')
    expect(readdirSync(join(person.data, 'parts/work/g1/pending'))).toEqual([])
  })
})

describe('vault part destroy', () => {
  it('removes one part alone, key and all, and says what it cannot reach', async () => {
    const person = await aPersonWithWords()
    const able = knowing(person, { part: ofPart })
    await able.run('vault', 'part', 'add', 'home', '--yes')
    await person.run('jot', '--part', 'home', 'at home')
    await able.run('--part', 'work', 'backup')
    const unsure = await person.run('vault', 'part', 'destroy', 'work')
    expect(unsure).toEqual({ code: 2, out: '', err: expect.stringContaining('Add --yes') })
    expect((await able.run('--part', 'work', 'list')).out).toContain(canary)

    const { code, err } = await person.run('vault', 'part', 'destroy', 'Work', '--yes')
    expect([code, err]).toEqual([0, expect.stringContaining('is gone, and its key with it.')])
    expect(err).toContain('copies made with `hearten backup FILE`')
    expect(readdirSync(join(person.data, 'parts'))).toEqual(['home'])
    expect((await able.run('--part', 'work', 'list')).code).toBe(2)
    expect((await able.run('--part', 'home', 'list')).out).toContain('at home')
    expect((await person.run('list')).out).toContain('ordinary words')
    expect(await person.run('vault', 'part', 'destroy', 'work', '--yes')).toMatchObject({ code: 1 })
    await person.run('vault', 'part', 'destroy', 'home', '--yes')
    expect(existsSync(join(person.data, 'parts'))).toBe(false)
  })

  it('goes with the whole journal, and is asked for nothing then', async () => {
    const person = await aPersonWithWords()
    expect((await person.run('erase', '--all')).err).toContain('1 part with a lock, keys and all')
    expect(await person.run('erase', '--all', '--yes')).toMatchObject(done)
    expect(existsSync(person.data)).toBe(false)
  })

  it('leaves what is not hearten’s where it is', async () => {
    const person = await aPersonWithWords()
    writeFileSync(join(person.data, 'parts/work/g1/mine.txt'), 'mine')
    const { err } = await person.run('vault', 'part', 'destroy', 'work', '--yes')
    expect(err).toContain('stays: something else is in it.')
    expect(filesIn(join(person.data, 'parts'))).toEqual([
      join(person.data, 'parts/work/g1/mine.txt'),
    ])
  })
})

describe('what belongs to a part', () => {
  it('is never written plain, whatever is gone of it', async () => {
    const gone = ['journal.json', 'g1/identity.age', 'g1/identity.age.bak', 'g1/recipient.txt']
    for (let which = 1; which < 2 ** gone.length; which++) {
      const person = await aPersonWithWords()
      for (const [i, name] of gone.entries())
        if (which & (2 ** i)) rmSync(join(person.data, 'parts/work', name))
      const { code } = await person.run('--part', 'work', 'jot', 'another canary')
      expect([which, code]).toEqual([which, expect.toSatisfy(it => it === 0 || it === 3)])
      for (const words of [['list'], ['doctor', '--mend', '--yes'], ['jot', 'one more canary']])
        await knowing(person, { part: ofPart }).run('--part', 'work', ...words)
      expect([which, holdingCanary(person)]).toEqual([which, []])
    }
  })

  it('is looked over by a doctor of its own; the other says that it is there, and no more', async () => {
    const person = await aPersonWithWords()
    const able = knowing(person, { part: ofPart })
    await able.run('--part', 'work', 'list')
    writeFileSync(join(person.data, 'parts/work/g1/months/2026-11.json'), '')
    const findings = async () =>
      ((await person.json('doctor')) as { findings: { file: string; what: string }[] }).findings
    expect(await findings()).toEqual([
      expect.objectContaining({ what: 'part', file: join(person.data, 'parts/work'), fine: true }),
    ])
    expect((await able.run('--part', 'work', 'doctor')).code).toBe(1)
    expect((await able.run('--part', 'work', 'doctor', '--mend')).code).toBe(0)
    expect((await able.run('--part', 'work', 'list')).out).toContain('a canary sang')
  })

  it('comes back from a copy in one file, locked as it was, and from no other part', async () => {
    const person = await aPersonWithWords()
    await knowing(person, { part: ofPart }).run('--part', 'work', 'list')
    await person.run('jot', '--part', 'work', 'a canary that waits')
    const copy = join(aFolder(), 'copy.json')
    const made = await person.run('backup', copy)
    expect(made.err).toContain('It holds 1 part with a lock too')
    expect(readFileSync(copy, 'utf8')).not.toContain(canary)
    const again = await person.run('restore', copy, '--yes')
    expect(again.err).toContain('stay as they are here: work.')
    expect(again.err).toContain('Nothing was changed.')

    const other = aPerson()
    const { code, err } = await other.run('restore', copy, '--yes')
    expect([code, err]).toEqual([0, expect.stringContaining('1 part, locked as before')])
    expect(holdingCanary(other)).toEqual([])
    expect((await other.run('--part', 'work', 'list')).code).toBe(3)
    const able = knowing(other, { part: ofPart })
    const { out } = await able.run('--part', 'work', 'list')
    expect(out).toContain('a canary sang')
    expect(out).toContain('a canary that waits')
    expect((await able.run('--part', 'work', 'doctor')).code).toBe(0)
  })

  it.each([
    ['a name that leads elsewhere', { name: '../work' }],
    ['a file that leads elsewhere', { files: [{ file: '../journal.json', bytes: '' }] }],
    ['a file that is none of ours', { files: [{ file: 'g1/months/x.json', bytes: '' }] }],
    ['no files', { files: undefined }],
  ])('is not brought back from a copy with %s', async (_, odd) => {
    const person = await aPersonWithWords()
    const copy = join(aFolder(), 'copy.json')
    await person.run('backup', copy)
    const file = JSON.parse(readFileSync(copy, 'utf8'))
    Object.assign(file.beside.parts[0], odd)
    writeFileSync(copy, JSON.stringify(file))
    const other = aPerson()
    expect(await other.run('restore', copy, '--yes')).toMatchObject({ code: 1 })
    expect(filesIn(other.home)).toEqual([])
  })

  it('is not brought back plain', async () => {
    const person = await aPersonWithWords()
    const copy = join(aFolder(), 'copy.json')
    await person.run('backup', copy)
    const file = JSON.parse(readFileSync(copy, 'utf8'))
    const [part] = file.beside.parts
    part.files = part.files.filter((it: { file: string }) => !/age|recipient/.test(it.file))
    writeFileSync(copy, JSON.stringify(file))
    const other = aPerson()
    const { code, err } = await other.run('restore', copy, '--yes')
    expect([code, err]).toEqual([1, expect.stringContaining('is not whole')])
    expect(existsSync(join(other.data, 'parts/work'))).toBe(false)
  })

  it('keeps the numbers of help-now where they are found without it', async () => {
    const person = await aPersonWithWords()
    await person.run('help-now', 'add', 'sister', '12345')
    expect((await person.run('help-now', '--part', 'work')).out).toContain('12345')
    const { err } = await person.run('--part', 'work', 'jot', 'I want to kill myself')
    expect(err).toContain('12345')
    expect(filesIn(join(person.data, 'parts')).filter(path => path.endsWith('help.json'))).toEqual(
      [],
    )
  })

  it('gets back the page that an editor left when hearten was killed, by whichever command', async () => {
    const person = await aPersonWithWords()
    const memory = aFolder()
    const env = { XDG_RUNTIME_DIR: memory }
    const left = person.with({ env })
    const journal = join(person.data, 'parts/work')
    const owner = { ...systemHost(process).self(), pid: 4_194_400 }
    const page = { id: 'night', content: { kind: 'jot', startedAt: '2026-11-22T21:00:00Z' } }
    const { file } = makeEditing(left.world, { journal, owner, opened: '', page }, 'memory')
    writeFileSync(file, 'a canary half sung')
    expect((await left.run('doctor')).out).toContain('A page was open in an editor')
    expect((await left.run('list')).out).not.toContain(canary)
    expect(filesIn(memory)).toEqual([])
    expect(holdingCanary(person)).toEqual([])
    expect((await left.run('status')).out).not.toContain('Something was begun')
    const able = knowing(person, { part: ofPart })
    expect((await able.run('--part', 'work', 'status')).out).toContain('Something was begun')
  })

  it.skipIf(!existsSync('/dev/shm'))(
    'leaves nothing of a page that is no text when all is erased, and keeps none on the disk',
    async () => {
      const person = await aPersonWithPart()
      const memory = aFolder()
      const editor = join(memory, 'editor')
      writeFileSync(editor, `#!/bin/sh\nprintf 'a canary \\377' > "$1"\n`, { mode: 0o700 })
      const left = person.with({ env: { XDG_RUNTIME_DIR: memory, VISUAL: editor } })
      const { err } = await left.run('--part', 'work', 'jot', '--editor')
      const [, page = ''] = /is kept in\s+(\S+)\. That is in memory/.exec(err) ?? []
      expect(holdingCanary(person)).toEqual([])
      expect(readFileSync(page)).toEqual(Buffer.from('a canary \xff', 'latin1'))
      // As if this process had been killed.
      const note = join(dirname(page), 'about.json')
      const about = JSON.parse(readFileSync(note, 'utf8'))
      const dead = { ...about.owner, pid: 4_194_400 }
      writeFileSync(note, JSON.stringify({ ...about, owner: dead, editor: dead }))
      expect(await left.run('erase', '--all', '--yes')).toMatchObject(done)
      expect(existsSync(page)).toBe(false)
    },
  )

  it('takes nothing from the inbox', async () => {
    const person = await aPersonWithWords()
    dropped(person, 'note.txt', 'dropped for the journal')
    await person.run('--part', 'work', 'jot', 'in the part')
    expect(readdirSync(inboxOf(person))).toEqual(['note.txt'])
    expect((await person.run('list')).out).toContain('dropped for the journal')
  })
})

describe('--part', () => {
  it.each([
    [['vault', 'on']],
    [['vault', 'off']],
    [['vault', 'part', 'list']],
    [['vault', 'part', 'add', 'x']],
    [['vault', 'part', 'destroy', 'work']],
    [['erase', '--all']],
    [['inbox']],
    [['demo']],
  ])('means nothing with %j', async words => {
    const person = await aPersonWithWords()
    const before = filesIn(person.home)
    expect(await person.run(...words, '--part', 'work', '--yes')).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('is about the whole journal'),
    })
    expect(filesIn(person.home)).toEqual(before)
  })

  it('stands in every hint, so that nobody changes the journal who meant the part', async () => {
    const person = await aPersonWithWords()
    const able = knowing(person, { part: ofPart })
    const edited = await able.run('--part', 'work', 'delete', 'last')
    expect(edited.err).toContain('`hearten --part work undo` brings it back.')
    const wrong = await able.run('--part', 'work', 'show', 'zzzz')
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringContaining('`hearten --part work list`'),
    ])
    expect((await person.run('--part', 'work', 'status')).out).toContain(
      '`hearten --part work review`',
    )
  })
})
