import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outlineOfTable, withActions } from '../../src/cli/outline.ts'
import { groups, session } from '../../src/cli/program.ts'
import { allPositions, positionsOf, wordsAt } from '../../src/cli/shells/position.ts'
import { settingRules } from '../../src/settings/settings.ts'
import { aHome, has, needs, openCommand } from '../e2e/program.ts'
import { aPerson } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearten-completion-'))
afterAll(() => rmSync(folder, { recursive: true }))

const root = positionsOf(outlineOfTable({ groups, session }), settingRules)
const positions = allPositions(root)
const file = (shell: string) => join(folder, shell === 'zsh' ? '_hearten' : `hearten.${shell}`)

beforeAll(async () => {
  // Names of the journal are never offered; here is somebody whom nobody may read over a shoulder.
  const cli = aPerson({ home: join(folder, 'home') })
  await cli.run('people', 'add', 'Reverie', '--status', 'unsafe')
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const { code, out } = await cli.run('completion', shell)
    expect(code).toBe(0)
    expect(out).not.toContain('Reverie')
    writeFileSync(file(shell), out)
  }
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages', 'two words.md'), '')
})

/** What a shell offers for each of some lines, the last word of which is being typed. */
type Offers = (lines: readonly (readonly string[])[]) => string[][]

/** One start of the shell for all of them: each line comes on standard input, each answer ends with a blank line. */
const through =
  (program: string, args: readonly string[], typed: (words: readonly string[]) => string): Offers =>
  lines => {
    const input = lines.map(words => `${typed(['hearten', ...words])}\n`).join('')
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      input,
      maxBuffer: 64_000_000,
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    return stdout
      .split('\n.\n')
      .slice(0, -1)
      .map(answer => answer.split('\n').flatMap(line => line.split('\t')[0] || []))
  }

// A word in a line of its own behind the others, since bash drops an empty one at the end.
const bash = through(
  'bash',
  [
    '--norc',
    '-c',
    `source ${file('bash')}
    while IFS=$'\\x1f' read -ra COMP_WORDS && IFS= read -r last; do
      COMP_WORDS+=("$last"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _hearten 2>/dev/null
      printf '%s\\n' "\${COMPREPLY[@]}"; printf '\\n.\\n'
    done`,
  ],
  words => `${words.slice(0, -1).join('\x1f')}\n${words.at(-1)}`,
)

const fish = through(
  'fish',
  [
    '--no-config',
    '-c',
    `source ${file('fish')}; while read -d '\\n' -l line; complete -C "$line"; printf '\\n.\\n'; end`,
  ],
  words => words.join(' '),
)

describe.each([
  ['bash', bash],
  ['fish', fish],
] as const)('completion in %s', (shell, offers) => {
  const begin = (context: TestContext) => needs(context, has(shell), shell)

  it('knows every command, and the actions of each', context => {
    begin(context)
    const within = positions.filter(({ next }) => next.length > 0)
    const offered = offers(within.map(({ path }) => [...path, '']))
    const missing = within.map((position, at) =>
      wordsAt(position).words.filter(word => !offered[at]?.includes(word)),
    )
    expect(missing.flat()).toEqual([])
    expect(offered[0]?.sort()).toEqual(root.next.map(({ path }) => path.join(' ')).sort())
  })

  it('knows every flag of every command', context => {
    begin(context)
    const offered = offers(positions.map(({ path }) => [...path, '--']))
    expect(offered.map(it => it.sort())).toEqual(
      positions.map(({ flags }) => flags.map(({ long }) => long).sort()),
    )
  })

  it('knows the values of every flag that has some', context => {
    begin(context)
    const listed = positions.flatMap(({ path, flags }) =>
      flags.flatMap(({ long, values }) =>
        typeof values === 'object' ? [{ line: [...path, long, ''], values }] : [],
      ),
    )
    expect(offers(listed.map(({ line }) => line)).map(it => it.sort())).toEqual(
      listed.map(({ values }) => [...values].sort()),
    )
  })

  it('knows where a word belongs to the flag before it', context => {
    begin(context)
    const [afterTag, afterFolder, takesNone, text] = offers([
      ['list', '--tag', 'people', 're'],
      ['--journal', 'people', 're'],
      ['toolkit', 'use', '--again', '--not-'],
      ['list', '--', '--th'],
    ])
    expect(afterTag).toEqual([])
    expect(afterFolder).toContain('review')
    // It takes a word in `edit`, and none here.
    expect(takesNone).toEqual(['--not-again'])
    expect(text).toEqual([])
  })

  it('evaluates nothing that was typed', context => {
    begin(context)
    offers([
      ['list', '--theme', '$(touch oops)', ''],
      ['`touch oops`', 're'],
      ['list', '--theme', '$(touch oops)'],
    ])
    expect(existsSync(join(folder, 'oops'))).toBe(false)
  })
})

