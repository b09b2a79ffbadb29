import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { JournalError } from '../../src/errors.ts'
import { asDay } from '../../src/journal/day.ts'
import { aFolder, aJournal, anEntry } from '../helpers/a-journal.ts'
import { diskAround, quickDisk } from '../helpers/disks.ts'
import { contentOf, garbled, ofNewerVersion, putContent } from '../helpers/papers.ts'

const today = asDay('2026-11-22')

async function aJournalOfTwoMonths() {
  const folder = join(aFolder('memory'), 'data')
  const journal = await aJournal({ folder, disk: quickDisk })
  const one = anEntry({ text: 'a day', tags: ['calm'], mood: 3 })
  await journal.commit('jot', [one])
  await journal.commit('jot', [anEntry({ text: 'october', day: asDay('2026-10-05') })])
  const month = join(journal.folder, 'g1/months/2026-11.json')
  return { journal, month, bytes: contentOf(month) }
}

const replaced = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')

const damages: Record<string, [(bytes: Buffer) => Buffer, words: string]> = {
  truncated: [bytes => bytes.subarray(0, bytes.indexOf('calm')), 'it ends in the middle of line 3'],
  'cut at a line': [bytes => bytes.subarray(0, bytes.indexOf('"history"')), 'it ends too early'],
  empty: [() => Buffer.alloc(0), 'it is empty'],
  zeros: [bytes => Buffer.alloc(bytes.length), 'line 1 holds bytes that are no text'],
  'a NUL in a line': [replaced('a day', 'a\0day'), 'line 3 holds bytes that are no text'],
  null: [() => Buffer.from('null'), 'it holds nothing but "null"'],
  'a list': [() => Buffer.from('[]'), 'it is not a document'],
  'another document': [() => Buffer.from('{"a":1}'), 'does not say which format it has'],
  'a byte order mark': [bytes => Buffer.concat([Buffer.from('\ufeff'), bytes]), 'byte order mark'],
  'invalid UTF-8': [replaced('a day', 'a \xffday'), 'line 3 is not valid UTF-8'],
  'a torn line': [replaced('"text":"a day"', '"text":"a d'), 'line 3 is not complete'],
  'no records': [replaced('"records"', '"recrods"'), '"records" should be a list'],
  'a wrong field': [replaced('"mood":3', '"mood":7'), '"mood" should be 1, 2, 3, 4 or 5'],
  'a version that was flipped': [
    replaced('"hearten":1', '"hearten":3'),
    'the version in its first',
  ],
  'another month': [replaced('"shelf":"2026-11"', '"shelf":"2026-12"'), 'that it is "2026-11"'],
  'a day of another month': [replaced('"day":"2026-11', '"day":"2026-12'), 'does not belong in it'],
}

describe.each(Object.entries(damages))('a month that is damaged: %s', (_, [damage, words]) => {
  it('is named in words, never written over, and keeps nobody from writing', async () => {
    const { journal, month, bytes } = await aJournalOfTwoMonths()
    putContent(month, damage(bytes))
    const reading = journal.entries({ today })
    await expect(reading).rejects.toThrow(JournalError)
    for (const part of [month, words, 'Nothing was changed', 'hearten doctor'])
      await expect(reading).rejects.toThrow(part)
    expect(await journal.entries({ today, to: asDay('2026-10-31') })).toHaveLength(1)

    await journal.commit('jot', [anEntry({ text: 'after the damage' })])
    expect(journal.notices.join()).toContain('What you wrote is kept')
    expect(contentOf(month)).toEqual(damage(bytes))
    await expect(journal.everything()).rejects.toThrow('is damaged')

    putContent(month, bytes)
    expect((await journal.entries({ today })).map(({ text }) => text)).toEqual([
      ...['october', 'a day', 'after the damage'],
    ])
  })
})

test('a month edited by hand is taken as it is, and said once', async () => {
  const { journal, month, bytes } = await aJournalOfTwoMonths()
  const pretty = JSON.stringify(JSON.parse(replaced('a day', 'by hand')(bytes).toString()), null, 2)
  putContent(month, pretty)
  await journal.entries({ today })
  await journal.entries({ today })
  expect(journal.notices).toEqual([expect.stringContaining('changed by something other than')])
  await journal.commit('jot', [anEntry({ text: 'more' })])
  const again = await aJournal({ folder: journal.folder })
  expect((await again.entries({ today })).map(({ text }) => text)).toContain('by hand')
  expect(again.notices).toEqual([])
})

test('a month of a newer hearten is not touched', async () => {
  const { journal, month, bytes } = await aJournalOfTwoMonths()
  putContent(month, ofNewerVersion(bytes.toString()))
  await expect(journal.entries({ today })).rejects.toMatchObject({ exitCode: 3 })
  await expect(journal.entries({ today })).rejects.toThrow('newer hearten')
})

test('every single-byte flip is named, or said, or harmless; the bytes are never lost', async () => {
  const { journal, month, bytes } = await aJournalOfTwoMonths()
  const outcomes = { named: 0, said: 0 }
  for (let at = 0; at < bytes.length; at++)
    for (const flip of [1, 32, 128]) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ flip
      putContent(month, flipped)
      const reader = await aJournal({ folder: journal.folder, disk: quickDisk })
      const read = await reader.entries({ today, from: asDay('2026-11-01') }).catch(e => e)
      if (read instanceof JournalError) {
        outcomes.named++
        expect(read.message).toContain(month)
      } else {
        expect(Array.isArray(read) ? read.length : read).toBe(1)
        expect([at, flip, reader.notices.length]).toEqual([at, flip, 1])
        outcomes.said++
      }
      expect(contentOf(month).equals(flipped)).toBe(true)
    }
  expect(outcomes.named).toBeGreaterThan(bytes.length)
  expect(outcomes.said).toBeGreaterThan(100)
})

test('a damaged month is not written over by anything, at any flip', async () => {
  const { journal, month, bytes } = await aJournalOfTwoMonths()
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ 128
    putContent(month, flipped)
    const writer = await aJournal({ folder: journal.folder, disk: quickDisk })
    await writer.commit('jot', [anEntry()])
    expect([at, contentOf(month).equals(flipped)]).toEqual([at, true])
  }
})

test('a month that does not hold what was written to it costs nothing: the change waits', async () => {
  const { journal, month } = await aJournalOfTwoMonths()
  let lies = false
  const forgetful = diskAround(({ name, args }, go) => {
    const result = go()
    // A disk that says it wrote the month, and gives back something else.
    if (name === 'renameSync' && args[1] === month) lies = true
    return lies && name === 'readFileSync' && args[0] === month ? garbled(result as Buffer) : result
  }, quickDisk)
  const again = await aJournal({ folder: journal.folder, disk: forgetful })
  await again.commit('jot', [anEntry({ text: 'kept' })])
  expect(lies).toBe(true)
  expect(again.notices.join()).toContain('does not hold what was just written to it')
  expect(readdirSync(join(journal.folder, 'g1/pending'))).toHaveLength(1)
})
