import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Disk } from '../../src/store/disk.ts'
import { realDisk } from '../../src/store/disk.ts'
import { writeDurably, writeQuickly } from '../../src/store/durable.ts'
import { aFolder } from '../helpers/a-journal.ts'
import { diskAround, errno } from '../helpers/disks.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = aFolder()
  path = join(folder, 'month.json')
})

const put = (text: string, disk: Disk = realDisk) =>
  writeDurably(disk, path, Buffer.from(text), { previous: 'keep' })

describe('a durable write', () => {
  it('syncs the bytes before the name, and the name before it returns', () => {
    put('before')
    const calls: string[] = []
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'renameSync') calls.push(`rename to ${String(args[1]).split('/').at(-1)}`)
      if (name === 'fsyncSync') {
        calls.push(statSync(`/proc/self/fd/${args[0]}`).isDirectory() ? 'sync folder' : 'sync file')
      }
      return go()
    })
    put('after', disk)
    expect(calls).toEqual([
      ...['sync file', 'rename to month.json.bak', 'rename to month.json', 'sync folder'],
    ])
  })

  it('is for its owner only from the moment it is there', () => {
    const modes: number[] = []
    const before = process.umask(0)
    try {
      const disk = diskAround(({ name, args }, go) => {
        const result = go()
        const isNew = name === 'openSync' && args[1] === 'wx'
        if (isNew) modes.push(statSync(`/proc/self/fd/${result}`).mode & 0o777)
        return result
      })
      put('private', disk)
    } finally {
      process.umask(before)
    }
    expect(modes).toEqual([0o600])
  })

  it('keeps the generation before it, and no temporary file', () => {
    put('one')
    put('two')
    put('three')
    expect(readdirSync(folder)).toEqual(['month.json', 'month.json.bak'])
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe('two')
  })

  it('goes on when a write takes only a part', () => {
    const disk = diskAround(({ name, args }, go) => {
      if (name !== 'writeSync') return go()
      const [file, bytes, from] = args as [number, Uint8Array, number]
      return realDisk.writeSync(file, bytes, from, 1)
    })
    put('word by word', disk)
    expect(readFileSync(path, 'utf8')).toBe('word by word')
  })

  it('leaves the old file when not all bytes arrive, whatever the write said', () => {
    put('old')
    const disk = diskAround(({ name, args }, go) => {
      if (name !== 'writeSync') return go()
      const [file, bytes, from, length] = args as [number, Uint8Array, number, number]
      realDisk.writeSync(file, bytes, from, 1)
      return length
    })
    expect(() => put('new and longer', disk)).toThrow('Not all bytes')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['month.json'])
  })

  it('writes through a symbolic link and leaves it one', () => {
    const real = join(folder, 'elsewhere.json')
    writeFileSync(real, 'old')
    symlinkSync('elsewhere.json', path)
    put('new')
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8')).toBe('new')
  })

  it('takes the place of a symbolic link when told to, and leaves what it leads to', () => {
    const real = join(folder, 'elsewhere.json')
    writeFileSync(real, 'old')
    symlinkSync('elsewhere.json', path)
    writeDurably(realDisk, path, Buffer.from('new'), { link: 'replace' })
    expect(lstatSync(path).isSymbolicLink()).toBe(false)
    expect([readFileSync(path, 'utf8'), readFileSync(real, 'utf8')]).toEqual(['new', 'old'])
  })

  it('works in a folder one may write in and not look into', () => {
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'openSync' && args[0] === folder) throw errno('EACCES')
      return go()
    })
    put('new', disk)
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('leaves no temporary file when the name cannot be given, and neither does a quick one', () => {
    put('old')
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'renameSync' && args[1] === path) throw errno('EIO')
      return go()
    })
    expect(() => put('new', disk)).toThrow('EIO')
    expect(() => writeQuickly(disk, path, Buffer.from('new'))).toThrow('EIO')
    expect(readdirSync(folder)).toEqual(['month.json', 'month.json.bak'])
  })

  it('is for the owner only, whatever the umask', () => {
    for (const umask of [0, 0o777]) {
      const before = process.umask(umask)
      try {
        put(`${umask}`)
      } finally {
        process.umask(before)
      }
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
  })

  it('copies the generation before it where there are no hard links', () => {
    const disk = diskAround(({ name }, go) => {
      if (name === 'linkSync') throw errno('EPERM')
      return go()
    })
    put('one', disk)
    put('two', disk)
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe('one')
    expect(statSync(`${path}.bak`).mode & 0o777).toBe(0o600)
  })

  it('never takes a file that is there for its temporary one', () => {
    const opened: unknown[] = []
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'openSync' && args[1] !== 'r') opened.push(args[1])
      return go()
    })
    put('one', disk)
    expect(opened).toEqual(['wx'])
    expect(existsSync(path)).toBe(true)
  })
})
