// What a command reads and syncs in a journal, as the system saw it. The same on any machine, however busy.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Started } from './measure.ts'
import { environment } from './measure.ts'

export interface Reads {
  /** Files of the journal that were opened, each once. */
  readonly files: number
  /** What was read of them, in bytes. */
  readonly bytes: number
  /** Files and folders that were synced. */
  readonly syncs: number
}

/** @param home the journal's @returns undefined where there is no strace */
export function readsOf({ args, env }: Started, home: string): Reads | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-bench-'))
  try {
    const log = join(folder, 'calls')
    const calls = 'trace=openat,read,pread64,readv,preadv,fsync,fdatasync'
    const watch = ['-f', '--seccomp-bpf', '-qq', '-y', '-e', calls, '-o', log]
    const { error, status } = spawnSync('strace', [...watch, process.execPath, ...args], {
      env: { ...environment, ...env },
      stdio: 'ignore',
    })
    if (error) return undefined
    if (status !== 0) throw new Error(`${args.join(' ')}: ended with ${status}`)
    return countedIn(readFileSync(log, 'utf8'), home)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countedIn(log: string, home: string): Reads {
  const files = new Set<string>()
  let [bytes, syncs] = [0, 0]
  for (const line of log.split('\n')) {
    const [, call, path = '', gave = ''] =
      /^\d+ +(\w+)\(.*?<([^>]+)>.*= (\d+)(?:<[^>]*>)?$/.exec(line) ?? []
    const opened = /^\d+ +openat\(.*= \d+<([^>]+)>$/.exec(line)?.[1]
    if (opened?.startsWith(home) && !opened.endsWith('/')) files.add(opened)
    if (!path.startsWith(home)) continue
    if (/^p?read/.test(call ?? '')) bytes += Number(gave)
    if (call?.endsWith('sync')) syncs++
  }
  return { files: files.size, bytes, syncs }
}
