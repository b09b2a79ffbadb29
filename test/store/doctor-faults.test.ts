import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Checkup } from '../../src/store/checkup.ts'
import { examine } from '../../src/store/doctor.ts'
import { mend } from '../../src/store/mend.ts'
import { aClock, aFolder, aJournal, anEntry, copyFolder, host } from '../helpers/a-journal.ts'
import { diskAround, errno, failingDisk, quickDisk } from '../helpers/disks.ts'
import { contentOf, isSealed, onPaper, putContent } from '../helpers/papers.ts'

// A doctor is called when things are not as they should be: it must not fall over them.

const today = asDay('2026-11-22')

/** A journal with a damaged month, a draft, a waiting change, backups and wide rights. */
async function aPoorJournal() {
  const folder = join(aFolder('memory'), 'data')
  const clock = aClock('2026-11-21T12:00:00Z')
  const journal = await aJournal({ folder, clock, disk: quickDisk })
  for (const text of ['a', 'b']) await journal.commit('jot', [anEntry({ text })])
  clock.set('2026-11-22T12:00:00Z')
  await journal.commit('jot', [anEntry({ text: 'c' })])
  await journal.drafts.save('evening', { text: 'half' })
  const month = join(folder, 'g1/months/2026-11.json')
  putContent(month, contentOf(month).subarray(0, -30))
  await journal.commit('jot', [anEntry({ text: 'd' })])
  chmodSync(join(folder, 'g1/months'), 0o755)
  return folder
}

const careOf = (folder: string, disk = quickDisk): Checkup => ({
  ...onPaper,
  ...aClock('2026-11-22T13:00:00Z'),
  folder,
  host,
  disk,
})

describe.each(['EIO', 'EACCES'] as const)('%s at any call', fault => {
  it('is a finding, and the rest is looked at', async () => {
    const folder = await aPoorJournal()
    const all = await examine(careOf(folder))
    const counting = failingDisk(-1, fault)
    await examine(careOf(folder, counting.disk))
    expect(counting.calls).toBeGreaterThan(80)
    for (let at = 0; at < counting.calls; at++) {
      const faulty = failingDisk(at, fault)
      const findings = await examine(careOf(folder, faulty.disk))
      if (faulty.failed === undefined) continue
      const where = `call ${at}, ${faulty.failed.name} ${String(faulty.failed.args[0])}`
      const isNew = findings.some(
        ({ what, file, words }) =>
          !all.some(it => it.what === what && it.file === file && it.words === words),
      )
      expect([where, isNew]).toEqual([where, true])
    }
  }, 120_000)

  it('stops no mending: what could not be done is said, and done the next time', async () => {
    const template = await aPoorJournal()
    const counting = failingDisk(-1, fault)
    const first = join(aFolder('memory'), 'data')
    copyFolder(template, first)
    await mend(careOf(first, counting.disk), await examine(careOf(first)))
    for (let at = 0; at < counting.calls; at += everyFault ? 1 : isSealed ? 25 : 11) {
      const folder = join(aFolder('memory'), 'data')
      copyFolder(template, folder)
      const faulty = failingDisk(at, fault)
      const where = `${fault} at call ${at}`
      const findings = await examine(careOf(folder))
      const error = await mend(careOf(folder, faulty.disk), findings).catch(e => e)
      expect([where, Array.isArray(error) || error]).toEqual([where, true])
      await mend(careOf(folder), await examine(careOf(folder)))
      const journal = await aJournal({ folder, disk: quickDisk })
      const texts = (await journal.entries({ today })).map(({ text }) => text)
      expect([where, texts]).toEqual([where, ['a', 'b', 'c', 'd']])
    }
  })
})

const everyFault = process.env.HEARTEN_LONG_TESTS !== undefined

test.each(['drafts', 'backups', 'pending', 'cache', 'months'])(
  'a folder that cannot be opened is named, and all the rest is looked at: %s',
  async name => {
    const folder = await aPoorJournal()
    const closed = join(folder, 'g1', name)
    const barred = diskAround(({ name: call, args }, go) => {
      const path = String(args[0])
      if (path.startsWith(`${closed}/`) || (path === closed && call === 'readdirSync'))
        throw errno('EACCES')
      return go()
    }, quickDisk)
    const findings = await examine(careOf(folder, barred))
    expect(findings).toContainEqual(expect.objectContaining({ what: 'unseen', file: closed }))
    expect(findings.length).toBeGreaterThan(2)
  },
)

test('what another command removes meanwhile is nothing to fall over', async () => {
  const folder = await aPoorJournal()
  const all = await examine(careOf(folder))
  const vanishing = diskAround(({ name, args }, go) => {
    const path = String(args[0])
    if (name === 'readFileSync' && path.includes('/pending/')) throw errno('ENOENT')
    return go()
  }, quickDisk)
  const findings = await examine(careOf(folder, vanishing))
  expect(findings.map(({ what }) => what)).toEqual(all.map(({ what }) => what))
})

test('a file in the place of a folder is none of ours to fall over', async () => {
  const folder = await aPoorJournal()
  putContent(join(folder, 'g1/backups/notes.txt'), 'mine')
  mkdirSync(join(folder, 'g1/backups/2026-11-01'), { mode: 0o700 })
  const findings = await examine(careOf(folder))
  expect(findings.map(({ what }) => what)).not.toContain('unseen')
})
