import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { addDays, asDay } from '../../src/journal/day.ts'
import { tooOld } from '../../src/store/backups.ts'
import { encodeLines } from '../../src/store/lines.ts'
import { aClock, aFolder, aJournal, anEntry } from '../helpers/a-journal.ts'
import { diskAround } from '../helpers/disks.ts'
import { contentOf, garbled, isSealed, putContent, textOf } from '../helpers/papers.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')

/** A journal with entries in two months, written to at noon of each of these days. */
async function writtenOn(...days: string[]) {
  const clock = aClock()
  const folder = join(aFolder(), 'data')
  const journal = await aJournal({ clock, folder })
  for (const day of days) {
    clock.set(`${day}T12:00:00Z`)
    await journal.commit('jot', [anEntry({ text: `on ${day}` })])
  }
  const backups = join(folder, 'g1/backups')
  return { journal, clock, folder, backups }
}

test('the first write of a day makes a backup, the second does not', async () => {
  const { journal, backups } = await writtenOn('2026-11-20', '2026-11-21', '2026-11-21')
  expect(readdirSync(backups)).toEqual(['2026-11-21'])
  const kept = await journal.backup('2026-11-21')
  expect(kept.entries.map(it => it.text)).toEqual(['on 2026-11-20', 'on 2026-11-21'])
})

test('what did not change since the backup before is one file on the disk, not two', async () => {
  const { journal, clock, backups } = await writtenOn('2026-11-20', '2026-11-21')
  await journal.commit('import', [anEntry({ day: asDay('2026-03-03') })])
  clock.set('2026-11-22T12:00:00Z')
  await journal.commit('jot', [anEntry()])
  clock.set('2026-11-23T12:00:00Z')
  await journal.commit('jot', [anEntry()])
  const inode = (day: string, month: string) => statSync(join(backups, day, 'months', month)).ino
  expect(inode('2026-11-22', '2026-03.json')).toBe(inode('2026-11-23', '2026-03.json'))
  expect(inode('2026-11-22', '2026-11.json')).not.toBe(inode('2026-11-23', '2026-11.json'))
})

test('a damaged month never takes the place of its last good copy', async () => {
  const { journal, clock, folder, backups } = await writtenOn('2026-11-20', '2026-11-21')
  const month = join(folder, 'g1/months/2026-11.json')
  putContent(month, contentOf(month).subarray(0, 200))
  for (const day of ['2026-11-22', '2026-11-23']) {
    clock.set(`${day}T12:00:00Z`)
    await journal.commit('jot', [anEntry({ day: asDay('2026-10-01') })])
  }
  const text = textOf(join(backups, '2026-11-23/months/2026-11.json'))
  expect(JSON.parse(text).records).toMatchObject([{ text: 'on 2026-11-20' }])
})

test('a backup that fails is said, and the words are kept all the same', async () => {
  const { journal, clock, backups } = await writtenOn('2026-11-20')
  writeFileSync(join(journal.folder, 'g1/backups-are-here'), '')
  const { rmdirSync } = await import('node:fs')
  rmdirSync(backups)
  writeFileSync(backups, 'in the way')
  clock.set('2026-11-21T12:00:00Z')
  await journal.commit('jot', [anEntry()])
  expect(journal.notices.join()).toContain("Today's backup could not be made")
  expect(await journal.entries({ today })).toHaveLength(2)
})

test('a copy that is not what it was made from is no backup, and is said', async () => {
  const folder = join(aFolder(), 'data')
  const clock = aClock('2026-11-21T12:00:00Z')
  await (await aJournal({ folder, clock })).commit('jot', [anEntry({ text: 'yesterday' })])
  clock.set('2026-11-22T12:00:00Z')
  const forgetful = diskAround(({ name, args }, go) => {
    const result = go()
    return name === 'readFileSync' && String(args[0]).includes('.partial-')
      ? garbled(result as Buffer)
      : result
  })
  const journal = await aJournal({ folder, clock, disk: forgetful })
  await journal.commit('jot', [anEntry()])
  expect(await journal.backups()).toEqual([])
  expect(journal.notices.join()).toContain('backup could not be made')
})

