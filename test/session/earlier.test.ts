import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import type { Day } from '../../src/journal/day.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { revise, tombstone } from '../../src/journal/entry.ts'
import { newMute } from '../../src/journal/mute.ts'
import { firstRevision } from '../../src/journal/record.ts'
import type { Measure } from '../../src/journal/setting.ts'
import { gatherKnown } from '../../src/session/known.ts'
import { DAYS_BACK, pastOf } from '../../src/session/past.ts'
import type { KnownSoFar } from '../../src/session/plan.ts'
import { planArrival, planWalk } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import type { Journal } from '../../src/store/journal.ts'
import { aFolder, aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { contentOf, putContent } from '../helpers/papers.ts'
import { randomJournal } from '../helpers/random-journal.ts'
import { sunday } from './builders.ts'

// What earlier months come to is kept for a session, and decides nothing: it plans as if it had read them all.

const craving: Measure = {
  ...firstRevision(aStamp()),
  ...{ kind: 'measure', name: 'craving', aliases: [], unit: 'steps', every: 'week' },
}

const gather = async (journal: Journal, day: Day = sunday) =>
  (await gatherKnown(journal, day, defaultSettings)).known

/** The same with every word of it, and every letter there is. */
async function whole(journal: Journal, known: KnownSoFar): Promise<KnownSoFar> {
  const { day } = known
  const recent = await journal.entries({ today: day, from: addDays(day, -DAYS_BACK), to: day })
  const letters = await journal.entries({ today: day, to: day, kinds: ['letter'] })
  return { ...known, entries: [...letters, ...recent.filter(({ kind }) => kind !== 'letter')] }
}

const fields = 'id kind day session theme mood prompt tags people feelings details'.split(' ')
const within = ['moment', 'passed', 'measures', 'connection', 'due', 'steps', 'sealedUntil']

/** Whoever looks at more of them than is kept is told so. */
function guarded(known: KnownSoFar): KnownSoFar {
  const only = <T extends object>(value: T, names: readonly string[]): T =>
    new Proxy(value, {
      get(target, name) {
        if (!names.includes(String(name))) throw new Error(`looks at ${String(name)}`)
        return Reflect.get(target, name)
      },
    })
  const thin = ({ details, prompt, ...entry }: Entry): Entry =>
    only(
      {
        ...entry,
        ...(details && { details: only(details, within) }),
        ...(prompt && { prompt: only(prompt, ['id']) }),
      } as Entry,
      'tags' in entry ? fields : fields.filter(it => !['tags', 'people', 'feelings'].includes(it)),
    )
  return { ...known, entries: known.entries.map(it => ('text' in it ? it : thin(it))) }
}

const answersIn = (journal: Journal): string[] => {
  const cache = join(journal.folder, 'g1', 'cache')
  return existsSync(cache) ? readdirSync(cache).filter(name => name.startsWith('answer-')) : []
}

it('plans as if it had read the whole journal', async () => {
  let outlined = 0
  for (let seed = 1; seed <= 8; seed++) {
    const folder = aFolder('memory')
    const { oneMore } = await randomJournal(folder, seed)
    const journal = await aJournal({ folder })
    for (const day of ['2026-11-22', '2026-11-02', '2027-05-30'].map(asDay))
      for (const more of [undefined, undefined, oneMore]) {
        await more?.()
        const known = { ...(await gather(journal, day)), measures: [craving] }
        outlined += known.entries.filter(entry => !('text' in entry)).length
        const all = await whole(journal, known)
        expect(planArrival(guarded(known))).toEqual(planArrival(all))
        for (const length of ['short', 'steady'] as const)
          for (const mood of [undefined, 2] as const) {
            const wish = { length, ...(mood && { mood }) }
            expect(planWalk(guarded(known), wish)).toEqual(planWalk(all, wish))
          }
      }
    rmSync(folder, { recursive: true, force: true })
  }
  expect(outlined).toBeGreaterThan(150)
})

const october = anEntry({ day: asDay('2026-10-05'), text: 'A word.', session: 'one' })
const due = (day: string, more: object = {}) =>
  anEntry({ kind: 'promise', day: asDay(day), details: { due: sunday }, ...more })

it('keeps no word of a page, and shows those of a promise that is due all the same', async () => {
  const journal = await aJournal()
  const words = 'canary'
  await journal.commit('made', [
    october,
    due('2026-10-06', { text: `${words} walk`, details: { due: sunday, cue: words } }),
    anEntry({
      kind: 'letter',
      day: asDay('2026-10-07'),
      text: `Dear ${words}`,
      details: { to: words, sealedUntil: sunday },
    }),
    anEntry({ day: asDay('2026-10-08'), text: words, prompt: { id: 'growth-x', text: words } }),
  ])
  for (const _ of ['made', 'kept']) {
    const arrival = planArrival(await gather(journal))
    expect(arrival.due).toMatchObject([{ text: `${words} walk`, cue: words }])
    expect(arrival.letters).toMatchObject([{ text: `Dear ${words}` }])
  }
  const [name = '', ...others] = answersIn(journal)
  expect(others).toEqual([])
  const kept = contentOf(join(journal.folder, 'g1', 'cache', name)).toString()
  expect(kept).toContain('growth-x')
  expect(kept).not.toContain(words)
})

it('opens no earlier month once it knows what they come to', async () => {
  const read: string[] = []
  const journal = await aJournal({
    paper: plain => ({
      ...plain,
      read(path) {
        read.push(path.slice(path.lastIndexOf('/') + 1))
        return plain.read(path)
      },
    }),
  })
  await journal.commit('made', [october, anEntry()])
  await gather(journal)
  expect(read).toContain('2026-10.json')
  await journal.commit('more', [anEntry()])
  read.length = 0
  await gather(journal)
  expect(read.filter(name => name !== 'checked.json')).toEqual([
    expect.stringMatching(/^answer-/),
    '2026-11.json',
  ])
})

test.each([
  ['an entry of an earlier month', () => anEntry({ day: asDay('2026-09-01') })],
  ['what is muted', () => newMute('prompt', 'growth-x', aStamp())],
])('it is found out anew with %s', async (_, made) => {
  const journal = await aJournal()
  await journal.commit('made', [october, anEntry()])
  await gather(journal)
  await journal.commit('more', [made()])
  const known = await gather(journal)
  expect(known.entries).toHaveLength((await whole(journal, known)).entries.length)
  expect(known.mutes).toEqual(await journal.mutes())
})

/** A journal on a disk that at times gives one of its files no more. */
const aJournalWithout = (name: string, isBroken: () => boolean) =>
  aJournal({
    paper: plain => ({
      ...plain,
      read(path) {
        if (isBroken() && path.endsWith(name))
          throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' })
        return plain.read(path)
      },
    }),
  })

it('asks of nothing that cannot be read any more', async () => {
  let isBroken = false
  const journal = await aJournalWithout('2026-10.json', () => isBroken)
  await journal.commit('made', [october, due('2026-10-06'), due('2026-11-06'), anEntry()])
  await gather(journal)
  isBroken = true
  const arrival = planArrival(await gather(journal))
  expect(arrival.due.map(({ made }) => made)).toEqual(['2026-11-06'])
})

it('goes by whoever can be read again', async () => {
  let isBroken = true
  const journal = await aJournalWithout('people.json', () => isBroken)
  await journal.commit('made', [october, anEntry({ people: ['Ana'] })])
  const may = async () => (await gatherKnown(journal, sunday, defaultSettings)).mayInvite('Ana')
  expect(await may()).toBe(false)
  isBroken = false
  expect(await may()).toBe(true)
})

it('knows of what lies in two months once', async () => {
  const journal = await aJournal()
  await journal.commit('made', [october, anEntry()])
  const month = join(journal.folder, 'g1', 'months', '2026-10.json')
  copyFileSync(month, `${month}.copy`)
  await journal.commit('moved', [revise(october, { day: asDay('2026-11-05') }, aStamp())])
  copyFileSync(`${month}.copy`, month)
  for (const _ of ['made', 'kept']) {
    const known = await gather(journal)
    expect(known.entries).toEqual((await whole(journal, known)).entries)
    expect(known.entries.filter(({ id }) => id === october.id)).toHaveLength(1)
  }
})

it('keeps nothing where a later month has a say', async () => {
  const journal = await aJournal()
  await journal.commit('made', [october, anEntry()])
  const stamp = aStamp()
  const here = revise(october, { day: asDay('2026-11-05'), mood: 1 }, stamp)
  // Of two days the one with the greater revision stays.
  const there = { ...revise(october, { day: asDay('2026-10-09') }, stamp), revision: 'zz' }
  await journal.commit('here', [here])
  await journal.commit('there', [there])
  const first = async () => (await gather(journal)).entries[0]
  expect(await first()).toMatchObject({ day: '2026-10-09', mood: 1 })
  // The other side goes on, and knows nothing of this one: only its own month is written.
  await journal.commit('here again', [tombstone(here, stamp)])
  expect(await first()).toMatchObject({ day: '2026-10-09' })
  expect(await first()).not.toHaveProperty('mood')
})

it('takes no month for sound that nobody looked over', async () => {
  const journal = await aJournal()
  await journal.commit('made', [anEntry({ day: asDay('2025-01-05'), mood: 2 }), october])
  // Where something was changed in two places, the months before the last half year are not looked at.
  for (const text of ['Said here.', 'Said there.'])
    await journal.commit('two places', [revise(october, { text }, aStamp())])
  const month = join(journal.folder, 'g1', 'months', '2025-01.json')
  putContent(month, Buffer.from(contentOf(month).toString().replace('"mood":2', '"mood":"2"')))
  for (const _ of ['found out', 'kept']) {
    const session = await aJournal({ folder: journal.folder })
    await gather(session)
    await expect(session.entries({ today: sunday })).rejects.toThrow('is damaged')
  }
})

it('sees in an earlier month what it would see in this one', async () => {
  const journal = await aJournal()
  const checkin = (day: string, details: object, more: object = {}) =>
    anEntry({ kind: 'checkin', day: asDay(day), details, ...more })
  const low = { mood: 1 as const, tags: ['work'] }
  const letter = (day: string, opens: string) =>
    anEntry({ kind: 'letter', day: asDay(day), details: { sealedUntil: asDay(opens) } })
  await journal.commit('made', [
    checkin('2026-10-20', { moment: 'arrive' }, { session: 'two', mood: 4 }),
    checkin('2026-10-20', { moment: 'leave' }, { session: 'two', mood: 3 }),
    ...['2026-10-21', '2026-10-26', '2026-10-30'].map(day => anEntry({ day: asDay(day), ...low })),
    checkin('2026-10-29', { connection: { cared: 3 } }),
    checkin('2026-10-30', { passed: ['growth-when-then', 'season'] }),
    checkin('2026-10-30', { measures: { craving: 3 } }),
    letter('2026-10-20', '2026-11-02'),
    letter('2026-10-22', '2026-12-24'),
  ])
  const day = asDay('2026-11-02')
  const known = { ...(await gather(journal, day)), measures: [craving] }
  const all = await whole(journal, known)
  expect(known.entries.map(({ id }) => id)).toEqual(all.entries.map(({ id }) => id))
  expect(pastOf(known.entries, day)).toEqual(pastOf(all.entries, day))
  expect(pastOf(known.entries, day)).toMatchObject({ lowTopic: 'work', lowerInARow: 1 })
  expect(planArrival(known)).toEqual(planArrival(all))
  expect(planArrival({ ...known, measures: [] })).not.toHaveProperty('season')
  expect(planArrival(known)).not.toHaveProperty('measures')
})
