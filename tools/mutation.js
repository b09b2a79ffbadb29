// `npm run test:mutation [-- ROOM or FILE … --fresh]`: takes guards out, one at a time, and counts the tests that notice. The mutants are
// Stryker's, a tool outside the package: it lies in a folder that git does not see. `mutation-runner.ts` tries them inside one
// process of vitest that has everything loaded, for a process a mutant takes seconds, and there are thousands. What was tried
// is remembered until the file, or the test that noticed, changes. What survives is listed; docs/mutation.md says why it may.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// The last that runs on the oldest Node we support; newer ones bring nothing that is used here.
const version = '9.6.1'
/** A mutant that takes longer has come to no end. */
const patience = 90_000

// Only tests that run inside their own process: what starts the program runs the built one, where no guard is missing.
/** @type {Record<string, { mutate: RegExp, tests: RegExp }>} */
const rooms = {
  journal: {
    mutate: /^journal\/(?!merge|revisions)/,
    tests:
      /^(journal\/|reflect\/(discretion|quote)|store\/(fold|journal)\.|formats\/(?!markdown)|render\/facts|commands\/promise\.)/,
  },
  reflect: {
    mutate: /^reflect\/(?!stop-words|discretion|quote|resurface)/,
    tests: /^reflect\//,
  },
  discretion: {
    mutate: /^reflect\/(discretion|quote|resurface)\.ts/,
    tests: /^reflect\/(discretion|quote|review|heavy|people|sessions)\.|^session\/(known|walk)\./,
  },
  store: {
    mutate: /^(store\/(fold|lock|pending|lines|durable)|journal\/(revisions|merge))\.ts/,
    tests:
      /^store\/(fold|lock|lines|pending|durable|journal|damage|model|small-file)\.|^journal\/(merge|revisions)/,
  },
  session: {
    mutate: /^session\/(rules|known|leave|plan)\.ts/,
    tests:
      /^session\/(rules|choose|plan|known|leave|walk|low-evening|first-and-back|way-back|slip)\.|^themes\/leaving/,
  },
  care: {
    // Its rules and its dictionary are data: test/care/rules.test.ts and docs/care.md hold them.
    mutate: /^care\/(?!self-harm|violence|lexicon|learned)|^desk\/care\.ts/,
    tests: /^care\/|^desk\/(care|plan-comes-up)|^commands\/care\./,
  },
}

/** @typedef {{ file: string, line: number, text: string, kind: string, becomes: string, key: string, id: string }} Mutant */
/** @typedef {{ key: string, state: 'caught' | 'endless' | 'survived' | 'unreached', by?: string, ms: number, seen?: string }} Result */

/** @param {string} folder */
const filesOf = folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(it =>
    it.endsWith('.ts'),
  )
/** @param {string[]} parts */
const hashOf = (...parts) =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
/** @param {string} file */
const textOf = file => readFileSync(join(root, file), 'utf8')

const asked = process.argv.slice(2).filter(it => it !== '--fresh')
/** Begins at the other end: a run that is stopped is then a sample that no test was written for. */
const isFresh = process.argv.includes('--fresh')
const wrong = asked.filter(it => !(it in rooms) && !existsSync(join(root, it)))
if (wrong.length > 0) {
  console.error(
    `There is no room ${wrong.join(', ')}. There are: ${Object.keys(rooms).join(', ')}.`,
  )
  process.exit(2)
}

