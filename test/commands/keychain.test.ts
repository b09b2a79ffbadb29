import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { filesHolding } from '../helpers/files.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

const passphrase = 'crème brûlée "at noon" \\ $HOME'
const another = 'cake and tea at four'

/** Stands in for the programs of keychains: notes how it was called, and keeps what it is given in a file of its folder. */
const standIn = `#!/bin/sh
PATH=/usr/bin:/bin
cd "\${0%/*}"
input=$(cat)
{ printf '%s ' "$@"; env | tr '\\n' ' '; echo; } >> calls
if [ -e trouble ]; then cat trouble >&2; exit 1; fi
if [ "$1" = -i ]; then set -- $input; fi
does=$1
for word; do
  case $before in
    -a | journal) account=$word ;;
    -w) input=$word ;;
  esac
  before=$word
done
case $does in
  store | add-generic-password) printf '%s' "$input" > "kept-$account" ;;
  lookup) cat "kept-$account" 2>/dev/null ;;
  find-generic-password) cat "kept-$account" 2>/dev/null && echo || exit 44 ;;
  clear | delete-generic-password) rm "kept-$account" ;;
  *) exit 2 ;;
esac
`

const tools = { linux: 'secret-tool', darwin: 'security' } as const
type System = keyof typeof tools

function aKeychain(system: System) {
  const folder = aFolder()
  mkdirSync(folder, { recursive: true })
  const program = join(folder, tools[system])
  writeFileSync(program, standIn)
  chmodSync(program, 0o700)
  const calls = join(folder, 'calls')
  return {
    folder,
    /** How it was called since this was asked last. */
    calls(): string[] {
      try {
        return readFileSync(calls, 'utf8').trim().split('\n')
      } catch {
        return []
      } finally {
        rmSync(calls, { force: true })
      }
    },
    /** From now on it answers everything with this, and keeps nothing. */
    breaks: (text: string) => writeFileSync(join(folder, 'trouble'), text),
    mends: () => rmSync(join(folder, 'trouble')),
  }
}

/** A file that holds a passphrase, as a script would have it. */
function fileWith(text: string): string {
  const file = join(aFolder(), 'passphrase')
  writeFileSync(file, `${text}\n`)
  return file
}

/** Somebody with an encrypted journal of one entry, on a system with a keychain. */
async function someone(system: System = 'linux') {
  const keychain = aKeychain(system)
  const env = { PATH: keychain.folder }
  const home = aPerson()
  const on = (person: Person): Person => {
    Object.assign(person.world, { platform: system })
    return person
  }
  const alone = on(home.with({ env }))
  const knowing = (text = passphrase) =>
    on(home.with({ env: { ...env, HEARTEN_PASSPHRASE_FILE: fileWith(text) } }))
  const sitting = (...steps: Step[]) => on(home.with({ env, dialogue: scriptedDialogue(steps) }))
  await alone.run('jot', 'a robin')
  expect(await knowing().run('vault', 'on', '--yes')).toMatchObject({ code: 0 })
  return { keychain, alone, knowing, sitting, home: alone.home }
}

const reads = async (person: Person): Promise<boolean> => {
  const { code, out } = await person.run('list')
  expect([0, 3]).toContain(code)
  return out.includes('a robin')
}

describe.each(['linux', 'darwin'] as const)('the keychain on %s', system => {
  it('is asked for nothing until it is turned on, then opens the journal, and forgets', async () => {
    const { keychain, alone, knowing, sitting } = await someone(system)
    expect(await reads(alone)).toBe(false)
    expect(await reads(knowing())).toBe(true)
    expect((await alone.run('vault', 'status')).out).toContain('Nothing on this computer remembers')
    expect(keychain.calls()).toEqual([])

    const { code, err } = await sitting(
      ['Go ahead?', true],
      ['Your passphrase', 'wrong'],
      ['That was not it', passphrase],
    ).run('vault', 'keychain', 'on')
    expect([code, err]).toEqual([0, expect.stringContaining('so can any program')])
    expect(await reads(alone)).toBe(true)
    expect(await alone.json('vault')).toMatchObject({ encrypted: true, keychain: true })
    expect((await alone.run('vault', 'keychain')).out).toContain('remembers the passphrase')

    expect(await alone.run('vault', 'keychain', 'off')).toMatchObject({
      code: 0,
      err: expect.stringContaining('forgot your passphrase'),
    })
    keychain.calls()
    expect(await reads(alone)).toBe(false)
    expect(keychain.calls()).toEqual([])
    expect(filesHolding(keychain.folder, 'kept-')).toHaveLength(1)
  })

  it('is never told a passphrase in arguments or in the environment', async () => {
    const { keychain, alone, knowing, home } = await someone(system)
    await knowing().run('vault', 'keychain', 'on', '--yes')
    await reads(alone)
    await alone.run('vault', 'keychain', 'off')
    const calls = keychain.calls()
    expect(calls.length).toBeGreaterThan(5)
    expect(calls.filter(call => !call.includes(`PATH=`))).toEqual([])
    const forms = [passphrase, Buffer.from(passphrase).toString('base64url')]
    for (const form of forms) {
      expect(calls.filter(call => call.includes(form))).toEqual([])
      expect(filesHolding(home, form)).toEqual([])
    }
  })

  it('goes on after a new passphrase, by whichever way', async () => {
    const { alone, knowing } = await someone(system)
    await knowing().run('vault', 'keychain', 'on', '--yes')
    const { out: key } = await knowing().run('vault', 'recovery')
    await knowing().run('vault', 'passphrase', '--new', fileWith(another))
    expect(await reads(alone)).toBe(true)
    const recovering = knowing('a third one of mine').with({ input: key })
    Object.assign(recovering.world, { platform: system })
    expect(await recovering.run('vault', 'recover')).toMatchObject({ code: 0 })
    expect(await reads(alone)).toBe(true)
  })

  it.each([
    ['vault', 'off', '--yes'],
    ['erase', '--all', '--yes'],
  ])('forgets with %s %s', async (...argv) => {
    const { keychain, alone, knowing } = await someone(system)
    await knowing().run('vault', 'keychain', 'on', '--yes')
    const { recipient } = (await alone.json('vault')) as { recipient: string }
    const kept = join(keychain.folder, `kept-${recipient}`)
    expect(readFileSync(kept, 'utf8')).not.toBe('')
    expect(await alone.run(...argv)).toMatchObject({
      code: 0,
      err: expect.stringContaining('forgot your passphrase'),
    })
    expect(() => readFileSync(kept)).toThrow('ENOENT')
  })
})

