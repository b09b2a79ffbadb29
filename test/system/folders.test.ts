import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commandTree } from '../../src/cli/command-line.ts'
import { groups } from '../../src/cli/program.ts'
import { foldersOf } from '../../src/system/folders.ts'
import { aPerson } from '../helpers/cli.ts'

const linux = (env: Record<string, string>) => ({
  env,
  platform: 'linux' as const,
  home: '/home/x',
})

const told = (env: Record<string, string>, journal?: string) => {
  const said: string[] = []
  return { ...foldersOf(linux(env), journal, text => said.push(text)), said }
}

describe('where things are kept', () => {
  it('is told by the environment, with ~ for the home folder', () => {
    expect(told({ HEARTEN_HOME: '~/mine' })).toEqual({
      data: '/home/x/mine/data',
      config: '/home/x/mine/config',
      said: [],
    })
    expect(told({ XDG_DATA_HOME: '~/d', XDG_CONFIG_HOME: '/c' })).toMatchObject({
      data: '/home/x/d/hearten',
      config: '/c/hearten',
    })
  })

  it('leaves out a relative place of the platform, as the standard says', () => {
    expect(told({ XDG_DATA_HOME: 'share' }).data).toBe('/home/x/.local/share/hearten')
  })

  it('makes a relative home whole, and says where a new one would be', () => {
    const { data, said } = told({ HEARTEN_HOME: 'not-there' })
    expect(data).toBe(resolve('not-there', 'data'))
    expect(said).toEqual([
      `HEARTEN_HOME is "not-there", which means ${resolve('not-there')} here. Nothing is there yet.`,
    ])
    expect(told({ HEARTEN_HOME: 'src' })).toMatchObject({ data: resolve('src/data'), said: [] })
  })

  it('takes the journal out of a home, and the home around a journal', async () => {
    const person = aPerson()
    await person.run('jot', 'rain')
    const asJournal = await aPerson().run('list', '--journal', person.home)
    expect(asJournal.out).toContain('rain')
    expect(asJournal.err).toContain(`The journal in it is used: ${person.data}`)
    const asHome = await aPerson({ env: { HEARTEN_HOME: person.data } }).run('list')
    expect(asHome.out).toContain('rain')
    expect(asHome.err).toContain(`The home around it is used: ${person.home}`)
    expect(existsSync(join(person.data, 'data'))).toBe(false)
  })
})

describe('a path on the command line', () => {
  it.each([
    ['export', 'markdown', '--output=~/out.md'],
    ['export', 'json', '--output=~/out.json'],
    ['export', 'markdown', '--to=~/notes'],
    ['review', '--html=~/out.html'],
    ['backup', '~/copy.json'],
    ['demo', '--into=~/demo'],
    ['jot', 'snow', '--journal=~/other'],
  ])('%s %s %s is in the home folder', async (...argv) => {
    onTestFinished(() => rmSync('~', { recursive: true, force: true }))
    const person = aPerson()
    await person.run('jot', 'rain')
    const { code, err } = await person.run(...argv)
    expect(err).not.toContain('~')
    expect(code).toBe(0)
    const [path = ''] = argv.map(word => /~\/.*/.exec(word)?.[0]).filter(Boolean)
    expect(existsSync(join(person.home, path.slice(2)))).toBe(true)
    expect(existsSync('~')).toBe(false)
  })

  it('is read in the home folder too', async () => {
    const person = aPerson()
    await person.run('jot', 'rain')
    await person.run('backup', '~/copy.json')
    const other = aPerson()
    mkdirSync(join(other.home, 'in'))
    for (const argv of [
      ['import', '~/nothing.json'],
      ['today', '--answers=~/nothing.json'],
      ['today', '--from-sheet=~/nothing.md'],
    ])
      expect((await other.run(...argv)).err).toContain(`There is no file ${other.home}/nothing`)
    expect((await person.run('restore', '~/copy.json')).err).toContain('The journal holds what')
  })

  it('is called a file or a folder in the table, so that none is forgotten', () => {
    const { program } = commandTree(groups, aPerson().world, '0')
    const all = [program, ...program.commands, ...program.commands.flatMap(it => it.commands)]
    const paths = all.flatMap(command =>
      command.options
        .filter(({ flags }) => /<(?:file|dir)>/.test(flags))
        .map(option => [option.flags, option.parseArg?.('~/x', undefined)]),
    )
    expect(paths.length).toBeGreaterThan(8)
    for (const [, meant] of paths) expect(meant).not.toContain('~')
  })
})
