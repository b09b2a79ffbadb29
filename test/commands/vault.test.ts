import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeEditing } from '../../src/system/editing-folders.ts'
import { systemHost } from '../../src/system/host.ts'
import { open } from '../../src/vault/age.ts'
import { identityIn } from '../../src/vault/identity.ts'
import { words } from '../../src/vault/phrase.ts'
import { aFolder } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { filesHolding, filesIn } from '../helpers/files.ts'
import { dropped } from '../helpers/inbox.ts'
import type { ScriptedDialogue, Step } from '../helpers/scripted-dialogue.ts'
import { enough, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const passphrase = 'correct horse battery'
const canary = 'canary'

/** A file outside of the home that holds a passphrase, as a script would have it. */
function fileWith(text: string | Buffer): string {
  const file = join(aFolder(), 'passphrase')
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

/** The person with their passphrase in a file. */
const knowing = (person: Person, text = passphrase) =>
  person.with({ env: { HEARTEN_PASSPHRASE_FILE: fileWith(`${text}\n`) } })

/** Somebody whose journal of two entries was encrypted by a script, and who is alone with it now. */
async function aSealedPerson(): Promise<Person> {
  const person = aPerson()
  await person.run('jot', 'a canary sang')
  await person.run('jot', 'and another canary')
  expect(await knowing(person).run('vault', 'on', '--yes')).toMatchObject({ code: 0 })
  return person
}

const holdingCanary = ({ home }: Person) => filesHolding(home, canary)

/** Reads the recovery key off the screen, and types what is asked of it. */
function readingTheKey(steps: readonly Step[]): ScriptedDialogue {
  const dialogue = scriptedDialogue(steps)
  let asked = 0
  return Object.assign(dialogue, {
    async line({ ask }: Parameters<ScriptedDialogue['line']>[0]) {
      expect(ask).toContain('its last 6 letters?')
      // The screen may have been hidden meanwhile, so with each question the key is there again.
      expect(keysIn(dialogue.heard)).toHaveLength(++asked)
      return asked === 1 ? 'QQQQQQ' : keyIn(dialogue.heard).slice(-6).toLowerCase()
    },
  })
}

const keysIn = (heard: readonly string[]): string[] =>
  heard.filter(line => line.startsWith('AGE-SECRET-KEY-1'))

const keyIn = (heard: readonly string[]): string => keysIn(heard)[0] ?? ''

describe('a file that should hold the passphrase', () => {
  const bad: readonly (readonly [string, () => string])[] = [
    ['is not there', () => join(aFolder(), 'nothing')],
    ['is a folder', aFolder],
    ['is empty', () => fileWith('')],
    ['is too long', () => fileWith('a'.repeat(5000))],
    ['is no UTF-8', () => fileWith(Buffer.from('caf\xe9', 'latin1'))],
    ['holds another', () => fileWith('not this one')],
  ]
  it.each(bad)('leaves the journal locked when it %s, and that is said once', async (_, file) => {
    const person = await aSealedPerson()
    // Something that waits to be filed is met first, on the way to what is asked for.
    await person.run('jot', 'and a third canary')
    const script = person.with({ env: { HEARTEN_PASSPHRASE_FILE: file() } })
    const { code, out, err } = await script.run('list', '--json')
    expect([code, out]).toEqual([3, ''])
    expect(JSON.parse(err)).toMatchObject({ version: 1, error: { exitCode: 3 } })
    expect(await script.run('jot', 'words all the same')).toMatchObject({ code: 0 })
  })
})

describe('vault on', () => {
  it('names what nobody could take in, and what therefore stays plain', async () => {
    const person = aPerson()
    await person.run('plan', 'edit', 'stay', 'a canary')
    const copy = "help (Ana's conflicted copy 2026-11-22).json"
    cpSync(join(person.data, 'help.json'), join(person.data, copy))
    const page = { id: 'night', content: { kind: 'jot' } }
    const owner = { ...systemHost(process).self(), pid: 4_194_400 }
    const note = { journal: person.data, owner, opened: '', page }
    const { file } = makeEditing(person.world, note, 'disk')
    writeFileSync(file, Buffer.from('a canary \xff', 'latin1'))
    const { code, err } = await knowing(person).run('vault', 'on', '--yes')
    expect([code, err]).toEqual([0, expect.stringContaining('still lies there in plain text')])
    expect(holdingCanary(person).sort()).toEqual([file, join(person.data, copy)].sort())
    for (const path of holdingCanary(person)) expect(err).toContain(relative(person.data, path))
  })

  it.skipIf(!existsSync('/dev/shm'))(
    'counts for a page in an editor, also when the first page is gone',
    async () => {
      const person = await aSealedPerson()
      unlinkSync(join(person.data, 'journal.json'))
      const memory = aFolder()
      const editor = join(memory, 'editor')
      writeFileSync(editor, `#!/bin/sh\nprintf 'a canary \\377' > "$1"\n`, { mode: 0o700 })
      const env = { XDG_RUNTIME_DIR: memory, VISUAL: editor }
      const { err } = await person.with({ env }).run('jot', '--editor')
      const [, page = ''] = /is kept in\s+(\S+)\. That is in memory/.exec(err) ?? []
      expect(page).not.toBe('')
      expect(holdingCanary(person)).toEqual([])
      rmSync(dirname(page), { recursive: true })
    },
  )

  it('asks for a passphrase twice, shows the recovery key, and encrypts', async () => {
    const person = aPerson()
    await person.run('jot', 'a canary sang')
    const dialogue = readingTheKey([
      ['Go ahead?', true],
      ['Which passphrase?', 'one of my own'],
      ['The new passphrase:', 'short'],
      ['That is short', passphrase],
      ['Once more:', 'another'],
      ['That is not the same.', 'one of my own'],
      ['The new passphrase:', passphrase],
      ['Once more:', passphrase],
    ])
    const { code, err } = await person.with({ dialogue }).run('vault', 'on')
    expect([code, err]).toEqual([0, expect.stringContaining('Encrypted, and checked')])
    expect(err).toContain('Nobody can open it then.')
    expect(dialogue.heard.filter(line => line.length > 80)).toEqual([])
    expect(err).not.toContain(passphrase)
    expect(holdingCanary(person)).toEqual([])
    const identity = identityIn(keyIn(dialogue.heard))
    const month = join(person.data, 'g2/months/2026-11.json')
    expect(identity && open(identity, readFileSync(month)).toString()).toContain('a canary sang')
    expect((await knowing(person).run('list')).out).toContain('a canary sang')
  })

  it('makes up six words for who would rather not think of any', async () => {
    const person = aPerson()
    let phrase = ''
    const dialogue = readingTheKey([
      ['Go ahead?', true],
      ['Which passphrase?', 'six words, made up for me'],
    ])
    Object.assign(dialogue, {
      async secret({ ask }: { ask: string }) {
        expect(ask).toBe('Type it, to be sure:')
        phrase = dialogue.heard.find(line => line.split(' ').every(it => words.includes(it))) ?? ''
        return phrase
      },
    })
    expect((await person.with({ dialogue }).run('vault', 'on')).code).toBe(0)
    expect(phrase.split(' ')).toHaveLength(6)
    expect((await knowing(person, phrase).run('list')).code).toBe(0)
  })

  it('changes nothing for who leaves at any question', async () => {
    const steps: Step[] = [
      ['Go ahead?', true],
      ['Which passphrase?', 'one of my own'],
      ['The new passphrase:', passphrase],
      ['Once more:', passphrase],
      ['its last 6 letters?', skip],
    ]
    for (let at = 2; at < steps.length; at++) {
      const person = aPerson()
      await person.run('jot', 'a canary sang')
      const leaving: Step[] = [...steps.slice(0, at), [steps[at]?.[0] ?? '', skip]]
      const { code, err } = await person
        .with({ dialogue: scriptedDialogue(leaving) })
        .run('vault', 'on')
      expect([at, code, err]).toEqual([at, 1, expect.stringContaining('Nothing was changed')])
      expect(readdirSync(person.data)).not.toContain('g2')
    }
  })

  it('needs a yes, and a passphrase, where there is nobody to ask', async () => {
    const person = aPerson()
    await person.run('jot', 'a canary sang')
    expect(await knowing(person).run('vault', 'on')).toMatchObject({ code: 2 })
    expect(await person.run('vault', 'on', '--yes')).toMatchObject({ code: 2 })
    const short = person.with({ env: { HEARTEN_PASSPHRASE_FILE: fileWith('short') } })
    expect(await short.run('vault', 'on', '--yes')).toMatchObject({ code: 2 })
    const none = person.with({ env: { HEARTEN_PASSPHRASE_FILE: '/nowhere/at/all' } })
    expect(await none.run('vault', 'on', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    })
    expect(readdirSync(person.data)).not.toContain('g2')
  })

  it('is done once', async () => {
    const person = await aSealedPerson()
    const { code, err } = await knowing(person).run('vault', 'on', '--yes')
    expect([code, err]).toEqual([0, expect.stringContaining('encrypted already')])
    expect(readdirSync(person.data)).toContain('g2')
  })

  it('comes before the first word too', async () => {
    const person = aPerson()
    expect((await knowing(person).run('vault', 'on', '--yes')).code).toBe(0)
    expect((await person.run('jot', 'a first canary')).code).toBe(0)
    expect(holdingCanary(person)).toEqual([])
    expect((await knowing(person).run('list')).out).toContain('a first canary')
  })
})

describe('vault off', () => {
  it('asks for the passphrase and a yes, and makes it plain', async () => {
    const person = await aSealedPerson()
    const dialogue = scriptedDialogue([
      ['Your passphrase, to read your journal:', passphrase],
      ['Go ahead?', true],
    ])
    const { code, err } = await person.with({ dialogue }).run('vault', 'off')
    expect([code, err]).toEqual([0, expect.stringContaining('plain again')])
    expect((await person.run('list')).out).toContain('a canary sang')
    expect(await person.json('vault')).toEqual({ version: 1, encrypted: false })
  })

  it('is refused without the passphrase', async () => {
    const person = await aSealedPerson()
    expect(await person.run('vault', 'off', '--yes')).toMatchObject({ code: 3 })
    expect(await knowing(person, 'another passphrase').run('vault', 'off', '--yes')).toMatchObject({
      code: 3,
    })
    expect(holdingCanary(person)).toEqual([])
  })
})

describe('vault passphrase', () => {
  it('asks for the old one, then for the new one twice; a changed passphrase locks nobody out', async () => {
    const person = await aSealedPerson()
    const dialogue = scriptedDialogue([
      ['Your passphrase, to read your journal:', 'no idea'],
      ['That was not it.', passphrase],
      ['Which passphrase?', 'one of my own'],
      ['The new passphrase:', 'a new one altogether'],
      ['Once more:', 'a new one altogether'],
    ])
    expect((await person.with({ dialogue }).run('vault', 'passphrase')).code).toBe(0)
    expect((await knowing(person, 'a new one altogether').run('list')).out).toContain(
      'a canary sang',
    )
    expect((await knowing(person).run('list')).code).toBe(3)
    expect((await person.run('jot', 'after that')).code).toBe(0)
  })

  it('takes both from files, for scripts', async () => {
    const person = await aSealedPerson()
    const script = knowing(person)
    expect(await script.run('vault', 'passphrase')).toMatchObject({ code: 2 })
    expect(
      await script.run('vault', 'passphrase', '--new', fileWith('a new one altogether\n')),
    ).toMatchObject({ code: 0 })
    expect((await knowing(person, 'a new one altogether').run('list')).code).toBe(0)
    expect((await script.run('list')).code).toBe(3)
  })
})

describe('the recovery key', () => {
  it('is shown again, and gives a new passphrase when the old one is forgotten', async () => {
    const person = await aSealedPerson()
    const { out } = await knowing(person).run('vault', 'recovery')
    expect(out).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}\n$/)
    const dialogue = scriptedDialogue([
      [
        'Your recovery key:',
        ` ${out.trim().toLowerCase().slice(0, 30)} ${out.trim().toLowerCase().slice(30)}`,
      ],
      ['Which passphrase?', 'one of my own'],
      ['The new passphrase:', 'a new one altogether'],
      ['Once more:', 'a new one altogether'],
    ])
    expect((await person.with({ dialogue }).run('vault', 'recover')).code).toBe(0)
    expect((await knowing(person, 'a new one altogether').run('list')).out).toContain(
      'a canary sang',
    )
    const script = knowing(person, 'a third one, by a pipe').with({ input: out })
    expect((await script.run('vault', 'recover')).code).toBe(0)
    expect((await knowing(person, 'a third one, by a pipe').run('list')).code).toBe(0)
  })

  it('helps where the key file is gone altogether', async () => {
    const person = await aSealedPerson()
    const { out } = await knowing(person).run('vault', 'recovery')
    for (const name of ['identity.age', 'identity.age.bak'])
      writeFileSync(join(person.data, 'g2', name), 'not a key')
    const { code, err } = await knowing(person).run('list')
    expect([code, err]).toEqual([3, expect.stringContaining('hearten vault recover')])
    expect((await knowing(person).with({ input: out }).run('vault', 'recover')).code).toBe(0)
    expect((await knowing(person).run('list')).out).toContain('a canary sang')
  })

  it.each([
    ['AGE-SECRET-KEY-1', 'no recovery key'],
    ['words', 'no recovery key'],
    ['', 'no recovery key'],
    [
      'AGE-SECRET-KEY-18PVJA8U9CPKE0KLVUGGHR5X078FKVDRWCF20NZGC0GWTAMG6MF6SNGCX7P',
      'of another journal',
    ],
  ])('is refused when it is %s', async (input, why) => {
    const person = await aSealedPerson()
    const { code, err } = await knowing(person, 'something new')
      .with({ input })
      .run('vault', 'recover')
    expect([code, err]).toEqual([1, expect.stringContaining(why)])
    expect((await knowing(person).run('list')).code).toBe(0)
  })

  it.each(['passphrase', 'recovery', 'recover'])(
    '%s of a plain journal says that it is plain',
    async action => {
      const person = aPerson()
      await person.run('jot', 'words')
      expect(await knowing(person).run('vault', action)).toMatchObject({
        code: 1,
        err: expect.stringContaining('not encrypted'),
      })
    },
  )
})

