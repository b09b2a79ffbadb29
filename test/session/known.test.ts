import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addDays } from '../../src/journal/day.ts'
import { newMute } from '../../src/journal/mute.ts'
import { newPerson } from '../../src/journal/person.ts'
import { firstRevision } from '../../src/journal/record.ts'
import type { Measure } from '../../src/journal/setting.ts'
import { newPrompt } from '../../src/journal/setting.ts'
import { gatherKnown, gatherRecalled } from '../../src/session/known.ts'
import { planArrival, planWalk } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { answering, encrypted } from '../helpers/a-vault.ts'
import { putContent } from '../helpers/papers.ts'
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
  const { names, mayInvite } = await gatherKnown(journal, sunday, defaultSettings)
  expect(await names()).toEqual(['Ana'])
  expect(['Zora', 'Zo', 'Ines', 'Ana'].map(mayInvite)).toEqual([false, false, false, true])
})

it('knows who is there by what was said of them, and not by a name in a page', async () => {
  const journal = await aJournal()
  await journal.commit('made', [
    anEntry({ people: ['Mum'] }),
    newPerson('Ana', 'distant', aStamp()),
    anEntry({ kind: 'reachout', people: ['Ben'], details: {} }),
    anEntry({ kind: 'promise', text: 'rest', details: { witness: ['Cleo'] } }),
    anEntry({ kind: 'reflection', details: { understoodBy: ['Dov'] } }),
    anEntry({ kind: 'reachout', people: ['Emre'], details: {}, private: true }),
  ])
  const { isThere } = await gatherKnown(journal, sunday, defaultSettings)
  const there = ['Mum', 'Ana', 'ben', 'Cleo', 'Dov', 'Emre'].map(async it => [
    it,
    await isThere(it),
  ])
  expect(Object.fromEntries(await Promise.all(there))).toEqual({
    ...{ Mum: false, Ana: true, ben: true, Cleo: true, Dov: true, Emre: false },
  })
})

it('asks about no promise, and opens no letter, of somebody who is away or muted, nor a private one', async () => {
  const journal = await aJournal()
  const due = { kind: 'promise' as const, day: addDays(sunday, -2) }
  const promise = (text: string, more: object = {}) =>
    anEntry({ ...due, text, details: { due: sunday }, ...more })
  const letter = (text: string, to: string) =>
    anEntry({
      kind: 'letter',
      day: addDays(sunday, -30),
      text,
      details: { sealedUntil: sunday, to },
    })
  await journal.commit('made', [
    promise('rest at noon'),
    promise('phone Ines', { details: { due: sunday, witness: ['Ines'] } }),
    promise('write to Otto', { people: ['Otto'] }),
    promise('for nobody to see', { private: true }),
    letter('dear me', 'me'),
    letter('dear Ines', 'Ines'),
    newPerson('Ines', 'unsafe', aStamp()),
    newMute('person', 'Otto', aStamp()),
  ])
  const { known } = await gatherKnown(journal, sunday, defaultSettings)
  const { due: asked, letters } = planArrival(known)
  expect(asked.map(({ text }) => text)).toEqual(['rest at noon'])
  expect(letters.map(({ text }) => text)).toEqual(['dear me'])
})

it('offers no name that only a private page knows', async () => {
  const journal = await aJournal()
  await journal.commit('jot', [
    anEntry({ people: ['Zebra'], private: true }),
    anEntry({ people: ['Ana'] }),
  ])
  const { names } = await gatherKnown(journal, sunday, defaultSettings)
  expect(await names()).toEqual(['Ana'])
})

it('knows whoever wrote long ago, and who is new', async () => {
  const journal = await aJournal()
  const before = await gatherKnown(journal, sunday, defaultSettings)
  expect(before.known).toMatchObject({ first: true, seed: 'the first day', entries: [] })
  await journal.commit('jot', [anEntry({ day: addDays(sunday, -400) })])
  const after = await gatherKnown(journal, sunday, defaultSettings)
  expect(after.known).toMatchObject({ first: false, seed: journal.seed, entries: [] })
  await journal.commit('jot', [anEntry({ day: addDays(sunday, -1) })])
  const lately = await gatherKnown(journal, sunday, defaultSettings)
  expect(lately.known).toMatchObject({ first: false, seed: journal.seed, entries: [{}] })
})

it('looks back at the newest two lines that were starred or worth keeping', async () => {
  const journal = await aJournal()
  const on = (days: number, text: string, more: object = {}) =>
    anEntry({ day: addDays(sunday, -days), text, ...more })
  const starred = { starred: true as const }
  await journal.commit('made', [
    on(9, 'The oldest.', starred),
    on(8, 'A starred line.', starred),
    on(7, 'Of a page with a line worth keeping.', {
      kind: 'reflection',
      theme: 'growth',
      details: { insight: 'Walking works.' },
    }),
    on(6, 'Not starred.'),
    on(5, 'A reflection.', { kind: 'reflection', theme: 'growth' }),
    on(4, 'Ines came.', { ...starred, people: ['Ines'] }),
    on(3, 'Otto came.', { ...starred, people: ['Otto'] }),
    on(2, '', starred),
    on(1, 'Private.', { ...starred, private: true }),
    newPerson('Ines', 'unsafe', aStamp()),
    newMute('person', 'Otto', aStamp()),
  ])
  const { lookBack } = await gatherKnown(journal, sunday, defaultSettings)
  expect((await lookBack()).map(({ text }) => text)).toEqual([
    'A starred line.',
    'Of a page with a line worth keeping.',
  ])
})

