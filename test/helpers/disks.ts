import type { Disk } from '../../src/store/disk.ts'
import { realDisk } from '../../src/store/disk.ts'

type Call = { readonly name: keyof Disk; readonly args: readonly unknown[] }
type Around = (call: Call, go: () => unknown) => unknown

/** The real disk, with something put around every call. */
export function diskAround(around: Around, inner: Disk = realDisk): Disk {
  return new Proxy(inner, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown
      return (...args: unknown[]) =>
        around({ name: name as keyof Disk, args }, () => method.apply(target, args))
    },
  })
}

/** A disk that does not sync: for tests with many writes, which are not about syncing. */
export const quickDisk: Disk = diskAround(({ name }, go) =>
  name === 'fsyncSync' ? undefined : go(),
)

export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'short' | 'kill'

/**
 * A disk whose call number `at` (from 0) fails. With `short` a write takes one byte only, and the disk
 * is full then. With `kill` no call after it is done either: what is on the disk is what a kill leaves.
 */
export function failingDisk(at: number, fault: Fault) {
  let calls = 0
  let failed: Call | undefined
  let isFull = false
  const disk = diskAround((call, go) => {
    const fails = calls++ === at
    if (fault === 'kill' && calls > at && at >= 0) {
      failed ??= call
      throw new Error('killed')
    }
    if (call.name === 'closeSync') return go()
    if (fault === 'short') {
      if (isFull && call.name === 'writeSync') throw errno('ENOSPC')
      if (!fails || call.name !== 'writeSync') return go()
      failed = call
      isFull = true
      const [file, bytes, from] = call.args as [number, Uint8Array, number]
      return realDisk.writeSync(file, bytes, from, 1)
    }
    if (!fails) return go()
    failed = call
    throw errno(fault)
  }, quickDisk)
  return {
    disk,
    get calls() {
      return calls
    },
    get failed() {
      return failed
    },
  }
}

export const errno = (code: string): Error => Object.assign(new Error(code), { code })

/** A disk that notes which files are read and written, and how many bytes. */
export function countingDisk() {
  const open = new Map<number, string>()
  const read = new Map<string, number>()
  const written = new Map<string, number>()
  const add = (to: Map<string, number>, path: string, count: number) =>
    to.set(path, (to.get(path) ?? 0) + count)
  const disk = diskAround(({ name, args }, go) => {
    const result = go()
    if (name === 'openSync') open.set(result as number, String(args[0]))
    if (name === 'readFileSync') add(read, String(args[0]), (result as Buffer).length)
    if (name === 'readSync') add(read, open.get(args[0] as number) ?? '?', result as number)
    if (name === 'writeSync') add(written, open.get(args[0] as number) ?? '?', result as number)
    return result
  }, quickDisk)
  return { disk, read, written }
}
