import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceHash } from '../tools/defines.js'
import { has, needs } from './e2e/program.ts'

const root = join(import.meta.dirname, '..')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearten-start-'))
  writeFileSync(
    join(folder, 'spy.cjs'),
    `const Module = require('node:module')
    const load = Module._load
    const seen = new Set()
    Module._load = function (request, parent, ...more) {
      seen.add(request.startsWith('.') ? parent.path + '/' + request : request)
      return load.call(this, request, parent, ...more)
    }
    const { Module: Compiled } = WebAssembly
    WebAssembly.Module = function (code) {
      seen.add('WebAssembly')
      return new Compiled(code)
    }
    process.on('exit', () => require('node:fs').writeFileSync(process.env.SEEN, [...seen].join('\\n')))`,
  )
  // The second entry of a journal makes the day's backup, which the others have no part in.
  for (const line of ['first', 'second']) loadedBy('jot', '-q', line)
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Loaded {
  readonly builtins: string[]
  readonly sources: string[]
  readonly files: number
  readonly kilobytes: number
}

/** What a command line loads: the built-in modules, WebAssembly among them, and every source file inside the loaded chunks. */
function loadedBy(...words: string[]): Loaded {
  const seen = join(folder, 'seen')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(folder, 'spy.cjs'), 'bin/hearten.js', ...words],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, SEEN: seen, HEARTEN_HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' },
    },
  )
  expect(stderr).not.toContain('something went wrong')
  expect(status).toBe(0)
  const names = readFileSync(seen, 'utf8').split('\n')
  const sources = names
    .filter(name => name.includes('dist'))
    .flatMap(name => readFileSync(name, 'utf8').match(/^\/\/ (src|.*node_modules)\/\S+$/gm) ?? [])
    .map(line => line.replace(/^\/\/ (?:.*node_modules\/)?/, ''))
  const loaded = [join(root, 'bin/hearten.js'), ...names.filter(name => name.includes('dist'))]
  const files = [...new Set(loaded.map(name => resolve(name)))]
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const builtins = names.filter(name => /^node:|^WebAssembly$/.test(name)).sort()
  return { builtins, sources, files: files.length, kilobytes: Math.ceil(bytes / 1000) }
}

/** Of what looks at a checksum, what a command line loads. */
const checksumsBy = (...words: string[]): string[] =>
  loadedBy(...words).builtins.filter(name => ['WebAssembly', 'node:crypto'].includes(name))

const heavy =
  /^(chalk|conf|ajv|yaml|@inquirer)\/|^src\/(dialogue\/(?!signals)|demo\/|themes\/prompts\/|vault\/|store\/switch)/
const eager = ['node:child_process', 'node:readline', 'node:tty', 'node:net', 'node:worker_threads']