test('a half made backup of a killed process is cleared away by the next', async () => {
  const { journal, clock, backups } = await writtenOn('2026-11-20', '2026-11-21')
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(backups, '.partial-0123456789ab/months'), { recursive: true })
  writeFileSync(join(backups, '.partial-0123456789ab/months/2026-11.json'), '{')
  clock.set('2026-11-22T12:00:00Z')
  await journal.commit('jot', [anEntry()])
  expect(readdirSync(backups)).toEqual(['2026-11-21', '2026-11-22'])
})

test('a snapshot asked for twice in a day has a name of its own', async () => {
  const { journal } = await writtenOn('2026-11-20', '2026-11-21')
  const name = await journal.snapshot()
  expect(name).toMatch(/^2026-11-21T\d{6}$/)
  expect(await journal.backups()).toEqual(['2026-11-21', name])
  await expect(journal.backup('../..')).rejects.toThrow('There is no backup called')
})

describe('what may go', () => {
  const daily = (from: string, count: number) =>
    Array.from({ length: count }, (_, i) => addDays(asDay(from), i) as string)

  it('is all but the newest seven days and the first of each of three months', () => {
    const names = daily('2026-08-20', 95)
    const gone = new Set(tooOld(names, '2026-11-22'))
    expect(names.filter(name => !gone.has(name))).toEqual([
      ...['2026-09-01', '2026-10-01', '2026-11-01'],
      ...daily('2026-11-16', 7),
    ])
  })

  it('is never a day because another is in the future', () => {
    const future = daily('2099-01-01', 9)
    const gone = tooOld(['2026-11-21', '2026-11-22', ...future], '2026-11-22')
    expect(gone).toEqual(future.slice(0, 2))
  })

  it('stays bounded, and never holds the newest', () => {
    const day = fc.integer({ min: 0, max: 900 }).map(n => addDays(asDay('2025-01-01'), n) as string)
    const name = fc.oneof(
      day,
      day.map(it => `${it}T120000`),
    )
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 300 }), all => {
        const names = all.toSorted()
        const last = names.at(-1) as string
        const gone = tooOld(names, last.slice(0, 10))
        expect(gone).not.toContain(last)
        expect(names.length - gone.length).toBeLessThanOrEqual(6 * 10)
      }),
    )
  })
})

test('looking at a journal makes no backup', async () => {
  const { journal, backups } = await writtenOn('2026-11-20')
  await journal.entries({ today })
  expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([])
})

describe('what a backup says of itself', () => {
  const flipped = (path: string) => {
    const bytes = Buffer.from(contentOf(path))
    bytes[bytes.length >> 1] = 0xff
    putContent(path, bytes)
  }

  async function twoMonths() {
    const it = await writtenOn('2026-11-20')
    await it.journal.commit('jot', [anEntry({ text: 'in october', day: asDay('2026-10-01') })])
    const first = (await it.journal.snapshot()) ?? ''
    const october = join(it.folder, 'g1/months/2026-10.json')
    const inCopy = (name: string) => join(it.backups, name, 'months/2026-10.json')
    return { ...it, first, october, inCopy }
  }

  it('is that damage in a copy does not spread into the next one', async () => {
    const { journal, first, october, inCopy } = await twoMonths()
    flipped(inCopy(first))
    const second = (await journal.snapshot()) ?? ''
    expect(contentOf(inCopy(second))).toEqual(contentOf(october))
    expect(await journal.lacking(second)).toEqual([])
    expect((await journal.backup(first)).lacks).toEqual(['months/2026-10.json'])
  })

  it('is what it could not take, and what it carried on instead', async () => {
    const { journal, october, inCopy, first } = await twoMonths()
    await journal.commit('jot', [anEntry({ text: 'later', day: asDay('2026-10-01') })])
    flipped(october)
    const second = (await journal.snapshot()) ?? ''
    expect(await journal.lacking(second)).toEqual(['months/2026-10.json'])
    expect(statSync(inCopy(second)).ino).toBe(statSync(inCopy(first)).ino)
  })

  it.each(['damaged', 'removed'])(
    'is a month that was %s, at the first write of a day',
    async how => {
      const { journal, october, clock, inCopy } = await twoMonths()
      if (how === 'damaged') putContent(october, contentOf(october).subarray(0, -9))
      else for (const path of [october, `${october}.bak`]) rmSync(path, { force: true })
      clock.set('2026-11-21T12:00:00Z')
      await journal.commit('jot', [anEntry()])
      expect(journal.notices.join()).toContain("Today's backup lacks months/2026-10.json.")
      expect(existsSync(inCopy('2026-11-21'))).toBe(true)
    },
  )

  it('is nothing on such a day when the damage shows nowhere: the copy that is kept is good', async () => {
    const { journal, october, clock, inCopy } = await twoMonths()
    const whole = contentOf(october)
    flipped(october)
    clock.set('2026-11-21T12:00:00Z')
    await journal.commit('jot', [anEntry()])
    expect(contentOf(inCopy('2026-11-21'))).toEqual(whole)
  })

  it('never costs what it lacks: a restore leaves that alone', async () => {
    const { journal, october } = await twoMonths()
    const whole = contentOf(october)
    flipped(october)
    for (const name of await journal.backups())
      rmSync(join(journal.folder, 'g1/backups', name), { recursive: true })
    const name = (await journal.snapshot()) ?? ''
    putContent(october, whole)
    await journal.commit('jot', [anEntry({ text: 'since', day: asDay('2026-12-01') })])
    const target = await journal.backup(name)
    expect(target.lacks).toEqual(['months/2026-10.json'])
    const { removed } = await journal.planRestore(target)
    expect(removed.map(record => 'text' in record && record.text)).toEqual(['since'])
  })

  it('is unknown of a copy that version 0.1.0 made: what it has no file of stays', async () => {
    const { journal, first, inCopy } = await twoMonths()
    rmSync(join(inCopy(first), '../../contents.json'))
    rmSync(inCopy(first))
    const target = await journal.backup(first)
    expect(target.lacks).toEqual(['months/2026-10.json'])
    expect((await journal.planRestore(target)).removed).toEqual([])
  })
})

