import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

type Cli = ReturnType<typeof aPerson>
const texts = async (cli: Cli) =>
  ((await cli.json('list')) as { entries: { text: string }[] }).entries.map(it => it.text)
const lastId = async (cli: Cli) =>
  ((await cli.json('list')) as { entries: { id: string }[] }).entries.at(-1)?.id ?? ''

describe('backup', () => {
  it('makes a copy in the data folder and lists it', async () => {
    const cli = aPerson()
    expect((await cli.run('backup')).err).toContain('nothing to copy yet')
    await cli.run('jot', 'one')
    const { backups, made } = (await cli.json('backup')) as { backups: string[]; made: string }
    expect(backups).toContain(made)
    expect((await cli.run('backup', '--list')).out.trim().split('\n')).toEqual(backups)
  })

  it('writes everything into one file for its owner only, and asks before replacing one', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    await cli.run('letter', 'later', '--until', '2027-01-01')
    const file = join(cli.home, 'copy.json')
    const { code, err } = await cli.run('backup', file)
    expect(code).toBe(0)
    expect(err).toContain('Read back and compared: 2 entries')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toBe((await cli.run('export', 'json')).out)

    writeFileSync(file, 'mine')
    const again = await cli.run('backup', file)
    expect(again.code).toBe(2)
    expect(again.err).toContain('--yes')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await cli.run('backup', file, '--yes')).code).toBe(0)
  })
})

describe('a copy that lacks something', () => {
  async function lacking() {
    const cli = aPerson()
    await cli.run('jot', 'october words', '--at', '2026-10-01 12:00')
    await cli.run('jot', 'today')
    const october = join(cli.data, 'g1', 'months', '2026-10.json')
    const whole = readFileSync(october, 'utf8')
    writeFileSync(october, whole.slice(0, 40))
    const made = await cli.run('backup')
    const { backups, lacks } = (await cli.json('backup', '--list')) as {
      backups: string[]
      lacks: Record<string, string[]>
    }
    return { cli, october, whole, made, name: backups.at(-1) ?? '', lacks }
  }

  it('says what, exits 1, and is listed with it', async () => {
    const { cli, made, name, lacks } = await lacking()
    expect(made.code).toBe(1)
    expect(made.err).toContain(`Copied as ${name}, but it lacks months/2026-10.json.`)
    expect(lacks[name]).toEqual(['months/2026-10.json'])
    expect((await cli.run('backup', '--list')).out).toContain(`${name}  lacks months/2026-10.json`)
  })

  it('takes nothing away when it is brought back', async () => {
    const { cli, october, whole, name } = await lacking()
    writeFileSync(october, whole)
    await cli.run('jot', 'since')
    const { err, code } = await cli.run('restore', name, '--yes')
    expect(code).toBe(0)
    expect(err).toContain(`${name} lacks months/2026-10.json. What lies there now stays as it is.`)
    expect(await texts(cli)).toEqual(['october words', 'today'])
  })
})

describe('restore', () => {
  async function changedSince() {
    const cli = aPerson()
    await cli.run('jot', 'kept')
    await cli.run('jot', 'deleted')
    const file = join(cli.home, 'copy.json')
    await cli.run('backup', file)
    await cli.run('delete', await lastId(cli))
    await cli.run('jot', 'new')
    return { cli, file }
  }

  it('shows what would change and changes nothing', async () => {
    const { cli, file } = await changedSince()
    const { code, out, err } = await cli.run('restore', file, '--dry-run')
    expect({ code, err }).toEqual({ code: 0, err: 'Nothing was changed.\n' })
    expect(out).toMatch(/1 thing would come back:\n.*deleted\n/)
    expect(out).toMatch(/1 thing would go to the trash:\n.*new\n/)
    expect(out).toContain('1 thing would stay')
    expect(await texts(cli)).toEqual(['kept', 'new'])
  })

  it('needs a yes, brings back, and can be undone', async () => {
    const { cli, file } = await changedSince()
    const refused = await cli.run('restore', file)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('Add --yes')
    expect(await texts(cli)).toEqual(['kept', 'new'])
    const done = await cli.run('restore', file, '--yes')
    expect(done.code).toBe(0)
    expect(done.err).toContain('would come back')
    expect(await texts(cli)).toEqual(['kept', 'deleted'])
    expect((await cli.run('restore', file, '--yes')).err).toContain('Nothing was changed.')
    await cli.run('undo')
    expect(await texts(cli)).toEqual(['kept', 'new'])
  })

  it('asks, and takes no for an answer', async () => {
    const { cli, file } = await changedSince()
    const dialogue = scriptedDialogue([['Go ahead', false]])
    expect((await cli.with({ dialogue }).run('restore', file)).code).toBe(1)
    expect(await texts(cli)).toEqual(['kept', 'new'])
  })

  it('takes a copy of the data folder by its name or its day', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    const { made } = (await cli.json('backup')) as { made: string }
    await cli.run('jot', 'two')
    expect((await cli.run('restore', made, '--yes')).code).toBe(0)
    expect(await texts(cli)).toEqual(['one'])
    expect((await cli.run('restore', made.slice(0, 10), '--dry-run')).code).toBe(0)
  })

  it('does not read a sealed letter aloud', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    await cli.run('letter', 'secret words', '--until', '2027-01-01')
    const file = join(cli.home, 'copy.json')
    await cli.run('backup', file)
    await cli.run('undo')
    const { out } = await cli.run('restore', file, '--dry-run')
    expect(out).toContain('1 thing would come back')
    expect(out).not.toContain('secret')
  })

  it('names the copies there are when it finds none', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    await cli.run('backup')
    const { code, err } = await cli.run('restore', 'nothing-here')
    expect(code).toBe(2)
    // Backups are named by the day on this machine, wherever the tests say it stands.
    expect(err).toMatch(/There are copies of 2026-11-2[23]\./)
  })

  it('refuses a file that is no journal', async () => {
    const cli = aPerson()
    const file = join(cli.home, 'x.json')
    writeFileSync(file, '{"a":1}')
    const { code, err } = await cli.run('restore', file, '--yes')
    expect(code).toBe(1)
    expect(err).toContain('Nothing was changed.')
  })
})

