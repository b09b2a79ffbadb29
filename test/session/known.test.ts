import { expect, it } from 'vitest'
import { newMute } from '../../src/journal/mute.ts'
import { newPerson } from '../../src/journal/person.ts'
import { gather } from '../../src/session/known.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { sunday } from './builders.ts'

it('suggests nobody who is muted or away, under whatever name', async () => {
  const journal = await aJournal()
  const zora = { ...newPerson('Zora', 'close', aStamp()), aliases: ['Zo'] }
  await journal.commit('made', [
    anEntry({ people: ['Zo', 'Ana', 'Ines'] }),
    zora,
    newPerson('Ines', 'unsafe', aStamp()),
    newMute('person', 'zora', aStamp()),
  ])
  const { names, mayInvite } = await gather(journal, sunday, defaultSettings)
  expect(names).toEqual(['Ana'])
  expect(['Zora', 'Zo', 'Ines', 'Ana'].map(mayInvite)).toEqual([false, false, false, true])
})
