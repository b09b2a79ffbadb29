import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Journal } from '../../src/store/journal.ts'
import { mend } from '../../src/store/mend.ts'
import { salvage } from '../../src/store/salvage.ts'
import {
  aClock,
  aFolder,
  aJournal,
  anEntry,
  aStamp,
  copyFolder,
  host,
} from '../helpers/a-journal.ts'
import { quickDisk } from '../helpers/disks.ts'
import { contentOf, isTried, onPaper } from '../helpers/papers.ts'

const at = (day: string) => asDay(day)
const first = anEntry({ text: 'first' })
const other = anEntry({ text: 'other' })
const months = ['2026-01-31', '2026-05-05', '2026-11-21'].map((day, i) =>
  anEntry({ day: at(day), text: `month ${i}` }),
)
const jot = (journal: Journal, text: string) => journal.commit('jot', [anEntry({ text })])
const onDay = (journal: OnClock, day: string) => journal.clock.set(`${day}T12:00:00Z`)
type OnClock = Awaited<ReturnType<typeof aJournal>>

/** Each kind of write, and what was acknowledged when it was done. */
const writes: Record<string, (journal: OnClock) => Promise<unknown>> = {
  'the first entry ever': journal => journal.commit('jot', [first]),
  'the second of a day': async journal => {
    await journal.commit('jot', [first])
    await jot(journal, 'second')
  },
  'the first of the next day': async journal => {
    await journal.commit('jot', [first])
    await jot(journal, 'second')
    onDay(journal, '2026-11-23')
    await jot(journal, 'third')
  },
  'the newest of the third day': async journal => {
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) {
      onDay(journal, day)
      await jot(journal, `morning ${day}`)
      await jot(journal, `evening ${day}`)
    }
  },
  'the first of a month': async journal => {
    await jot(journal, 'november')
    onDay(journal, '2026-12-01')
    await journal.commit('jot', [anEntry({ day: at('2026-12-01'), text: 'december' })])
  },
  'an import of many months, and a jot after it': async journal => {
    await journal.commit('import', months)
    await jot(journal, 'after it')
  },
  'an import on a day that has its backup, and a jot after it': async journal => {
    await jot(journal, 'one')
    await jot(journal, 'two')
    await journal.commit('import', months)
    await jot(journal, 'after it')
  },
  'a restore': async journal => {
    await jot(journal, 'before')
    await journal.restore('restore', {
      entries: months,
      people: [newPerson('Ana', 'close', aStamp())],
      settings: [],
      history: [],
    })
  },
  'an edit that moves to another month, and an undo': async journal => {
    await journal.commit('jot', [first, other])
    await journal.commit('edit', [
      revise(first, { day: at('2026-02-03'), text: 'moved' }, aStamp()),
    ])
    await journal.undo()
  },
  'an entry that is in another month by now, and a copy of that': async journal => {
    await journal.commit('jot', [first, other])
    const moved = revise(first, { day: at('2026-02-03') }, aStamp())
    await journal.commit('edit', [moved])
    await jot(journal, 'after it')
    await journal.snapshot()
  },
  'an entry that came back from another month changed, and a copy of that': async journal => {
    await journal.commit('jot', [first, other])
    const moved = revise(first, { day: at('2026-02-03') }, aStamp())
    const changed = revise(moved, { text: 'changed there' }, aStamp())
    const back = revise(changed, { day: at('2026-11-20') }, aStamp())
    for (const record of [moved, changed, back]) await journal.commit('edit', [record])
    await jot(journal, 'after it')
    await journal.snapshot()
  },
  'the first person': async journal => {
    await jot(journal, 'a word')
    await journal.commit('people add', [newPerson('Ana', 'close', aStamp())])
  },
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .sort()

/** Every way of losing one file. In place, so that other names of the file lose it too. */
const losses: Record<string, (path: string) => void> = {
  'cut in half': path => truncateSync(path, statSync(path).size >> 1),
  emptied: path => truncateSync(path, 0),
  removed: path => rmSync(path),
}

const revisionsIn = async (journal: Journal) => {
  const { entries, people, settings, history } = await journal.everything()
  return [...entries, ...people, ...settings, ...history].map(({ revision }) => revision).sort()
}

/** What is seen, and where. */
const seenIn = async (journal: Journal) => [
  ...(await journal.entries({ today: at('2026-12-05'), sealed: 'include' })).map(
    ({ day, text }) => `${day} ${text}`,
  ),
  ...(await journal.people()).map(({ name }) => name),
]

const readableIn = (folder: string) =>
  new Set(
    filesIn(folder).flatMap(name => {
      try {
        return salvage(contentOf(join(folder, name))).records.map(({ revision }) => revision)
      } catch {
        return []
      }
    }),
  )