describe('a keychain', () => {
  it('that remembers another passphrase leaves three tries, and says so', async () => {
    const { keychain, alone, knowing, sitting } = await someone()
    await knowing().run('vault', 'keychain', 'on', '--yes')
    const { recipient } = (await alone.json('vault')) as { recipient: string }
    const stale = Buffer.from('of yesterday').toString('base64url')
    writeFileSync(join(keychain.folder, `kept-${recipient}`), stale)
    expect(await alone.run('list')).toMatchObject({
      code: 3,
      err: expect.stringContaining('`hearten vault keychain on` renews it'),
    })
    const patient = sitting(
      ['Your passphrase', 'wrong'],
      ['That was not it', 'wrong again'],
      ['That was not it', passphrase],
    )
    expect(await reads(patient)).toBe(true)
    const wrong = ['Your passphrase', 'That was not it', 'That was not it']
    const guesser = sitting(...wrong.map((ask): Step => [ask, 'a guess']))
    expect(await reads(guesser)).toBe(false)
  })

  it('is not asked where a file was named, nor for a new passphrase or the recovery key', async () => {
    const { keychain, alone, knowing } = await someone()
    await knowing().run('vault', 'keychain', 'on', '--yes')
    keychain.calls()
    expect(await reads(knowing('not this one'))).toBe(false)
    expect(await alone.run('vault', 'recovery')).toMatchObject({ code: 3, out: '' })
    expect(await alone.run('vault', 'passphrase', '--new', fileWith(another))).toMatchObject({
      code: 3,
    })
    expect(await alone.run('vault', 'keychain', 'on', '--yes')).toMatchObject({ code: 3 })
    expect(keychain.calls()).toEqual([])
  })

  it('takes nothing to do with parts', async () => {
    const { keychain, knowing, alone } = await someone()
    await knowing().run('vault', 'keychain', 'on', '--yes')
    const env = { PATH: keychain.folder, HEARTEN_PART_PASSPHRASE_FILE: fileWith(another) }
    await alone.with({ env }).run('vault', 'part', 'add', 'river', '--yes')
    keychain.calls()
    expect(await alone.run('list', '--part', 'river')).toMatchObject({ code: 0 })
    await alone.run('jot', '--part', 'river', 'words')
    expect(await alone.run('list', '--part', 'river')).toMatchObject({ code: 3 })
    expect(await alone.run('vault', 'keychain', 'on', '--part', 'river', '--yes')).toMatchObject({
      code: 2,
    })
    expect(keychain.calls()).toEqual([])
  })

  it('that is broken is turned on for nobody, and left by who had it on', async () => {
    const { keychain, alone, knowing } = await someone()
    keychain.breaks('Cannot autolaunch D-Bus')
    expect(await knowing().run('vault', 'keychain', 'on', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Cannot autolaunch D-Bus'),
    })
    expect(await alone.json('vault')).toMatchObject({ keychain: false })
    keychain.mends()
    await knowing().run('vault', 'keychain', 'on', '--yes')
    keychain.breaks('Locked')
    expect(await reads(alone)).toBe(false)
    expect(await knowing().run('vault', 'passphrase', '--new', fileWith(another))).toMatchObject({
      code: 0,
      err: expect.stringContaining('The keychain is not asked any more.'),
    })
    expect(await alone.json('vault')).toMatchObject({ keychain: false })
  })

  it('that could not be asked to forget is named, and asked no more', async () => {
    const { keychain, alone, knowing } = await someone()
    await knowing().run('vault', 'keychain', 'on', '--yes')
    keychain.breaks('Locked')
    const { code, err } = await alone.run('vault', 'keychain', 'off')
    expect([code, err]).toEqual([0, expect.stringMatching(/could not be asked.*Remove it there/s)])
    keychain.calls()
    expect(await reads(alone)).toBe(false)
    expect(keychain.calls()).toEqual([])
  })

  it('that is not here is said to be missing, with where it comes from', async () => {
    const { knowing, keychain } = await someone()
    rmSync(join(keychain.folder, tools.linux))
    expect(await knowing().run('vault', 'keychain', 'on', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('libsecret-tools'),
    })
    const onWindows = knowing()
    Object.assign(onWindows.world, { platform: 'win32' })
    expect(await onWindows.run('vault', 'keychain', 'on', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Windows has no program'),
    })
  })

  it('is turned on by a script with --yes alone', async () => {
    const { keychain, knowing } = await someone()
    expect(await knowing().run('vault', 'keychain', 'on')).toMatchObject({ code: 2 })
    expect(keychain.calls()).toEqual([])
  })
})
