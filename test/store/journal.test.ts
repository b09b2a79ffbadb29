import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deletionOf } from '../../src/journal/change.ts'
import type { Day } from '../../src/journal/day.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import { aFolder, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import { diskAround } from '../helpers/disks.ts'
import { putContent, textOf } from '../helpers/papers.ts'

const today = asDay('2026-11-22')

test('a journal that does not exist is empty, and looking at it creates nothing', async () => {
  const journal = await aJournal()
  expect(await journal.entries({ today })).toEqual([])
  expect(await journal.entry('x')).toBeUndefined()
  expect(await journal.undo()).toBeUndefined()
  expect(await journal.redo()).toBeUndefined()
  expect(await journal.people()).toEqual([])
  expect(await journal.drafts.list()).toEqual([])
  expect(existsSync(journal.folder)).toBe(false)
})

test('what was committed is there when the journal is opened again', async () => {
  const journal = await aJournal()
  const entry = anEntry({ text: 'We talked at last.' })
  const change = await journal.commit('jot', [entry])
  expect(change).toMatchObject({ label: 'jot', records: [entry] })
  const again = await aJournal({ folder: journal.folder })
  expect(await again.entries({ today })).toEqual([entry])
  expect(await again.entry(entry.id.slice(-5))).toEqual(entry)
  expect(again.seed).toBe(journal.seed)
  expect(readdirSync(join(journal.folder, 'g1/pending'))).toEqual([])
})

test('a month is plain JSON, one entry a line', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [anEntry({ text: 'one' }), anEntry({ text: 'two' })])
  const text = textOf(join(journal.folder, 'g1/months/2026-11.json'))
  expect(JSON.parse(text)).toMatchObject({ hearten: 1, shelf: '2026-11', records: [{}, {}] })
  expect(text.split('\n').filter(line => line.includes('"kind":"note"'))).toHaveLength(2)
})

test.each([0, 0o777])('everything is for its owner only, whatever the umask (%o)', async umask => {
  const before = process.umask(umask)
  try {
    const journal = await aJournal()
    await journal.commit('jot', [anEntry()])
    await journal.commit('jot', [anEntry()])
    await journal.drafts.save('session', { text: 'half' })
    for (const name of ['.', ...(readdirSync(journal.folder, { recursive: true }) as string[])]) {
      const stat = statSync(join(journal.folder, name))
      expect([name, (stat.mode & 0o777).toString(8)]).toEqual([
        name,
        stat.isDirectory() ? '700' : '600',
      ])
    }
  } finally {
    process.umask(before)
  }
})

test('an edit adds a revision and keeps the words before it', async () => {
  const journal = await aJournal()
  const first = anEntry({ text: 'first' })
  await journal.commit('jot', [first])
  const second = revise(first, { text: 'second' }, aStamp())
  await journal.commit('edit', [second])
  expect(await journal.entries({ today })).toEqual([second])
  expect(await journal.history(first.id)).toEqual([first, second])
})

test('an entry that moves to another month is in one of them only', async () => {
  const journal = await aJournal()
  const here = anEntry({ text: 'when?' })
  await journal.commit('jot', [here])
  const there = revise(here, { day: asDay('2026-03-01') }, aStamp())
  await journal.commit('edit', [there])
  expect(await journal.entries({ today })).toEqual([there])
  expect(await journal.entries({ today, from: asDay('2026-11-01') })).toEqual([])
  const back = revise(there, { day: asDay('2026-11-03') }, aStamp())
  await journal.commit('edit', [back])
  expect(await journal.entries({ today })).toEqual([back])
  expect(await journal.history(here.id)).toEqual([here, there, back])
  await journal.undo()
  expect((await journal.entries({ today })).map(it => it.day)).toEqual(['2026-03-01'])
  await journal.undo()
  expect((await journal.entries({ today })).map(it => it.day)).toEqual(['2026-11-22'])
})

test('a deleted entry is out of sight, in the trash, and comes back', async () => {
  const journal = await aJournal()
  const entry = anEntry({ text: 'gone?' })
  await journal.commit('jot', [entry])
  await journal.commit('delete', [deletionOf(entry, aStamp())])
  expect(await journal.entries({ today })).toEqual([])
  const [trashed] = await journal.trash()
  expect(trashed).toMatchObject({ id: entry.id, text: 'gone?', deleted: true })
  expect(await journal.entry(entry.id)).toEqual(trashed)
  if (trashed) await journal.commit('restore', [revise(trashed, {}, aStamp())])
  expect(await journal.entries({ today })).toMatchObject([{ id: entry.id, text: 'gone?' }])
  expect(await journal.trash()).toEqual([])
})

