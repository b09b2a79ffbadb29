// A small disk in memory (Linux, root), for what a full disk does.
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Runs something with a disk of this size at `path`, a folder that is made for it. */
export async function withSmallDisk(
  path: string,
  size: string,
  work: () => Promise<void> | void,
): Promise<void> {
  execFileSync('mkdir', [path])
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', path])
  try {
    await work()
  } finally {
    execFileSync('umount', [path])
  }
}

/** Takes all the room there is but this many bytes, by the file `fill`. */
export function fill(disk: string, leave: number): void {
  const path = join(disk, 'fill')
  const out = openSync(path, 'w')
  try {
    for (;;) writeSync(out, Buffer.alloc(4096, 1))
  } catch {
    closeSync(out)
  }
  const size = readFileSync(path).length
  execFileSync('truncate', ['-s', String(Math.max(0, size - leave)), path])
}
