// The program as people have it: bin/hearten.js out of the build, in an environment of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, type TestContext } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { openPty, type Pty, type PtyOptions } from '../helpers/pty.ts'

export const bin = resolve('bin/hearten.js')

type Env = Record<string, string | undefined>

/** Somebody's machine: a home, a place for temporary files, and nothing of ours in the environment. */
export interface Home {
  /** Holds everything below. */
  readonly folder: string
  /** `HEARTEN_HOME`. */
  readonly hearten: string
  readonly data: string
  readonly env: Env
}

export interface Run {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

export function aHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-e2e-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const made = (name: string) => {
    mkdirSync(join(folder, name), { mode: 0o700 })
    return join(folder, name)
  }
  const hearten = join(folder, 'hearten')
  return {
    folder,
    hearten,
    data: join(hearten, 'data'),
    env: {
      PATH: process.env.PATH,
      HOME: made('home'),
      TMPDIR: made('tmp'),
      XDG_RUNTIME_DIR: made('run'),
      HEARTEN_HOME: hearten,
      LANG: 'C.UTF-8',
      TZ: 'Europe/Lisbon',
      TERM: 'xterm-256color',
      EDITOR: 'false',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    },
  }
}

const variables = (env: Env): string[] =>
  Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))

/** A command that runs another in this environment and no other; both have the same process number. */
const within = (home: Home, env: Env = {}): string[] => [
  '-i',
  ...variables({ ...home.env, ...env }),
]

/** The command line that starts hearten. */
export const hearten = (...args: readonly string[]): string[] => [process.execPath, bin, ...args]

export function start(
  home: Home,
  command: readonly string[],
  { env, input = '', cwd }: { env?: Env; input?: string | Buffer; cwd?: string } = {},
): { child: ChildProcess; ended: Promise<Run> } {
  const child = spawn('/usr/bin/env', [...within(home, env), ...command], {
    cwd: cwd ?? home.folder,
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', chunk => {
    out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', chunk => {
    err += chunk
  })
  // A program that ends without reading closes the pipe under our hands.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = new Promise<Run>(done => {
    child.on('close', (code, signal) => done({ code, signal, out, err }))
  })
  return { child, ended }
}

/** Runs hearten without a terminal, with this on its standard input. */
export const run = (
  home: Home,
  args: readonly string[],
  options: { env?: Env; input?: string | Buffer; cwd?: string } = {},
): Promise<Run> => start(home, hearten(...args), options).ended

/** Runs a line of shell, in which `hearten` is the program. */
export const shell = (home: Home, script: string, env: Env = {}): Promise<Run> =>
  start(home, ['bash', '-c', `hearten() { "${process.execPath}" "${bin}" "$@"; }\n${script}`], {
    env,
  }).ended

/** Runs hearten in a terminal, closed when the test is over. */
export function open(
  home: Home,
  args: readonly string[] = [],
  { env, ...options }: PtyOptions = {},
): Pty {
  return openCommand(home, hearten(...args), { ...options, ...(env && { env }) })
}

export function openCommand(
  home: Home,
  command: readonly string[],
  { env, ...options }: PtyOptions = {},
): Pty {
  const pty = openPty('/usr/bin/env', [...within(home, env), ...command], {
    cwd: home.folder,
    ...options,
  })
  onTestFinished(() => {
    try {
      pty.kill('SIGKILL')
    } catch {}
  })
  return pty
}

/** What `hearten list --json` shows. */
export async function entriesOf(home: Home): Promise<Entry[]> {
  const { code, out, err } = await run(home, ['list', '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out).entries
}

/** Every file and folder below a folder, as paths relative to it. */
export function below(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  } catch {
    return []
  }
}

/** Unfinished pages that lie in the journal. */
export const draftsOf = (home: Home): string[] =>
  below(home.data).filter(path => /\/drafts\/./.test(path))

/** What stands in the newest draft that holds this text. */
export const isDrafted = (home: Home, text: string): boolean =>
  draftsOf(home).some(path => readFileSync(join(home.data, path), 'utf8').includes(text))

/** Files that others could read and folders that others could enter, with their modes. */
export const tooOpen = (folder: string): string[] =>
  ['.', ...below(folder)].flatMap(path => {
    const stat = lstatSync(join(folder, path))
    const mode = (stat.mode & 0o777).toString(8)
    return mode === (stat.isDirectory() ? '700' : '600') ? [] : [`${mode} ${path}`]
  })

/** Skips with a printed reason, but fails in CI, where everything has to be there. */
export function needs({ skip }: TestContext, there: boolean, what: string): void {
  if (there) return
  if (process.env.CI) throw new Error(`This test needs ${what}, and in CI it must be there.`)
  console.log(`skipped: this test needs ${what}.`)
  skip(`needs ${what}`)
}

export const has = (tool: string): boolean =>
  spawnSync('/bin/sh', ['-c', `command -v ${tool}`]).status === 0

export const isRoot = process.getuid?.() === 0
