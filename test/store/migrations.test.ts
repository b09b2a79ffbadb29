import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { broughtForward } from '../../src/store/migrations.ts'
import { aFolder, aJournal, anEntry } from '../helpers/a-journal.ts'
import { broughtOnPaper, contentOf } from '../helpers/papers.ts'

const today = asDay('2026-11-22')
const frozen = join(import.meta.dirname, '../fixtures/journal-v1')

/** A journal as version 1 wrote it, with unfolded changes, history, deletions and a draft. Never to be changed. */
function aJournalOfVersion1(): string {
  const folder = join(aFolder(), 'data')
  cpSync(frozen, folder, { recursive: true })
  broughtOnPaper(folder)
  return folder
}

test('a journal of version 1 is read whole', async () => {
  const journal = await aJournal({ folder: aJournalOfVersion1() })
  const { entries, people, settings, history } = await journal.everything()
  expect(entries.map(({ day, kind, text }) => `${day} ${kind} ${text}`)).toEqual([
    '2026-10-30 note We talked at last. #calm',
    '2026-11-22 reflection I let it ring, and then I rang back.',
    '2026-11-22 letter To myself, in spring.',
    '2026-11-22 note still waiting to be filed',
  ])
  expect(people.map(({ name, status }) => `${name} ${status}`)).toEqual(['Ana close'])
  expect(settings.map(({ kind }) => kind)).toEqual(['mute', 'prompt'])
  expect(history.map(({ deleted }) => deleted === true)).toEqual(
    expect.arrayContaining([true, false]),
  )
  expect(entries[0]).toMatchObject({ laterField: { kept: true } })
  expect((await journal.drafts.list()).map(({ id }) => id)).toEqual(['evening'])
  expect((await journal.trash()).map(({ text }) => text)).toEqual([
    ...['taken back', 'thrown away'],
  ])
  expect(journal.notices).toEqual([])
})

test('a journal of version 1 is written to, undone and kept as version 1 had it', async () => {
  const folder = aJournalOfVersion1()
  const journal = await aJournal({ folder })
  const before = await journal.everything()
  await journal.commit('jot', [anEntry({ text: 'new' })])
  await journal.undo()
  expect((await journal.entries({ today, sealed: 'include' })).length).toBe(before.entries.length)
  expect(readdirSync(join(folder, 'g1/pending'))).toEqual([])
  const month = contentOf(join(folder, 'g1/months/2026-10.json'))
  expect(month).toEqual(readFileSync(join(frozen, 'g1/months/2026-10.json')))
})

test('a document is brought forward step by step, and a missing step is a mistake of ours', () => {
  const steps = {
    1: (document: object) => ({ ...document, colour: 'blue' }),
    2: (document: object) => ({ ...document, colour: 'green' }),
  }
  const document = { hearten: 1, shelf: '2026-11' }
  expect(broughtForward(document, 3, steps)).toEqual({ ...document, hearten: 3, colour: 'green' })
  expect(broughtForward(document, 1, steps)).toBe(document)
  expect(() => broughtForward(document, 4, steps)).toThrow('No step leads from format 3 to 4')
})