describe('starting', () => {
  it('answers --version before anything else is loaded', () => {
    const { builtins, sources } = loadedBy('--version')
    expect(builtins).toEqual(['node:fs', 'node:path', 'node:vm'])
    expect(sources.filter(source => !/^src\/(main|errors|system\/)/.test(source))).toEqual([])
  })

  it('shows help without a command, a journal or preferences', () => {
    const { builtins, sources } = loadedBy('--help')
    expect(
      sources.filter(source => /^src\/(commands|store|settings|journal)\//.test(source)),
    ).toEqual([])
    expect(builtins.filter(name => eager.includes(name))).toEqual([])
  })

  it.each([['jot', 'a line in between'], ['list', '--limit', '10'], ['search', 'line'], ['show']])(
    'loads nothing heavy for %s',
    (...words) => {
      const { builtins, sources } = loadedBy(...words)
      expect(sources).toContain(`src/commands/${words[0]}.ts`)
      expect(sources.filter(source => heavy.test(source))).toEqual([])
      expect(builtins.filter(name => eager.includes(name))).toEqual([])
    },
  )

  // A path is looked through letter by letter. Where that is done often, V8 brings in its optimizing compiler: 4 MB.
  it.each([
    ['jot -q words', 60],
    ['search line', 60],
    ['list --limit 10', 40],
  ])('normalises few paths for %s', (line, most) => {
    const spy = join(folder, 'paths.cjs')
    writeFileSync(
      spy,
      `const path = require('node:path')
      const { join } = path
      let times = 0
      path.join = (...parts) => (times++, join(...parts))
      process.on('exit', () => require('node:fs').writeFileSync(process.env.SEEN, String(times)))`,
    )
    const seen = join(folder, 'paths')
    const env = { ...process.env, SEEN: seen, HEARTEN_HOME: folder, NODE_COMPILE_CACHE: folder }
    const args = ['--require', spy, 'bin/hearten.js', ...line.split(' ')]
    // The code of the program is kept by the first, which also looks for places of it.
    for (let time = 0; time < 2; time++) execFileSync(process.execPath, args, { cwd: root, env })
    const times = Number(readFileSync(seen, 'utf8'))
    expect(times).toBeGreaterThan(0)
    expect(times).toBeLessThanOrEqual(most)
  })

  // Its compiler takes 4 MB as soon as it has anything to do. What it thinks worth it is another matter in each Node.
  it.skipIf(!process.version.startsWith('v20.'))(
    'leaves V8 nothing to optimise (Node 20 alone is asked)',
    () => {
      for (const line of ['today --sheet', 'list --limit 10', 'jot -q words', 'status']) {
        const env = { ...process.env, HEARTEN_HOME: folder, NODE_COMPILE_CACHE: folder }
        const args = ['--trace-opt', 'bin/hearten.js', ...line.split(' ')]
        // What is found out by the first is known to the second.
        const [, traced] = [1, 2].map(() =>
          execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' }),
        )
        const marked = traced?.split('\n').filter(it => it.startsWith('[marking ')) ?? []
        expect({ line, marked }).toEqual({ line, marked: [] })
      }
    },
  )

  it('looks at no checksum of a month that was just written', () => {
    expect(checksumsBy('jot', '-q', 'a line more')).toEqual(['WebAssembly'])
    expect(checksumsBy('list', '--limit', '10')).toEqual([])
  })

  it('looks at none for a session, once it knows what the months before come to', () => {
    // Until four in the morning a session is of the day before.
    const [due, before] = [1, 40].map(ago => new Date(Date.now() - ago * 864e5))
    const day = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? ''
    const answers = join(folder, 'answers.json')
    // Of a few bytes our own code makes the checksum.
    const promise = { text: `a swim ${'in the sea '.repeat(60)}`, due: day(due) }
    writeFileSync(answers, JSON.stringify({ promise }))
    loadedBy('today', '--answers', answers, '--at', day(before))
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dora']) loadedBy('people', 'add', name)
    // A month that was written long ago.
    const checked = join(folder, 'data/g1/cache/checked.json')
    const months = JSON.parse(readFileSync(checked, 'utf8').split('\n')[0] ?? '')
    delete months[day(before).slice(0, 7)]
    writeFileSync(checked, `${JSON.stringify(months)}\n`.repeat(2))
    expect(checksumsBy('today', '--sheet')).toEqual(['WebAssembly'])
    expect(checksumsBy('today', '--sheet')).toEqual([])
    const { stdout } = spawnSync(process.execPath, ['bin/hearten.js', 'today', '--sheet'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HEARTEN_HOME: folder },
    })
    expect(stdout).toContain('a swim')
  })

  // V8 takes such files as they are; any other is twice as long in memory.
  it('is built of ASCII alone', () => {
    const names = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    const files = names.filter(name => name.endsWith('.js'))
    expect(files.length).toBeGreaterThan(10)
    const isAscii = (name: string) =>
      /^[\0-\x7f]*$/.test(readFileSync(join(root, 'dist', name), 'latin1'))
    expect(files.filter(name => !isAscii(name))).toEqual([])
  })

  // What each may open, and read of our own, at most. One that grows has a reason, or a mistake.
  it.each([
    ['--version', 2, 21],
    ['--help', 9, 152],
    ['list --limit 10', 9, 369],
    ['status', 16, 401],
    ['help-now', 11, 234],
    ['search line', 12, 395],
    ['jot -q words', 8, 384],
    ['checkin --mood 3', 11, 395],
  ])('opens few files for %s', (line, most, mostKilobytes) => {
    const { files, kilobytes } = loadedBy(...line.split(' '))
    expect({ files, kilobytes }).toSatisfy(
      () => files <= most && kilobytes <= mostKilobytes,
      `at most ${most} files and ${mostKilobytes} kB, not ${files} and ${kilobytes}`,
    )
  })

  it('loads no code for a session before its first question needs it', () => {
    const { sources, files, kilobytes } = loadedBy('today', '--sheet')
    const [most, mostKilobytes] = [16, 608]
    expect({ files, kilobytes }).toSatisfy(
      () => files <= most && kilobytes <= mostKilobytes,
      `at most ${most} files and ${mostKilobytes} kB, not ${files} and ${kilobytes}`,
    )
    expect(
      sources.filter(source =>
        /^src\/(care\/(?!triggers|calm)|dialogue\/(?!signals))/.test(source),
      ),
    ).toEqual([])
  })

  it('makes nothing of a chunk that is loaded late but what was meant', () => {
    const chunks = join(root, 'dist/chunks')
    for (const name of readdirSync(chunks)) {
      const code = readFileSync(join(chunks, name), 'utf8')
      const late = [...code.matchAll(/^const (require_[\w$]+) = \(\) => /gm)].map(([, it]) => it)
      for (const it of late) {
        const uses = code.split(new RegExp(`\\b${it?.replaceAll('$', '\\$')}(?![\\w$])`)).slice(2)
        expect(uses.filter(rest => !rest.startsWith('().'))).toEqual([])
      }
      expect(code).not.toMatch(/new require_[\w$]+\(\)\./)
    }
  })

  // What was found out before is given again without the code that would find it out.
  it.each([
    ['status', 8, 327],
    ['calendar', 12, 384],
    ['review month', 9, 334],
    ['review all', 9, 334],
    ['insights', 9, 330],
  ])('loads nothing that reflects for %s, asked again', (line, most, mostKilobytes) => {
    loadedBy(...line.split(' '))
    const { builtins, sources, files, kilobytes } = loadedBy(...line.split(' '))
    expect({ files, kilobytes }).toSatisfy(
      () => files <= most && kilobytes <= mostKilobytes,
      `at most ${most} files and ${mostKilobytes} kB, not ${files} and ${kilobytes}`,
    )
    const working =
      /^src\/(care\/(?!triggers)|store\/cache\/(findings|outline)\.|reflect\/(review|insights|glance|month-gist|calendar)\.ts)/
    expect(sources.filter(source => working.test(source))).toEqual([])
    expect(
      builtins.filter(name => [...eager, 'node:crypto', 'WebAssembly'].includes(name)),
    ).toEqual([])
  })

  it('takes nothing that other code found out', () => {
    const chunks = readdirSync(join(root, 'dist/chunks')).map(name =>
      readFileSync(join(root, 'dist/chunks', name), 'utf8'),
    )
    const places = chunks.filter(chunk => chunk.includes('// src/store/places.ts'))
    expect(places).toEqual([expect.stringContaining(`const build = "${sourceHash()}";`)])
  })

  it('answers status --short without opening a month', context => {
    needs(context, has('strace'), 'strace')
    loadedBy('status', '--short')
    const trace = join(folder, 'trace')
    const run = spawnSync(
      'strace',
      [
        '-f',
        '-e',
        'trace=open,openat',
        '-o',
        trace,
        process.execPath,
        'bin/hearten.js',
        'status',
        '--short',
      ],
      { cwd: root, env: { ...process.env, HEARTEN_HOME: folder } },
    )
    expect(run.status).toBe(0)
    const opened = readFileSync(trace, 'utf8')
    expect(opened).toContain('/cache/answer-')
    expect(opened).not.toMatch(/\/months\/[^"]*\.json/)
  })

  it('loads the file of no other command', () => {
    const { sources } = loadedBy('jot', 'a line in between')
    const commands = sources.filter(source => /^src\/commands\//.test(source))
    expect(
      commands.filter(file => /(review|list|export|import|today|doctor)\.ts$/.test(file)),
    ).toEqual([])
  })

  it('loads no rule of the card for a text without a word that they could come of', () => {
    const rules = (text: string) =>
      loadedBy('jot', text).sources.filter(source => /^src\/care\/(?!triggers)/.test(source))
    expect(rules('Tea and toast.')).toEqual([])
    expect(rules('I want to die.')).toContain('src/care/self-harm.ts')
  })

  it('makes no segmenter, no format of dates and no table of characters before one is needed', () => {
    const text = execFileSync(process.execPath, ['-e', toolsMade], { cwd: root })
    expect(text.toString()).toBe('0')
  })

  it('leaves reading the table of emoji for later', () => {
    const chunks = readdirSync(join(root, 'dist/chunks')).map(file =>
      readFileSync(join(root, 'dist/chunks', file), 'utf8'),
    )
    expect(chunks.filter(chunk => chunk.includes('/^\\p{RGI_Emoji}$/v'))).toEqual([])
  })
})

/** Loads every chunk there is. The first tool of Intl costs a third of a bare start of Node. */
const toolsMade = `
  let made = 0
  Intl.Segmenter = Intl.DateTimeFormat = class { constructor() { made++ } }
  Uint8Array.prototype.fill = function () { made++ }
  for (const file of require('node:fs').readdirSync('dist/chunks')) require('./dist/chunks/' + file)
  process.stdout.write(String(made))`
