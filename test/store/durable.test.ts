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
import type { Growing } from '../../src/store/durable.ts'
import {
  copyWhole,
  followLinks,
  growDurably,
  linkOrCopy,
  linkOver,
  syncFolder,
  writeDurably,
  writeOnce,
  writeQuickly,
} from '../../src/store/durable.ts'
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
      const [file, bytes, from, length] = args as [number, Uint8Array, number, number]
      expect(from + length).toBe(bytes.length)
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

/** A disk on which one kind of call fails, for the paths that are meant. */
const failing = (call: keyof Disk, code: string, where: (path: unknown) => boolean = () => true) =>
  diskAround(({ name, args }, go) => {
    if (name === call && where(args[0])) throw errno(code)
    return go()
  })
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
const bytes = Buffer.from('new')

describe('a file that is written once', () => {
  const once = (disk: Disk = realDisk) => writeOnce(disk, path, bytes)

  it('appears whole, for its owner only, with nothing beside it', () => {
    once()
    expect(readdirSync(folder)).toEqual(['month.json'])
    expect(textOf('month.json')).toBe('new')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('stays as it is when it is there', () => {
    writeFileSync(path, 'old')
    once()
    expect(textOf('month.json')).toBe('old')
    expect(readdirSync(folder)).toEqual(['month.json'])
  })

  it('takes its name in another way where there are no hard links', () => {
    once(failing('linkSync', 'EPERM'))
    expect(textOf('month.json')).toBe('new')
    expect(readdirSync(folder)).toEqual(['month.json'])
  })

  it('is not there when it could not be written, and says why', () => {
    expect(() => once(failing('linkSync', 'EIO'))).toThrow('EIO')
    expect(() => once(failing('fsyncSync', 'EIO'))).toThrow('EIO')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a file that grows', () => {
  const grow = (disk: Disk = realDisk) => growDurably(disk, path)
  const add = (growing: Growing, ...texts: string[]) => {
    for (const text of texts) growing.add(Buffer.from(text))
  }
  /** A disk that knows which files are open, and how often one was closed that was not. */
  const counting = (call?: keyof Disk) => {
    const open = new Set<unknown>()
    let closedTwice = 0
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'closeSync' && !open.delete(args[0])) closedTwice++
      if (name === call) throw errno('EIO')
      const result = go()
      if (name === 'openSync') open.add(result)
      return result
    })
    return { disk, left: () => [open.size, closedTwice] }
  }

  it('has its name once it is whole and on the disk, and nothing is beside it', () => {
    writeFileSync(path, 'old')
    const calls: string[] = []
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'renameSync') calls.push('rename')
      if (name === 'fsyncSync')
        calls.push(statSync(`/proc/self/fd/${args[0]}`).isDirectory() ? 'sync folder' : 'sync file')
      return go()
    })
    const growing = grow(disk)
    add(growing, 'page by page, ', 'été, ')
    expect(textOf('month.json')).toBe('old')
    add(growing, 'to the end')
    growing.finish()
    expect(textOf('month.json')).toBe('page by page, été, to the end')
    expect(readdirSync(folder)).toEqual(['month.json'])
    expect(calls).toEqual(['sync file', 'rename', 'sync folder'])
  })

  it('is for its owner only, whatever the umask', () => {
    for (const umask of [0, 0o777]) {
      const before = process.umask(umask)
      try {
        grow().finish()
      } finally {
        process.umask(before)
      }
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
  })

  it('takes the place of a symbolic link, and leaves what it leads to', () => {
    writeFileSync(join(folder, 'elsewhere'), 'mine')
    symlinkSync('elsewhere', path)
    const growing = grow()
    add(growing, 'new')
    growing.finish()
    expect(lstatSync(path).isSymbolicLink()).toBe(false)
    expect([textOf('month.json'), textOf('elsewhere')]).toEqual(['new', 'mine'])
  })

  it('leaves nothing when it is abandoned, however often, and what was there as it was', () => {
    writeFileSync(path, 'old')
    const { disk, left } = counting()
    const growing = grow(disk)
    add(growing, 'half of it')
    growing.abandon()
    growing.abandon()
    expect(readdirSync(folder)).toEqual(['month.json'])
    expect(textOf('month.json')).toBe('old')
    expect(left()).toEqual([0, 0])
  })

  it('stays when it is abandoned after all was done', () => {
    const { disk, left } = counting()
    const growing = grow(disk)
    add(growing, 'new')
    growing.finish()
    growing.abandon()
    expect(textOf('month.json')).toBe('new')
    expect(left()).toEqual([0, 0])
  })

  it.each<[string, keyof Disk]>([
    ['its mode cannot be set', 'fchmodSync'],
    ['a write fails', 'writeSync'],
    ['it cannot be synced', 'fsyncSync'],
    ['its size cannot be read', 'fstatSync'],
    ['it cannot be closed', 'closeSync'],
    ['its name cannot be given', 'renameSync'],
  ])('leaves nothing when %s, and says so', (_, call) => {
    writeFileSync(path, 'old')
    const { disk, left } = counting(call)
    let growing: Growing | undefined
    expect(() => {
      growing = grow(disk)
      add(growing, 'new')
      growing.finish()
    }).toThrow('EIO')
    growing?.abandon()
    expect(readdirSync(folder)).toEqual(['month.json'])
    expect(textOf('month.json')).toBe('old')
    expect(left()).toEqual([0, 0])
  })

  it('is refused when not all bytes arrive, whatever the write said', () => {
    const disk = diskAround(({ name, args }, go) => {
      if (name !== 'writeSync') return go()
      const [file, bytes, from, length] = args as [number, Uint8Array, number, number]
      realDisk.writeSync(file, bytes, from, 1)
      return length
    })
    const growing = grow(disk)
    add(growing, 'new and longer')
    expect(() => growing.finish()).toThrow('Not all bytes')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a copy', () => {
  const to = () => join(folder, 'copy.json')

  it('is the bytes it was made of, and none of a file that is not there', () => {
    expect(copyWhole(realDisk, path, to())).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
    writeFileSync(path, 'words')
    expect(copyWhole(realDisk, path, to())?.toString()).toBe('words')
    expect(readdirSync(folder)).toEqual(['copy.json', 'month.json'])
  })

  it('is refused when it reads back as something else', () => {
    writeFileSync(path, 'words')
    const forgetful = diskAround(({ name, args }, go) =>
      name === 'readFileSync' && args[0] === to() ? Buffer.from('other') : go(),
    )
    expect(() => copyWhole(forgetful, path, to())).toThrow('does not hold what was just written')
  })
})

describe('a folder', () => {
  it.each(['EISDIR', 'EPERM', 'EINVAL', 'EBADF', 'ENOTSUP', 'EACCES'])(
    'that cannot be synced on this system is let be: %s',
    code => {
      for (const call of ['openSync', 'fsyncSync'] as const)
        expect(() => syncFolder(failing(call, code), folder)).not.toThrow()
    },
  )

  it('whose disk fails is said', () => {
    for (const call of ['openSync', 'fsyncSync'] as const)
      expect(() => syncFolder(failing(call, 'EIO'), folder)).toThrow('EIO')
  })

  it('that got lost is made anew, for its owner, and its name is synced', () => {
    const lost = join(folder, 'g1')
    const synced: string[] = []
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'openSync' && args[1] === 'r') synced.push(String(args[0]))
      return go()
    })
    writeDurably(disk, join(lost, 'month.json'), bytes)
    expect(textOf('g1/month.json')).toBe('new')
    expect(statSync(lost).mode & 0o777).toBe(0o700)
    expect(synced).toEqual([folder, lost])
  })
})

