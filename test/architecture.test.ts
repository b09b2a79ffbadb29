import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn } from './helpers/files.ts'

const root = join(import.meta.dirname, '..', 'src')

/** What each room, and each file that stands outside one, may import from. What is not listed may not be. */
const mayImport: Record<string, readonly string[]> = {
  themes: [],
  errors: [],
  utf8: ['errors', 'journal'],
  'regular-file': [],
  care: [],
  journal: ['themes'],
  wording: ['journal'],
  reflect: ['care', 'journal', 'themes'],
  render: ['care', 'reflect', 'wording', 'journal', 'themes'],
  dialogue: ['render', 'wording'],
  settings: ['journal', 'themes', 'errors', 'regular-file', 'store'],
  store: ['journal', 'themes', 'errors', 'regular-file'],
  vault: ['errors', 'store'],
  formats: ['journal', 'themes', 'reflect', 'render', 'store', 'errors', 'utf8'],
  demo: ['journal', 'themes'],
  system: [
    'care',
    'dialogue',
    'errors',
    'journal',
    'regular-file',
    'render',
    'settings',
    'store',
    'themes',
    'utf8',
    'vault',
  ],
  context: ['dialogue', 'errors', 'journal', 'render', 'settings', 'store', 'system', 'vault'],
  explain: ['errors', 'render', 'system'],
  desk: [
    'care',
    'context',
    'dialogue',
    'errors',
    'formats',
    'journal',
    'reflect',
    'regular-file',
    'render',
    'settings',
    'store',
    'system',
    'themes',
    'utf8',
    'wording',
    'vault',
  ],
  session: [
    'care',
    'context',
    'desk',
    'dialogue',
    'errors',
    'journal',
    'reflect',
    'render',
    'settings',
    'store',
    'themes',
    'wording',
  ],
  commands: [
    'care',
    'context',
    'demo',
    'desk',
    'dialogue',
    'errors',
    'formats',
    'journal',
    'reflect',
    'render',
    'session',
    'settings',
    'store',
    'system',
    'themes',
    'wording',
    'vault',
  ],
  cli: [
    'commands',
    'context',
    'desk',
    'errors',
    'formats',
    'journal',
    'reflect',
    'settings',
    'system',
    'themes',
  ],
  main: ['cli', 'explain', 'system'],
}

