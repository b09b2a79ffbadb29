// `npm run torture:inbox -- --kills 1000`: the function of the shell drops pages, and commands take them
// in; half of the kills (-9, at random moments) are of the one, half of the other. Every page whose dropping
// was acknowledged must be an entry in the end, whole and once. With `--full-disk RUNS` (Linux, root) it is
// the disk instead that is full up to the last few thousand bytes.
import { spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fill, withSmallDisk } from './small-disk.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, 'full-disk': { type: 'string' } },
})
const program = resolve('bin/hearten.js')
const scratch = mkdtempSync(join(tmpdir(), 'hearten-torture-'))

/** What was dropped, by whether that was acknowledged. */
const acknowledged = new Set<string>()
const begun: string[] = []
const kills = { 'kills of the shell': 0, 'kills of hearten': 0 }

const pageOf = (n: number): string => `Page n${n}n says. ${`n${n}n `.repeat(40)}.`
const isWhole = (text: string): boolean => /^Page (n\d+n) says\. (\1 ){40}\.$/.test(text)

function hearten(home: string, ...argv: string[]) {
  const env = { ...process.env, HEARTEN_HOME: home }
  const options = { env, encoding: 'utf8', maxBuffer: 1 << 28 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], options)
  return { code: status, out: stdout, err: stderr }
}

