import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { examine } from '../../src/store/doctor.ts'
import { eraseAll, whatIsIn } from '../../src/store/erase-all.ts'
import { openPlan } from '../../src/store/help-numbers.ts'
import type { Journal } from '../../src/store/journal.ts'
import { encodeLines } from '../../src/store/lines.ts'
import { mend } from '../../src/store/mend.ts'
import { aClock, aFolder, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import { failingDisk, quickDisk } from '../helpers/disks.ts'
import { filesIn } from '../helpers/files.ts'
import { contentOf, isTried, onPaper, putContent } from '../helpers/papers.ts'

const today = asDay('2026-11-22')

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

const promise = anEntry({
  kind: 'promise',
  text: 'call my sister on Friday',
  details: { cue: 'after work' },
})
const short = anEntry({ text: 'wren' })

test.each([
  [
    'a session that asked about it',
    {
      kind: 'session',
      arrival: { due: [{ id: promise.id, text: promise.text }] },
      answers: { promises: { [promise.id]: { outcome: 'done' } } },
      more: 'stays',
    },
  ],
  [
    'a session that quotes it',
    {
      kind: 'session',
      answers: { themes: { growth: { text: `as I said: ${promise.text}, yes` } } },
      more: 'stays',
    },
  ],
  [
    'a session with a whole answer that is short',
    { kind: 'session', answers: { notes: [' wren'] }, more: 'stays' },
  ],
  ['an edit of it', { kind: 'edit', edits: promise.id, text: 'call her on Saturday' }],
  ['answers that became it', { kind: 'answers', records: [promise], words: [promise.text] }],
])('erasing clears %s', async (_, content) => {
  const journal = await aJournal()
  await journal.commit('jot', [promise, short])
  await journal.drafts.save('evening', content)
  await journal.drafts.sync()
  await journal.erase([promise.id, short.id])
  for (const words of [promise.text, promise.id, 'wren', 'Saturday'])
    expect([words, filesHolding(journal.folder, words)]).toEqual([words, []])
  const left = await (await aJournal({ folder: journal.folder })).drafts.load('evening')
  expect(left === undefined || (left as { more?: string }).more === 'stays').toBe(true)
})

test('the page of an entry that was killed before it was let go is erased with it', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [promise])
  await journal.drafts.save(promise.id, { kind: 'jot', text: promise.text })
  await journal.erase([promise.id])
  expect(filesHolding(journal.folder, promise.text)).toEqual([])
})

test('a damaged page that holds the words is erased, another stays', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [promise])
  const drafts = join(journal.folder, 'g1/drafts')
  for (const [name, text] of [
    ['evening.json', promise.text],
    ['night.json.damaged-20261122T120000', promise.text],
    ['morning.json', 'something else'],
  ])
    putContent(join(drafts, name ?? ''), `{"x":{"text":"${text}"`)
  await journal.erase([promise.id])
  expect(readdirSync(drafts)).toEqual(['morning.json'])
})

describe('an erasing that is killed anywhere', () => {
  const dead = { ...host, self: () => ({ ...host.self(), pid: 4_194_400 }) }
  const start = async () => {
    const folder = join(aFolder('memory'), 'data')
    const journal = await aJournal({ folder, disk: quickDisk, host: dead })
    const moved = revise(promise, { day: asDay('2026-02-02'), text: 'call her soon' }, aStamp())
    await journal.commit('jot', [promise, short])
    await journal.commit('edit', [moved])
    await journal.drafts.save('evening', {
      kind: 'edit',
      edits: promise.id,
      text: 'call her again',
    })
    return folder
  }
  const canaries = ['call my sister', 'call her']
  const holding = (folder: string) => canaries.flatMap(words => filesHolding(folder, words))

  /** The same, with words beside it: in the inbox, in the plan, and in what a kill left of writing that. */
  const startWithMore = async () => {
    const folder = await start()
    const stay = { name: 'What I stay for', text: 'call her' }
    await openPlan({ folder, host: dead, disk: quickDisk }, [stay])
    mkdirSync(join(folder, 'inbox'))
    for (const name of ['.help.json.0123456789ab.tmp', 'inbox/a.txt'])
      writeFileSync(join(folder, name), 'call her')
    return folder
  }

  async function* kills(work: (journal: Journal) => Promise<unknown>, begin = start) {
    const counting = failingDisk(-1, 'kill')
    await work(await aJournal({ folder: await begin(), disk: counting.disk, host: dead }))
    for (let at = 0; at < counting.calls; at++)
      for (const fault of isTried(at) ? (['kill', 'EIO'] as const) : []) {
        const folder = await begin()
        const { disk } = failingDisk(at, fault)
        await aJournal({ folder, disk, host: dead })
          .then(work)
          .catch(() => {})
        yield {
          where: `${fault} at ${at}`,
          folder,
          reopened: () => aJournal({ folder, disk: quickDisk, host: dead }),
        }
      }
  }

  test('is finished by the next write once it was decided, or left everything', async () => {
    let begun = 0
    for await (const { where, folder, reopened } of kills(it => it.erase([promise.id]))) {
      const isDecided = existsSync(join(folder, 'g1/erasing.json'))
      const journal = await reopened()
      if (isDecided) expect([where, await journal.erasing()]).toEqual([where, [promise.id]])
      await journal.commit('jot', [anEntry({ text: 'next' })])
      if (isDecided) expect([where, holding(folder)]).toEqual([where, []])
      else await journal.erase([promise.id])
      expect([where, holding(folder), await journal.erasing()]).toEqual([where, [], []])
      const texts = (await journal.entries({ today })).map(({ text }) => text)
      expect([where, texts]).toEqual([where, ['wren', 'next']])
      if (isDecided) begun++
    }
    expect(begun).toBeGreaterThan(20)
  })

  test('of everything: there is a whole journal or none, a second run finishes, and jot works', async () => {
    let none = 0
    for await (const { where, folder, reopened } of kills(it => it.eraseAll(), startWithMore)) {
      const isDecided = !existsSync(join(folder, 'journal.json'))
      const journal = await reopened()
      const texts = async () => (await journal.entries({ today })).map(({ text }) => text)
      expect([where, await texts()]).toEqual([where, isDecided ? [] : ['call her soon', 'wren']])
      await journal.commit('jot', [anEntry({ text: 'new' })])
      expect([where, (await texts()).at(-1)]).toEqual([where, 'new'])
      if (isDecided) expect([where, holding(folder), await texts()]).toEqual([where, [], ['new']])
      await (await reopened()).eraseAll()
      expect([where, existsSync(folder)]).toEqual([where, false])
      if (isDecided) none++
    }
    expect(none).toBeGreaterThan(20)
  })
})

