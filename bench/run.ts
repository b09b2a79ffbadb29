// `npm run bench`: what every common command costs, beside `node -e 0`, on journals of several sizes, and how
// much memory it takes. Writes bench/RESULTS.md and bench/growth.svg; under another Node than 20, RESULTS-node-24.md alone.
//
//   npm run bench                  365, 18,250 and 100,000 entries
//   npm run bench -- --quick       18,250 entries, few pairs: two minutes; writes nothing
//   npm run bench -- --million     1,000,000 entries alone, each row once, for the plot: half an hour
//   npm run bench -- --pairs 31    at most so many interleaved pairs of each
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { growthPlot } from './growth-plot.ts'
import { recordsOfSize, writeJournal } from './journal-of-size.ts'
import { heartenOn, hjotOn, milliseconds, peakMemory, ratio } from './measure.ts'
import type { Reads } from './reads.ts'
import { readsOf } from './reads.ts'
import type { Row } from './rows.ts'
import { rows, shellRow } from './rows.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    pairs: { type: 'string' },
  },
})
const once = 1e6
const pairs = values.million ? 1 : Number(values.pairs ?? (values.quick ? 5 : 21))
const sizes = values.quick ? [18_250] : values.million ? [once] : [365, 18_250, 100_000]
const [major = ''] = process.versions.node.split('.')
/** The Node that budgets are for. */
const usual = '20'
/** The size that budgets are for: ten years of somebody who writes nearly daily. */
const budgeted = 18_250

interface Result {
  readonly row: Row
  /** By size, in bare starts. */
  readonly ratios: Map<number, number>
  /** At the budgeted size, in megabytes. */
  memory?: number
  /** By size; none where there is no strace. */
  readonly reads: Map<number, Reads>
}

/** By row and size: what the plot is drawn of, also where sizes were measured at other times. */
type Growths = Record<string, Record<string, number>>

const growthFile = 'bench/growth.json'
const growths: Growths = existsSync(growthFile) ? JSON.parse(readFileSync(growthFile, 'utf8')) : {}

const folder = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
const results: Result[] = rows.map(row => ({ row, ratios: new Map(), reads: new Map() }))
const many = (number: number) => number.toLocaleString('en')

