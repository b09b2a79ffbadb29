import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordsOfSize, writeJournal } from '../../bench/journal-of-size.ts'
import { asDay } from '../../src/journal/day.ts'
import { aClock, aFolder, aJournal, anEntry } from '../helpers/a-journal.ts'
import { countingDisk } from '../helpers/disks.ts'
import { broughtOnPaper } from '../helpers/papers.ts'

const sum = (counts: Map<string, number>, part = '') =>
  [...counts].reduce((all, [path, count]) => all + (path.includes(part) ? count : 0), 0)

const pathsIn = (counts: Map<string, number>, part: string) =>
  [...counts].filter(([path, count]) => count > 0 && path.includes(part)).map(([path]) => path)

test('at 18,250 entries a line more costs its month, and ten entries cost the newest months', async () => {
  const { folder, files, bytes } = writeJournal(aFolder(), recordsOfSize(18_250))
  broughtOnPaper(folder)
  expect(files).toBeGreaterThan(100)
  expect(bytes).toBeGreaterThan(20e6)
  const month = join(folder, 'g1/months/2026-11.json')
  const clock = aClock('2026-11-21T20:00:00Z')
  const jot = async (disk = countingDisk()) => {
    const journal = await aJournal({ folder, clock, disk: disk.disk })
    await journal.commit('jot', [anEntry({ text: 'one line more' })])
    return disk
  }
  // The first backup of all copies everything, once.
  await jot()

  const again = await jot()
  const size = statSync(month).size
  expect(pathsIn(again.read, 'g1/months').sort()).toEqual([month])
  // Once to fold into it, once to see that what was written is there.
  expect(sum(again.read, 'g1/months')).toBeLessThan(2 * size + 1)
  expect(sum(again.read)).toBeLessThan(2 * size + 5_000)
  expect(sum(again.written)).toBeLessThan(size + 5_000)

  // On another day a backup is made: what looks the same is read once, in the copy; what changed is copied.
  clock.set('2026-11-22T20:00:00Z')
  const nextDay = await jot()
  expect(sum(nextDay.read)).toBeLessThan(bytes + 5 * size + files * 2 * 200)
  expect(sum(nextDay.written)).toBeLessThan(2 * size + 10_000)

  const reading = countingDisk()
  const journal = await aJournal({ folder, clock, disk: reading.disk })
  expect(await journal.entries({ today: asDay('2026-11-22'), limit: 10 })).toHaveLength(10)
  expect(pathsIn(reading.read, 'g1/months')).toEqual([month])
  expect(sum(reading.read)).toBeLessThan(size + 5_000)
})
