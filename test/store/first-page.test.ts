import { readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { examine } from '../../src/store/doctor.ts'
import { decodeManifest, encodeManifest } from '../../src/store/manifest.ts'
import { mend } from '../../src/store/mend.ts'
import { aClock, aFolder, aJournal, anEntry, host } from '../helpers/a-journal.ts'
import { quickDisk } from '../helpers/disks.ts'
import { onPaper } from '../helpers/papers.ts'

// A journal that was there and is not is never an empty one: it is missed aloud, and words are kept meanwhile.

const today = asDay('2026-11-22')
const frozen = join(import.meta.dirname, '../fixtures/journal-v1/journal.json')

async function aSmallJournal() {
  const folder = join(aFolder('memory'), 'data')
  const clock = aClock('2026-11-21T12:00:00Z')
  const journal = await aJournal({ folder, clock, disk: quickDisk })
  for (const text of ['a', 'b']) await journal.commit('jot', [anEntry({ text })])
  await journal.snapshot()
  const page = join(folder, 'journal.json')
  const there = () => readFileSync(page, 'utf8')
  const care = { ...onPaper, ...aClock('2026-11-22T13:00:00Z'), folder, host, disk: quickDisk }
  const open = () => aJournal({ folder, disk: quickDisk })
  const texts = async () => (await (await open()).entries({ today })).map(({ text }) => text)
  return { folder, page, there, care, open, texts, seed: journal.seed }
}

type Small = Awaited<ReturnType<typeof aSmallJournal>>

const losses: Record<string, (it: Small) => void> = {
  'a page that names another folder': ({ page, there }) =>
    writeFileSync(page, there().replace('"g1"', '"g5"')),
  'one of version 1 that does': ({ page }) =>
    writeFileSync(page, readFileSync(frozen, 'utf8').replace('"g1"', '"g5"')),
  'an empty page': ({ page }) => writeFileSync(page, ''),
  'a torn page': ({ page, there }) => writeFileSync(page, there().slice(0, 30)),
  'a page of another version by one bit': ({ page, there }) =>
    writeFileSync(page, there().replace('"hearten":1', '"hearten":3')),
  'a folder of months that is gone': ({ folder }) =>
    rmSync(join(folder, 'g1/months'), { recursive: true }),
}

describe.each(Object.entries(losses))('%s', (_, lose) => {
  it('is no empty journal: nothing is shown, what is written is kept, and all comes back', async () => {
    const it = await aSmallJournal()
    lose(it)
    const journal = await it.open()
    for (const asked of [journal.entries({ today }), journal.everything(), journal.backups()])
      await expect(asked).rejects.toMatchObject({ exitCode: 3 })
    await journal.commit('jot', [anEntry({ text: 'meanwhile' })])
    expect(journal.notices.join()).toContain('What you wrote is kept, in ')
    await journal.drafts.save('evening', { text: 'half' })
    const findings = await examine(it.care)
    const [first, ...others] = findings.filter(({ fine }) => !fine)
    expect(first).toMatchObject({ mendable: true })
    expect(others.every(({ mendable }) => mendable)).toBe(true)
    await mend(it.care, findings)
    expect(await it.texts()).toEqual(['a', 'b', 'meanwhile'])
    expect((await it.open()).seed).toBeTypeOf('string')
    expect((await examine(it.care)).filter(({ fine }) => !fine)).toEqual([])
  })
})

test('a page that is lost comes back as it was, from what a backup remembers', async () => {
  const it = await aSmallJournal()
  unlinkSync(it.page)
  await mend(it.care, await examine(it.care))
  expect((await it.open()).seed).toBe(it.seed)
})

test('a whole journal that was moved away is missed, and one that is gone for good begins anew when told', async () => {
  const it = await aSmallJournal()
  renameSync(join(it.folder, 'g1'), join(it.folder, 'moved'))
  const journal = await it.open()
  await expect(journal.entries({ today })).rejects.toThrow('g1 was there and is not')
  await expect(journal.commit('jot', [anEntry()])).rejects.toThrow('g1 was there and is not')
  const findings = await examine(it.care)
  expect(findings).toMatchObject([{ what: 'missing', ask: 'Is it gone for good?' }])
  renameSync(join(it.folder, 'moved'), join(it.folder, 'g1'))
  expect(await it.texts()).toEqual(['a', 'b'])
  rmSync(join(it.folder, 'g1'), { recursive: true })
  await mend(it.care, findings)
  expect(await it.texts()).toEqual([])
  await (await it.open()).commit('jot', [anEntry({ text: 'anew' })])
  expect(await it.texts()).toEqual(['anew'])
})

test('with two folders it could mean, everything is refused and the doctor says what to do', async () => {
  const it = await aSmallJournal()
  const { cpSync } = await import('node:fs')
  cpSync(join(it.folder, 'g1'), join(it.folder, 'g2'), { recursive: true })
  unlinkSync(it.page)
  const journal = await it.open()
  await expect(journal.entries({ today })).rejects.toThrow('more than one folder')
  await expect(journal.commit('jot', [anEntry()])).rejects.toThrow('more than one folder')
  const [finding] = await examine(it.care)
  expect(finding).toMatchObject({ what: 'manifest', mendable: false })
  expect(finding?.how).toContain('Move aside')
})

test('a page without a checksum is taken, one that was changed by hand is said and gets its checksum again', async () => {
  const it = await aSmallJournal()
  const { manifest, edited } = decodeManifest(readFileSync(frozen))
  expect([manifest.generation, edited]).toEqual(['g1', false])
  writeFileSync(it.page, readFileSync(frozen))
  expect(await it.texts()).toEqual(['a', 'b'])
  expect(await examine(it.care)).toEqual([])
  writeFileSync(it.page, encodeManifest(manifest).toString().replace('603', '604'))
  const journal = await it.open()
  expect(journal.notices.join()).not.toContain('changed by something other')
  writeFileSync(
    it.page,
    encodeManifest(manifest)
      .toString()
      .replace(/"seed":"01/, '"seed":"02'),
  )
  const again = await it.open()
  expect(again.notices.join()).toContain('changed by something other than hearten')
  await mend(it.care, await examine(it.care))
  expect((await it.open()).notices).toEqual([])
  expect((await it.open()).seed).toMatch(/^02/)
})

test('every flipped bit of a page is missed, said, or taken back', async () => {
  const it = await aSmallJournal()
  const whole = readFileSync(it.page)
  for (let at = 0; at < whole.length; at++)
    for (const flip of [1, 2, 4, 32, 128]) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ flip
      writeFileSync(it.page, flipped)
      const journal = await it.open()
      const read = await journal.entries({ today }).catch((error: unknown) => error)
      const isSaid = journal.notices.length > 0 || read instanceof Error
      expect([at, flip, isSaid, Array.isArray(read) ? read.length : 2]).toEqual([at, flip, true, 2])
    }
})