test('undo goes back step by step, redo forward again', async () => {
  const journal = await aJournal()
  const texts = async () => (await journal.entries({ today })).map(it => it.text)
  const a = anEntry({ text: 'a' })
  await journal.commit('jot', [a])
  await journal.commit('edit', [revise(a, { text: 'a2' }, aStamp())])
  await journal.commit('jot', [anEntry({ text: 'b' })])
  expect((await journal.undo())?.label).toBe('undo: jot')
  expect(await texts()).toEqual(['a2'])
  expect((await journal.undo())?.label).toBe('undo: edit')
  expect(await texts()).toEqual(['a'])
  await journal.undo()
  expect(await texts()).toEqual([])
  expect(await journal.undo()).toBeUndefined()
  await journal.redo()
  await journal.redo()
  expect(await texts()).toEqual(['a2'])
  await journal.redo()
  expect(await texts()).toEqual(['a2', 'b'])
  expect(await journal.redo()).toBeUndefined()
  await journal.undo()
  await journal.commit('jot', [anEntry({ text: 'c' })])
  expect(await journal.redo()).toBeUndefined()
  expect(await texts()).toEqual(['a2', 'c'])
})

test('undo takes back the change made last even if the clock jumped back before it', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [anEntry({ text: 'first' })])
  journal.clock.set('2019-01-01T00:00:00Z')
  await journal.commit('jot', [anEntry({ text: 'second' })])
  await journal.undo()
  expect((await journal.entries({ today })).map(it => it.text)).toEqual(['first'])
})

test('undoing an import of people and entries over many months is one step', async () => {
  const journal = await aJournal()
  const records = [
    anEntry({ day: asDay('2020-01-31') }),
    anEntry({ day: asDay('2024-02-29') }),
    newPerson('Ana', 'close', aStamp()),
  ]
  await journal.commit('import', records)
  expect(await journal.people()).toHaveLength(1)
  await journal.undo()
  expect(await journal.people()).toEqual([])
  expect(await journal.entries({ today })).toEqual([])
  await journal.redo()
  expect(await journal.people()).toMatchObject([{ name: 'Ana' }])
  expect(await journal.entries({ today })).toHaveLength(2)
})

test('the newest few are found without opening older months', async () => {
  const journal = await aJournal()
  const entries = ['2026-01-01', '2026-11-01', '2026-11-02'].map(day =>
    anEntry({ day: asDay(day) }),
  )
  await journal.commit('import', entries)
  expect(await journal.entries({ today, limit: 2 })).toEqual(entries.slice(1))
})

test('an id that could mean several entries is refused', async () => {
  const journal = await aJournal()
  const [a, b] = [anEntry(), anEntry()]
  await journal.commit('jot', [a, b])
  await expect(journal.entry(a.id.slice(0, 8))).rejects.toThrow('Write more of it')
})

test('fields this version does not know are kept', async () => {
  const journal = await aJournal()
  const entry = { ...anEntry(), weather: { sun: true } }
  await journal.commit('jot', [entry])
  await journal.commit('edit', [revise(entry, { text: 'x' }, aStamp())])
  expect(await journal.entry(entry.id)).toMatchObject({ weather: { sun: true }, text: 'x' })
})

test('what a month holds that this version does not know is kept', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [anEntry()])
  const month = join(journal.folder, 'g1/months/2026-11.json')
  const text = textOf(month)
  putContent(month, text.replace('"records"', '"weather":{"1":"rain"},\n"records"'))
  await journal.commit('jot', [anEntry()])
  expect(JSON.parse(textOf(month))).toMatchObject({ weather: { 1: 'rain' } })
})

test('a path that leads through a file is refused in words', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [anEntry()])
  const folder = join(journal.folder, 'journal.json')
  await expect(aJournal({ folder })).rejects.toThrow('is a file, not a folder')
  await expect(aJournal({ folder: join(folder, 'x') })).rejects.toThrow('is a file, not a folder')
})

test('a record whose day is no day, or that says it came from nowhere, is refused before it is a file name', async () => {
  const journal = await aJournal()
  const odd = { ...anEntry(), day: '../../x' as Day }
  await expect(journal.commit('jot', [odd])).rejects.toThrow('no place for a record')
  const lost = { ...anEntry(), movedFrom: '../people' }
  await expect(journal.commit('jot', [lost])).rejects.toThrow('no place for a record')
  expect(existsSync(journal.folder)).toBe(false)
})

test("root does not write into another user's journal, and reads it", async () => {
  const journal = await aJournal()
  await journal.commit('jot', [anEntry()])
  const someoneElse = diskAround(({ name, args }, go) => {
    const result = go()
    return name === 'statSync' && args[0] === journal.folder
      ? Object.assign(result as object, { uid: 1000 })
      : result
  })
  const root = await aJournal({
    folder: journal.folder,
    disk: someoneElse,
    host: { ...host, uid: 0 },
  })
  await expect(root.commit('jot', [anEntry()])).rejects.toThrow('without sudo')
  await expect(async () => root.drafts.save('x', 1)).rejects.toThrow('without sudo')
  expect(await root.entries({ today })).toHaveLength(1)
})

test("root begins no journal in another user's folder", async () => {
  const home = aFolder()
  const someoneElse = diskAround(({ name, args }, go) => {
    const result = go()
    return name === 'statSync' && args[0] === home
      ? Object.assign(result as object, { uid: 1000 })
      : result
  })
  const folder = join(home, '.local/share/hearten')
  const root = await aJournal({ folder, disk: someoneElse, host: { ...host, uid: 0 } })
  await expect(root.commit('jot', [anEntry()])).rejects.toThrow('without sudo')
  expect(readdirSync(home)).toEqual([])
})
