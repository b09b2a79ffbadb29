// `npm run test:fresh`: what somebody meets who has just cloned the project and done nothing else.
// Once `npm start` in a terminal, up to the first question; once `npm test`, to its end.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hearten-fresh-'))
const PATIENCE = 10 * 60_000

/** An environment as in a new terminal, without what the npm around us sets. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_)/i.test(name)),
  ),
  HEARTEN_HOME: join(folder, 'home'),
  TERM: 'xterm-256color',
}

/** A clone with nothing installed. @param {string} name */
function clone(name) {
  const into = join(folder, name)
  execFileSync('git', ['clone', '--quiet', root, into])
  return into
}

/** @param {string} cwd @returns {Promise<boolean>} */
function reachesFirstQuestion(cwd) {
  const terminal = spawn('npm', ['start'], { cwd, env, cols: 80, rows: 24, name: 'xterm-256color' })
  let shown = ''
  return new Promise(resolve => {
    const late = setTimeout(() => done(false), PATIENCE)
    /** @param {boolean} reached */
    const done = reached => {
      clearTimeout(late)
      if (!reached) process.stdout.write(`${shown}\n`)
      terminal.kill('SIGKILL')
      resolve(reached)
    }
    terminal.onData(text => {
      shown += text
      if (shown.includes('How are you')) done(true)
    })
    terminal.onExit(() => done(false))
  })
}

try {
  const started = await reachesFirstQuestion(clone('start'))
  console.log(`${started ? 'ok    ' : 'FAILED'} npm start reaches the first question`)
  const tests = spawnSync('npm', ['test'], { cwd: clone('test'), env, stdio: 'inherit' })
  console.log(`${tests.status === 0 ? 'ok    ' : 'FAILED'} npm test`)
  process.exitCode = started && tests.status === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