try {
  for (const size of sizes) {
    const home = join(folder, String(size))
    const { bytes } = writeJournal(home, recordsOfSize(size))
    console.log(`\n${many(size)} entries, ${(bytes / 1e6).toFixed(1)} MB, ${pairs} pairs each`)
    // The day's backup and whatever is derived: made before anything is measured.
    for (const words of [['jot', '-q', 'the first today'], ['review', 'all'], ['insights']])
      milliseconds(heartenOn(home, words))
    for (const result of results) {
      const { row, ratios } = result
      const found = ratio(
        () => milliseconds(heartenOn(home, row.words)),
        pairs,
        () => row.before && milliseconds(heartenOn(home, row.before)),
      )
      ratios.set(size, found)
      console.log(`  ${row.name.padEnd(30)} ${found.toFixed(2).padStart(6)}`)
      if (size === once) continue
      row.before && milliseconds(heartenOn(home, row.before))
      const reads = readsOf(heartenOn(home, row.words), home)
      if (reads) result.reads.set(size, reads)
      if (size === budgeted) result.memory = peakMemory(heartenOn(home, row.words))
    }
  }
  if (!values.quick && major === usual) keepGrowths()
  if (!values.million) reportAll()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function reportAll(): void {
  const home = join(folder, String(budgeted))
  const shell = ratio(hjotOn(home), pairs).toFixed(2)
  const beside = [
    `${shellRow.name}: ${shell} (budget ${shellRow.budget}, goal ${shellRow.goal}).`,
    ...besideUs(home),
  ]
  const text = report(beside)
  console.log(`\n${text}`)
  if (values.quick) return
  writeFileSync(major === usual ? 'bench/RESULTS.md' : `bench/RESULTS-node-${major}.md`, text)
}

function keepGrowths(): void {
  for (const { row, ratios } of results)
    growths[row.name] = { ...growths[row.name], ...Object.fromEntries(ratios) }
  writeFileSync(growthFile, `${JSON.stringify(growths, null, 2)}\n`)
  const lines = rows.map(({ name }) => ({
    name,
    points: Object.entries(growths[name] ?? {}).map(
      ([size, found]) => [Number(size), found] as const,
    ),
  }))
  writeFileSync('bench/growth.svg', growthPlot(lines))
}

/** jrnl on the same entries, where it is installed; measured in the same run. */
function besideUs(home: string): string[] {
  if (spawnSync('jrnl', ['--version']).error) return ['jrnl is not installed here.']
  const place = join(folder, 'jrnl')
  mkdirSync(place)
  const exported = spawnSync(
    process.execPath,
    heartenOn(home, ['export', 'text']).args as string[],
    {
      env: { ...process.env, ...heartenOn(home, []).env },
      maxBuffer: 1e9,
    },
  )
  writeFileSync(join(place, 'journal.txt'), exported.stdout)
  const config = join(place, 'jrnl.yaml')
  writeFileSync(
    config,
    `version: v4.2\njournals:\n  default: ${join(place, 'journal.txt')}\neditor: ''\n`,
  )
  return [
    ['add', ['a line in between.']],
    ['list ten', ['-n', '10']],
    ['search', ['-contains', 'zymurgy']],
  ].map(([name, words]) => {
    const args = ['--config-file', config, ...(words as string[])]
    return `jrnl, ${name}: ${ratio(() => milliseconds({ args }, 'jrnl'), pairs).toFixed(1)}`
  })
}

function report(beside: readonly string[]): string {
  const head = [
    'command',
    ...[...sizes, once].map(many),
    ...['budget', 'goal', 'memory', 'may take', ''],
  ]
  const body = results.map(({ row, ratios, memory }) => {
    const at = ratios.get(budgeted) ?? Number.NaN
    const verdict = at <= row.goal ? 'goal' : at <= row.budget ? 'budget' : 'over'
    return [
      row.name,
      ...sizes.map(size => (ratios.get(size) ?? Number.NaN).toFixed(2)),
      growths[row.name]?.[once]?.toFixed(2) ?? '–',
      row.budget.toFixed(2),
      row.goal.toFixed(2),
      `${memory?.toFixed(0)} MB`,
      `${row.memory} MB`,
      (memory ?? 0) > row.memory ? `${verdict}, memory over` : verdict,
    ]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `# Results of the bench

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${cpus().length} x
${cpus()[0]?.model.trim()}, ${pairs} interleaved pairs of each, fewer of what takes over a minute. Every figure is a ratio to \`node -e 0\`, the
median of its pairs: a whole process beside a bare one, started right after it. Budgets and goals are for
${many(budgeted)} entries. Memory is the most that was held at once. ${many(once)} entries, of five centuries, are measured once
in a run of their own (\`--million\`).

${line(head)}
${line(head.map(() => '---'))}
${body.map(line).join('\n')}

${beside.join('\n')}

## What is read and synced in the journal

Counted by strace, so the same on any machine: files opened, bytes read, files and folders synced.

${readsTable()}
`
}

function readsTable(): string {
  if (results.every(({ reads }) => reads.size === 0)) return 'There is no strace here.'
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = ['command', ...sizes.map(size => `${many(size)} entries`)]
  const body = results.map(({ row, reads }) => [
    row.name,
    ...sizes.map(size => {
      const { files = 0, bytes = 0, syncs = 0 } = reads.get(size) ?? {}
      return `${many(files)} files, ${many(Math.round(bytes / 1000))} kB, ${syncs} syncs`
    }),
  ])
  return [head, head.map(() => '---'), ...body].map(line).join('\n')
}
