// Measuring processes side by side. Only ratios within one run mean anything: the machine may be busy.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...environment } = process.env

export { environment }

const hearten = resolve('bin/hearten.js')

/** Starts hearten on a home, or anything else that Node runs. */
export interface Started {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export const heartenOn = (home: string, words: readonly string[]): Started => ({
  args: [hearten, ...words],
  env: { HEARTEN_HOME: home, COLUMNS: '80' },
})

/** How long a process takes from its start to its end, in milliseconds. @throws Error when it fails */
export function milliseconds({ args, env }: Started, command = process.execPath): number {
  const begun = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, args, {
    env: { ...environment, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const taken = Number(process.hrtime.bigint() - begun) / 1e6
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return taken
}

/** The function of the shell that drops a page into the inbox, in a shell that has nothing else to do. */
export function hjotOn(home: string): () => number {
  const { args, env } = heartenOn(home, ['inbox', '--shell'])
  const { stdout } = spawnSync(process.execPath, args, {
    env: { ...environment, ...env },
    encoding: 'utf8',
  })
  return () => milliseconds({ args: ['-c', `${stdout}hjot a line`], ...(env && { env }) }, 'sh')
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Of what takes long there are fewer pairs: none more once so many milliseconds are over, but never fewer than these. */
const [patience, fewest] = [60_000, 5]

/**
 * The median of the ratios of interleaved pairs: `node -e 0`, then what is measured.
 *
 * @param pairs at most so many
 * @param before runs before each one, outside the clock
 */
export function ratio(measured: () => number, pairs: number, before = () => {}): number {
  before()
  measured()
  const begun = performance.now()
  const ratios: number[] = []
  while (
    ratios.length < pairs &&
    (ratios.length < fewest || performance.now() - begun < patience)
  ) {
    before()
    const bare = milliseconds({ args: ['-e', '0'] })
    ratios.push(measured() / bare)
  }
  return median(ratios)
}

/** The most memory a process held at once, in megabytes, as the system counts it. */
export const peakMemory = (started: Started): number =>
  Number(atTheEnd(started, 'process.resourceUsage().maxRSS')) / 1024

/** How long a process kept processors busy from its start to its end, in milliseconds. */
export const cpuTime = (started: Started): number =>
  Number(atTheEnd(started, 'process.cpuUsage().user + process.cpuUsage().system')) / 1000

/** What an expression comes to in a process just before it ends. */
function atTheEnd({ args, env }: Started, expression: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
  try {
    const [spy, said] = [join(folder, 'spy.cjs'), join(folder, 'said')]
    writeFileSync(
      spy,
      `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(said)}, String(${expression})))`,
    )
    milliseconds({ args: ['--require', spy, ...args], ...(env && { env }) })
    return readFileSync(said, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
