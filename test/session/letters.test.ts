import { expect, it } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { gatherKnown } from '../../src/session/known.ts'
import { planArrival } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { aJournal, anEntry } from '../helpers/a-journal.ts'
import { sunday } from './builders.ts'

const longAgo = addDays(sunday, -300)
const letter = (text: string, day: Day, opens?: Day, more: object = {}) =>
  anEntry({
    ...{ kind: 'letter', text, day, ...more },
    details: { ...(opens && { sealedUntil: opens }) },
  })

/** A journal with letters of long ago, and which of its months a session opens. */
async function opened(entries: readonly Entry[]) {
  const read: string[] = []
  const journal = await aJournal({
    paper: plain => ({
      ...plain,
      read(path) {
        const month = /months\/(.*)\.json$/.exec(path)?.[1]
        if (month) read.push(month)
        return plain.read(path)
      },
    }),
  })
  await journal.commit('made', entries)
  const gather = async () => (await gatherKnown(journal, sunday, defaultSettings)).known
  await gather()
  read.length = 0
  const known = await gather()
  const months = new Set(read.filter(month => month < addDays(sunday, -200).slice(0, 7)))
  return { known, letters: planArrival(known).letters.map(({ text }) => text), months: [...months] }
}

const lately = anEntry({ day: addDays(sunday, -3), session: 'one' })

it('opens no month of letters that were opened before, stay sealed or have no seal', async () => {
  const { letters, months } = await opened([
    lately,
    letter('opened before', longAgo, addDays(sunday, -3)),
    letter('not yet', addDays(longAgo, 40), addDays(sunday, 1)),
    letter('never sealed', addDays(longAgo, 80)),
    anEntry({ day: addDays(longAgo, -40) }),
  ])
  expect(letters).toEqual([])
  expect(months).toEqual([])
})

it('opens the month of a letter whose seal has ended since the last session, and no other', async () => {
  const { letters, months } = await opened([
    lately,
    letter('opened before', addDays(longAgo, 60), addDays(sunday, -3)),
    letter('today', longAgo, sunday),
    letter('since', longAgo, addDays(sunday, -2)),
  ])
  expect(letters).toEqual(['today', 'since'])
  expect(months).toEqual([longAgo.slice(0, 7)])
})

it('opens what has opened in half a year without a session', async () => {
  const { letters } = await opened([
    anEntry({ day: addDays(sunday, -3) }),
    anEntry({ day: addDays(sunday, -250), session: 'one' }),
    letter('while away', longAgo, addDays(sunday, -90)),
    letter('before that', longAgo, addDays(sunday, -251)),
  ])
  expect(letters).toEqual(['while away'])
})

it('knows which question a letter of long ago was written to', async () => {
  const prompt = { id: 'growth-when-then', text: 'As it was asked.' }
  const { known } = await opened([
    ...[lately, anEntry({ day: addDays(sunday, -4), session: 'two' })],
    letter('an answer', longAgo, undefined, { prompt }),
  ])
  expect(known.entries.map(({ text }) => text)).toContain('an answer')
})