describe('vault status', () => {
  it('says what it is, without a passphrase', async () => {
    const person = await aSealedPerson()
    expect((await person.run('vault')).out).toMatch(
      /^This journal is encrypted\.\nIts public key is age1/,
    )
    expect(await person.json('vault', 'status')).toEqual({
      version: 1,
      encrypted: true,
      keychain: false,
      recipient: expect.stringMatching(/^age1/),
      folder: join(person.data, 'g2'),
    })
  })
})

describe('a journal that is encrypted', () => {
  it('asks once a command, says what for, and goes on after a slip', async () => {
    const person = await aSealedPerson()
    for (const command of [
      ['list'],
      ['review', 'all'],
      ['search', 'canary'],
      ['doctor'],
      ['people'],
      ['insights'],
    ]) {
      const dialogue = scriptedDialogue([
        ['Your passphrase, to read your journal:', 'a slip'],
        ['That was not it. Your passphrase, to read your journal:', passphrase],
      ])
      expect([command, (await person.with({ dialogue }).run(...command)).code]).toEqual([
        command,
        0,
      ])
    }
  })

  it('is written to without being asked, also at a terminal', async () => {
    const person = await aSealedPerson()
    const sitting = person.with({ dialogue: scriptedDialogue([]) })
    for (const command of [
      ['jot', 'a canary in the dark'],
      ['checkin', '--mood', '2', '--note', 'a canary'],
      ['promise', 'feed the canary'],
      ['status'],
      ['status', '--short'],
      ['help-now'],
      ['vault'],
    ])
      expect([command, (await sitting.run(...command)).code]).toEqual([command, 0])
    const written = await person.run('jot', 'one more canary')
    expect(written.err).toMatch(/^Saved for Sunday 22 November\. Its id is \w{6}\.\n$/)
    expect(holdingCanary(person)).toEqual([])
    expect((await knowing(person).run('list')).out).toContain('a canary in the dark')
  })

  it('takes a page and a whole session from who has forgotten the passphrase', async () => {
    const person = await aSealedPerson()
    const dialogue = scriptedDialogue([
      ['Your passphrase, to read your journal:', skip],
      ['How are you, right now?', 2],
      ['And your energy?', enough],
    ])
    const { err } = await person
      .with({ dialogue })
      .run('today', '--length', 'short')
      .catch(error => ({ err: String(error) }))
    expect(err).toContain(
      'Your journal stays locked. What you write now is kept in it all the same.',
    )
    const piped = person.with({ input: 'a canary by a pipe\n.\n' })
    expect((await piped.run('today')).code).toBe(0)
    expect(holdingCanary(person)).toEqual([])
    expect((await knowing(person).run('search', 'by a pipe')).out).toContain('a canary by a pipe')
  })

  it('takes in the inbox, and is opened for the command that reads', async () => {
    const person = await aSealedPerson()
    dropped(person, 'note.txt', 'a canary in the box')
    const { code, out, err } = await knowing(person).run('list')
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('One page came in') })
    expect(out).toContain('a canary in the box')
  })

  it('takes in the inbox, without being opened', async () => {
    const person = await aSealedPerson()
    dropped(person, 'note.txt', 'a canary in the box')
    expect((await person.run('jot', 'another')).code).toBe(0)
    expect(holdingCanary(person)).toEqual([])
    expect((await knowing(person).run('search', 'in the box')).out).toContain('a canary in the box')
  })

  it('leaves no word anywhere in the home, whatever is done with it', async () => {
    const person = await aSealedPerson()
    const out = aFolder()
    const able = (input?: string) =>
      person.with({
        env: { HEARTEN_PASSPHRASE_FILE: fileWith(passphrase) },
        ...(input !== undefined && { input }),
      })
    const commands: readonly (readonly string[])[] = [
      ['jot', 'a canary +canary @canary'],
      ['checkin', '--mood', '2', '--feeling', 'lonely', '--note', 'canary'],
      ['promise', 'feed the canary', '--who', 'canary'],
      ['promise', 'done', '1', '--helped', 'the canary'],
      ['people', 'add', 'Canary Bird', '--status', 'close'],
      ['people', 'reached', 'Canary Bird', '--note', 'canary'],
      ['people', 'show', 'Canary Bird'],
      ['toolkit', 'use', 'canary song', '--before', '2', '--after', '3'],
      ['toolkit'],
      ['meeting', 'the canary group', '--stayed', 'canary'],
      ['letter', '--to', 'canary', 'dear canary'],
      ['letter', '--until', '2027-01-01', 'a canary to come'],
      ['letter', '--list'],
      ['prompts', 'add', 'What did the canary say?', '--theme', 'growth'],
      ['list'],
      ['show', 'last'],
      ['search', 'canary'],
      ['review', 'month'],
      ['review', 'all', '--html', join(out, 'review.html')],
      ['calendar'],
      ['insights'],
      ['status'],
      ['edit', 'last', 'another canary'],
      ['star', 'last'],
      ['undo'],
      ['redo'],
      ['delete', 'last'],
      ['delete', '--trash'],
      ['export', 'json', '--output', join(out, 'all.json')],
      ['export', 'markdown', '--to', join(out, 'days')],
      ['import', join(out, 'all.json')],
      ['inbox'],
      ['backup'],
      ['backup', '--list'],
      ['backup', join(out, 'copy.json')],
      ['restore', '2026-11-22', '--yes'],
      ['restore', join(out, 'copy.json'), '--yes'],
      ['config', 'mute', 'person', 'Canary Bird'],
      ['doctor'],
      ['doctor', '--mend'],
      ['delete', 'last'],
    ]
    for (const command of commands) {
      const { code, err } = await able().run(...command)
      expect([command, code, err]).toEqual([command, 0, expect.any(String)])
      expect([command, holdingCanary(person)]).toEqual([command, []])
    }
    expect(readFileSync(join(out, 'all.json'), 'utf8')).toContain(canary)
    const review = await able().run('review', 'all')
    expect(review.code).toBe(0)
  }, 120_000)

  it('shows piped words again where the entry they are for cannot be read', async () => {
    const person = await aSealedPerson()
    for (const command of [
      ['edit', 'last', '-'],
      ['edit', 'last'],
    ]) {
      const wrong = knowing(person, 'something else').with({ input: 'words that are nowhere else' })
      const { code, out } = await wrong.run(...command)
      expect([code, out]).toEqual([3, expect.stringContaining('words that are nowhere else')])
    }
    const right = knowing(person).with({ input: 'other words' })
    expect((await right.run('edit', 'last', '-')).code).toBe(0)
    expect((await knowing(person).run('show', 'last')).out).toContain('other words')
  })

  it('can be ended by who has no passphrase, keys and all', async () => {
    const person = await aSealedPerson()
    const { code, err } = await person.run('erase', '--all', '--yes')
    expect([code, err]).toEqual([0, expect.stringContaining('The journal is gone')])
    expect(filesIn(person.home).filter(path => path.startsWith(person.data))).toEqual([])
  })

  it('has its copy of the day made by whoever reads first', async () => {
    const person = await aSealedPerson()
    const tomorrow = person.with({ now: '2026-11-23T21:30:00+00:00' })
    expect((await tomorrow.run('jot', 'in the dark')).code).toBe(0)
    const reader = knowing(tomorrow)
    expect((await reader.run('list')).out).toContain('in the dark')
    expect((await reader.run('backup', '--list')).out).toContain('2026-11-23')
  })

  it('says of a copy elsewhere that it is not encrypted', async () => {
    const person = await aSealedPerson()
    const { err } = await knowing(person).run('backup', join(aFolder(), 'copy.json'))
    expect(err).toContain('This file is not encrypted')
    const plain = aPerson()
    await plain.run('jot', 'words')
    expect((await plain.run('backup', join(aFolder(), 'copy.json'))).err).not.toContain('encrypted')
  })

  it('is whole again after a restore from a file, in plain and in an encrypted journal', async () => {
    const person = await aSealedPerson()
    const copy = join(aFolder(), 'copy.json')
    expect((await knowing(person).run('backup', copy)).code).toBe(0)
    const other = aPerson()
    expect((await other.run('restore', copy, '--yes')).code).toBe(0)
    expect((await other.run('list')).out).toBe((await knowing(person).run('list')).out)
  })
})
