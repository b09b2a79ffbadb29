import type { Disk } from '../src/store/disk.ts'

/** How a call fails. `kill`: no call after it is done either. `short`: a byte is written, and then the disk is full. */
export type DiskFault = 'kill' | 'short' | 'ENOSPC' | 'EIO' | 'EACCES'

/** A disk whose call number `at`, from 0, fails; what closes files never does. */
export function faultyDisk(inner: Disk, at: number, fault: DiskFault) {
  const made = { calls: 0 }
  let isFull = false
  const fails = (code: string) => Object.assign(new Error(code), { code })
  const disk = new Proxy(inner, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown
      return (...args: unknown[]) => {
        const isMeant = made.calls++ === at
        if (fault === 'kill' && made.calls > at) throw new Error('killed')
        if (isFull && name === 'writeSync') throw fails('ENOSPC')
        if (!isMeant || name === 'closeSync') return method.apply(target, args)
        if (fault !== 'short') throw fails(fault)
        if (name !== 'writeSync') return method.apply(target, args)
        isFull = true
        const [file, bytes, from] = args
        return method.apply(target, [file, bytes, from, 1])
      }
    },
  })
  return {
    disk,
    get calls() {
      return made.calls
    },
  }
}
