// `npm run torture:vault -- [--kills 50] [--days 365]`: a journal of so many days is encrypted, gets another passphrase
// and is made plain again, killed with -9 at random moments. It must be readable each time; once it is encrypted, no
// word of it lies in plain text anywhere. Then every byte of a sealed month is changed, and the month cut off at every byte: none
// of it may be taken.
import { spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { open, seal } from '../src/vault/age.ts'
import { newIdentity } from '../src/vault/identity.ts'
import { reported } from './figures.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, days: { type: 'string', default: '365' } },
})
const program = resolve('bin/hearten.js')
const scratch = mkdtempSync(join(tmpdir(), 'hearten-vault-'))
const home = join(scratch, 'home')
// Of this run alone: others may be looking for a word of theirs in shared memory at the same time.
const canary = `zwetschgen${randomInt(2 ** 47).toString(36)}`
const keys = ['tea and toast at noon', 'cake and tea at four'].map((phrase, i) => {
  const file = join(scratch, `key${i}`)
  writeFileSync(file, `${phrase}\n`)
  return file
})
let key = 0
const envWith = (which: number) => ({
  ...{
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: join(scratch, 'tmp'),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  },
  ...{ HEARTEN_HOME: home, HEARTEN_PASSPHRASE_FILE: keys[which], NODE_DISABLE_COMPILE_CACHE: '1' },
})
const hearten = (which: number, ...argv: string[]) =>
  spawnSync(process.execPath, [program, ...argv], {
    env: envWith(which),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input: '',
  })

/** Which passphrase opens it; both do for a plain journal. Undefined when neither does, or words are missing. */
function opens(): number | undefined {
  for (const which of [key, 1 - key]) {
    const { status, stdout } = hearten(which, 'list', '--json')
    if (status === 0 && JSON.parse(stdout).entries.length >= Number(values.days)) return which
  }
  return undefined
}

/** Files anywhere that hold the word: the home, what is temporary, shared memory. */
function holding(): string[] {
  const ours = (folder: string, name: string) => folder !== '/dev/shm' || name.startsWith('hearten')
  return [home, join(scratch, 'tmp'), '/dev/shm'].flatMap(folder => {
    let names: string[] = []
    try {
      names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    } catch {} // There is no shared memory here.
    return names
      .filter(name => ours(folder, name))
      .map(name => join(folder, name))
      .filter(path => {
        try {
          return statSync(path).isFile() && readFileSync(path).includes(canary)
        } catch {
          return false
        }
      })
  })
}

const isSealed = () => readFileSync(join(home, 'data/journal.json'), 'utf8').includes('"recipient"')

function killedWithin(milliseconds: number, argv: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...argv], { env: envWith(key), stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  return new Promise(done =>
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      done(signal === 'SIGKILL')
    }),
  )
}

mkdirSync(join(scratch, 'tmp'), { recursive: true })
const given = join(scratch, 'given.txt')
const day = (n: number) =>
  new Date(Date.UTC(2025, 10, 20) + n * 86_400_000).toISOString().slice(0, 10)
const entry = (n: number) =>
  `[${day(n)} 20:00] Day ${n}. ${canary} ${'and on it went. '.repeat(60)}\n`
writeFileSync(given, Array.from({ length: Number(values.days) }, (_, n) => entry(n)).join('\n'))
hearten(0, 'import', given)
rmSync(given)

const wrong = {
  unreadable: 0,
  'in plain text once encrypted': 0,
  'found by the doctor': 0,
  'taken though tampered with': 0,
}
let kills = 0
let runs = 0
const began = Date.now()
hearten(0, 'vault', 'status')
const whole = { on: 4000, off: 4000, passphrase: 3500 }
try {
  while (kills < Number(values.kills)) {
    const sealed = isSealed()
    const way = sealed ? (randomInt(2) ? 'off' : 'passphrase') : 'on'
    const argv =
      way === 'passphrase' ? ['vault', way, '--new', keys[1 - key] ?? ''] : ['vault', way, '--yes']
    const at = Date.now()
    const died = await killedWithin(300 + randomInt(whole[way]), argv)
    // Kills are spread over as long as a whole one takes here.
    if (!died) whole[way] = Math.max(1000, Date.now() - at)
    runs++
    if (died) kills++
    const found = opens()
    if (found === undefined) {
      wrong.unreadable++
      console.log(`After a kill of vault ${way} neither passphrase opens it.`)
      break
    }
    key = found
    if (hearten(key, 'doctor').status !== 0) wrong['found by the doctor']++
    const left = isSealed() ? holding() : []
    if (left.length > 0) {
      wrong['in plain text once encrypted']++
      console.log(left.join('\n'))
    }
  }
  const identity = newIdentity()
  const file = seal(identity.recipient, Buffer.from(`{"hearten":1}\n${canary}\n`))
  const refused = (bytes: Buffer) => {
    try {
      open(identity, bytes)
      return false
    } catch {
      return true
    }
  }
  let tampered = 0
  for (let at = 0; at < file.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const other = Buffer.from(file)
      other[at] = (other[at] ?? 0) ^ (1 << bit)
      tampered++
      if (!refused(other)) wrong['taken though tampered with']++
    }
  for (let length = 0; length < file.length; length++) {
    tampered++
    if (!refused(file.subarray(0, length))) wrong['taken though tampered with']++
  }
  const days = Number(values.days)
  const seconds = Math.round((Date.now() - began) / 1000)
  reported(
    { days, runs, kills, 'files tampered with': tampered, seconds },
    wrong,
    'It was readable every time.',
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
