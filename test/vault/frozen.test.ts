import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, aJournal, anEntry } from '../helpers/a-journal.ts'
import { answering, decrypted, passphrase } from '../helpers/a-vault.ts'

/** The journal of `journal-v1`, as the first hearten that could encrypted it. Never to be changed. */
const frozen = join(import.meta.dirname, '../fixtures/journal-v2-sealed')

async function aFrozenJournal() {
  const folder = join(aFolder(), 'data')
  cpSync(frozen, folder, { recursive: true })
  return aJournal({ folder, paper: it => it, ...answering(passphrase).on })
}

test('an encrypted journal of long ago is read, written to, and made plain', async () => {
  const journal = await aFrozenJournal()
  expect(journal.locked).toBe(true)
  await journal.commit('jot', [anEntry({ text: 'years later' })])
  const { entries, people, settings } = await journal.everything()
  expect(entries.map(({ day, kind, text }) => `${day} ${kind} ${text}`)).toEqual([
    '2026-10-30 note We talked at last. #calm',
    '2026-11-22 reflection I let it ring, and then I rang back.',
    '2026-11-22 letter To myself, in spring.',
    '2026-11-22 note still waiting to be filed',
    '2026-11-22 note years later',
  ])
  expect(people.map(({ name }) => name)).toEqual(['Ana'])
  expect(settings.map(({ kind }) => kind)).toEqual(['mute', 'prompt'])
  expect((await journal.drafts.list()).map(({ id }) => id)).toEqual(['evening'])
  await journal.switchTo(decrypted())
  expect((await journal.everything()).entries).toHaveLength(5)
  expect(journal.notices).toEqual([])
})
