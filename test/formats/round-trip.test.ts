import { expect, it } from 'vitest'
import { storyOf } from '../../src/demo/story.ts'
import { planImport } from '../../src/formats/import-plan.ts'
import { readJson, writeJson } from '../../src/formats/json.ts'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { nextRevision } from '../../src/journal/record.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'

it('a lived-in journal on disk, exported and imported into an empty one, exports the same bytes', async () => {
  const journal = await aJournal()
  const story = storyOf({ seed: 'trip', from: asDay('2026-08-24'), days: 91, zone: 'Asia/Tokyo' })
  await journal.commit('story', story)
  const moved = anEntry({ text: 'Remembered later.', day: asDay('2026-03-01') })
  const gone = anEntry({ text: 'Thrown away.' })
  const sealed = anEntry({
    kind: 'letter',
    text: 'Dear later me.',
    private: true,
    details: { sealedUntil: asDay('2031-01-01') },
  })
  const newer = { ...anEntry(), weather: { sky: 'grey' }, __proto__: undefined } as typeof moved
  await journal.commit('jot', [moved, gone, sealed, newer])
  await journal.commit('edit', [
    revise(moved, { day: asDay('2026-04-02'), text: 'In April.' }, aStamp()),
  ])
  await journal.commit('delete', [deletionOf(gone, aStamp())])
  const [person, another] = await journal.people()
  if (!person || !another) throw new Error('The story has no people')
  await journal.commit('people', [
    nextRevision(person, { status: 'paused' }, aStamp()),
    deletionOf(another, aStamp()),
  ])
  await journal.commit('mute', [
    {
      ...nextRevision(person, {}, aStamp()),
      id: '0m',
      kind: 'mute',
      what: 'tag',
      value: 'x',
    } as never,
  ])
  await journal.commit('jot', [anEntry({ text: 'Taken back.' })])
  await journal.undo()

  const text = writeJson(await journal.everything())
  const copy = await aJournal()
  const plan = planImport(await copy.everything(), readJson(text))
  await copy.commit('import', plan.records)
  const again = await copy.everything()
  expect(writeJson(again)).toBe(text)
  expect(planImport(again, readJson(text)).records).toEqual([])
  expect(await copy.history(moved.id)).toEqual(await journal.history(moved.id))
  expect(await copy.trash()).toEqual(await journal.trash())
  expect(copy.notices).toEqual([])
})
