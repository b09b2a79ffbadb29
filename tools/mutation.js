// `npm run test:mutation [-- ROOM …]`: takes guards out, one at a time, and counts the tests that notice. Stryker is a tool outside
// the package: it lies in a folder that git does not see. What survives is listed; docs/mutation.md says why it may.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// The last that runs on the oldest Node we support; newer ones bring nothing that is used here.
const version = '9.6.1'

/** @type {Record<string, { mutate: string[], tests: string[] }>} */
const rooms = {
  journal: {
    mutate: ['src/journal/**/*.ts'],
    tests: [
      'test/journal/**/*.test.ts',
      'test/store/{fold,model}.test.ts',
      'test/commands/{jot,look-back,keep,promise,people}.test.ts',
    ],
  },
  reflect: {
    mutate: ['src/reflect/**/*.ts', '!src/reflect/{stop-words,discretion}.ts'],
    tests: ['test/reflect/**/*.test.ts'],
  },
  discretion: {
    mutate: ['src/reflect/discretion.ts', 'src/reflect/quote.ts', 'src/reflect/resurface.ts'],
    tests: ['test/reflect/**/*.test.ts', 'test/session/**/*.test.ts', '!test/session/year.test.ts'],
  },
  store: {
    mutate: ['src/store/{fold,lock,pending,lines,durable}.ts', 'src/journal/revisions.ts'],
    tests: ['test/store/**/*.test.ts', '!test/store/{faults,full-disk,together}.test.ts'],
  },
  session: {
    mutate: ['src/session/{rules,known,leave,plan}.ts'],
    tests: [
      'test/session/**/*.test.ts',
      'test/commands/today.test.ts',
      '!test/session/year.test.ts',
    ],
  },
  care: {
    mutate: ['src/care/**/*.ts', 'src/desk/care.ts'],
    tests: ['test/care/**/*.test.ts', 'test/commands/keep-door.test.ts'],
  },
}

const asked = process.argv.slice(2)
const wrong = asked.filter(name => !(name in rooms))
if (wrong.length > 0) {
  console.error(
    `There is no room ${wrong.join(', ')}. There are: ${Object.keys(rooms).join(', ')}.`,
  )
  process.exit(2)
}

const home = join(root, 'node_modules', '.cache', 'mutation')
const modules = join(home, 'node_modules', '@stryker-mutator')
if (!existsSync(join(modules, 'vitest-runner'))) {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  const tools = ['core', 'vitest-runner'].map(name => `@stryker-mutator/${name}@${version}`)
  // Its runner wants a vitest; ours is the one to be used.
  const install = ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', ...tools]
  const done = spawnSync('npm', install, { cwd: home, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

/** @typedef {{ status: string, mutatorName: string, replacement?: string, location: { start: { line: number } } }} Mutant */
let low = false
for (const name of asked.length > 0 ? asked : Object.keys(rooms)) {
  const room = rooms[name]
  if (!room) continue
  const report = join(home, `${name}.json`)
  const config = join(home, `${name}.config.json`)
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: [join(modules, 'vitest-runner', 'dist', 'src', 'index.js')],
      mutate: room.mutate,
      vitest: { configFile: 'tools/mutation.vitest.config.ts', related: true },
      coverageAnalysis: 'perTest',
      ignoreStatic: true,
      concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      // Words are held by the golden screens; what matters here are the guards.
      mutator: { excludedMutations: ['StringLiteral'] },
      tempDirName: '.stryker-tmp',
      // TypeScript 7 has no programming interface, and none is needed: nothing is compiled.
      tsconfigFile: 'none',
      disableTypeChecks: false,
      ignorePatterns: ['dist', 'bench', 'docs'],
      timeoutMS: 20_000,
    }),
  )
  const run = spawnSync(
    process.execPath,
    [join(modules, 'core', 'bin', 'stryker.js'), 'run', config],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, MUTATION_TESTS: room.tests.join(';') },
    },
  )
  if (run.status !== 0 || !existsSync(report)) {
    console.log(`FAILED ${name}: the run did not come to its end`)
    low = true
    continue
  }
  /** @type {{ files: Record<string, { mutants: Mutant[] }> }} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'))
  let caught = 0
  let all = 0
  console.log(`\n${name}`)
  for (const [file, { mutants }] of Object.entries(files)) {
    const counted = mutants.filter(it =>
      ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(it.status),
    )
    const found = counted.filter(it => it.status === 'Killed' || it.status === 'Timeout')
    caught += found.length
    all += counted.length
    if (counted.length > 0)
      console.log(
        `  ${percent(found.length, counted.length)}  ${found.length} of ${counted.length}  ${file}`,
      )
    for (const it of counted.filter(each => !found.includes(each)))
      console.log(
        `         ${file}:${it.location.start.line}  ${it.mutatorName}${it.status === 'NoCoverage' ? ' (no test comes there)' : ''}: ${(it.replacement ?? '').replace(/\s+/g, ' ').slice(0, 70)}`,
      )
  }
  console.log(`  ${percent(caught, all)}  ${caught} of ${all}  ${name} as a whole`)
  low ||= caught / all < 0.9
}
process.exitCode = low ? 1 : 0

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${Math.round((1000 * part) / Math.max(1, whole)) / 10}%`.padStart(6)
}