/** Runs something in a process group of its own, and kills all of it when its time is over. */
function lived(home: string, command: string, args: string[], within?: number) {
  return new Promise<{ code: number | null; said: string }>(done => {
    const child = spawn(command, args, {
      env: { ...process.env, HEARTEN_HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    let said = ''
    child.stderr.on('data', data => {
      said += data
    })
    const timer =
      within &&
      setTimeout(() => {
        try {
          process.kill(-Number(child.pid), 'SIGKILL')
        } catch {} // It is gone already.
      }, within)
    // What a killed shell started may hold the pipe a moment longer, so `close` and not `exit`.
    child.on('close', code => {
      clearTimeout(timer)
      done({ code, said })
    })
  })
}

async function drop(home: string, shell: string, within?: number): Promise<boolean> {
  const page = pageOf(begun.length)
  begun.push(page)
  // Words that are given, or that come through a pipe.
  const call = begun.length % 2 ? `hjot '${page}'` : `echo '${page}' | hjot`
  const { code } = await lived(home, 'sh', ['-c', `${shell}\n${call}`], within)
  if (code === 0) acknowledged.add(page)
  return code === null
}

const waitingIn = (home: string): number =>
  readdirSync(join(home, 'data/inbox')).filter(name => !name.startsWith('.')).length

/** What the pages became. */
function figuresOf(home: string) {
  // Twice: the first may be the one that takes in, the second finds what is aside.
  for (const _ of [1, 2]) hearten(home, 'inbox')
  const { entries } = JSON.parse(hearten(home, 'list', '--json').out) as {
    entries: { text: string }[]
  }
  const counts = new Map<string, number>()
  for (const { text } of entries) counts.set(text, (counts.get(text) ?? 0) + 1)
  const doctor = JSON.parse(hearten(home, 'doctor', '--json').out) as {
    findings: { fine?: true; file: string; words: string }[]
  }
  const found = doctor.findings.filter(({ fine }) => !fine)
  for (const { file, words } of found) console.log(`${file}: ${words}`)
  const inbox = join(home, 'data/inbox')
  const stay = readdirSync(inbox)
  return {
    begun: begun.length,
    acknowledged: acknowledged.size,
    entries: entries.length,
    'half-written files that stay': stay.filter(name => /^\.\w{10}$/.test(name)).length,
    lost: [...acknowledged].filter(page => !counts.has(page)).length,
    twice: [...counts.values()].filter(count => count > 1).length,
    torn: [...counts.keys()].filter(text => !isWhole(text)).length,
    'whole and not taken in': stay.filter(
      name => !name.startsWith('.') && statSync(join(inbox, name)).size > 0,
    ).length,
    'found by the doctor': found.length,
  }
}

async function torture(wanted: number): Promise<void> {
  const home = join(scratch, 'home')
  hearten(home, 'inbox')
  const shell = hearten(home, 'inbox', '--shell').out
  const smooth = (work: () => unknown) => {
    const at = Date.now()
    work()
    return Date.now() - at
  }
  const script = `${shell}\nhjot '${pageOf(0)}'`
  begun.push(pageOf(0))
  const forShell = smooth(() =>
    spawnSync('sh', ['-c', script], { env: { ...process.env, HEARTEN_HOME: home } }),
  )
  const forHearten = smooth(() => hearten(home, 'list'))
  const commands = [['list', '--limit', '1'], ['status'], ['inbox']]
  const half = Math.ceil(wanted / 2)
  const dropping = async () => {
    while (kills['kills of the shell'] < half || kills['kills of hearten'] < half) {
      const isDoomed = kills['kills of the shell'] < half && randomInt(3) > 0
      if (await drop(home, shell, isDoomed ? 1 + randomInt(forShell * 2) : undefined))
        kills['kills of the shell']++
      // So that kills, and not pages, are what there is many of; where nobody takes any in, it would wait for good.
      while (kills['kills of hearten'] < half && waitingIn(home) > 20) await pause(50)
    }
  }
  const taking = async () => {
    while (kills['kills of hearten'] < half) {
      const words = commands[randomInt(commands.length)] ?? []
      const isDoomed = randomInt(5) > 0
      const { code, said } = await lived(
        home,
        process.execPath,
        [program, ...words],
        isDoomed ? 20 + randomInt(forHearten * 2) : undefined,
      )
      if (code === null) kills['kills of hearten']++
      else if (code !== 0) throw new Error(`hearten ended with ${code}: ${said}`)
    }
  }
  await Promise.all([dropping(), dropping(), taking(), taking(), taking()])
  report({ ...kills, ...figuresOf(home) })
}

/** Pages are dropped and taken in while the disk has room for nothing, for a little, for all of it. */
async function fullDisk(runs: number): Promise<void> {
  const disk = join(scratch, 'disk')
  const home = join(disk, 'home')
  const said = { 'not dropped': 0, 'not taken in': 0 }
  await withSmallDisk(disk, '3m', async () => {
    hearten(home, 'jot', pageOf(0))
    begun.push(pageOf(0))
    hearten(home, 'inbox')
    const shell = hearten(home, 'inbox', '--shell').out
    for (let run = 0; run < runs; run++) {
      // Half of the runs drop on the full disk, half drop before it is full.
      const isFullFirst = run % 2 === 0
      const leave = (Math.floor(run / 2) % 6) * 4096
      if (isFullFirst) fill(disk, leave)
      const before = acknowledged.size
      await drop(home, shell)
      if (acknowledged.size === before) said['not dropped']++
      if (!isFullFirst) fill(disk, leave)
      const { err, code } = hearten(home, 'list', '--limit', '1')
      if (/left as it is/.test(err)) said['not taken in']++
      if (code !== 0 || /went wrong inside/.test(err)) console.log(err)
      rmSync(join(disk, 'fill'))
      if (run % 50 === 49) hearten(home, 'list')
    }
    report({ runs, ...said, ...figuresOf(home) })
  })
}

function report(figures: Record<string, number>): void {
  for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(30)}${figure}`)
  const bad = ['lost', 'twice', 'torn', 'whole and not taken in', 'found by the doctor']
  const isWell = bad.every(name => figures[name] === 0)
  console.log(isWell ? 'Nothing was lost, and nothing is there twice.' : 'SOMETHING IS WRONG.')
  process.exitCode = isWell ? 0 : 1
}

try {
  const runs = values['full-disk']
  if (runs === undefined) await torture(Number(values.kills))
  else await fullDisk(Number(runs))
} finally {
  if (process.exitCode === 0) rmSync(scratch, { recursive: true, force: true })
  else console.error(`What there is, is in ${scratch}.`)
}
