import { readdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Journal } from '../../src/store/journal.ts'
import { aClock, aFolder, aJournal, anEntry, host } from '../helpers/a-journal.ts'
import { diskAround, errno, quickDisk } from '../helpers/disks.ts'
import { contentOf, putContent, textOf } from '../helpers/papers.ts'

const draftsOf = (folder: string) => join(folder, 'g1/drafts')

test('what was saved last is what is loaded, by whoever opens the journal next', async () => {
  const journal = await aJournal()
  for (const text of ['I', 'I let', 'I let it ring']) await journal.drafts.save('evening', { text })
  const again = await aJournal({ folder: journal.folder })
  expect(await again.drafts.load('evening')).toEqual({ text: 'I let it ring' })
  expect((await again.drafts.list()).map(({ id }) => id)).toEqual(['evening'])
  await again.drafts.save('evening', { text: 'and then' })
  expect(await journal.drafts.load('evening')).toEqual({ text: 'and then' })
  await again.drafts.remove('evening')
  expect(readdirSync(draftsOf(journal.folder))).toEqual([])
  expect(await journal.drafts.load('evening')).toBeUndefined()
  expect(await journal.drafts.list()).toEqual([])
})

test('drafts are listed newest first', async () => {
  const clock = aClock()
  const journal = await aJournal({ clock })
  await journal.drafts.save('a', 1)
  clock.set('2026-11-23T08:00:00Z')
  await journal.drafts.save('b', 2)
  expect((await journal.drafts.list()).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('typing is synced at least every second, at a pause, and when asked', async () => {
  let time = Date.parse('2026-11-22T21:00:00Z')
  const synced: string[] = []
  const disk = diskAround(({ name, args }, go) => {
    if (name === 'fsyncSync' && statSync(`/proc/self/fd/${args[0]}`).isFile()) {
      synced.push(textOf(`/proc/self/fd/${args[0]}`))
    }
    return go()
  })
  const journal = await aJournal({
    folder: join(aFolder(), 'data'),
    disk,
    now: () => new Date(time),
  })
  await journal.drafts.save('evening', 'typed 0')
  synced.length = 0
  for (let keys = 1; keys <= 25; keys++) {
    time += 100
    await journal.drafts.save('evening', `typed ${keys}`)
  }
  expect(synced.map(text => JSON.parse(text).content)).toEqual(['typed 10', 'typed 20'])
  await journal.drafts.sync()
  expect(JSON.parse(synced.at(-1) ?? '').content).toBe('typed 25')
  expect(readdirSync(draftsOf(journal.folder))).toEqual(['evening.json', 'evening.latest.json'])
  time += 100
  await journal.drafts.save('evening', 'typed 26')
  await expect.poll(() => synced.at(-1), { timeout: 5000 }).toContain('typed 26')
})

test('a power cut that empties what was not synced leaves what was', async () => {
  const synced = new Set<number>()
  const disk = diskAround(({ name, args }, go) => {
    if (name === 'fsyncSync') synced.add(statSync(`/proc/self/fd/${args[0]}`).ino)
    return go()
  })
  const journal = await aJournal({ disk })
  const clock = new Date('2026-11-22T22:00:00Z')
  const typing = await aJournal({ folder: journal.folder, disk, now: () => clock })
  await typing.drafts.save('evening', 'on the disk')
  await typing.drafts.save('evening', 'not yet')
  const folder = draftsOf(journal.folder)
  const lost = readdirSync(folder).filter(name => !synced.has(statSync(join(folder, name)).ino))
  expect(lost).toHaveLength(1)
  for (const name of lost) writeFileSync(join(folder, name), '')
  const again = await aJournal({ folder: journal.folder })
  expect(await again.drafts.load('evening')).toBe('on the disk')
  expect(again.notices).toEqual([])
})

test('a draft that cannot be read is said and left alone', async () => {
  const journal = await aJournal()
  await journal.drafts.save('evening', 'x')
  const path = join(draftsOf(journal.folder), 'evening.json')
  putContent(path, '{"save":1')
  const again = await aJournal({ folder: journal.folder })
  expect(await again.drafts.load('evening')).toBeUndefined()
  expect(again.notices.join()).toContain('hearten doctor')
  expect(textOf(path)).toBe('{"save":1')
})

test('a draft that cannot be saved is said; the one before is still there', async () => {
  let isFull = false
  const disk = diskAround(({ name }, go) => {
    if (isFull && name === 'writeSync') throw errno('ENOSPC')
    return go()
  }, quickDisk)
  const journal = await aJournal({ disk })
  await journal.drafts.save('evening', 'before')
  isFull = true
  await expect(async () => journal.drafts.save('evening', 'after')).rejects.toThrow(
    'the disk is full',
  )
  expect(await journal.drafts.load('evening')).toBe('before')
})

test('a draft is named by an id and nothing else', async () => {
  const journal = await aJournal()
  await expect(async () => journal.drafts.save('../../x', 1)).rejects.toThrow(RangeError)
})

test('a draft survives what is committed meanwhile', async () => {
  const journal = await aJournal()
  await journal.drafts.save('evening', 'half')
  await journal.commit('jot', [anEntry()])
  expect(await journal.drafts.load('evening')).toBe('half')
})

const evening = {
  kind: 'session',
  answers: {
    themes: { growth: { text: 'a morning, "quoted"', values: { insight: 'bread' } } },
    notes: ['two\nlines'],
  },
}

/** In one file, and nothing is saved any more at a pause. */
async function inOneFile({ folder, drafts }: Journal, content: unknown): Promise<string> {
  await drafts.save('evening', content)
  await drafts.sync()
  unlinkSync(join(draftsOf(folder), 'evening.latest.json'))
  return join(draftsOf(folder), 'evening.json')
}

test('a flipped bit anywhere never changes a word unsaid: the page is whole, or text to read', async () => {
  const journal = await aJournal({ disk: quickDisk })
  const { folder } = journal
  const path = await inOneFile(journal, evening)
  const whole = contentOf(path)
  const again = await aJournal({ folder, disk: quickDisk })
  for (let at = 0; at < whole.length; at++)
    for (const bit of [1, 2, 32, 128]) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ bit
      putContent(path, flipped)
      const found = await again.drafts.load('evening')
      expect([at, bit, found]).toEqual([at, bit, { kind: 'recovered', text: expect.any(String) }])
      const { text } = found as { text: string }
      const seen = ['a morning', 'two\nlines', 'bread'].filter(words => text.includes(words))
      expect([at, bit, seen.length >= 2]).toEqual([at, bit, true])
      expect(await again.drafts.list()).toHaveLength(1)
    }
})

test('a page that was cut off is offered as far as it goes', async () => {
  const journal = await aJournal()
  const { folder } = journal
  const path = await inOneFile(journal, evening)
  const whole = contentOf(path)
  putContent(path, whole.subarray(0, whole.indexOf('morning') + 4))
  const again = await aJournal({ folder })
  expect(await again.drafts.load('evening')).toEqual({ kind: 'recovered', text: 'a morn' })
  expect(again.notices.join()).toContain('offered as a note')
})

test('a page of 0.1.0, which had no checksum, is still one', async () => {
  const journal = await aJournal()
  const { folder } = journal
  const path = await inOneFile(journal, 1)
  const page = {
    hearten: 1,
    save: 3,
    savedAt: '2026-11-22T21:00:00.000Z',
    content: { text: 'old' },
  }
  putContent(path, `${JSON.stringify(page)}\n`)
  expect(await (await aJournal({ folder })).drafts.load('evening')).toEqual({ text: 'old' })
})

test.each(['evening.json', 'evening.latest.json'])(
  'after a pause what was typed is there though %s is lost, and both are synced',
  async lost => {
    const files = new Map<number, string>()
    const synced = new Set<string>()
    const disk = diskAround(({ name, args }, go) => {
      const result = go()
      if (name === 'openSync') files.set(result as number, String(args[0]))
      if (name === 'fsyncSync')
        synced.add(
          files
            .get(args[0] as number)
            ?.split('.')
            .slice(1, -2)
            .join('.') ?? '',
        )
      return result
    })
    const { folder, drafts } = await aJournal({ disk, now: () => new Date('2026-11-22T22:00:00Z') })
    for (const text of ['a', 'ab', 'abc']) await drafts.save('evening', { text })
    synced.clear()
    await drafts.sync()
    expect([...synced]).toEqual(expect.arrayContaining(['evening.json', 'evening.latest.json']))
    for (const damage of [(path: string) => writeFileSync(path, ''), unlinkSync]) {
      damage(join(draftsOf(folder), lost))
      expect(await (await aJournal({ folder })).drafts.load('evening')).toEqual({ text: 'abc' })
    }
  },
)

test('a page is picked up by one process only', async () => {
  const other = {
    ...host,
    self: () => ({ ...host.self(), pid: 1 }),
    fateOf: () => 'alive' as const,
  }
  const first = await aJournal()
  await first.drafts.save('evening', { text: 'half' })
  const second = await aJournal({ folder: first.folder, host: other })
  expect(await second.drafts.list()).toEqual([])
  expect(await second.drafts.take('evening')).toBeUndefined()
  expect(await first.drafts.take('evening')).toEqual({ text: 'half' })
  expect(await first.drafts.take('another')).toBeUndefined()
})

test('a page that a full disk lets nobody take is said to wait as it was, and does', async () => {
  const journal = await aJournal()
  await journal.drafts.save('evening', { text: 'half' })
  await journal.drafts.sync()
  let isFull = true
  const disk = diskAround(({ name }, go) => {
    if (name === 'writeSync' && isFull) throw errno('ENOSPC')
    return go()
  })
  const again = await aJournal({ folder: journal.folder, disk })
  await expect(again.drafts.take('evening')).rejects.toThrow('It waits as it was.')
  isFull = false
  expect(await again.drafts.take('evening')).toEqual({ text: 'half' })
})
