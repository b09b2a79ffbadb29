// `npm run torture:system-calls -- [--every 1] [--errors] [--deed NAME]` (Linux, strace): the program is killed at each
// call to the system by which it changes a disk, one run a call; with --errors the call fails instead, in one of the ways
// a disk can. Afterwards the journal is what it was or what the command makes of it, whole; the doctor is content,
// and the next page is kept. What failed was said in words.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cheapProgram } from './cheap-program.ts'
import { reported } from './figures.ts'

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    errors: { type: 'boolean', default: false },
    deed: { type: 'string' },
  },
})
const every = Number(values.every)
const scratch = mkdtempSync(join(tmpdir(), 'hearten-calls-'))
const program = cheapProgram(scratch)
/** The calls by which something on a disk changes or is made to last; not every Linux has all of them. */
const calls =
  'open,openat,chmod,fchmod,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir'
const errors = ['ENOSPC', 'EIO', 'EACCES']

const passphrase = join(scratch, 'passphrase')
const another = join(scratch, 'another')
writeFileSync(passphrase, 'tea and toast at noon\n')
writeFileSync(another, 'cake and tea at four\n')

function started(
  home: string,
  command: readonly string[],
  before: readonly string[] = [],
  key = passphrase,
  input = '',
) {
  const [file = '', ...args] = [...before, process.execPath, program, ...command]
  const env = {
    ...{ PATH: process.env.PATH, HOME: home, TZ: 'UTC', LANG: 'C.UTF-8' },
    ...{ HEARTEN_HOME: home, HEARTEN_PASSPHRASE_FILE: key, NODE_DISABLE_COMPILE_CACHE: '1' },
    // One thread for files, so that the calls come in the same order each time.
    UV_THREADPOOL_SIZE: '1',
  }
  const { status, signal, stdout, stderr } = spawnSync(file, args, {
    env,
    encoding: 'utf8',
    input,
  })
  return { code: status, signal, out: stdout, err: stderr }
}

/** What a person would find, with either passphrase; undefined when it cannot be read. */
function textsIn(home: string): string | undefined {
  for (const key of [passphrase, another]) {
    const { code, out } = started(home, ['list', '--json'], [], key)
    if (code === 0)
      return JSON.stringify(JSON.parse(out).entries.map(({ text }: { text: string }) => text))
  }
  return undefined
}

const plain = join(scratch, 'plain')
for (const text of ['first', 'second']) started(plain, ['jot', text])
started(plain, ['jot', 'of october', '--at', '2026-10-02'])
const entriesIn = (home: string) =>
  JSON.parse(started(home, ['list', '--json']).out).entries as { id: string; text: string }[]
started(plain, ['delete', entriesIn(plain)[0]?.id ?? '', '--yes'])
// Of another journal: what is there already would be left out.
const other = join(scratch, 'other')
for (const day of ['2026-08-03', '2026-10-05']) started(other, ['jot', `of ${day}`, '--at', day])
const given = join(scratch, 'given.json')
writeFileSync(given, started(other, ['export', 'json']).out)
const sealed = join(scratch, 'sealed')
cpSync(plain, sealed, { recursive: true })
started(sealed, ['vault', 'on', '--yes'])
const left = entriesIn(plain)[0]?.id ?? ''

interface Deed {
  readonly template: string
  readonly argv: readonly string[]
  readonly input?: string
}
const deeds: Record<string, Deed> = {
  jot: { template: plain, argv: ['jot', 'new words'] },
  'a session': { template: plain, argv: ['today'], input: 'one answer\n.\n' },
  edit: { template: plain, argv: ['edit', left, 'edited words'] },
  delete: { template: plain, argv: ['delete', left, '--yes'] },
  undo: { template: plain, argv: ['undo'] },
  import: { template: plain, argv: ['import', given] },
  'vault on': { template: plain, argv: ['vault', 'on', '--yes'] },
  'vault passphrase': { template: sealed, argv: ['vault', 'passphrase', '--new', another] },
  'vault off': { template: sealed, argv: ['vault', 'off', '--yes'] },
}

/** Those calls of the program's own thread that are about files of the journal: which, and the how manieth of their kind. */
function callsOn(home: string, log: string): { call: string; nth: number; line: string }[] {
  const counts = new Map<string, number>()
  return log.split('\n').flatMap(line => {
    const [, call] = /^(\w+)\(/.exec(line) ?? []
    if (call === undefined) return []
    const nth = (counts.get(call) ?? 0) + 1
    counts.set(call, nth)
    const isReading = call.startsWith('open') && !line.includes('O_CREAT')
    return line.includes(home) && !isReading ? [{ call, nth, line: line.slice(0, 160) }] : []
  })
}

const wrong = {
  'neither before nor after': 0,
  'said to be done and is not': 0,
  'found by the doctor': 0,
  'next page not kept': 0,
  'not said in words': 0,
}
let runs = 0
let atCalls = 0
try {
  for (const [name, { template, argv, input }] of Object.entries(deeds)) {
    if (values.deed !== undefined && values.deed !== name) continue
    const home = join(scratch, 'home')
    const fresh = () => {
      rmSync(home, { recursive: true, force: true })
      cpSync(template, home, { recursive: true })
    }
    fresh()
    const log = join(scratch, 'log')
    const before = textsIn(home)
    const trace = `trace=${calls.replace(/\w+/g, '?$&')}`
    started(home, argv, ['strace', '-y', '-qq', '-e', trace, '-o', log], passphrase, input)
    const after = textsIn(home)
    const targets = callsOn(home, readFileSync(log, 'utf8'))
    if (targets.length === 0) throw new Error(`${name} changes nothing on the disk`)
    atCalls += targets.length
    for (let at = 0; at < targets.length; at += every) {
      fresh()
      const { call, nth, line } = targets[at] ?? { call: '', nth: 0, line: '' }
      const how = values.errors ? `error=${errors[at % errors.length]}` : 'signal=KILL'
      const inject = [
        'strace',
        '-qq',
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:${how}:when=${nth}`,
      ]
      inject.push('-o', '/dev/null')
      const { code, err } = started(home, argv, inject, passphrase, input)
      runs++
      const found = textsIn(home)
      const problems: (keyof typeof wrong)[] = []
      if (found === undefined || (found !== before && found !== after))
        problems.push('neither before nor after')
      else if (code === 0 && found !== after) problems.push('said to be done and is not')
      if (
        values.errors &&
        code !== 0 &&
        (err.trim() === '' || /went wrong inside|at .*\.js:\d/.test(err))
      )
        problems.push('not said in words')
      const isWell = (key: string) => started(home, ['doctor'], [], key).code === 0
      if (![passphrase, another].some(isWell)) problems.push('found by the doctor')
      const next = started(home, ['jot', 'next'])
      if (next.code !== 0 || !textsIn(home)?.includes('"next"')) problems.push('next page not kept')
      for (const problem of problems) {
        wrong[problem]++
        if (wrong[problem] <= 3)
          console.log(`${name}, ${how} at ${line}: ${problem}. Ended with ${code}. ${err}`)
      }
    }
  }
  reported(
    {
      deeds: values.deed === undefined ? Object.keys(deeds).length : 1,
      'calls there are': atCalls,
      runs,
    },
    wrong,
    'All was as before or as after.',
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
