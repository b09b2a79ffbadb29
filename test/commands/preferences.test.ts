import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

// Preferences and help numbers stand in two files, and in every copy of the journal.

const hurts: readonly (readonly [string, (file: string) => void])[] = [
  ['gone', file => rmSync(file)],
  ['emptied', file => truncateSync(file, 0)],
  ['cut', file => truncateSync(file, 9)],
  ['zeroed', file => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  ['of another kind', file => writeFileSync(file, '["season"]')],
]

const withSeason = async () => {
  const cli = aPerson()
  await cli.run('config', 'set', 'season', 'loss')
  await cli.run('config', 'set', 'hard-dates', '12-24')
  return { cli, file: join(cli.config, 'config.json') }
}
const seasonOf = async (cli: ReturnType<typeof aPerson>) => cli.run('config', 'get', 'season')

describe.each(hurts)('preferences whose file is %s', (_, hurt) => {
  it('are read from their second copy, said once, and brought back by the doctor', async () => {
    const { cli, file } = await withSeason()
    hurt(file)
    const { out, err } = await seasonOf(cli)
    expect(out).toBe('loss\n')
    expect(err.match(/second copy/g)).toHaveLength(1)
    expect((await cli.run('doctor')).code).toBe(1)
    const mended = await cli.run('doctor', '--mend')
    expect([mended.code, mended.out]).toEqual([0, expect.stringContaining('Brought back')])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      season: 'loss',
      'hard-dates': ['12-24'],
    })
    expect(await seasonOf(cli)).toEqual({ code: 0, out: 'loss\n', err: '' })
  })

  it('are brought back by the next change, which loses none of them', async () => {
    const { cli, file } = await withSeason()
    hurt(file)
    const before = existsSync(file) ? readFileSync(file) : undefined
    await cli.run('config', 'set', 'night-ends', '2')
    for (const name of ['config.json', 'config.json.bak'])
      expect(JSON.parse(readFileSync(join(cli.config, name), 'utf8'))).toEqual({
        season: 'loss',
        'hard-dates': ['12-24'],
        'night-ends': 2,
      })
    const aside = readdirSync(cli.config).filter(name => name.includes('damaged'))
    expect(aside.map(name => readFileSync(join(cli.config, name)))).toEqual(before ? [before] : [])
  })

  it('are as they were where it is the second copy', async () => {
    const { cli, file } = await withSeason()
    hurt(`${file}.bak`)
    expect(await seasonOf(cli)).toEqual({ code: 0, out: 'loss\n', err: '' })
    await cli.run('doctor', '--mend')
    expect(readFileSync(`${file}.bak`)).toEqual(readFileSync(file))
  })
})

it('preferences that were unset stay unset, though the file is lost', async () => {
  const { cli, file } = await withSeason()
  await cli.run('config', 'unset', 'season')
  rmSync(file)
  expect((await seasonOf(cli)).out).toBe('none\n')
})

it('preferences that are broken twice are left as they are', async () => {
  const { cli, file } = await withSeason()
  for (const path of [file, `${file}.bak`]) writeFileSync(path, '{"season":')
  expect((await cli.run('config', 'set', 'season', 'none')).code).toBe(1)
  expect((await cli.run('doctor', '--mend')).out).toContain('restore')
  expect(readFileSync(file, 'utf8')).toBe('{"season":')
})

it('is said to stay after everything was erased only where there is a file of it', async () => {
  for (const isThere of [true, false]) {
    const cli = aPerson()
    await cli.run('jot', 'Words.')
    await cli.run('config', 'set', 'length', 'deep')
    const file = join(cli.config, 'config.json')
    if (!isThere) rmSync(file)
    const { err } = await cli.run('erase', '--all', '--yes')
    expect([existsSync(file), err.includes(`Your preferences stay, in ${file}.`)]).toEqual([
      isThere,
      isThere,
    ])
  }
})

it('has the second copy for its owner alone, and none after everything was erased', async () => {
  const { cli, file } = await withSeason()
  expect(statSync(`${file}.bak`).mode & 0o777).toBe(0o600)
  await cli.run('jot', 'one')
  writeFileSync(file, '{')
  await cli.run('config', 'set', 'season', 'loss')
  // As a kill leaves them, of ours and of conf.
  for (const name of ['.config.json.bak.0123456789ab.tmp', 'config.json.tmp-0123456789abcdef'])
    copyFileSync(file, join(cli.config, name))
  await cli.run('erase', '--all', '--yes')
  expect(readdirSync(cli.config)).toEqual(['config.json'])
  // What a person takes away by hand after that does not come back.
  rmSync(file)
  expect(await seasonOf(cli)).toEqual({ code: 0, out: 'none\n', err: '' })
})

describe('a copy of the day', () => {
  const lived = async () => {
    const { cli, file } = await withSeason()
    await cli.run('help-now', 'add', 'Ana', '555')
    await cli.run('jot', 'one')
    await cli.with({ now: '2026-11-23T12:00:00+00:00' }).run('jot', 'two')
    // Named by the calendar of the machine, wherever that stands.
    const [copy = ''] = readdirSync(join(cli.data, 'g1/backups'))
    return { cli, file, copy, later: cli.with({ now: '2026-11-24T12:00:00+00:00' }) }
  }

  it('brings back preferences and numbers that are missing', async () => {
    const { file, copy, later } = await lived()
    for (const path of [file, join(later.data, 'help.json')])
      for (const name of [path, `${path}.bak`]) rmSync(name)
    const { code, out, err } = await later.run('restore', copy, '--yes')
    expect([code, out + err]).toEqual([0, expect.stringContaining('2 preferences and 1 number')])
    expect((await seasonOf(later)).out).toBe('loss\n')
    expect((await later.run('help-now')).out).toContain('555')
  })

  it('replaces none that were changed since', async () => {
    const { copy, later } = await lived()
    await later.run('config', 'set', 'season', 'none')
    await later.run('help-now', 'remove', 'Ana')
    await later.run('help-now', 'add', 'Ana', '777')
    const { code, out, err } = await later.run('restore', copy, '--yes')
    expect([code, out + err]).toEqual([0, expect.stringContaining(`holds what ${copy} holds`)])
    expect((await seasonOf(later)).out).toBe('none\n')
    expect((await later.run('help-now')).out).toContain('777')
  })
})
