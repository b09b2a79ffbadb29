import { cpSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { aFolder, aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { bundled, run } from '../helpers/bundled.ts'
import { diskAround } from '../helpers/disks.ts'

const today = asDay('2026-11-22')
const adding = 'test/store/adding.ts'

test('eight processes that add at once lose nothing, and no reader ever sees less', async () => {
  const program = await bundled(adding)
  const folder = join(aFolder(), 'data')
  const writers = Array.from({ length: 8 }, () => run(program, 'add', folder, '25'))
  const acknowledged = () => writers.flatMap(({ lines }) => lines)
  let running = true
  const ends = Promise.all(writers.map(({ end }) => end)).then(all => {
    running = false
    return all
  })
  let looks = 0
  while (running) {
    const before = [...acknowledged()]
    const journal = await aJournal({ folder })
    const found = new Set((await journal.entries({ today })).map(({ id }) => id))
    expect(before.filter(id => !found.has(id))).toEqual([])
    looks++
    await wait(1)
  }
  for (const { how, said } of await ends) expect({ how, said }).toEqual({ how: 0, said: '' })
  expect(looks).toBeGreaterThan(3)
  const journal = await aJournal({ folder })
  await journal.commit('jot', [anEntry()])
  const entries = await journal.entries({ today })
  expect(new Set(entries.map(({ id }) => id))).toEqual(
    new Set([...acknowledged(), ...entries.filter(it => it.text === 'A word.').map(it => it.id)]),
  )
  expect(entries).toHaveLength(201)
  expect(readdirSync(join(folder, 'g1/pending'))).toEqual([])
})

test('an entry that moves between months is seen once and never missed', async () => {
  const program = await bundled(adding)
  const journal = await aJournal()
  const entry = anEntry()
  await journal.commit('jot', [entry])
  const mover = run(program, 'move', journal.folder, '60')
  let running = true
  const end = mover.end.then(it => {
    running = false
    return it
  })
  while (running) {
    const found = await (await aJournal({ folder: journal.folder })).entries({ today })
    expect(found.map(({ id }) => id)).toEqual([entry.id])
    await wait(0)
  }
  expect(await end).toEqual({ how: 0, said: '' })
  expect(await journal.history(entry.id)).toHaveLength(61)
})

test('a reader who has passed the month an entry just moved to looks again', async () => {
  const march = asDay('2026-03-03')
  const journal = await aJournal()
  const entry = anEntry({ day: march })
  await journal.commit('jot', [entry])
  const after = join(aFolder(), 'after')
  cpSync(journal.folder, after, { recursive: true })
  const mover = await aJournal({ folder: after })
  await mover.commit('edit', [revise(entry, { day: today }, aStamp())])

  // Newest first: November is read while the entry is not there yet, March when it is gone.
  let moved = false
  const disk = diskAround(({ name, args }, go) => {
    if (!moved && name === 'readFileSync' && String(args[0]).endsWith('2026-03.json')) {
      moved = true
      const months = join(journal.folder, 'g1/months')
      for (const month of ['2026-11.json', '2026-03.json']) {
        cpSync(join(after, 'g1/months', month), join(months, 'new'))
        renameSync(join(months, 'new'), join(months, month))
      }
    }
    return go()
  })
  const reader = await aJournal({ folder: journal.folder, disk })
  expect((await reader.entries({ today })).map(({ day }) => day)).toEqual([today])
  expect(moved).toBe(true)
})

test('what was typed survives kill -9, up to the key in flight', async () => {
  const program = await bundled(adding)
  for (const milliseconds of [0, 10, 200, 1200]) {
    const folder = join(aFolder(), 'data')
    const typing = run(program, 'type', folder)
    await expect.poll(() => typing.lines.length, { timeout: 10_000 }).toBeGreaterThan(0)
    await wait(milliseconds)
    typing.child.kill('SIGKILL')
    await typing.end
    const journal = await aJournal({ folder })
    const { typed } = (await journal.drafts.load('evening')) as { typed: number }
    const last = Number(typing.lines.at(-1))
    expect([last, last + 1]).toContain(typed)
    expect(journal.notices).toEqual([])
  }
})