/** @param lock held by a hearten that nobody here can see: nothing is filed */
async function afterWrite(write: (journal: OnClock) => Promise<unknown>, lock: 'free' | 'stuck') {
  const folder = join(aFolder('memory'), 'data')
  const journal = await aJournal({ folder, disk: quickDisk, clock: aClock('2026-11-22T12:00:00Z') })
  if (lock === 'stuck') {
    mkdirSync(folder)
    writeFileSync(join(folder, 'lock'), '{"token":"aa","owner":{"pid":1,"machine":"another"}}')
  }
  await write(journal)
  const acknowledged = await revisionsIn(journal)
  return { folder, notices: journal.notices, acknowledged, seen: await seenIn(journal) }
}

async function mended(folder: string) {
  const clock = aClock('2026-12-05T12:00:00Z')
  const checkup = { ...clock, ...onPaper, folder, host, disk: quickDisk }
  await mend(checkup, await examine(checkup))
  return aJournal({ folder, disk: quickDisk, clock })
}

async function* everyLoss(folder: string) {
  let at = 0
  for (const [how, lose] of Object.entries(losses))
    for (const file of filesIn(folder)) {
      if (!isTried(at++)) continue
      const copy = join(aFolder('memory'), 'data')
      copyFolder(folder, copy)
      lose(join(copy, file))
      yield { how, file, copy }
    }
}

// A copy needs the lock, so there is none behind one that is stuck.
const cases = Object.entries(writes).flatMap(([name, write]) => [
  { name, write, lock: 'free' } as const,
  ...(/restore|copy/.test(name) ? [] : [{ name, write, lock: 'stuck' } as const]),
])

describe.each(cases)('after $name, the lock being $lock', ({ write, lock }) => {
  it('no word stands in one file only', async () => {
    const { folder, acknowledged } = await afterWrite(write, lock)
    for await (const { how, file, copy } of everyLoss(folder)) {
      const readable = readableIn(copy)
      expect([how, file, acknowledged.filter(it => !readable.has(it))]).toEqual([how, file, []])
    }
  })

  it('the doctor brings every word back to its place, whichever file is lost', async () => {
    const { folder, acknowledged, seen } = await afterWrite(write, lock)
    for await (const { how, file, copy } of everyLoss(folder)) {
      const journal = await mended(copy)
      const there = await revisionsIn(journal)
      expect([how, file, acknowledged.filter(it => !there.includes(it))]).toEqual([how, file, []])
      expect([how, file, await seenIn(journal)]).toEqual([how, file, seen])
    }
  })
})

test('a lock out of sight is said once, and words behind it are filed when it is gone', async () => {
  const { folder, notices } = await afterWrite(async journal => {
    await jot(journal, 'one')
    await jot(journal, 'two')
  }, 'stuck')
  expect(notices).toEqual([expect.stringContaining('hearten doctor')])
  rmSync(join(folder, 'lock'))
  const journal = await aJournal({ folder, disk: quickDisk })
  await jot(journal, 'three')
  expect(readdirSync(join(folder, 'g1/pending'))).toEqual([])
  expect(journal.notices).toEqual([])
})

test('what was kept goes when its month has another copy, and the newest stays', async () => {
  const { folder } = await afterWrite(async journal => {
    for (const text of ['one', 'two', 'three']) await jot(journal, text)
  }, 'free')
  expect(readdirSync(join(folder, 'g1/recent'))).toHaveLength(1)
})

test('an import is kept until a backup holds all of it, and no longer', async () => {
  const { folder } = await afterWrite(async journal => {
    await journal.commit('import', months)
    await jot(journal, 'after it')
  }, 'free')
  const held = () =>
    readdirSync(join(folder, 'g1/recent')).filter(name =>
      contentOf(join(folder, 'g1/recent', name)).includes('month 1'),
    )
  expect(held()).toHaveLength(1)
  const journal = await aJournal({ folder, disk: quickDisk, clock: aClock('2026-11-23T09:00:00Z') })
  await jot(journal, 'the next day')
  expect(held()).toEqual([])
})

test('a waiting change that is damaged is read from its second copy', async () => {
  const { folder } = await afterWrite(journal => jot(journal, 'twice there'), 'stuck')
  const [file = ''] = readdirSync(join(folder, 'g1/pending'))
  truncateSync(join(folder, 'g1/pending', file), 20)
  const journal = await aJournal({ folder, disk: quickDisk })
  const texts = async () => (await journal.everything()).entries.map(({ text }) => text)
  expect(await texts()).toEqual(['twice there'])
  expect(journal.notices).toEqual([])
  rmSync(join(folder, 'lock'))
  await jot(journal, 'next')
  expect(await texts()).toEqual(['twice there', 'next'])
  expect(readdirSync(join(folder, 'g1/pending'))).toEqual([])
})