it('offers names as they are kept, the latest first, then those nobody wrote about', async () => {
  const journal = await aJournal()
  await journal.commit('made', [
    anEntry({ day: addDays(sunday, -2), people: ['Ana', 'zo'] }),
    anEntry({ day: addDays(sunday, -1), people: ['Ben', 'nobody'] }),
    { ...newPerson('Zora', 'close', aStamp()), aliases: ['Zo'] },
    newPerson('Mila', 'close', aStamp()),
  ])
  const { names } = await gatherKnown(journal, sunday, defaultSettings)
  expect(await names()).toEqual(['Ben', 'Zora', 'Ana', 'Mila'])
})

it('offers what helped lately, the newest first, and nothing of pages that may not be read back', async () => {
  const journal = await aJournal()
  const used = (days: number, tool: string, more: object = {}) =>
    anEntry({ kind: 'coping', day: addDays(sunday, -days), text: '', details: { tool }, ...more })
  await journal.commit('made', [
    used(4, 'a walk'),
    used(3, 'tea'),
    used(2, 'A walk'),
    used(2, 'a bath', { private: true }),
    used(1, 'phone Ines'),
    used(1, 'I want to kill myself'),
    anEntry({ day: addDays(sunday, -1), text: 'no tool' }),
    used(400, 'sleep'),
    newPerson('Ines', 'unsafe', aStamp()),
  ])
  const { tools } = await gatherKnown(journal, sunday, defaultSettings)
  expect(await tools()).toEqual(['A walk', 'tea'])
})

it('looks back at no page beside a closed letter that calls for help', async () => {
  const journal = await aJournal()
  const together = { day: addDays(sunday, -3), session: 'one evening' }
  await journal.commit('made', [
    anEntry({
      ...{ ...together, kind: 'reflection', theme: 'growth', text: 'Of that evening.' },
      details: { insight: 'Walking works.' },
    }),
    anEntry({
      ...{ ...together, kind: 'letter', text: 'I want to kill myself.' },
      details: { sealedUntil: addDays(sunday, 90) },
    }),
    anEntry({
      ...{ day: addDays(sunday, -2), kind: 'reflection', theme: 'growth', text: 'Of another.' },
      details: { insight: 'Calling Ana.' },
    }),
  ])
  const { lookBack } = await gatherKnown(journal, sunday, defaultSettings)
  expect((await lookBack()).map(({ text }) => text)).toEqual(['Of another.'])
})

it('hands on the measures that were added', async () => {
  const journal = await aJournal()
  const craving: Measure = {
    ...firstRevision(aStamp()),
    ...{ kind: 'measure', name: 'craving', aliases: [], unit: 'steps', every: 'day' },
  }
  await journal.commit('made', [anEntry(), craving])
  const { known } = await gatherKnown(journal, sunday, defaultSettings)
  expect(known.measures).toEqual([craving])
})

it('hands on the prompts that were added', async () => {
  const journal = await aJournal()
  const own = newPrompt(
    { kind: 'prompt', theme: 'growth', deeper: '' },
    'Mine?',
    firstRevision(aStamp()),
  )
  await journal.commit('made', [anEntry(), own])
  const { known } = await gatherKnown(journal, sunday, defaultSettings)
  expect(known.ownPrompts).toEqual([own])
  const { themes } = planWalk(known, { length: 'steady' })
  for (const { prompts } of themes) expect(prompts.length).toBeGreaterThan(1)
})

it('brings up the same people and tools in a hard hour', async () => {
  const journal = await aJournal()
  await journal.commit('made', [
    anEntry({ people: ['Ana', 'Ines', 'Otto'] }),
    anEntry({ kind: 'coping', text: '', details: { tool: 'tea' } }),
    anEntry({ kind: 'coping', text: '', details: { tool: 'a bath' }, private: true }),
    newPerson('Ines', 'unsafe', aStamp()),
    newMute('person', 'Otto', aStamp()),
  ])
  const { names, tools, mayInvite } = await gatherRecalled(journal, sunday)
  expect(await names()).toEqual(['Ana'])
  expect(await tools()).toEqual(['tea'])
  expect(['Ana', 'Ines', 'Otto'].map(mayInvite)).toEqual([true, false, false])
})

it('takes nobody for away, and nobody for new, whose journal is locked', async () => {
  const plain = await aJournal({ paper: it => it })
  await plain.commit('jot', [anEntry({ day: addDays(sunday, -60) })])
  const arriving = async (journal: typeof plain) =>
    planArrival((await gatherKnown(journal, sunday, defaultSettings)).known)
  expect(await arriving(plain)).toMatchObject({ greeting: 'back', looksBack: true })
  await plain.switchTo(await encrypted())
  const { folder } = plain
  const locked = await aJournal({ folder, paper: it => it, ...answering().on })
  await locked.leaveLocked()
  const arrival = await arriving(locked)
  expect(arrival).toMatchObject({ greeting: 'plain', connection: false })
  expect(arrival).not.toHaveProperty('looksBack')
})

it('begins all the same where people and settings cannot be read, and suggests nobody', async () => {
  const journal = await aJournal()
  await journal.commit('made', [
    anEntry({ people: ['Ana'] }),
    newPerson('Ines', 'unsafe', aStamp()),
    newMute('person', 'Otto', aStamp()),
  ])
  for (const shelf of ['people', 'settings'])
    putContent(join(journal.folder, 'g1', `${shelf}.json`), 'torn')
  const again = await aJournal({ folder: journal.folder })
  const { known, names, mayInvite } = await gatherKnown(again, sunday, defaultSettings)
  expect(known).toMatchObject({ first: false, mutes: [], ownPrompts: [], measures: [] })
  expect(await names()).toEqual([])
  expect(mayInvite('Ana')).toBe(false)
})