it('a quick write does not wait for the disk', () => {
  const disk = diskAround(({ name }, go) => {
    if (name === 'fsyncSync') throw errno('EIO')
    return go()
  })
  writeQuickly(disk, path, bytes)
  expect(textOf('month.json')).toBe('new')
})

describe('every file that is opened', () => {
  it.each<[string, keyof Disk | undefined]>([
    ['all goes well', undefined],
    ['a write fails', 'writeSync'],
    ['a sync fails', 'fsyncSync'],
    ['its mode cannot be set', 'fchmodSync'],
    ['its size cannot be read', 'fstatSync'],
  ])('is closed again when %s', (_, call) => {
    const open = new Set<unknown>()
    const disk = diskAround(({ name, args }, go) => {
      if (name === call) throw errno('EIO')
      const result = go()
      if (name === 'openSync') open.add(result)
      if (name === 'closeSync') open.delete(args[0])
      return result
    })
    if (call) expect(() => put('new', disk)).toThrow('EIO')
    else put('new', disk)
    expect([...open]).toEqual([])
  })
})

describe('a write that takes nothing', () => {
  it('is an error, and no waiting without an end', () => {
    const disk = diskAround(({ name }, go) => (name === 'writeSync' ? 0 : go()))
    expect(() => put('new', disk)).toThrow(expect.objectContaining({ code: 'EIO' }))
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a symbolic link', () => {
  it('is followed to where it ends, from wherever it lies', () => {
    const real = join(folder, 'real.json')
    writeFileSync(real, '')
    symlinkSync('real.json', join(folder, 'second.json'))
    symlinkSync(join(folder, 'second.json'), path)
    expect(followLinks(realDisk, path)).toBe(real)
    expect(followLinks(realDisk, join(folder, 'nowhere'))).toBe(join(folder, 'nowhere'))
  })

  it('that goes in a circle is refused', () => {
    symlinkSync('month.json', join(folder, 'other.json'))
    symlinkSync('other.json', path)
    expect(() => put('new')).toThrow(expect.objectContaining({ code: 'ELOOP' }))
  })

  it('is followed over forty others and no more', () => {
    const name = (n: number) => join(folder, `${n}.json`)
    for (let n = 0; n < 41; n++) symlinkSync(`${n + 1}.json`, name(n))
    expect(followLinks(realDisk, name(2))).toBe(name(41))
    expect(() => followLinks(realDisk, name(1))).toThrow('goes in a circle')
  })
})

describe('a second name for a file', () => {
  const to = () => join(folder, 'other.json')

  it('takes the place of what has that name', () => {
    writeFileSync(path, 'new')
    writeFileSync(to(), 'old')
    linkOver(realDisk, path, to())
    expect(textOf('other.json')).toBe('new')
    expect(statSync(to()).ino).toBe(statSync(path).ino)
    expect(readdirSync(folder)).toEqual(['month.json', 'other.json'])
  })

  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN'])(
    'is a copy where there are no hard links: %s',
    code => {
      writeFileSync(path, 'new', { mode: 0o644 })
      linkOrCopy(failing('linkSync', code), path, to())
      expect(textOf('other.json')).toBe('new')
      expect(statSync(to()).mode & 0o777).toBe(0o600)
    },
  )

  it('is not given when the disk fails', () => {
    writeFileSync(path, 'new')
    expect(() => linkOrCopy(failing('linkSync', 'EIO'), path, to())).toThrow('EIO')
    expect(existsSync(to())).toBe(false)
  })
})