test('mending finishes what was being erased', async () => {
  const { journal, bird } = await aCanaryEverywhere()
  const { folder } = journal
  const checkup = { ...aClock('2026-11-23T12:00:00Z'), ...onPaper, folder, host }
  putContent(join(folder, 'g1/erasing.json'), encodeLines({}, { ids: [bird.id] }))
  putContent(join(folder, 'g1/people.json'), '{')
  await mend(checkup, await examine(checkup))
  expect(filesHolding(folder, 'canary')).toEqual([])
  expect(existsSync(join(folder, 'g1/erasing.json'))).toBe(false)
})

describe('erasing everything', () => {
  const checkup = (folder: string) => ({ ...aClock(), ...onPaper, folder, host })

  test.each([
    ['a month cut off', 'g1/months/2026-11.json', (path: string) => truncateSync(path, 50)],
    ['a first page that is damaged', 'journal.json', (path: string) => truncateSync(path, 30)],
    ['a first page that is gone', 'journal.json', unlinkSync],
    ['a newer first page', 'journal.json', (path: string) => writeFileSync(path, '{"hearten":9}')],
    ['a link in a circle', 'g1/months/2026-01.json', (path: string) => symlinkSync(path, path)],
    [
      'a link that leads nowhere',
      'g1/people.json',
      (path: string) => symlinkSync('/nowhere/x', path),
    ],
  ])('works with %s', async (_, file, damage) => {
    const { journal } = await aCanaryEverywhere()
    damage(join(journal.folder, file))
    expect(await eraseAll(checkup(journal.folder))).toEqual([])
    expect(existsSync(journal.folder)).toBe(false)
  })

  test('takes copies that a sync tool made, and leaves what only has such a name', async () => {
    const { journal } = await aCanaryEverywhere()
    const beside = (name: string) => join(journal.folder, name)
    copyFileSync(beside('journal.json'), beside("journal (Ana's conflicted copy).json"))
    const numbers = '{"version":1,"numbers":[{"name":"Ana","number":"1","addedOn":"2026-11-01"}]}'
    writeFileSync(beside('help.sync-conflict-1.json'), numbers)
    writeFileSync(beside('help.sync-conflict-2.json.merged-20261122T120000'), numbers)
    writeFileSync(beside('help-topics.json'), '{"topics":[]}')
    await eraseAll(checkup(journal.folder))
    expect(filesIn(journal.folder)).toEqual([beside('help-topics.json')])
  })

  test('that broke off is said by the doctor, and mending brings nothing back', async () => {
    const { journal } = await aCanaryEverywhere()
    const { folder } = journal
    renameSync(join(folder, 'journal.json'), join(folder, 'journal.json.erasing'))
    const findings = await examine(checkup(folder))
    expect(findings).toEqual([
      expect.objectContaining({ what: 'manifest', words: expect.stringContaining('broke off') }),
    ])
    expect(await mend(checkup(folder), findings)).toEqual([])
    expect(existsSync(join(folder, 'journal.json'))).toBe(false)
    const again = await aJournal({ folder })
    expect((await again.everything()).entries).toEqual([])
  })

  test('touches nothing where there is no journal', async () => {
    const folder = aFolder()
    const foreign = {
      'help.json': '{"topics":[]}',
      'journal.json.backup': 'x',
      'journal.json': '{"a":1}',
      lock: 'x',
    }
    for (const [name, content] of Object.entries(foreign))
      writeFileSync(join(folder, name), content)
    expect(whatIsIn(folder)).toBe('nothing')
    expect(await eraseAll(checkup(folder))).toEqual([])
    expect(filesIn(folder).sort()).toEqual(
      Object.keys(foreign)
        .map(name => join(folder, name))
        .sort(),
    )
  })

  test('leaves what others put beside it', async () => {
    const { journal } = await aCanaryEverywhere()
    const own = join(journal.folder, 'journal.json.backup')
    writeFileSync(own, 'mine')
    await eraseAll(checkup(journal.folder))
    expect(filesIn(journal.folder)).toEqual([own])
    expect(whatIsIn(journal.folder)).toBe('nothing')
  })
})
