import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seasonChoices } from '../../src/session/settle-in.ts'
import { defaultSettings, settingRules } from '../../src/settings/settings.ts'
import { aPerson } from '../helpers/cli.ts'

describe('config', () => {
  it('sets what is read afterwards, in a file only its owner can read', async () => {
    const cli = aPerson()
    expect(await cli.run('config', 'set', 'season', 'loss')).toEqual({
      code: 0,
      out: '',
      err: 'season is now loss.\n',
    })
    await cli.run('config', 'set', 'hard-dates', '12-24,', '2027-03-02')
    expect(await cli.json('config', 'get', 'hard-dates')).toEqual({
      version: 1,
      name: 'hard-dates',
      value: ['12-24', '2027-03-02'],
      origin: 'set',
    })
    expect((await cli.run('config', 'get', 'season')).out).toBe('loss\n')
    const file = join(cli.config, 'config.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(cli.config).mode & 0o777).toBe(0o700)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      season: 'loss',
      'hard-dates': ['12-24', '2027-03-02'],
    })
  })

  it.each([
    ['season', 'breakup', 'break-up'],
    ['season', 'Break up', 'break-up'],
    ['season', 'recovery', 'addiction'],
    ['season', 'grief', 'loss'],
    ...seasonChoices.map(({ label, value }) => ['season', label, value]),
    ['season-start', '3 weeks ago', '2026-11-01'],
    ['season-start', 'august', '2026-08-01'],
    ['season-start', '2026-08-14', '2026-08-14'],
    ['length', 'a few minutes', 'short'],
    ['length', 'Long', 'deep'],
    ['country', 'the Netherlands', 'NL'],
    ['hard-dates', '24 december, Mar 2nd 2027', '12-24, 2027-03-02'],
    ['hard-dates', 'December 24th, 2027-03-02', '12-24, 2027-03-02'],
    ['night-ends', '3 am', '3'],
    ['night-ends', '05:00', '5'],
    ['plain', 'Y', 'yes'],
    ['week-starts-on', 'sunday', '7'],
    ['week starts on', 'Mon', '1'],
    ['weekStartsOn', '3', '3'],
    ['topics', 'Pet loss, job_loss', 'pet-loss, job-loss'],
    ['skip-themes', 'Growth', 'growth'],
  ])('reads %s "%s" as people write it', async (name, value, kept) => {
    const cli = aPerson()
    await cli.run('config', 'set', name, value)
    expect((await cli.run('config', 'get', name)).out).toBe(`${kept}\n`)
  })

  it('says of every preference what it does and what it takes', async () => {
    const { out } = await aPerson({ terminal: true, columns: 78 }).run('config', '--no-color')
    const told = out.replace(/\s+/g, ' ')
    for (const { name, about, wants } of settingRules) {
      expect(told).toContain(`${name} `)
      expect(told).toContain(`${about} Takes ${wants}.`)
    }
  })

  it('goes back to the usual value', async () => {
    const cli = aPerson()
    await cli.run('config', 'set', 'night-ends', '0')
    expect((await cli.run('config', 'unset', 'night-ends')).err).toBe('night-ends is 4 again.\n')
    expect((await cli.run('config', 'get', 'night-ends')).out).toBe('4\n')
  })

  it('lists every preference', async () => {
    const cli = aPerson()
    const listed = (await cli.json('config', 'list')) as { settings: object }
    expect(Object.keys(listed.settings)).toHaveLength(Object.keys(defaultSettings).length)
    expect((await cli.run('config')).out).toMatch(/^length {10}steady +usual$/m)
  })

  it('says where every value is from', async () => {
    const cli = aPerson()
    await cli.run('config', 'set', 'length', 'short')
    const origins = async (env: Record<string, string>, ...flags: string[]) =>
      ((await cli.with({ env }).json('config', ...flags)) as { origins: Record<string, string> })
        .origins
    const usual = await origins({})
    expect(Object.keys(usual)).toEqual(settingRules.map(({ name }) => name))
    expect(usual).toMatchObject({ length: 'set', season: 'usual', plain: 'usual', colors: 'usual' })
    expect(await origins({ ACCESSIBLE: '1' })).toMatchObject({
      plain: 'usual; now yes by ACCESSIBLE',
    })
    expect(await origins({ TERM: 'dumb' })).toMatchObject({ plain: 'usual; now yes by TERM' })
    expect(await origins({}, '--plain')).toMatchObject({ plain: 'usual; now yes by --plain' })
    expect(await origins({ NO_COLOR: '1' })).toMatchObject({
      colors: 'usual; now none by NO_COLOR',
    })
    expect(await origins({ COLORFGBG: '0;15' })).toMatchObject({
      colors: 'usual; now light by COLORFGBG',
    })
    await cli.run('config', 'set', 'colors', 'dark')
    expect(await origins({ COLORFGBG: '0;15' })).toMatchObject({ colors: 'set' })
    expect((await cli.run('config')).out).toMatch(/^length +short +set$/m)
  })

  it.each([
    ['season', 'weather', 'season takes one of general, break-up'],
    ['season-start', '2026-02-30', 'season-start takes a day like'],
    ['topics', 'pets', 'topics takes some of pet-loss, pregnancy-loss'],
    ['night-ends', '13', 'whole number from 0 to 12'],
    ['night-ends', '3 pm', 'whole number from 0 to 12'],
    ['hard-dates', '31 june', 'hard-dates takes days like'],
    ['hard-dates', '12 mai', 'hard-dates takes days like'],
    ['season-start', 'tomorrow', 'season-start takes a day like'],
    ['plain', 'maybe', 'yes or no'],
    ['colour', 'blue', 'There is no preference "colour"'],
  ])('refuses %s %s and changes nothing', async (name, value, message) => {
    const cli = aPerson()
    const { code, err } = await cli.run('config', 'set', name, value)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(() => readFileSync(join(cli.config, 'config.json'))).toThrow('ENOENT')
  })

  it('warns of a broken file, works on with the usual values, and never writes over it', async () => {
    const cli = aPerson()
    mkdirSync(cli.config, { recursive: true })
    const file = join(cli.config, 'config.json')
    writeFileSync(file, '{"season": "loss", ')
    const got = await cli.run('config', 'get', 'season')
    expect(got).toMatchObject({ code: 0, out: 'none\n' })
    expect(got.err).toContain('could not be read')
    const set = await cli.run('config', 'set', 'season', 'loss')
    expect(set.code).toBe(1)
    expect(set.err).toContain(`${file} are not JSON`)
    expect(readFileSync(file, 'utf8')).toBe('{"season": "loss", ')
  })

  it('keeps preferences it does not know, and narrows an open mode', async () => {
    const cli = aPerson()
    mkdirSync(cli.config, { recursive: true })
    const file = join(cli.config, 'config.json')
    writeFileSync(file, '{"of-tomorrow": {"a.b": 1}}')
    chmodSync(file, 0o644)
    await cli.run('config', 'set', 'plain', 'on')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      'of-tomorrow': { 'a.b': 1 },
      plain: true,
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('says where things are', async () => {
    const cli = aPerson()
    expect(await cli.json('config', 'path')).toEqual({
      version: 1,
      journal: cli.data,
      preferences: join(cli.config, 'config.json'),
      origins: { journal: 'HEARTEN_HOME', preferences: 'HEARTEN_HOME' },
    })
    const xdg = { HEARTEN_HOME: '', XDG_CONFIG_HOME: cli.config, XDG_DATA_HOME: 'relative' }
    expect(await cli.with({ env: xdg }).json('config', 'path')).toMatchObject({
      preferences: join(cli.config, 'hearten', 'config.json'),
      origins: { journal: 'usual', preferences: 'XDG_CONFIG_HOME' },
    })
    expect(await cli.json('config', 'path', '--journal', cli.home)).toMatchObject({
      origins: { journal: '--journal' },
    })
  })
})
