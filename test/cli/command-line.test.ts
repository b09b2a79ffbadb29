import { describe, expect, it, test } from 'vitest'
import { commandTree } from '../../src/cli/command-line.ts'
import { groupsByName } from '../../src/cli/group-of.ts'
import { groups } from '../../src/cli/program.ts'
import { UserError } from '../../src/errors.ts'
import { systemWorld } from '../../src/system/world.ts'
import { aPerson } from '../helpers/cli.ts'
import { allPaths } from '../helpers/every-command.ts'

const { program } = commandTree(groups, systemWorld(process), '0')
const paths = program.commands.flatMap(command => [
  [command.name()],
  ...command.commands.map(inner => [command.name(), inner.name()]),
])

/** Flags that mean something beside another alone, as their help says: their command, they, and the other. */
const companions = program.commands.flatMap(command =>
  command.options.flatMap(({ long, required, description }) => {
    const [, other] = /^with (--[a-z]+):/.exec(description) ?? []
    return other ? [{ command, long: long ?? '', required, other }] : []
  }),
)

/** The lines to type in the table, without a pipe in front of them or behind. */
const examples = groups
  .flatMap(([, entries]) => entries)
  .flatMap(entry =>
    (entry.examples ?? []).map(([line]) => line.replace(/^.*\| (?=hearten)|\s\|.*$/g, '')),
  )

