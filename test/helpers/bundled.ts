import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { rolldown } from 'rolldown'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A TypeScript file made into one that Node runs, removed when the test is over. Its path. */
export async function bundled(file: string): Promise<string> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bundled-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const out = join(folder, basename(file).replace(/ts$/, 'mjs'))
  const bundle = await rolldown({ input: join(root, file), platform: 'node', external: /^[^./]/ })
  await bundle.write({ file: out, format: 'esm', codeSplitting: false })
  await bundle.close()
  return out
}

export interface Running {
  readonly child: ChildProcess
  /** What it printed, line by line, so far. */
  readonly lines: readonly string[]
  /** The exit code or signal it ended with, and what it said on standard error. */
  readonly end: Promise<{ how: number | string | null; said: string }>
}

export function run(program: string, ...args: string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  let said = ''
  createInterface(child.stdout).on('line', line => lines.push(line))
  child.stderr.on('data', data => {
    said += data
  })
  const end = new Promise<{ how: number | string | null; said: string }>(done =>
    child.on('close', (code, signal) => done({ how: code ?? signal, said })),
  )
  return { child, lines, end }
}