test('a folder that is only named like a day is no backup', async () => {
  const { journal, backups } = await writtenOn('2026-11-20')
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(backups, '2026-11-21'))
  journal.clock.set('2026-11-21T12:00:00Z')
  await journal.commit('jot', [anEntry()])
  const [name = '', ...others] = await journal.backups()
  expect([name === '2026-11-21', others]).toEqual([false, []])
  expect(readdirSync(join(backups, name, 'months'))).toEqual(['2026-11.json'])
})

test('a backup that holds something found nowhere else is never too old', async () => {
  const { journal, clock, folder } = await writtenOn('2026-09-01', '2026-09-02')
  const lost = anEntry({ text: 'only in a backup', day: asDay('2026-08-01') })
  await journal.commit('jot', [lost])
  clock.set('2026-09-03T12:00:00Z')
  await journal.commit('jot', [anEntry({ text: 'deleted later', day: asDay('2026-08-02') })])
  const august = join(folder, 'g1/months/2026-08.json')
  clock.set('2026-09-04T12:00:00Z')
  await journal.commit('jot', [anEntry({ day: asDay('2026-08-03') })])
  // An older month comes back, as from a sync tool, and the journal goes on from there.
  const older = JSON.parse(textOf(august))
  const without = (list: { id: string }[]) => list.filter(({ id }) => id !== lost.id)
  const { records, history, changes } = older
  const sections = { records: without(records), history: without(history), changes }
  putContent(august, encodeLines({ shelf: '2026-08' }, sections))
  for (let day = 5; day < 20; day++) {
    clock.set(`2026-09-${String(day).padStart(2, '0')}T12:00:00Z`)
    await journal.commit('jot', [anEntry({ day: asDay('2026-08-04') })])
  }
  const names = await journal.backups()
  const holding = []
  for (const name of names)
    if ((await journal.backup(name)).entries.some(({ id }) => id === lost.id)) holding.push(name)
  expect(holding).not.toEqual([])
})

test('a copy holds what lies beside the journal, on its own paper', async () => {
  const clock = aClock()
  const folder = join(aFolder(), 'data')
  const beside = { preferences: { season: 'loss' }, numbers: [] }
  const journal = await aJournal({ clock, folder, beside: async () => beside })
  await journal.commit('jot', [anEntry()])
  const name = (await journal.snapshot()) ?? ''
  expect(await journal.backup(name)).toMatchObject({ beside })
  const contents = join(folder, 'g1/backups', name, 'contents.json')
  expect(textOf(contents)).toContain('"season":"loss"')
  expect(readFileSync(contents).includes('loss')).toBe(!isSealed)
})