/** These know nothing of clocks, chance, disks and terminals. */
const pure = ['care', 'themes', 'journal', 'wording', 'reflect', 'formats']
const forbiddenInPure = [
  // A checksum and unpacking are arithmetic: the same in, the same out.
  /(?<!^import \{ (?:createHash|crc32, inflateRawSync) \} )from '(node:|chalk|@inquirer|lowdb|commander|conf)/m,
  /new Date\(\)/,
  /Date\.now\(/,
  /Math\.random\(/,
]

/** What lies below the paper, and why. Every other file of the store asks the paper for its bytes. */
const below = {
  'store/disk.ts': 'the calls themselves',
  'store/durable.ts': 'how plain paper is written',
  'store/paper.ts': 'the paper',
  'store/lock.ts': 'its protocol is made of hard links',
  'store/help-numbers.ts': 'read before anything else is loaded; written on paper',
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => relative(root, join(entry.parentPath, entry.name)))

const source = (file: string) => readFileSync(join(root, file), 'utf8')
const roomOf = (file: string) =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace('.ts', '')
const importsOf = (file: string) =>
  [...source(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(root, join(root, dirname(file), path)),
  )
/** The code without its comments. */
const codeOf = (file: string) => source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

/** Each circle once, as the way around it: `a → b → a`. */
function circles(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const left = new Set<string>()
  const follow = (file: string, way: readonly string[]) => {
    const from = way.indexOf(file)
    if (from >= 0) found.push([...way.slice(from), file].join(' → '))
    if (from >= 0 || left.has(file)) return
    for (const target of arrows.get(file) ?? []) follow(target, [...way, file])
    left.add(file)
  }
  for (const file of arrows.keys()) follow(file, [])
  return found
}

describe('the house', () => {
  it('has every room on the plan', () => {
    expect([...new Set(files.map(roomOf))].filter(room => !(room in mayImport))).toEqual([])
  })

  it('is described as it is: what a room may use, and which are pure', () => {
    const page = readFileSync(join(root, '../docs/architecture.md'), 'utf8')
    const rows = [...page.matchAll(/^\| `src\/(\w+)\/` \| .* \| (.*) \|$/gm)]
    // Files outside the rooms may be used by all, and of the outermost rooms the page says only how far they reach.
    const said = rows.filter(([, , uses = '']) => /^(nothing|\w+(, \w+)*)$/.test(uses))
    expect(said.length).toBeGreaterThan(8)
    const rooms = rows.map(([, room = '']) => room)
    for (const [, room = '', uses = ''] of said)
      expect([room, uses === 'nothing' ? [] : uses.split(', ').sort()]).toEqual([
        room,
        mayImport[room]?.filter(it => rooms.includes(it)).sort(),
      ])
    const [, named = ''] = /also that ([^.]*?) know no clock/.exec(page) ?? []
    expect([...named.matchAll(/`(\w+)`/g)].map(([, it]) => it).sort()).toEqual([...pure].sort())
  })

  it('reads imports as they are written', () => {
    expect(importsOf('main.ts')).toContain('cli/command-line.ts')
    expect(importsOf('cli/contents/write.ts')).toContain('commands/jot.ts')
    expect(files.flatMap(importsOf).filter(target => !files.includes(target))).toEqual([])
  })

  // A call takes some 120,000 arguments, and a journal has more days and entries than that after an import or two.
  it('gives nothing as arguments one by one that grows with the journal', () => {
    const spread =
      /Math\.(?:min|max)\((?:.*, )?\.\.\.|push\(\.\.\.[^)]*\b(?:records|entries|history|changes)\b/
    const few = [
      'store/finder.ts',
      'store/switch.ts',
      'store/erase.ts',
      'journal/revisions.ts',
      'journal/day.ts',
      'journal/since.ts',
      'formats/read-in.ts',
    ]
    const rooms = ['journal', 'reflect', 'store', 'formats', 'desk', 'system']
    const found = files.filter(
      file => rooms.includes(roomOf(file)) && !few.includes(file) && spread.test(codeOf(file)),
    )
    expect(found).toEqual([])
    for (const file of few) expect([file, spread.test(codeOf(file))]).toEqual([file, true])
  })

  it('has no arrows in circles, of types neither', () => {
    expect(circles(new Map(files.map(file => [file, importsOf(file)])))).toEqual([])
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b → c → b'])
  })

  it('has arrows that point inward only', () => {
    const wrong = files.flatMap(file =>
      importsOf(file)
        .filter(target => roomOf(target) !== roomOf(file))
        .filter(target => !mayImport[roomOf(file)]?.includes(roomOf(target)))
        .map(target => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(pure)('keeps %s/ pure', room => {
    const wrong = files
      .filter(file => roomOf(file) === room)
      .flatMap(file =>
        forbiddenInPure.filter(rule => rule.test(codeOf(file))).map(rule => `${file}: ${rule}`),
      )
    expect(wrong).toEqual([])
  })

  it('reads and writes the journal on paper only', () => {
    const calls =
      /^import (?!type)[^;']*'(node:fs|(\.\.?\/)+(regular-file|disk|durable)\.ts)'|import\('(node:fs|(\.\.?\/)+(disk|durable)\.ts)'|\b\w+Sync\(/m
    const wrong = files.filter(
      file => roomOf(file) === 'store' && !(file in below) && calls.test(codeOf(file)),
    )
    expect(wrong).toEqual([])
    const idle = Object.keys(below).filter(file => !calls.test(codeOf(file)))
    expect(idle).toEqual([])
  })

  it('leaves console and process to system/', () => {
    const wrong = files.filter(
      file =>
        roomOf(file) !== 'system' &&
        /\bconsole\.|\bprocess\.|from 'node:process'/.test(codeOf(file)),
    )
    expect(wrong).toEqual([])
  })

  // What a person writes goes through `keep`, which shows it again when it cannot be kept, says where it
  // went, and offers the card. These change the journal without words of the person's own.
  const wordless = [
    'delete',
    'demo',
    'import',
    'mute',
    'people',
    'person',
    'prompt-packs',
    'prompts',
    'star',
    'tool',
    'vault-part',
  ]

  it('keeps what a person writes through one door', () => {
    const doors = files.filter(file => /\.commit\(/.test(codeOf(file)) && roomOf(file) !== 'store')
    expect(doors.sort()).toEqual([
      ...wordless.map(name => `commands/${name}.ts`),
      'desk/keep.ts',
      'desk/setting.ts',
      // Hands on what came through one of these, and notes it for --json.
      'system/receipt.ts',
    ])
  })

  it('erases entries through one door, which knows what else of them there is', () => {
    const doors = files.filter(file => /\.erase\(/.test(codeOf(file)) && roomOf(file) !== 'store')
    expect(doors.sort()).toEqual(['desk/erase-entries.ts', 'system/receipt.ts'])
  })

  it('gives no name to two things that files export', () => {
    const exported = new Map<string, Set<string>>()
    for (const file of files)
      for (const [, name = ''] of codeOf(file).matchAll(
        /^export (?:async )?(?:const|function\*?|class|interface|type|let|enum) (\w+)/gm,
      ))
        exported.set(name, (exported.get(name) ?? new Set()).add(file))
    const twice = [...exported].filter(([, where]) => where.size > 1)
    expect(twice.map(([name, where]) => `${name}: ${[...where].join(', ')}`)).toEqual([])
  })

  it('names days to people through one door, which has their year where it is another', () => {
    const doors = files.filter(file => /\blongDay\(/.test(codeOf(file)))
    expect(doors.sort()).toEqual(['journal/day.ts', 'wording/days.ts'])
  })

  it('draws the cases of its properties through one door', () => {
    const doors = filesIn(import.meta.dirname).filter(file =>
      /^import .*'fast-check'/m.test(readFileSync(file, 'utf8')),
    )
    expect(doors).toEqual([join(import.meta.dirname, 'helpers', 'properties.ts')])
  })

  it('has no utils/, helpers/ or types/', () => {
    expect(files.filter(file => /(^|\/)(utils|helpers|types)(\/|\.ts)/.test(file))).toEqual([])
  })

  it('has no network code', () => {
    const network =
      /from '(node:)?(https?|net|dgram|tls|http2|dns)'|\bfetch\(|XMLHttpRequest|WebSocket/
    expect(files.filter(file => network.test(codeOf(file)))).toEqual([])
  })
})
