import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Disk } from '../../src/store/disk.ts'
import type { Host, Lock } from '../../src/store/lock.ts'
import { breakOwned, holderAt, isRight, takeLock } from '../../src/store/lock.ts'
import { aFolder } from '../helpers/a-journal.ts'
import { diskAround, errno, quickDisk } from '../helpers/disks.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = aFolder()
  path = join(folder, 'lock')
})

/** A machine on which only some process numbers are alive; others may be out of sight. */
const hostOf = (
  pid: number,
  alive: readonly number[] = [],
  unseen: readonly number[] = [],
): Host => ({
  self: () => ({ pid }),
  fateOf: owner =>
    unseen.includes(owner.pid) ? 'unknown' : alive.includes(owner.pid) ? 'alive' : 'dead',
})

/** As a file of before the last start of the machine. */
const longAgo = (file: string) => utimesSync(file, 1e9, 1e9)

const claim = (name: string, token: string, pid: number) =>
  writeFileSync(join(folder, name), JSON.stringify({ token, owner: { pid } }))

describe('the lock', () => {
  it('is one at a time, and free again when released', () => {
    const lock = takeLock(quickDisk, path, hostOf(1))
    expect(lock).toBeDefined()
    expect(takeLock(quickDisk, path, hostOf(2, [1]))).toBeUndefined()
    lock?.release()
    expect(readdirSync(folder)).toEqual([])
    expect(takeLock(quickDisk, path, hostOf(2, [1]))).toBeDefined()
  })

  it('is taken over from the dead at once, and leaves no trace of that', () => {
    claim('lock', 'aa', 7)
    const lock = takeLock(quickDisk, path, hostOf(1))
    expect(lock).toBeDefined()
    expect(JSON.parse(readFileSync(path, 'utf8')).owner).toEqual({ pid: 1 })
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('is left to whoever cannot be judged', () => {
    claim('lock', 'aa', 7)
    expect(takeLock(quickDisk, path, hostOf(1, [], [7]))).toBeUndefined()
  })

  it.each([
    ['empty', ''],
    ['torn', '{"token":"aa","ow'],
    ['of another shape', '{"token":5}'],
    ['of another shape, with an owner', '{"token":5,"owner":{"pid":7}}'],
  ])(
    'is nobody’s when it is %s, as after a power cut, but for the moment of writing it',
    (_, content) => {
      writeFileSync(path, content)
      expect(takeLock(quickDisk, path, hostOf(1))).toBeUndefined()
      longAgo(path)
      expect(takeLock(quickDisk, path, hostOf(1))).toBeDefined()
      expect(readdirSync(folder)).toEqual(['lock'])
    },
  )

  it('is taken over although the right to break it is empty too', () => {
    claim('lock', 'aa', 7)
    writeFileSync(join(folder, 'lock.aa.1'), '')
    longAgo(join(folder, 'lock.aa.1'))
    expect(takeLock(quickDisk, path, hostOf(1))).toBeDefined()
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('is asked about with the time it was made, so that one older than this start is known', () => {
    claim('lock', 'aa', 7)
    longAgo(path)
    const fateOf: Host['fateOf'] = (_, since = Date.now()) =>
      since < Date.now() - 1000 ? 'dead' : 'unknown'
    expect(takeLock(quickDisk, path, { ...hostOf(1), fateOf })).toBeDefined()
  })

  it('is left alone when it goes while it is looked at', () => {
    claim('lock', 'aa', 7)
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'lstatSync' && args[0] === path) throw errno('ENOENT')
      return go()
    }, quickDisk)
    expect(takeLock(disk, path, hostOf(1))).toBeUndefined()
    expect(breakOwned(disk, path, 'aa', hostOf(1))).toBe(false)
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('is released without a word when it is gone already', () => {
    const lock = takeLock(quickDisk, path, hostOf(1))
    quickDisk.unlinkSync(path)
    expect(() => lock?.release()).not.toThrow()
  })

  it('is not released by one who lost it', () => {
    const lock = takeLock(quickDisk, path, hostOf(1))
    claim('lock', 'someone else', 2)
    lock?.release()
    expect(existsSync(path)).toBe(true)
  })

  it('is taken over although the last one who tried died doing so', () => {
    claim('lock', 'aa', 7)
    claim('lock.aa.1', 'bb', 8)
    claim('lock.aa.2', 'cc', 9)
    expect(takeLock(quickDisk, path, hostOf(1))).toBeDefined()
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('is broken by rights that are counted up, each with who holds it', () => {
    claim('lock', 'aa', 7)
    claim('lock.aa.1', 'bb', 8)
    const linked: [string, unknown][] = []
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'linkSync')
        linked.push([basename(String(args[1])), JSON.parse(readFileSync(String(args[0]), 'utf8'))])
      return go()
    }, quickDisk)
    expect(breakOwned(disk, path, 'aa', hostOf(1))).toBe(true)
    expect(linked.map(([name]) => name)).toEqual(['lock.aa.1', 'lock.aa.2'])
    for (const [, right] of linked) expect(right).toMatchObject({ owner: { pid: 1 } })
  })

  it('is left alone when the right to break it goes to somebody who is done meanwhile', () => {
    claim('lock', 'aa', 7)
    claim('lock.aa.1', 'bb', 8)
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'lstatSync' && String(args[0]).endsWith('.1')) throw errno('ENOENT')
      return go()
    }, quickDisk)
    expect(takeLock(disk, path, hostOf(1))).toBeUndefined()
  })

  it('is left to a living one who is just breaking it', () => {
    claim('lock', 'aa', 7)
    claim('lock.aa.1', 'bb', 8)
    expect(takeLock(quickDisk, path, hostOf(1, [8]))).toBeUndefined()
    expect(readdirSync(folder)).toEqual(['lock', 'lock.aa.1'])
  })

  it('works where there are no hard links', () => {
    const noLinks = diskAround(({ name }, go) => {
      if (name === 'linkSync') throw errno('EPERM')
      return go()
    }, quickDisk)
    const lock = takeLock(noLinks, path, hostOf(1))
    expect(lock).toBeDefined()
    expect(takeLock(noLinks, path, hostOf(2, [1]))).toBeUndefined()
    expect(takeLock(noLinks, path, hostOf(2))).toBeDefined()
  })
})

