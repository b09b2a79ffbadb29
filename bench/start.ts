// How long hearten takes to start, beside `node -e 0`: the median of the ratios of interleaved pairs.
// A ratio travels from machine to machine; milliseconds do not.
//
//   npm run bench:start             31 pairs of each
//   npm run bench:start -- 101      more of them
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const pairs = Math.max(21, Number(process.argv[2] ?? 31))
const home = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...clean } = process.env
const env = { ...clean, HEARTEN_HOME: home, COLUMNS: '80' }
const hearten = resolve('bin/hearten.js')

/** The function of the shell, in a shell that has nothing else to do. */
const hjot = `${spawnSync(process.execPath, [hearten, 'inbox', '--shell'], { env, encoding: 'utf8' }).stdout}hjot a line`

/** What is measured, and the most it may cost in bare starts. */
const commands: readonly [words: string[], budget: number][] = [
  [['--version'], 1.1],
  [['--help'], 1.5],
  [['jot', 'a line in between'], 1.75],
  [['list', '--limit', '10'], 1.7],
  [['status', '--short'], 1.7],
]

function milliseconds(args: readonly string[], program = process.execPath): number {
  const begun = process.hrtime.bigint()
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Number(process.hrtime.bigint() - begun) / 1e6
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

try {
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${pairs} pairs each`,
  )
  console.log('command                  x bare node   budget   bare ms')
  const inNode = commands.map(([words, budget]) => {
    const run = () => milliseconds([hearten, ...words])
    return { name: words.join(' '), budget, run }
  })
  const inShell = { name: 'hjot a line', budget: 0.35, run: () => milliseconds(['-c', hjot], 'sh') }
  for (const { name, budget, run } of [...inNode, inShell]) {
    run()
    const ratios: number[] = []
    const bare: number[] = []
    for (let pair = 0; pair < pairs; pair++) {
      const one = milliseconds(['-e', '0'])
      bare.push(one)
      ratios.push(run() / one)
    }
    console.log(
      [
        name.padEnd(24),
        median(ratios).toFixed(2).padStart(11),
        budget.toFixed(2).padStart(9),
        median(bare).toFixed(1).padStart(9),
      ].join(' '),
    )
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
