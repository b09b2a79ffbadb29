// How long hearten takes to start, beside `node -e 0`: the median of the ratios of interleaved pairs.
// A ratio travels from machine to machine; milliseconds do not.
//
//   npm run bench:start             31 pairs of each
//   npm run bench:start -- 101      more of them
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { heartenOn, hjotOn, milliseconds, ratio } from './measure.ts'
import { rows, shellRow } from './rows.ts'

const pairs = Math.max(21, Number(process.argv[2] ?? 31))
const home = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
const starts = rows.filter(({ name }) => /^(--version|--help|jot|list|status)/.test(name))

try {
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${pairs} pairs each`,
  )
  console.log('command                  x bare node   budget')
  const inNode = starts.map(({ name, words, budget }) => {
    const run = () => milliseconds(heartenOn(home, words))
    return { name, budget, run }
  })
  for (const { name, budget, run } of [...inNode, { ...shellRow, run: hjotOn(home) }])
    console.log(
      `${name.padEnd(24)} ${ratio(run, pairs).toFixed(2).padStart(11)} ${budget.toFixed(2).padStart(8)}`,
    )
} finally {
  rmSync(home, { recursive: true, force: true })
}
