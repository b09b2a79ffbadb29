import { expect, test } from 'vitest'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import { planRestoring } from '../../src/journal/restoring.ts'
import type { Everything } from '../../src/store/journal.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'

const today = asDay('2026-11-22')

/** A journal where much has happened. */
async function aLivedInJournal() {
  const journal = await aJournal()
  const [a, b, c] = [anEntry({ text: 'a' }), anEntry({ text: 'b' }), anEntry({ text: 'c' })]
  const ana = newPerson('Ana', 'close', aStamp())
  await journal.commit('session', [a, b, ana])
  const unknown = { laterField: [1] }
  await journal.commit('edit', [{ ...revise(a, { text: 'a2' }, aStamp()), ...unknown }])
  await journal.commit('edit', [revise(b, { day: asDay('2024-02-29') }, aStamp())])
  await journal.commit('jot', [c])
  await journal.commit('delete', [deletionOf(c, aStamp())])
  await journal.undo()
  await journal.commit('people', [deletionOf(ana, aStamp())])
  return journal
}

const revisionsOf = ({ entries, people, settings, history }: Everything) => [
  ...history,
  ...entries,
  ...people,
  ...settings,
]

test('everything, taken into an empty journal, is everything again', async () => {
  const everything = await (await aLivedInJournal()).everything()
  const other = await aJournal()
  await other.commit('import', revisionsOf(everything))
  expect(JSON.stringify(await other.everything())).toBe(JSON.stringify(everything))
  expect(await other.trash()).toHaveLength(0)
  await other.undo()
  expect(await other.entries({ today })).toEqual([])
  await other.redo()
  expect((await other.entries({ today })).map(it => it.text)).toEqual(['b', 'a2', 'c'])
})

test('a restore brings back an earlier state, says what it does, and can be undone', async () => {
  const journal = await aLivedInJournal()
  const before = await journal.everything()
  const lost = before.entries[1]
  if (!lost) throw new Error('there should be three')
  await journal.commit('delete', [deletionOf(lost, aStamp())])
  await journal.commit('jot', [anEntry({ text: 'later' })])
  const then = (await journal.entries({ today })).map(it => it.text)

  const plan = await journal.planRestore(before)
  expect([plan.added.length, plan.changed.length, plan.removed.length, plan.same]).toEqual([
    ...[1, 0, 1, 2],
  ])
  await journal.restore('restore', before)
  expect((await journal.entries({ today })).map(it => it.text)).toEqual(['b', 'a2', 'c'])
  expect(await journal.backups()).toHaveLength(2)
  expect(await journal.restore('restore', before)).toBeUndefined()
  await journal.undo()
  expect((await journal.entries({ today })).map(it => it.text)).toEqual(then)
})

test('a restore of a journal that went another way keeps both histories', async () => {
  const journal = await aJournal()
  const entry = anEntry({ text: 'first' })
  await journal.commit('jot', [entry])
  const theirs = revise(entry, { text: 'theirs' }, aStamp())
  const mine = revise(entry, { text: 'mine' }, aStamp())
  await journal.commit('edit', [mine])
  await journal.restore('restore', {
    entries: [theirs],
    people: [],
    settings: [],
    history: [entry],
  })
  expect(await journal.entry(entry.id)).toMatchObject({ text: 'theirs' })
  expect(await journal.history(entry.id)).toEqual(expect.arrayContaining([entry, mine, theirs]))
  await journal.undo()
  expect(await journal.entry(entry.id)).toMatchObject({ text: 'mine' })
})

test('undoing an import of an entry that was changed in both places gives back our own', async () => {
  const journal = await aJournal()
  const entry = anEntry({ text: 'first' })
  await journal.commit('jot', [entry])
  const mine = revise(entry, { text: 'mine' }, aStamp())
  const theirs = revise(entry, { text: 'theirs' }, aStamp())
  await journal.commit('edit', [mine])
  await journal.commit('import', [theirs])
  const both = { text: 'mine\n\n* * *\n\ntheirs', versions: 2 }
  expect(await journal.entry(entry.id)).toMatchObject(both)
  await journal.undo()
  expect(await journal.entry(entry.id)).toMatchObject({ text: 'mine' })
  await journal.redo()
  expect(await journal.entry(entry.id)).toMatchObject({ text: both.text })
})

test('restoring to what is here plans nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), count => {
      const contents = { current: Array.from({ length: count }, () => anEntry()), history: [] }
      const plan = planRestoring(contents, contents, aStamp())
      expect(plan).toMatchObject({ records: [], added: [], removed: [], same: count })
    }),
  )
})
