import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Journal } from '../../src/store/journal.ts'
import { aClock, aFolder, aJournal, anEntry, host } from '../helpers/a-journal.ts'
import { diskAround, quickDisk } from '../helpers/disks.ts'
import { contentOf, onPaper, putContent } from '../helpers/papers.ts'

// What each small file means when it comes back empty, torn, stale or as something else: nothing.

const texts = async (journal: Journal) => (await journal.everything()).entries.map(it => it.text)
const jot = (journal: Journal, text: string) => journal.commit('jot', [anEntry({ text })])

const newest = async (journal: Journal) =>
  (await journal.entries({ today: asDay('2026-11-22'), limit: 2 })).map(it => it.text)

async function aDay() {
  const folder = join(aFolder('memory'), 'data')
  const journal = await aJournal({ folder, disk: quickDisk })
  for (const text of ['one', 'two']) await jot(journal, text)
  await journal.drafts.save('evening', { kind: 'jot', text: 'half' })
  return { folder, inside: (name: string) => join(folder, 'g1', name) }
}

const again = (folder: string) =>
  aJournal({ folder, disk: quickDisk, clock: aClock('2026-11-22T22:00:00Z') })

describe('a month that hearten wrote last', () => {
  it('is known by its file, and by no other that has its name', async () => {
    const { folder, inside } = await aDay()
    expect(await newest(await again(folder))).toEqual(['one', 'two'])
    const month = inside('months/2026-11.json')
    const content = await contentOf(month)
    await putContent(month, Buffer.from(content.toString().replace('"text":"two"', '"text":"owt"')))
    const journal = await again(folder)
    expect(await newest(journal)).toEqual(['one', 'owt'])
    expect(journal.notices).toEqual([expect.stringContaining('2026-11.json')])
  })
})

describe('garbage in cache/', () => {
  const garbage: Record<string, (path: string) => void> = {
    'a huge number': path => writeFileSync(path, '9999999999999999\n'),
    'a number of this century': path => writeFileSync(path, '4102444800000\n'),
    'no number': path => writeFileSync(path, '\0\0\0'),
    nothing: path => writeFileSync(path, ''),
    'a folder': path => mkdirSync(path),
    'a link in a circle': path => symlinkSync(path, path),
    'a pipe': path => execFileSync('mkfifo', [path]),
    'an unreadable file': path => writeFileSync(path, '1\n', { mode: 0 }),
    'a file in its place': path => {
      rmSync(dirname(path), { recursive: true })
      writeFileSync(dirname(path), '')
    },
  }

  it.each(Object.entries(garbage))('hides nothing: %s', async (_, put) => {
    const { folder, inside } = await aDay()
    const path = inside('cache/checked.json')
    rmSync(path, { force: true })
    put(path)
    const journal = await again(folder)
    expect(await newest(journal)).toEqual(['one', 'two'])
    await jot(journal, 'three')
    expect(await texts(journal)).toEqual(['one', 'two', 'three'])
    expect(await newest(journal)).toEqual(['two', 'three'])
    await journal.undo()
    expect(await texts(journal)).toEqual(['one', 'two'])
    expect(journal.notices).toEqual([])
  })
})

test.each(['pending', 'recent'])(
  'a name in %s with a number no clock gives is not gone on from',
  async inner => {
    const { folder, inside } = await aDay()
    const [file = ''] = readdirSync(inside('recent'))
    const id = file.split('-')[1]
    writeFileSync(inside(`${inner}/9999999999999999-${id}`), '')
    const journal = await again(folder)
    const { sequence } = await jot(journal, 'three')
    expect(sequence).toBeLessThan(Date.parse('2026-12-01'))
  },
)

test('numbers grow though the clock jumps back and every small file is lost', async () => {
  const { folder, inside } = await aDay()
  for (const inner of ['cache', 'recent', 'pending']) rmSync(inside(inner), { recursive: true })
  const journal = await aJournal({ folder, clock: aClock('2019-01-01T00:00:00Z'), disk: quickDisk })
  await jot(journal, 'three')
  await journal.undo()
  expect(await texts(journal)).toEqual(['one', 'two'])
})

