import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { commandTree } from '../src/cli/command-line.ts'
import { withHelpBehind, withHelpNow } from '../src/cli/help-anyway.ts'
import { groups } from '../src/cli/program.ts'
import { systemWorld } from '../src/system/world.ts'
import { sources } from '../src/themes/sources.ts'
import { themes } from '../src/themes/theme.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const readme = read('README.md')
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'RELEASING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => join('docs', file)),
]
const code = [
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join('src', file)),
]

const { program } = commandTree(groups, systemWorld(process), '0')
const commands = program.commands.flatMap(command => [command, ...command.commands])
const flags = new Set(
  [program, ...commands].flatMap(command => command.options.map(option => option.long ?? '')),
).add('--help')
const pathOf = (command: Command): string =>
  command.parent === program ? command.name() : `${command.parent?.name()} ${command.name()}`

/** What stands between backticks, and the lines of shell in code blocks. */
const codeIn = (text: string) => [
  ...[...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, it = '']) => it),
  ...[...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, it = '']) => it.split('\n')),
]

/** What a shell hands to the program of such a line: no comment, no pipe, and no file that it goes into. */
const wordsOf = (line: string) =>
  [
    ...line
      .replace(/^(hearten|npm start --) /, '')
      .replace(/\s(#|[<|]|>>?)\s.*$/, '')
      .matchAll(/"([^"]*)"|(\S+)/g),
  ].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** What in such a line the program would not take: a command, a flag of another command, a word too many. */
function wrongIn(line: string): string[] {
  const words = [...withHelpBehind(withHelpNow(wordsOf(line)))]
  const end = words.indexOf('--')
  const typed = end < 0 ? words : words.slice(0, end)
  let command: Command = program
  const wrong: string[] = []
  let given = 0
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? ''
    const inner = given === 0 ? command.commands.find(it => it.name() === word) : undefined
    const option = command.options.find(it => it.long === word || it.short === word)
    if (inner) command = inner
    else if (option) {
      if (option.required) at++
    } else if (/^--?[a-z]/.test(word)) {
      if (word !== '--help') wrong.push(`${command.name()} has no flag ${word}`)
    } else given++
  }
  const most = command.registeredArguments.some(it => it.variadic)
    ? Number.POSITIVE_INFINITY
    : command.registeredArguments.length
  if (given > most) wrong.push(`${command.name()} takes ${most} words`)
  return wrong
}

/** The headings of a page, as links name them. */
const headingsOf = (markdown: string) =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )

describe('the README', () => {
  it('names every command', () => {
    const named = new Set(codeIn(readme).map(it => it.replace(/^hearten /, '')))
    expect(commands.map(pathOf).filter(path => !named.has(path))).toEqual([])
  })

  it('names every flag', () => {
    const named = new Set(readme.match(/--[a-z][a-z-]*/g))
    expect([...flags].filter(flag => !named.has(flag))).toEqual([])
  })

  it('names each command’s flags beside it', () => {
    const rows = readme.split('\n').filter(line => /^\| .*`--/.test(line))
    const global = rows.find(row => row.startsWith('| every command')) ?? ''
    const missing = commands.flatMap(command =>
      command.options
        .map(option => option.long ?? '')
        .filter(flag => !global.includes(`\`${flag}`))
        .filter(
          flag =>
            !rows.some(
              row =>
                new RegExp(`\`${flag}\\b`).test(row) &&
                (row.includes(command.name()) ||
                  row.includes(command.parent?.name() ?? '') ||
                  (command.name() === 'today' && row.startsWith('| a session'))),
            ),
        )
        .map(flag => `${pathOf(command)} ${flag}`),
    )
    expect(missing).toEqual([])
  })

  it('names every theme, and every variable of the environment that is read', () => {
    for (const { id, name } of themes) expect(readme).toContain(`| \`${id}\` | ${name} |`)
    const read_ = code.flatMap(file => read(file).match(/\benv\.[A-Z][A-Z_]+\b/g) ?? [])
    // Names of folders and of terminals, which nobody sets for hearten.
    const ofSystems =
      /^(HOME|PATH|LOCALAPPDATA|COLORTERM|LESS(KEYIN)?|XDG_RUNTIME_DIR|TMUX|STY|TERM_PROGRAM|VTE_VERSION|KONSOLE_VERSION|WT_SESSION)$/
    const variables = new Set(read_.map(it => it.replace('env.', '')))
    expect([...variables].filter(it => !ofSystems.test(it) && !readme.includes(it))).toEqual([])
  })

  it('installs the version there is', () => {
    expect(readme).toContain(`./hearten-${JSON.parse(read('package.json')).version}.tgz`)
  })
})

