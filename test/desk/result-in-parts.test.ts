import * as fs from 'node:fs'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Disk } from '../../src/store/disk.ts'
import { plainPaper } from '../../src/store/paper.ts'
import type { World } from '../../src/system/world.ts'
import { aFolder } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'

type Altered = { -readonly [K in keyof World]: World[K] }

async function aWriter() {
  const person = aPerson()
  for (const month of ['09', '10', '11'])
    await person.run('jot', 'word '.repeat(20_000), '--at', `2026-${month}-03`)
  const folder = join(person.home, 'out')
  fs.mkdirSync(folder)
  return { person, folder, file: join(folder, 'book'), world: person.world as Altered }
}

const exported = (person: Person, file: string) =>
  person.run('export', 'markdown', '--output', file, '--yes')

describe('an export into a file', () => {
  it('leaves nothing at Ctrl-C, and what was there as it was', async () => {
    for (const before of [undefined, 'mine']) {
      const { person, folder, file, world } = await aWriter()
      if (before !== undefined) writeFileSync(file, before)
      let interrupt = () => {}
      let heeded = 0
      world.onInterrupt = callback => {
        interrupt = callback
        return () => heeded++
      }
      // In the middle: something is written, and there is more to come.
      const names: string[][] = []
      const { now } = world
      world.now = () => {
        const those = readdirSync(folder)
        if (those.some(name => name.endsWith('.tmp'))) {
          names.push(those)
          interrupt()
        }
        return now()
      }
      const { code, err } = await exported(person, file)
      expect([code, err, heeded]).toEqual([130, '', 1])
      expect(names.length).toBeGreaterThan(0)
      expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(before ?? false)
      expect(readdirSync(folder)).toEqual(before === undefined ? [] : ['book'])
    }
  })

  it('has no name before it is whole, and a signal leaves nothing', async () => {
    const { person, folder, file, world } = await aWriter()
    const cleanups: (() => void)[] = []
    world.onEnd = cleanup => cleanups.push(cleanup)
    let seen: string[] = []
    world.onInterrupt = () => {
      seen = readdirSync(folder)
      for (const cleanup of cleanups) cleanup()
      expect(readdirSync(folder)).toEqual([])
      return () => {}
    }
    expect((await exported(person, file)).code).toBe(1)
    expect(seen).toEqual([expect.stringMatching(/^\.book\.[0-9a-f]+\.tmp$/)])
    expect(readdirSync(folder)).toEqual([])
  })

  it('says nothing more to a reader who has gone', async () => {
    const { person, world } = await aWriter()
    let parts = 0
    world.writeOutput = () => {
      parts++
      throw Object.assign(new Error('EPIPE'), { name: 'OutputClosed' })
    }
    expect(await person.run('export', 'json')).toMatchObject({ code: 0, err: '' })
    expect(parts).toBe(1)
  })
})

describe('progress of an export', () => {
  /** Somebody at a terminal whose clock goes on by half a second each time it is looked at. */
  async function drawn(...words: string[]): Promise<string> {
    const { person, world } = await aWriter()
    const sitting = person.with({ terminal: true })
    const there = sitting.world as Altered
    let time = world.now().getTime()
    there.now = () => {
      time += 500
      return new Date(time)
    }
    return (await sitting.run('export', ...words)).err
  }

  it('is drawn where it does not meet the words themselves', async () => {
    const file = join(aFolder(), 'out')
    expect(await drawn('json', '--output', file)).toMatch(/Exporting: \d+%.*\r\u001b\[KWritten to/s)
    expect(await drawn('json')).not.toContain('Exporting')
  })
})

describe('a file that grows', () => {
  it.each(['fchmodSync', 'writeSync', 'fsyncSync', 'fstatSync', 'renameSync'] as const)(
    'leaves nothing where %s fails',
    call => {
      const folder = aFolder()
      const disk: Disk = {
        ...fs,
        [call]: () => {
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        },
      }
      writeFileSync(join(folder, 'file'), 'before')
      const grown = () => {
        const growing = plainPaper(disk).grow(join(folder, 'file'))
        growing.add(Buffer.from('after'))
        growing.finish()
      }
      expect(grown).toThrow('ENOSPC')
      expect(readdirSync(folder)).toEqual(['file'])
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('before')
    },
  )

  it('is for its owner, takes the place of a link, and is not taken back once it is there', () => {
    const folder = aFolder()
    const file = join(folder, 'file')
    writeFileSync(join(folder, 'elsewhere'), 'before')
    fs.symlinkSync('elsewhere', file)
    const growing = plainPaper().grow(file)
    growing.add(Buffer.from('one '))
    growing.add(Buffer.from('two'))
    growing.finish()
    growing.abandon()
    expect(readFileSync(file, 'utf8')).toBe('one two')
    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('before')
    expect(fs.lstatSync(file).mode & 0o7777).toBe(0o600)
  })
})
