import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { aClock, aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { contentOf, putContent } from '../helpers/papers.ts'

const today = asDay('2026-11-22')

const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())

const filesHolding = (folder: string, text: string) =>
  filesIn(folder).filter(path => contentOf(path).includes(text))

/** A journal in which the word "canary" has got into every kind of copy. */
async function aCanaryEverywhere() {
  const clock = aClock('2026-11-19T12:00:00Z')
  const journal = await aJournal({ clock })
  const bird = anEntry({ text: 'canary one' })
  const other = anEntry({ text: 'a sparrow' })
  await journal.commit('about the canary', [bird, other])
  const moved = revise(bird, { text: 'canary two', day: asDay('2026-02-02') }, aStamp())
  for (const [day, record] of [
    ['2026-11-20', moved],
    ['2026-11-21', deletionOf(moved, aStamp())],
  ] as const) {
    clock.set(`${day}T12:00:00Z`)
    await journal.commit('canary again', [record])
  }
  clock.set('2026-11-22T12:00:00Z')
  await journal.commit('jot', [anEntry({ text: 'a wren' })])
  const months = join(journal.folder, 'g1/months')
  const damaged = contentOf(join(months, '2026-11.json')).subarray(0, -120)
  putContent(join(months, '2026-11.json.damaged-20261122T120000'), damaged)
  putContent(join(months, '2026-11.sync-conflict-20261122.json'), damaged)
  return { journal, bird, other }
}

test('erasing leaves no copy anywhere, and nothing else is lost', async () => {
  const { journal, bird } = await aCanaryEverywhere()
  const before = filesHolding(journal.folder, 'canary')
  expect(before.length).toBeGreaterThan(7)
  await journal.erase([bird.id])
  expect(filesHolding(journal.folder, 'canary')).toEqual([])
  expect(filesHolding(journal.folder, bird.id)).toEqual([])
  expect((await journal.entries({ today })).map(it => it.text)).toEqual(['a sparrow', 'a wren'])
  for (const name of await journal.backups())
    expect((await journal.backup(name)).entries.map(it => it.text)).toContain('a sparrow')
  expect(journal.notices).toEqual([])
})

test('undo and redo pass over what was erased', async () => {
  const { journal, bird, other } = await aCanaryEverywhere()
  await journal.erase([bird.id])
  await journal.undo()
  expect((await journal.entries({ today })).map(it => it.text)).toEqual(['a sparrow'])
  await journal.undo()
  expect(await journal.entries({ today })).toEqual([])
  expect(await journal.undo()).toBeUndefined()
  await journal.redo()
  expect(await journal.entries({ today })).toMatchObject([{ id: other.id }])
})

test('nothing is erased while a month that holds it is damaged', async () => {
  const { journal, bird } = await aCanaryEverywhere()
  const month = join(journal.folder, 'g1/months/2026-11.json')
  writeFileSync(month, `x${contentOf(month)}`)
  const before = filesHolding(journal.folder, 'canary')
  await expect(journal.erase([bird.id])).rejects.toThrow('damaged')
  expect(filesHolding(journal.folder, 'canary')).toEqual(before)
})

test('erasing everything leaves only what hearten did not make', async () => {
  const { journal } = await aCanaryEverywhere()
  await journal.drafts.save('session', { text: 'canary' })
  writeFileSync(join(journal.folder, 'help.json'), '{}')
  const own = join(journal.folder, 'g1/months/notes.txt')
  writeFileSync(own, 'mine')
  expect(await journal.eraseAll()).toEqual([
    join(journal.folder, 'g1/months'),
    join(journal.folder, 'g1'),
  ])
  expect(filesIn(journal.folder)).toEqual([own])
  const again = await aJournal({ folder: journal.folder })
  expect(await again.entries({ today })).toEqual([])
})

test('an erased journal leaves no folder behind', async () => {
  const { journal } = await aCanaryEverywhere()
  await journal.eraseAll()
  expect(existsSync(journal.folder)).toBe(false)
  await journal.commit('jot', [anEntry({ text: 'new' })])
  expect(await journal.entries({ today })).toMatchObject([{ text: 'new' }])
})

test('what a hearten left that was killed while it broke a lock goes too', async () => {
  const { journal } = await aCanaryEverywhere()
  writeFileSync(join(journal.folder, 'lock.0123456789abcdef.1'), '{}')
  await journal.eraseAll()
  expect(existsSync(journal.folder)).toBe(false)
})

test('an unfinished change of what is erased goes with it, other pages stay', async () => {
  const { journal, bird, other } = await aCanaryEverywhere()
  await journal.drafts.save('changing', { kind: 'edit', text: 'canary three', edits: bird.id })
  await journal.drafts.save('changing', { kind: 'edit', text: 'canary four', edits: bird.id })
  await journal.drafts.save('another', { kind: 'edit', text: 'a robin', edits: other.id })
  await journal.erase([bird.id])
  expect(filesHolding(journal.folder, 'canary')).toEqual([])
  expect(await journal.drafts.load('another')).toMatchObject({ text: 'a robin' })
})

test('what lies elsewhere behind a link is erased there too', async () => {
  const journal = await aJournal()
  const bird = anEntry({ text: 'canary' })
  await journal.commit('jot', [bird])
  const elsewhere = join(journal.folder, '../elsewhere')
  const month = join(journal.folder, 'g1/months/2026-11.json')
  mkdirSync(elsewhere)
  renameSync(month, join(elsewhere, '11.json'))
  symlinkSync(join(elsewhere, '11.json'), month)
  await journal.commit('jot', [anEntry({ text: 'a wren' })])
  expect(filesHolding(elsewhere, 'canary')).toHaveLength(2)
  await journal.erase([bird.id])
  expect(filesHolding(elsewhere, 'canary')).toEqual([])
  expect(filesHolding(elsewhere, 'a wren')).toHaveLength(1)
  expect(await journal.eraseAll()).toEqual([])
  expect(readdirSync(elsewhere)).toEqual([])
  expect(existsSync(journal.folder)).toBe(false)
})