describe('a lock where there are no hard links', () => {
  /** No links, and every file that is opened and not closed again. */
  function withoutLinks(fails?: keyof Disk) {
    const open = new Set<unknown>()
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'linkSync') throw errno('EPERM')
      if (name === fails && !String(args[0]).endsWith('.tmp')) throw errno('EIO')
      const result = go()
      if (name === 'openSync') open.add(result)
      if (name === 'closeSync') open.delete(args[0])
      return result
    }, quickDisk)
    return { disk, open }
  }

  it('is whole, for its owner only, and no file is left open', () => {
    const { disk, open } = withoutLinks()
    expect(takeLock(disk, path, hostOf(1))).toBeDefined()
    expect(JSON.parse(readFileSync(path, 'utf8')).owner).toEqual({ pid: 1 })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect([...open]).toEqual([])
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('is no lock when the disk fails, and that is said', () => {
    expect(() => takeLock(withoutLinks('openSync').disk, path, hostOf(1))).toThrow('EIO')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a lock on a disk that fails', () => {
  it('is no lock, and that is said', () => {
    const disk = diskAround(({ name }, go) => {
      if (name === 'linkSync') throw errno('EIO')
      return go()
    }, quickDisk)
    expect(() => takeLock(disk, path, hostOf(1))).toThrow('EIO')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('who holds the lock', () => {
  it('is told, with what is known of them', () => {
    expect(holderAt(quickDisk, path, hostOf(1))).toBeUndefined()
    claim('lock', 'aa', 7)
    const fates = [hostOf(1), hostOf(1, [7]), hostOf(1, [], [7])].map(host =>
      holderAt(quickDisk, path, host),
    )
    expect(fates).toEqual([
      { token: 'aa', fate: 'dead' },
      { token: 'aa', fate: 'alive' },
      { token: 'aa', fate: 'unknown' },
    ])
  })

  it('is nobody when the claim cannot be understood', () => {
    writeFileSync(path, '{"token":"aa","owner":{"pid":"7"}}')
    expect(holderAt(quickDisk, path, hostOf(1, [7]))).toMatchObject({ fate: 'dead' })
    expect(holderAt(quickDisk, path, hostOf(1))?.token).not.toBe('aa')
  })

  it('can be sent away by name, and nobody else', () => {
    claim('lock', 'aa', 7)
    expect(breakOwned(quickDisk, path, 'bb', hostOf(1))).toBe(false)
    expect(readdirSync(folder)).toEqual(['lock'])
    claim('lock.aa.1', 'cc', 8)
    expect(breakOwned(quickDisk, path, 'aa', hostOf(1, [8]))).toBe(false)
    expect(breakOwned(quickDisk, path, 'aa', hostOf(1))).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })
})

it('the right to break a lock is known by its name', () => {
  expect(['lock.0a.1', 'lock.ff.12'].map(isRight)).toEqual([true, true])
  const others = ['lock', 'lock.1', 'lock.xy.1', 'lock.0a.', 'lock.0a.1.tmp', 'a-lock.0a.1']
  expect(others.filter(isRight)).toEqual([])
})

it('breaking one lock leaves the rights to another', () => {
  claim('lock', 'aa', 7)
  claim('lock.bb.1', 'cc', 8)
  expect(takeLock(quickDisk, path, hostOf(1))).toBeDefined()
  expect(readdirSync(folder)).toEqual(['lock', 'lock.bb.1'])
})

/** Runs something just before call number `at` of a disk. */
function interrupted(at: number, meanwhile: () => void): Disk {
  let calls = 0
  return diskAround((_, go) => {
    if (calls++ === at) meanwhile()
    return go()
  }, quickDisk)
}

describe('three that find a dead lock at once', () => {
  const alive = [1, 2, 3]

  /** Process 1 is interrupted by 2, which is interrupted by 3; each keeps what it gets, or lets go at once. */
  function race(at: number, within: number, letsGo: boolean) {
    const holders: number[] = []
    let most = 0
    const take = (pid: number, disk: Disk) => {
      const lock: Lock | undefined = takeLock(disk, path, hostOf(pid, alive))
      if (!lock) return
      holders.push(pid)
      most = Math.max(most, holders.length)
      if (letsGo && pid !== 1) {
        lock.release()
        holders.splice(holders.indexOf(pid), 1)
      }
    }
    const third = () => take(3, quickDisk)
    const second = () => take(2, interrupted(within, third))
    take(1, interrupted(at, second))
    return { holders, most }
  }

  it.each([
    ['and keep it', false, 'dead'],
    ['and let go', true, 'dead'],
    ['which is empty, and keep it', false, 'empty'],
    ['which is empty, and let go', true, 'empty'],
  ])('never hold it together, at whatever call they meet (%s)', (_, letsGo, left) => {
    for (const brokenBefore of [false, true])
      for (let at = 0; at < 30; at++)
        for (let within = 0; within < 30; within++) {
          for (const name of readdirSync(folder)) quickDisk.unlinkSync(join(folder, name))
          claim('lock', 'aa', 7)
          if (left === 'empty') {
            writeFileSync(path, '')
            longAgo(path)
          }
          if (brokenBefore) claim('lock.aa.1', 'bb', 8)
          const { most } = race(at, within, letsGo)
          expect([at, within, most <= 1]).toEqual([at, within, true])
        }
  })
})