describe.each(documents)('%s', file => {
  const text = read(file)

  it('names only commands, words and flags that go together', () => {
    const lines = codeIn(text).filter(it => /^(hearten|npm start --) (?!COMMAND)/.test(it))
    expect(lines.flatMap(line => wrongIn(line).map(what => `${line}: ${what}`))).toEqual([])
  })

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    const broken = links
      .filter(link => !/^(https?:|mailto:)/.test(link))
      .filter(link => {
        const [path = '', heading] = link.split('#')
        const target = path === '' ? file : join(dirname(file), path)
        return (
          !existsSync(join(root, target)) ||
          (heading !== undefined && !headingsOf(read(target)).includes(heading))
        )
      })
    expect(broken).toEqual([])
  })

  it('names only scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)]
    expect(
      named.map(([, run, known]) => run ?? known).filter(it => !((it ?? '') in scripts)),
    ).toEqual([])
  })

  it('names only files that are there', () => {
    const named = codeIn(text).flatMap(
      it => it.match(/^(?:docs|src|test|tools|bin|bench)\/[\w/.-]+$/) ?? [],
    )
    expect(
      named.filter(path => !/NAME|\.\.\./.test(path) && !existsSync(join(root, path))),
    ).toEqual([])
  })
})

describe('what the program says', () => {
  // Whoever installed it has the program, and not the folder of the project.
  it.each(code)('%s sends nobody to a file that is not shipped', file => {
    const spoken = read(file)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '')
      .replace(/^.*\b(import|from)\b.*'\.{0,2}\/.*$/gm, '')
    expect(spoken.match(/\b(docs|src|test|tools|bench|man)\/[\w-]+/g) ?? []).toEqual([])
  })
})

describe('decisions', () => {
  const named = readdirSync(join(root, 'docs/decisions'))
  const numbers = named.map(file => file.slice(0, 3))

  it('have a number each, which is that of their title', () => {
    expect(numbers).toEqual([...new Set(numbers)])
    const titled = named.map(file => /^# (\d{3})\b/.exec(read(`docs/decisions/${file}`))?.[1])
    expect(titled).toEqual(numbers)
  })

  it.each([...documents, ...code])('are there, where %s speaks of one', file => {
    const spoken = read(file).matchAll(/\bdecisions?[ /](\d{3})\b/gi)
    expect(
      [...spoken].map(([, number]) => number).filter(it => !numbers.includes(it ?? '')),
    ).toEqual([])
  })
})

describe('CONTRIBUTING.md', () => {
  it('sends to a file for what stands in it', () => {
    const steps = read('CONTRIBUTING.md').replace(/\s+/g, ' ')
    const places = [
      ...steps.matchAll(/`(\w+)`(?: [a-z ]{0,24})? (?:in|of|to) `((?:src|test)\/[\w/.-]+)`/g),
    ].map(([, what = '', path = '']) => [what, path] as const)
    expect(places.length).toBeGreaterThan(8)
    const files = (path: string) =>
      path.endsWith('/') ? readdirSync(join(root, path)).map(it => `${path}${it}`) : [path]
    const isIn = (what: string, path: string) =>
      files(path).some(it => new RegExp(`\\b${what}\\b`).test(read(it)))
    expect(places.filter(([what, path]) => !isIn(what, path))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  const plan = read('docs/architecture.md')

  it('names every room, and every file at the door', () => {
    const inside = readdirSync(join(root, 'src'), { withFileTypes: true })
    const rooms = inside.map(it => (it.isDirectory() ? `src/${it.name}/` : `src/${it.name}`))
    expect(rooms.filter(room => !plan.includes(`\`${room}\``))).toEqual([])
  })
})

describe('docs/evidence.md', () => {
  const evidence = read('docs/evidence.md')

  it.each(Object.values(sources))('says where "%s" comes from', source => {
    const practice = /^Practice of (\S+)/.exec(source)?.[1]
    const [, works = ''] = source.split(': ')
    const cited = works.match(/[A-Z]\w+(?: & [A-Z]\w+)?(?: \d{4})?|94 tests/g) ?? []
    const looked = practice ? [practice] : cited
    expect(looked).not.toEqual([])
    expect(looked.filter(work => !evidence.includes(work))).toEqual([])
  })
})
