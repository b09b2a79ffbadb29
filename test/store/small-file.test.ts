import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { changeSettings } from '../../src/settings/change.ts'
import { changeNumbers, readNumbers } from '../../src/store/help-numbers.ts'
import { mend } from '../../src/store/mend.ts'
import { inTurns, writeTwice } from '../../src/store/small-file.ts'
import { aClock, aFolder, aJournal, host } from '../helpers/a-journal.ts'
import { failingDisk } from '../helpers/disks.ts'

const aNumber = (name: string) => ({ name, number: '555', addedOn: asDay('2026-11-22') })
const add = (folder: string, name: string) =>
  changeNumbers({ folder, host }, numbers => [...numbers, aNumber(name)])
const names = (folder: string) => readNumbers(folder).numbers.map(({ name }) => name)

describe('help numbers', () => {
  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['cut', (file: string) => truncateSync(file, 40)],
  ])('are there though either file is %s', async (_, lose) => {
    for (const lost of ['help.json', 'help.json.bak']) {
      const folder = aFolder()
      await add(folder, 'Ana')
      await add(folder, 'Ben')
      lose(join(folder, lost))
      expect([lost, names(folder)]).toEqual([lost, ['Ana', 'Ben']])
    }
  })

  it('that were removed stay removed', async () => {
    const folder = aFolder()
    await add(folder, 'Ana')
    await changeNumbers({ folder, host }, () => [])
    rmSync(join(folder, 'help.json'))
    expect(names(folder)).toEqual([])
  })

  it('can be changed while the lock of another is there', async () => {
    const folder = aFolder()
    writeFileSync(
      join(folder, 'help.json.lock'),
      '{"token":"aa","owner":{"pid":1,"machine":"other"}}',
    )
    await add(folder, 'Ana')
    expect(names(folder)).toEqual(['Ana'])
  })
})

it('of many who change one file at once none is lost', async () => {
  const [folder, config] = [aFolder(), aFolder()]
  // Each asks as a process of its own would: one that runs, and is not the one that holds the lock.
  const all = Array.from({ length: 12 }, (_, i) => `P${i}`)
  await Promise.all(all.map(name => add(folder, name)))
  expect(names(folder).sort()).toEqual([...all].sort())
  await Promise.all(
    all.map(name => changeSettings({ ...aClock(), folder: config, host }, { [name]: 1 })),
  )
  const kept = JSON.parse(readFileSync(join(config, 'config.json'), 'utf8'))
  expect(Object.keys(kept).sort()).toEqual([...all].sort())
})

it('a file that was read is not changed by another before it is written', async () => {
  const place = { folder: aFolder(), file: '', host }
  const file = join(place.folder, 'x')
  const seen: string[] = []
  const turn = (name: string) =>
    inTurns({ ...place, file }, async () => {
      seen.push(`${name} reads`)
      await new Promise(resolve => setImmediate(resolve))
      seen.push(`${name} writes`)
    })
  await Promise.all(['a', 'b', 'c'].map(turn))
  for (let i = 0; i < seen.length; i += 2)
    expect(seen[i + 1]).toBe(seen[i]?.replace('reads', 'writes'))
})

it('what is said of a file that could not be written is so, whatever call fails', () => {
  const [before, after] = [Buffer.from('before'), Buffer.from('after')]
  const trial = (at: number) => {
    const folder = aFolder('memory')
    const file = join(folder, 'help.json')
    writeTwice({ folder, file, host }, before)
    const faulty = failingDisk(at, 'EIO')
    try {
      writeTwice({ folder, file, host, disk: faulty.disk }, after)
    } catch (error) {
      const said = (error as Error).message.includes('Nothing was changed') ? before : after
      expect([at, String(readFileSync(file))]).toEqual([at, String(said)])
      return { said: String(said), calls: faulty.calls }
    }
    expect([at, String(readFileSync(file))]).toEqual([at, 'after'])
    return { said: undefined, calls: faulty.calls }
  }
  const { calls } = trial(-1)
  const said = new Set(Array.from({ length: calls }, (_, at) => trial(at).said))
  expect(said).toEqual(new Set(['before', 'after', undefined]))
})

describe('root in the folder of somebody else', () => {
  const root = { ...host, uid: 0 }
  // Whose it is only root can change; where tests do not run as root it is not root's anyway.
  const foreign = async () => {
    const folder = join(aFolder(), 'data')
    mkdirSync(folder)
    if (host.uid === 0) (await import('node:fs')).chownSync(folder, 4242, 4242)
    return folder
  }

  it.each([
    ['adds no number', (folder: string) => changeNumbers({ folder, host: root }, () => [])],
    [
      'changes no preference',
      (folder: string) => changeSettings({ ...aClock(), folder, host: root }, { a: 1 }),
    ],
    ['mends nothing', (folder: string) => mend({ ...aClock(), folder, host: root }, [])],
    [
      'keeps no words',
      async (folder: string) =>
        (await aJournal({ folder, host: root })).drafts.save('evening', { text: 'x' }),
    ],
  ])('%s', async (_, work) => {
    const folder = await foreign()
    await expect((async () => work(folder))()).rejects.toThrow('without sudo')
    expect(readdirSync(folder)).toEqual([])
  })
})