describe('erase', () => {
  it('says what goes and needs --all and a yes', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    await cli.run('help-now', 'add', 'Ana', '555')
    await cli.run('config', 'set', 'season', 'loss')
    expect((await cli.run('erase')).code).toBe(2)
    const refused = await cli.run('erase', '--all')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('1 entry and all history')
    expect(existsSync(join(cli.data, 'journal.json'))).toBe(true)

    const { code, err } = await cli.run('erase', '--all', '--yes')
    expect(code).toBe(0)
    expect(existsSync(cli.data)).toBe(false)
    expect(err).toContain('may live on for a while')
    expect(existsSync(join(cli.config, 'config.json'))).toBe(true)
    expect((await cli.run('erase', '--all', '--yes')).err).toContain('There is no journal')
  })

  it('leaves alone what is not ours, and names where', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    writeFileSync(join(cli.data, 'g1', 'my-own.txt'), 'mine')
    const { err } = await cli.run('erase', '--all', '--yes')
    expect(err).toContain(`${join(cli.data, 'g1')} stays`)
    expect(readFileSync(join(cli.data, 'g1', 'my-own.txt'), 'utf8')).toBe('mine')
  })
})

describe('doctor', () => {
  it('finds nothing in a healthy journal, and in none', async () => {
    const cli = aPerson()
    expect((await cli.run('doctor')).code).toBe(0)
    await cli.run('jot', 'one')
    const { code, err } = await cli.run('doctor')
    expect({ code, err }).toEqual({ code: 0, err: `The journal in ${cli.data} is in order.\n` })
    expect(await cli.json('doctor')).toEqual({
      version: 1,
      healthy: true,
      findings: [],
      mended: [],
    })
  })

  it('names what is wrong, exits 1, and mends only when asked', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    await cli.run('backup')
    const month = join(cli.data, 'g1', 'months', '2026-11.json')
    const whole = readFileSync(month, 'utf8')
    writeFileSync(month, whole.slice(0, whole.length / 2))
    const sick = await cli.run('doctor')
    expect(sick.code).toBe(1)
    expect(sick.out).toContain('g1/months/2026-11.json\n')
    expect(sick.err).toContain('`hearten doctor --mend`')
    expect(readFileSync(month, 'utf8')).toBe(whole.slice(0, whole.length / 2))
    expect((await cli.run('list')).code).toBe(3)

    const { code, out } = await cli.run('doctor', '--mend')
    expect(out).toContain('Mended: g1/months/2026-11.json.')
    expect(await texts(cli)).toEqual(['one'])
    expect(code).toBe(0)
  })

  it('breaks the lock of another machine only when told to', async () => {
    const cli = aPerson()
    await cli.run('jot', 'one')
    const lock = join(cli.data, 'lock')
    const owner = { pid: 1, machine: 'elsewhere', boot: 'elsewhere' }
    writeFileSync(lock, JSON.stringify({ token: 'aa', owner }), { mode: 0o600 })
    const left = await cli.run('doctor', '--mend')
    expect(left.code).toBe(1)
    expect(left.err).toContain('--break-lock says yes to')
    expect(existsSync(lock)).toBe(true)
    await cli.run('doctor', '--mend', '--break-lock')
    expect(existsSync(lock)).toBe(false)
  })
})