const home = join(root, 'node_modules', '.cache', 'mutation')
const instrumenter = join(home, 'node_modules', '@stryker-mutator', 'instrumenter')
if (!existsSync(instrumenter)) {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  const install = ['install', '--no-audit', '--no-fund', `@stryker-mutator/instrumenter@${version}`]
  const done = spawnSync('npm', install, { cwd: home, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
const { Instrumenter } = await import(
  pathToFileURL(join(instrumenter, 'dist', 'src', 'index.js')).href
)

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

let low = false
for (const [name, room] of Object.entries(rooms)) {
  const files = filesOf('src')
    .filter(it => room.mutate.test(it))
    .map(it => `src/${it}`)
    .sort()
  const wanted =
    asked.length === 0 || asked.includes(name) ? files : files.filter(it => asked.includes(it))
  if (wanted.length > 0) low = !(await tried(name, files, wanted, room.tests)) || low
}
process.exitCode = low ? 1 : 0

/**
 * Tries every guard of these files that is not known yet, and prints what came of it.
 * @param {string} name @param {string[]} files all of the room @param {string[]} wanted those to try
 * @param {RegExp} which the tests to try them with
 */
async function tried(name, files, wanted, which) {
  const place = join(home, name)
  rmSync(join(place, 'src'), { recursive: true, force: true })
  const mutants = (await mutantsOf(files, place)).filter(it => wanted.includes(it.file))
  const tests = filesOf('test')
    .filter(it => it.endsWith('.test.ts') && which.test(it))
    .map(it => `test/${it}`)
  const helpers = filesOf('test')
    .filter(it => !it.endsWith('.test.ts'))
    .map(it => textOf(`test/${it}`))
  const every = hashOf(...tests.map(textOf), ...helpers)
  const code = hashOf(...files.map(textOf), ...helpers)
  const journal = join(place, 'results.jsonl')
  const results = remembered(journal, every)
  writeFileSync(journal, [...results.values()].map(it => `${JSON.stringify(it)}\n`).join(''))

  while (mutants.some(it => !results.has(it.key))) {
    // By their keys, which is in no order: a run that is stopped has tried a random sample.
    const left = mutants
      .filter(it => !results.has(it.key))
      .sort((a, b) => (a.key < b.key !== isFresh ? -1 : 1))
    writeFileSync(join(place, 'plan.json'), JSON.stringify({ mutants: left, tests, code, every }))
    const before = results.size
    const stuck = await run(place, tests[0] ?? '')
    for (const [key, result] of remembered(journal, every)) results.set(key, result)
    if (stuck !== undefined && left.some(it => it.key === stuck) && !results.has(stuck)) {
      const result = {
        key: stuck,
        state: /** @type {const} */ ('endless'),
        ms: patience,
        seen: every,
      }
      results.set(stuck, result)
      writeFileSync(journal, `${JSON.stringify(result)}\n`, { flag: 'a' })
    }
    if (results.size === before) {
      console.log(`FAILED ${name}: the run did not come to its end`)
      return false
    }
  }

  console.log(`\n${name}`)
  let caught = 0
  for (const file of wanted) {
    const own = mutants.filter(it => it.file === file)
    const stateOf = (/** @type {Mutant} */ it) => results.get(it.key)?.state ?? 'survived'
    const found = own.filter(it => ['caught', 'endless'].includes(stateOf(it)))
    caught += found.length
    if (own.length > 0)
      console.log(
        `  ${percent(found.length, own.length)}  ${found.length} of ${own.length}  ${file}`,
      )
    for (const it of own.filter(each => !found.includes(each)))
      console.log(
        `           ${file}:${it.line}  ${it.kind}${stateOf(it) === 'unreached' ? ', no test comes there' : ''}: ${short(it.text)} -> ${short(it.becomes)}`,
      )
  }
  console.log(
    `  ${percent(caught, mutants.length)}  ${caught} of ${mutants.length}  ${name} as a whole`,
  )
  return caught / mutants.length >= 0.9
}

/**
 * Writes the files with every mutant in them, asleep, and says which there are. Words are held by the golden
 * screens; what matters here are the guards, so strings stay.
 * @param {string[]} files @param {string} place @returns {Promise<Mutant[]>}
 */
async function mutantsOf(files, place) {
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false }
  const sources = files.map(file => ({
    name: join(root, file),
    content: textOf(file),
    mutate: true,
  }))
  const { files: written, mutants } = await new Instrumenter(quiet).instrument(sources, {
    excludedMutations: ['StringLiteral'],
    ignorers: [],
    plugins: null,
  })
  for (const { name, content } of written) {
    const to = join(place, name.slice(root.length))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, content)
  }
  /** @type {any[]} */
  const awake = mutants.filter((/** @type {any} */ it) => it.status !== 'Ignored')
  return awake.map(
    ({ id, fileName, location: { start, end }, mutatorName: kind, replacement: becomes }) => {
      const file = fileName.slice(root.length)
      const lines = textOf(file)
        .split('\n')
        .slice(start.line, end.line + 1)
      lines.push((lines.pop() ?? '').slice(0, end.column))
      const text = lines.join('\n').slice(start.column)
      const key = hashOf(textOf(file), JSON.stringify([file, start, end, kind, becomes]))
      return { id, file, line: start.line + 1, text, kind, becomes, key }
    },
  )
}

/**
 * What is known and still holds: the test that noticed is as it was; or, where none did, they all are.
 * @param {string} journal @param {string} every @returns {Map<string, Result>}
 */
function remembered(journal, every) {
  if (!existsSync(journal)) return new Map()
  /** @type {Result[]} */
  const lines = readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  const hashes = new Map()
  const same = (/** @type {Result} */ { by, seen }) => {
    if (by === undefined) return seen === every
    if (!hashes.has(by)) hashes.set(by, existsSync(join(root, by)) ? hashOf(textOf(by)) : '')
    return hashes.get(by) === seen
  }
  return new Map(lines.filter(same).map(it => [it.key, it]))
}

/**
 * One process of vitest that tries what the plan names. One that says nothing for long is ended.
 * @param {string} place @param {string} first a test file to begin with
 * @returns {Promise<string | undefined>} the key of the mutant that came to no end
 */
function run(place, first) {
  const now = join(place, 'now')
  rmSync(now, { force: true })
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tools/mutation.vitest.config.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 2],
      detached: true,
      env: { ...process.env, MUTATION_PLACE: place, MUTATION_FIRST: first },
    },
  )
  const end = () =>
    child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, 'SIGKILL')
  process.once('exit', end)
  return new Promise(resolve => {
    let stuck = /** @type {string | undefined} */ (undefined)
    const watch = setInterval(() => {
      if (!existsSync(now)) return
      const trying = readFileSync(now, 'utf8')
      // A whole file of tests, with all that it reaches counted, takes long on a busy machine.
      const most = trying.startsWith('looking') ? 10 * patience : patience
      if (Date.now() - statSync(now).mtimeMs < most) return
      stuck = trying
      end()
    }, 1000)
    child.on('close', () => {
      clearInterval(watch)
      process.removeListener('exit', end)
      resolve(stuck)
    })
  })
}

/** @param {string} code */
function short(code) {
  return code.replace(/\s+/g, ' ').slice(0, 90)
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${Math.floor((1000 * part) / Math.max(1, whole)) / 10}%`.padStart(6)
}