/** Real shells at a terminal, each with nothing but this file. */
const atTerminal = {
  bash: ['bash', '--norc', '--noprofile', '-i'],
  zsh: ['zsh', '-f', '-i'],
  fish: ['fish', '--no-config', '--private'],
}
const loading = {
  bash: `source ${file('bash')}`,
  zsh: `fpath=(${folder} $fpath); autoload -Uz compinit; compinit -u -D`,
  fish: `source ${file('fish')}`,
}

describe.each(['bash', 'zsh', 'fish'] as const)('Tab in %s', shell => {
  async function sitting(context: TestContext) {
    needs(context, has(shell), shell)
    const pty = openCommand(aHome(), atTerminal[shell], {
      cwd: folder,
      cols: 200,
      env: { PS1: '> ', PROMPT: '> ', TERM: 'xterm-256color' },
    })
    pty.type(`${loading[shell]}; echo rea''dy\r`)
    await pty.waitFor(/^ready/m)
    return pty
  }

  it('finishes a command, an action, a flag, a value and a file', async context => {
    const pty = await sitting(context)
    pty.type('hearten insi\t')
    await pty.waitFor(/hearten insights/)
    pty.type('\x15')
    pty.type('hearten prom\t')
    await pty.waitFor(/hearten prom(ise|pts)?/)
    pty.type('\x15hearten people rea\t')
    await pty.waitFor(/hearten people reached/)
    pty.type('\x15hearten list --the\t')
    await pty.waitFor(/hearten list --theme/)
    pty.type('\x15hearten list --theme acc\t')
    await pty.waitFor(/hearten list --theme accountability/)
    pty.type('\x15hearten --theme comp\t')
    await pty.waitFor(/hearten --theme compassion/)
    pty.type('\x15hearten config set season add\t')
    await pty.waitFor(/hearten config set season addiction/)
    pty.type('\x15hearten import pag\t')
    await pty.waitFor(/hearten import pages\//)
    pty.type('tw\t')
    await pty.waitFor(/hearten import (pages\/two\\ words|'pages\/two words)/)
    pty.type('\x15exit\r')
    await pty.exit
  })

  it('evaluates nothing that was typed', async context => {
    const pty = await sitting(context)
    pty.type('hearten list --theme "$(touch oops)" --st\t')
    await pty.waitFor(/--starred/)
    pty.type('\x15exit\r')
    await pty.exit
    expect(existsSync(join(folder, 'oops'))).toBe(false)
  })
})

describe('completion', () => {
  it('offers nothing that the program refuses', async () => {
    const cli = aPerson()
    const flags = withActions(outlineOfTable({ groups, session }).groups.flatMap(it => it.commands))
      .filter(({ path }) => /^(list|search|prompts|calendar)$/.test(path.join(' ')))
      .flatMap(({ path, flags }) => flags.map(flag => ({ path, ...flag })))
    const lines = flags.flatMap(({ path, long, values }) =>
      typeof values === 'object'
        ? values.map(value => [...path, ...(path[0] === 'search' ? ['x'] : []), long, value])
        : [],
    )
    const preferences = positions
      .filter(({ path }) => path.join(' ').startsWith('config set '))
      .flatMap(({ path, words }) =>
        words.flatMap(values =>
          typeof values === 'object' ? values.map(it => [...path, it]) : [],
        ),
      )
    expect(preferences.length).toBeGreaterThan(10)
    for (const line of [...lines, ...preferences])
      expect({ line, code: (await cli.run(...line)).code }).toEqual({ line, code: 0 })
  })

  it('gives fishy words to no shell', () => {
    const words = positions.flatMap(position => [
      ...wordsAt(position).words,
      ...position.flags.flatMap(({ values }) => (typeof values === 'object' ? values : [])),
    ])
    expect(words.filter(word => !/^[\w=-]+$/.test(word))).toEqual([])
  })

  it('says which shells there are', async () => {
    expect(await aPerson().run('completion', 'tcsh')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is bash, zsh, fish and powershell.'),
    })
  })
})