// Without `months` nothing is filed: see first-page.test.ts.
test.each(['pending', 'recent', 'drafts', 'backups', 'cache'])(
  'the folder %s that got lost is made anew by what is written to it',
  async inner => {
    const { folder, inside } = await aDay()
    rmSync(inside(inner), { recursive: true })
    const journal = await again(folder)
    await jot(journal, 'three')
    expect(await texts(journal)).toContain('three')
    await journal.drafts.save('evening', { kind: 'jot', text: 'half' })
    await journal.drafts.save('evening', { kind: 'jot', text: 'half and more' })
    await journal.snapshot()
    expect(journal.notices).toEqual([])
  },
)

test('a draft goes on in a folder that got lost while it was written', async () => {
  const { folder, inside } = await aDay()
  const journal = await again(folder)
  await journal.drafts.save('night', { text: 'a' })
  rmSync(inside('drafts'), { recursive: true })
  await journal.drafts.save('night', { text: 'ab' })
  await journal.drafts.save('night', { text: 'abc' })
  expect(await (await again(folder)).drafts.load('night')).toEqual({ text: 'abc' })
})

describe('a pipe in the place of a file', () => {
  const pipeAt = (path: string) => {
    rmSync(path, { force: true, recursive: true })
    execFileSync('mkfifo', ['-m', '600', path])
  }

  it.each([
    'g1/months/2026-11.json',
    'journal.json',
    'g1/drafts/evening.json',
    'lock',
    'help.json',
  ])('is not waited for: %s', async file => {
    const { folder } = await aDay()
    pipeAt(join(folder, file))
    const done = await Promise.allSettled([
      again(folder).then(texts),
      again(folder).then(journal => jot(journal, 'three')),
      again(folder).then(journal => journal.drafts.list()),
      again(folder).then(journal => journal.snapshot()),
      examine({ ...aClock(), ...onPaper, folder, host, disk: quickDisk }),
    ])
    const errors = done.flatMap(it => (it.status === 'rejected' ? [String(it.reason)] : []))
    expect(errors.filter(it => !it.includes('it is no ordinary file'))).toEqual([])
  })
})

describe('a full quota, which Node has no name for', () => {
  const quota = () =>
    Object.assign(new Error('unknown error'), { code: 'UNKNOWN', errno: -122, syscall: 'write' })

  it.each([
    ['before it is kept', 'pending', 'Nothing was saved'],
    ['when it is filed', 'months', 'What you wrote is kept'],
  ])('is said in words, %s', async (_, where, words) => {
    const { folder } = await aDay()
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'openSync' && args[1] === 'wx' && String(args[0]).includes(`/${where}/`))
        throw quota()
      return go()
    }, quickDisk)
    const journal = await aJournal({ folder, disk, clock: aClock('2026-11-22T22:00:00Z') })
    const said = await jot(journal, 'three').then(
      () => journal.notices.join(),
      error => error.message,
    )
    expect(said).toContain('your share of the disk is used up')
    expect(said).toContain(words)
  })

  it('ends nothing, whatever goes wrong once the words are kept', async () => {
    const { folder } = await aDay()
    const disk = diskAround(({ name, args }, go) => {
      if (name === 'openSync' && String(args[0]).includes('/months/')) throw new RangeError('odd')
      return go()
    }, quickDisk)
    const journal = await aJournal({ folder, disk, clock: aClock('2026-11-22T22:00:00Z') })
    await jot(journal, 'three')
    expect(journal.notices.join()).toContain('What you wrote is kept')
    expect(await texts(await again(folder))).toContain('three')
  })
})

test('an empty lock, as a power cut leaves it, holds nothing up', async () => {
  const { folder, inside } = await aDay()
  writeFileSync(join(folder, 'lock'), '')
  utimesSync(join(folder, 'lock'), 1e9, 1e9)
  const journal = await again(folder)
  await jot(journal, 'three')
  expect(readdirSync(inside('pending'))).toEqual([])
  expect(readdirSync(folder)).not.toContain('lock')
})