/** As a shell splits them, quotes and all. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

describe('help', () => {
  it('begins with examples, then commands, then flags', async () => {
    const { code, out } = await aPerson().run('--help')
    expect(code).toBe(0)
    const titles = out.match(/^\S.*:$/gm)
    expect(titles).toEqual([
      'Examples:',
      'Write:',
      'Look back:',
      'Keep:',
      'Season:',
      'Set up:',
      'Flags of a session:',
      'Flags of every command:',
    ])
    expect(out).not.toContain('[options]')
  })

  it.each([[[]], ...paths.map(path => [path])])('of %j names people to call', async path => {
    const { code, out, err } = await aPerson().run(...path, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('hearten help-now')
  })

  it.each([40, 80, 100])('keeps its prose within %d columns', async columns => {
    const person = aPerson({ columns })
    for (const path of [[], ...paths]) {
      const { out } = await person.run(...path, '--help')
      // A line to type is never broken.
      const prose = out.split('\n').filter(line => !/^ {2}(hearten|echo) /.test(line))
      expect(prose.filter(line => line.length > columns)).toEqual([])
    }
  })

  it.each(allPaths)('of "%s" is also asked for with a word in front', async path => {
    const person = aPerson()
    const words = path.split(' ')
    const asked = await person.run('help', ...words)
    expect(asked.out).toContain(`\n  hearten ${path}`)
    expect(asked).toEqual(await person.run(...words, '--help'))
    expect(await person.run('--plain', 'help', ...words)).toEqual(asked)
  })

  it.each(examples)('gives an example that can be typed: %s', line => {
    const [name, ...words] = wordsOf(line)
    expect(name).toBe('hearten')
    const flags = words.filter(word => word.startsWith('--'))
    let command = program
    for (const word of words) command = command.commands.find(it => it.name() === word) ?? command
    expect(command.options.map(option => option.long)).toEqual(expect.arrayContaining(flags))
  })

  it('names commands as npm start takes them', async () => {
    const env = { npm_lifecycle_event: 'start', npm_package_name: 'hearten' }
    const { out } = await aPerson({ env }).run('--help')
    expect(out).toContain('  npm start -- review month')
    expect(out).toContain('`npm start -- help-now`')
  })
})

describe('a slip of the finger', () => {
  it.each([
    [['lits'], 'Did you mean list?'],
    [['lits', '--limit', '3'], 'Did you mean list?'],
    [['people', 'ad', 'sister'], 'Did you mean add?'],
    [['config', 'st', 'length', 'deep'], 'Did you mean set?'],
    [['prompts', 'shwo', 'x'], 'Did you mean show?'],
    [['toolkit', 'usee', 'tea'], 'Did you mean use?'],
    [['help', 'lits'], 'Did you mean list?'],
    [['list', '--stared'], 'Did you mean --starred?'],
    [['list', '--jsn'], 'Did you mean --json?'],
    [['people', 'reached', 'sister', '--anwered'], 'Did you mean --answered?'],
    [['--legnth', 'deep'], 'Did you mean --length?'],
  ])('%j is answered with what may have been meant', async (words, meant) => {
    const { code, out, err } = await aPerson().run(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(meant)
    expect(err).toMatch(/`hearten.* --help` shows what there is\./)
  })

  it.each([
    [['search'], 'something is missing: `hearten search <words...>`.'],
    [['list', '--from'], '--from <date> needs a word after it.'],
    [['prompts', 'add', 'why'], '`hearten prompts add` needs --theme <theme>.'],
    [['undo', 'now'], '`hearten undo` takes no words, and there was "now".'],
    [['completion', 'bash', '--json'], '--json means nothing here'],
    [['--theme', 'support', 'list'], '--theme belongs after the command.'],
    [['jot', '-sad', 'day'], '`hearten jot -- -sad …`'],
  ])('%j is told what is missing', async (words, said) => {
    const { code, out, err } = await aPerson().run(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
  })

  it.each(companions)('$long without $other is told that it goes with it', async given => {
    const { command, long, required, other } = given
    const needed = command.registeredArguments.some(it => it.required) ? ['markdown'] : []
    const argv = [command.name(), ...needed, long, ...(required ? ['x {date}'] : [])]
    const { code, out, err } = await aPerson().run(...argv, '--no-input')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`${long} goes with ${other}`)
  })

  it('is looked for in more than one command', () => {
    expect(companions.length).toBeGreaterThan(3)
  })

  it.each([
    [['help-now', 'ad', 'sister', '1'], 'Did you mean add?'],
    [['help-now', '--contry', 'IE'], 'Did you mean --country?'],
    [['help-now', '--country'], '--country <country> needs a word after it.'],
    [['--bogus', 'help-now'], 'there is no flag --bogus.'],
    [['sos', '--now'], 'there is no flag --now.'],
  ])('%j shows people to call all the same', async (words, said) => {
    const { code, out, err } = await aPerson({ zone: 'Europe/Dublin' }).run(...words)
    expect(code).toBe(2)
    expect(out).toContain('116 123')
    expect(err).toContain(said)
  })

  it.each([[['sos']], [['SOS']], [['crisis']], [['help-me']], [['help', 'now']], [['help', 'me']]])(
    '%j leads to people to call',
    async words => {
      const person = aPerson({ zone: 'Europe/Dublin' })
      const { out } = await person.run('help-now')
      expect(await person.run(...words)).toEqual({ code: 0, out, err: '' })
      expect((await person.run('--plain', '--journal', '/tmp', ...words)).out).toContain('116 123')
    },
  )

  it('shows people to call where no home is known, and says so', async () => {
    const person = aPerson({ zone: 'Europe/Dublin' })
    Object.defineProperty(person.world, 'env', { value: {} })
    Object.defineProperty(person.world, 'home', {
      get() {
        throw new UserError('It is not known where your home folder is.')
      },
    })
    const { code, out, err } = await person.run('help-now')
    expect(code).toBe(1)
    expect(out).toContain('116 123')
    expect(err).toContain('not known where your home folder is')
    expect((await person.run('status')).out).toBe('')
  })

  it('shows nothing that a terminal would obey', async () => {
    const { err } = await aPerson().run('\u001b[2Jlits')
    expect(err).not.toContain('\u001b')
  })

  it('is data with --json', async () => {
    const { err } = await aPerson().run('list', '--stared', '--json')
    expect(JSON.parse(err)).toMatchObject({ version: 1, error: { exitCode: 2 } })
  })
})

describe('flags of every command', () => {
  it.each([
    ['list', '--json'],
    ['--json', 'list'],
  ])('count before and after the command: %s %s', async (...words) => {
    const { out } = await aPerson().run(...words)
    expect(JSON.parse(out)).toEqual({ version: 1, entries: [] })
  })
})

test('each group says which commands it has, so that a line loads no other', async () => {
  const loaded = await Promise.all(groupsByName.map(({ load }) => load()))
  expect(loaded.map(([title]) => title)).toEqual(groups.map(([title]) => title))
  expect(groupsByName.map(({ names }) => names)).toEqual(
    groups.map(([, entries]) => entries.map(({ use }) => use.split(' ', 1)[0]).join(' ')),
  )
})
