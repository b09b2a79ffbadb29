// `npm run torture:full-disk -- --runs 200` (Linux, root): every command that writes, on a small disk in
// memory that is filled up to the last few thousand bytes before it. Afterwards there is room again, and
// the journal must be what it was before or what the command said it made of it, and healthy; what
// failed must have been said in words.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fill, withSmallDisk } from './small-disk.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '200' } } })
const program = resolve('bin/hearten.js')
const scratch = mkdtempSync(join(tmpdir(), 'hearten-full-'))
const [disk, template, other] = ['disk', 'template', 'other'].map(name => join(scratch, name)) as [
  string,
  string,
  string,
]

function hearten(home: string, argv: readonly string[], input = '') {
  const env = { ...process.env, HEARTEN_HOME: home }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    ...{ env, input, encoding: 'utf8' as const, maxBuffer: 1 << 26 },
  })
  return { code: status ?? -1, out: stdout, err: stderr }
}

/** What a person would find. */
function textsIn(home: string): string[] | undefined {
  const { code, out } = hearten(home, ['list', '--json'])
  if (code !== 0) return undefined
  return (JSON.parse(out).entries as { text: string }[]).map(({ text }) => text).sort()
}

for (let i = 0; i < 6; i++) hearten(template, ['jot', `words ${i} ${'and more '.repeat(100)}`])
for (let i = 1; i < 5; i++)
  hearten(other, ['jot', '--at', `2026-0${i}-03`, `other ${i} ${'and more '.repeat(300)}`])
const file = join(scratch, 'other.json')
writeFileSync(file, hearten(other, ['export', 'json']).out)
const entries = JSON.parse(hearten(template, ['list', '--json']).out).entries as { id: string }[]
const [first = '', second = '', third = ''] = entries.map(({ id }) => id)

const deeds: [argv: string[], input?: string][] = [
  [['jot', 'new words '.repeat(60)]],
  [['jot'], 'piped words '.repeat(2000)],
  [['today'], `${'one answer '.repeat(300)}\n.\n`],
  [['edit', first, 'edited words '.repeat(100)]],
  [['delete', second]],
  [['undo']],
  [['import', file]],
  [['restore', file, '--yes']],
  [['delete', third, '--forever', '--yes']],
  [['backup']],
  [['backup', join(disk, 'backup.json')]],
  [['export', 'json', '--output', join(disk, 'all.json')]],
  [['export', 'markdown', '--to', join(disk, 'notes')]],
  [['config', 'set', 'season', 'loss']],
  [['help-now', 'add', 'Nan', '12345678']],
  [['doctor', '--mend']],
]

const runs = Number(values.runs)
const told = new Map<string, number>()
let wrong = 0
await withSmallDisk(disk, '1500k', () => {
  for (let run = 0; run < runs; run++) {
    const [argv, input] = deeds[run % deeds.length] ?? [['jot', 'x']]
    const leave = Math.floor(run / deeds.length) * 4096
    const home = join(disk, 'home')
    execFileSync('find', [disk, '-mindepth', '1', '-delete'])
    cpSync(template, home, { recursive: true })
    hearten(home, ['config', 'set', 'length', 'short'])
    const before = textsIn(home)
    cpSync(home, join(scratch, 'smooth'), { recursive: true })
    hearten(join(scratch, 'smooth'), argv, input)
    const after = textsIn(join(scratch, 'smooth'))
    rmSync(join(scratch, 'smooth'), { recursive: true })

    fill(disk, leave)
    const { code, err } = hearten(home, argv, input)
    rmSync(join(disk, 'fill'))
    const found = textsIn(home)
    const is = (texts: unknown) => JSON.stringify(found) === JSON.stringify(texts)
    const problems = [
      code === 0
        ? !is(after) && 'said to be done, and is not'
        : !is(before) && !is(after) && 'torn',
      code !== 0 && err.trim() === '' && 'silent',
      err.includes('went wrong inside') && 'not in words',
      hearten(home, ['doctor']).code !== 0 && 'the doctor found something',
      hearten(home, ['config', 'get', 'length']).out.trim() !== 'short' && 'preferences were lost',
    ].filter(Boolean)
    const how = `${argv[0]} ${code === 0 ? 'done' : 'said'}`
    told.set(how, (told.get(how) ?? 0) + 1)
    if (problems.length === 0) continue
    wrong++
    console.log(
      `${argv.join(' ').slice(0, 60)}, ${leave} bytes left: ${problems.join(', ')}\n${err}`,
    )
  }
}).finally(() => rmSync(scratch, { recursive: true, force: true }))
for (const [how, count] of [...told].sort()) console.log(`${how.padEnd(18)}${count}`)
console.log(`${runs} runs, ${wrong} wrong`)
process.exitCode = wrong === 0 ? 0 : 1
