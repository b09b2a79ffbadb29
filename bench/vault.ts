// `npm run bench:vault [-- --pairs 11]`: what an encrypted journal costs beside the same one in plain, by the CPU time of whole
// processes, on ten years of 18,250 entries. The key lies under a passphrase of which a guess costs nothing: what is
// measured is what comes after unlocking, which takes as long as it was made to take. Each pair is measured one right after the other.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cheapProgram } from './cheap-program.ts'
import { recordsOfSize, writeJournal } from './journal-of-size.ts'
import type { Started } from './measure.ts'
import { cpuTime, heartenOn, median, milliseconds } from './measure.ts'

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '11' } } })
const pairs = Number(values.pairs)
const scratch = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
const [plain, sealed, file] = ['plain', 'sealed', 'passphrase'].map(it => join(scratch, it)) as [
  string,
  string,
  string,
]
writeFileSync(file, 'tea and toast at noon\n')

const on = (home: string, words: readonly string[]): Started => {
  const { args, env } = heartenOn(home, words)
  return { args, env: { ...env, HEARTEN_PASSPHRASE_FILE: file } }
}
const aJot = ['jot', '-q', 'a line in between']
const forget = (home: string) =>
  rmSync(join(home, 'data', home === plain ? 'g1' : 'g2', 'cache'), {
    recursive: true,
    force: true,
  })
const jotFirst = (home: string) => {
  milliseconds(on(home, aJot))
}

interface Row {
  readonly name: string
  readonly words: readonly string[]
  readonly bar: 'twice' | '0.3 more'
  /** Run before each one and not measured. */
  readonly before?: (home: string) => void
  readonly pairs?: number
}
const rows: readonly Row[] = [
  { name: 'jot', words: aJot, bar: '0.3 more' },
  { name: 'search, a rare word', words: ['search', 'zymurgy'], bar: 'twice' },
  { name: 'search, a common word', words: ['search', 'tea'], bar: 'twice' },
  { name: 'review all', words: ['review', 'all'], bar: 'twice' },
  { name: 'review all, a month stale', words: ['review', 'all'], bar: 'twice', before: jotFirst },
  {
    ...{ name: 'search, nothing remembered', words: ['search', 'zymurgy'], bar: 'twice' },
    ...{ before: forget, pairs: 3 },
  },
  {
    ...{ name: 'review all, nothing remembered', words: ['review', 'all'], bar: 'twice' },
    ...{ before: forget, pairs: 3 },
  },
]

try {
  writeJournal(plain, recordsOfSize(18_250))
  cpSync(plain, sealed, { recursive: true })
  const cheap = cheapProgram(scratch)
  milliseconds({ ...on(sealed, []), args: [cheap, 'vault', 'on', '--yes'] })
  for (const home of [plain, sealed])
    for (const words of [
      ['jot', '-q', 'the first today'],
      ['review', 'all'],
    ])
      milliseconds(on(home, words))
  console.log(`${pairs} pairs each, medians of CPU time`)
  let isOver = false
  for (const { name, words, bar, before = () => {}, pairs: own = pairs } of rows) {
    const costs = Array.from({ length: own }, () => {
      const of = (home: string) => {
        before(home)
        return cpuTime(on(home, words))
      }
      return { plain: of(plain), sealed: of(sealed), bare: cpuTime({ args: ['-e', '0'] }) }
    })
    const ratio = median(costs.map(it => it.sealed / it.plain))
    const more = median(costs.map(it => (it.sealed - it.plain) / it.bare))
    const over = bar === 'twice' ? ratio > 2 : more > 0.3
    isOver ||= over
    const milli = (which: 'plain' | 'sealed') => median(costs.map(it => it[which])).toFixed(0)
    console.log(
      `${name.padEnd(32)}${milli('plain').padStart(6)} ms ${milli('sealed').padStart(6)} ms   ${ratio.toFixed(2)} times, ${more.toFixed(2)} bare starts more; bar: ${bar}${over ? ', OVER' : ''}`,
    )
  }
  process.exitCode = isOver ? 1 : 0
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
