import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Life } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

describe('help-now', () => {
  it('names the emergency number and the lines of a country, with their source and date', async () => {
    const { code, out, err } = await aPerson().run('help-now', '--country', 'ie')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^ {2}If you are in danger now, call your emergency number: 999 or 112\.\n/)
    expect(out).toContain('Ireland')
    expect(out).toContain('Samaritans, call 116 123, for anyone, day and night')
    expect(out).toMatch(/Checked on \d{4}-\d\d-\d\d: Samaritans \(gov\.ie/)
    expect(out).toContain('findahelpline.com')
  })

  it('says whom to call first once more where the top has scrolled away, and only there', async () => {
    const danger = 'If you are in danger now'
    const seen = async (terminal: boolean, ...argv: string[]) => {
      const person = aPerson({ terminal, columns: 80 })
      await person.run('help-now', 'add', 'Ines', '555')
      return stripVTControlCharacters((await person.run('help-now', ...argv)).out)
    }
    const long = (await seen(true, '--country', 'GB')).trimEnd().split('\n')
    expect(long.length).toBeGreaterThan(24)
    const bottom = long.slice(-8).join('\n')
    for (const said of [danger, 'Ines: 555', 'Samaritans: call 116 123', 'stands above'])
      expect(bottom).toContain(said)
    expect((await seen(true, '--country', 'GB', '--plain')).split(danger)).toHaveLength(3)
    expect((await seen(false, '--country', 'GB')).split(danger)).toHaveLength(2)
    const short = await seen(true, '--country', 'AT')
    expect(short.split('\n').length).toBeLessThan(24)
    expect(short.split(danger)).toHaveLength(2)
  })

  it('takes the country from the preferences', async () => {
    const cli = aPerson()
    await cli.run('config', 'set', 'country', 'nz')
    expect((await cli.run('help-now')).out).toContain('1737')
  })

  it.each(['ZZ', 'Atlantis', '\u001b[2J'])('has an answer for the country %j', async country => {
    const { code, out } = await aPerson().run('help-now', '--country', country)
    expect(code).toBe(0)
    expect(out).toContain('call your local emergency number.')
    expect(out).toContain('findahelpline.com')
    expect(out).not.toContain('\u001b')
  })

  it("keeps a person's own numbers apart from the journal, and says so", async () => {
    const cli = aPerson()
    const added = await cli.run('help-now', 'add', 'my', 'sister', '+44', '20', '7946', '0000')
    expect(added.err).toContain('my sister is in `hearten help-now`: +44 20 7946 0000')
    expect(added.err).toContain('can be read even when the journal is locked')
    await cli.run('help-now', 'add', 'Ben', '112-1')
    await cli.run('help-now', 'add', 'My Sister', '555')
    expect((await cli.json('help-now')) as object).toMatchObject({
      version: 1,
      broken: false,
      numbers: [
        { name: 'Ben', number: '112-1', addedOn: '2026-11-22' },
        { name: 'My Sister', number: '555', addedOn: '2026-11-22' },
      ],
    })
    expect((await cli.run('help-now')).out).toContain(
      'My Sister, 555, you added this on Sunday 22 November',
    )
    expect(statSync(join(cli.data, 'help.json')).mode & 0o777).toBe(0o600)
    await cli.run('help-now', 'remove', 'ben')
    expect((await cli.run('help-now')).out).not.toContain('Ben')
  })

  it('needs a number, and a name that is there', async () => {
    const cli = aPerson()
    expect((await cli.run('help-now', 'add', 'my', 'sister')).code).toBe(2)
    expect((await cli.run('help-now', 'remove', 'nobody')).code).toBe(2)
  })

  it.each(['{', 'null', '{"version":1,"numbers":[{"name":3}]}', '\u0000'])(
    'says what it can when help.json holds %j, and does not write over it',
    async content => {
      const cli = aPerson()
      mkdirSync(cli.data, { recursive: true })
      writeFileSync(join(cli.data, 'help.json'), content)
      const { code, out, err } = await cli.run('help-now')
      expect(code).toBe(0)
      expect(out).toContain('findahelpline.com')
      expect(err.trim().split('\n')).toHaveLength(1)
      expect((await cli.run('help-now', 'add', 'Ben', '555')).code).toBe(1)
      expect(readFileSync(join(cli.data, 'help.json'), 'utf8')).toBe(content)
    },
  )

  it('does not let a name or a number move the cursor', async () => {
    const cli = aPerson()
    mkdirSync(cli.data, { recursive: true })
    const number = { name: '\u001b[2Jsis', number: '1\u009b2', addedOn: '2026-11-01' }
    writeFileSync(join(cli.data, 'help.json'), JSON.stringify({ version: 1, numbers: [number] }))
    const { out } = await cli.run('help-now')
    expect(out).toMatch(/sis/)
    expect(out).not.toMatch(/[\u001b\u009b]/)
  })

  it.each([30, 80, 100])('fits %i columns', async columns => {
    const { out } = await aPerson({ terminal: true, columns }).run('help-now', '--country', 'US')
    for (const line of stripVTControlCharacters(out).split('\n'))
      expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('shows the country of the clock as a guess, and keeps nothing of it', async () => {
    const cli = aPerson({ zone: 'America/Chicago' })
    const { out } = await cli.run('help-now')
    expect(out).toMatch(/your local emergency number \(United\s+States:\s+911\)\./)
    expect(out).toContain('United States, as a guess')
    expect(out).toMatch(/`hearten\s+config\s+set\s+country\s+France`/)
    expect(out).toContain('988')
    expect(existsSync(cli.config)).toBe(false)
    expect(await cli.json('help-now')).toMatchObject({ country: 'US', guessed: true })
  })

  it('takes names, and refuses a country it does not know where one is set', async () => {
    const cli = aPerson()
    expect((await cli.run('help-now', '--country', 'deutschland')).out).toContain('Germany')
    const { code, err } = await cli.run('config', 'set', 'country', 'Xx')
    expect(code).toBe(2)
    expect(err).toContain('`hearten help-now --countries`')
    await cli.run('config', 'set', 'country', 'Scotland')
    expect((await cli.run('config', 'get', 'country')).out).toBe('GB\n')
  })

  it('lists the countries', async () => {
    const { out } = await aPerson().run('help-now', '--countries')
    expect(out).toContain('IE, Ireland')
    expect(await aPerson().json('help-now', '--countries')).toMatchObject({
      countries: expect.arrayContaining([{ code: 'IE', name: 'Ireland' }]),
    })
  })

  describe('asks for the country once, below the numbers', () => {
    const asks = 'For people to call, should you need them'
    const sitting = (life: Life, ...steps: Step[]) =>
      aPerson({ ...life, dialogue: scriptedDialogue(steps) })
    const never = scriptedDialogue([])

    it.each([
      ['yes', 'IE'],
      [skip, 'none'],
      [enough, 'none'],
    ] as const)('%s keeps %s, and is never asked again', async (answer, kept) => {
      const cli = sitting({ zone: 'Europe/Dublin' }, [`${asks}: are you in Ireland?`, answer])
      const { out } = await cli.run('help-now')
      // Once: they were on the screen before it was asked.
      expect(out.match(/Anywhere/g)).toHaveLength(1)
      expect((await cli.run('config', 'get', 'country')).out).toContain(`${kept}\n`)
      expect((await cli.with({ dialogue: never }).run('help-now')).code).toBe(0)
      expect(never.heard).toEqual([])
    })

    it('takes another country, by its name', async () => {
      const cli = sitting(
        { zone: 'Europe/Dublin' },
        [asks, 'another country'],
        [`${asks}: which country are you in?`, 'Deutschland'],
      )
      const { out, err } = await cli.run('help-now')
      expect(err).toContain('has the numbers of Germany')
      expect(out.indexOf('116 123')).toBeLessThan(out.indexOf('Germany'))
      expect((await cli.run('config', 'get', 'country')).out).toContain('DE\n')
    })

    it('asks for its name where nothing suggests one', async () => {
      const cli = sitting({ zone: 'UTC' }, [`${asks}: which country`, 'the netherlands'])
      expect((await cli.run('help-now')).out).toContain('0800-0113')
      expect((await cli.run('config', 'get', 'country')).out).toContain('NL\n')
    })

    it.each([
      [['--country', 'FR']],
      [['--json']],
      [['--no-input']],
      [['--countries']],
      [['--bogus']],
    ])('not with %j', async flags => {
      const cli = aPerson({ dialogue: never })
      await cli.run('help-now', ...flags)
      expect(never.heard).toEqual([])
      expect(existsSync(cli.config)).toBe(false)
    })
  })

  it('opens nothing', async () => {
    const cli = aPerson()
    Object.assign(cli.world, { openJournal: () => Promise.reject(new Error('opened')) })
    expect((await cli.run('help-now')).code).toBe(0)
  })
})
