import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { writeJson } from '../../src/formats/json.ts'
import { jsonInParts } from '../../src/formats/json-in-parts.ts'
import type { JournalRecord } from '../../src/journal/change.ts'
import type { Day } from '../../src/journal/day.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { revise, tombstone } from '../../src/journal/entry.ts'
import { grouped } from '../../src/journal/grouped.ts'
import { currentOf } from '../../src/journal/merge.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Journal } from '../../src/store/journal.ts'
import { mend } from '../../src/store/mend.ts'
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
import { onPaper } from '../helpers/papers.ts'
import fc from '../helpers/properties.ts'

const days = ['2026-09-12', '2026-10-05', '2026-10-30', '2026-11-22'].map(asDay)
const query = { today: asDay('2026-11-22'), sealed: 'include' } as const
const isLong = process.env.HEARTEN_LONG_TESTS === '1'

const ways = ['edit', 'edit', 'move', 'move', 'edit and move', 'star', 'delete'] as const

/** What is done to one entry on two computers, which are told of each other now and then. */
const someSteps = fc.array(
  fc.record({
    on: fc.constantFrom(0 as const, 1 as const),
    what: fc.constantFrom(...ways, 'undo', 'undo', 'redo', 'take in', 'restore', 'read'),
    day: fc.constantFrom(...days),
  }),
  { maxLength: isLong ? 30 : 14 },
)

/** Does one of these to an entry; what is no change of it does nothing. */
async function change(
  journal: Journal,
  entry: Entry,
  { what, day, text }: { what: string; day: Day; text: string },
): Promise<void> {
  const put = (record: Entry) => journal.commit(what, [record])
  if (what === 'edit') await put(revise(entry, { text }, aStamp()))
  if (what === 'move') await put(revise(entry, { day }, aStamp()))
  if (what === 'edit and move') await put(revise(entry, { day, text }, aStamp()))
  if (what === 'star')
    await put(revise(entry, { starred: entry.starred ? undefined : true }, aStamp()))
  if (what === 'delete') await put(tombstone(entry, aStamp()))
}

async function revisionsIn(journal: Journal): Promise<Map<string, JournalRecord>> {
  const { entries, people, settings, history } = await journal.everything()
  const all = [...entries, ...people, ...settings, ...history]
  return new Map(all.map(record => [record.revision, record]))
}

async function takeIn(into: Journal, from: Journal): Promise<void> {
  const known = await revisionsIn(into)
  const all = [...(await revisionsIn(from)).values()]
  const unknown = all.filter(({ revision }) => !known.has(revision))
  if (unknown.length > 0) await into.commit('import', unknown)
}

const saidIn = ({ id, day, text, starred }: Entry) => `${id} ${day} ${text}${starred ? ' *' : ''}`
const allSaidIn = (entries: readonly Entry[]) => entries.map(saidIn).sort()

/** What is read of a journal: the same whichever way it is read. */
async function readIn(journal: Journal): Promise<string[]> {
  const all = [...(await revisionsIn(journal)).values()] as Entry[]
  const things = grouped(all, ({ id }) => id)
  const meant = [...things.values()].flatMap(revisions => currentOf(revisions) ?? [])
  const said = allSaidIn(meant.filter(({ deleted }) => !deleted))
  const gone = meant.flatMap(({ id, deleted }) => (deleted ? [id] : []))

  const entries = await journal.entries(query)
  expect(allSaidIn(entries)).toEqual(said)
  expect(allSaidIn(await journal.entries({ ...query, limit: 9 }))).toEqual(said)
  const kinds = ['note'] as const
  expect(allSaidIn(await journal.entries({ ...query, kinds }))).toEqual(said)
  // Twice: the second time what is remembered.
  const found = () => journal.findings(query, months => allSaidIn(months.entries()))
  expect(await found()).toEqual(said)
  expect(await found()).toEqual(said)
  const byMonth = await journal.monthByMonth(async walk => {
    const all: Entry[] = []
    for await (const some of walk.entries(query)) all.push(...some)
    const json: Buffer[] = []
    for await (const part of jsonInParts(walk.everything())) json.push(Buffer.from(part))
    return { all, json: Buffer.concat(json).toString() }
  })
  expect(allSaidIn(byMonth.all)).toEqual(said)
  expect(byMonth.json).toBe(writeJson(await journal.everything()))
  expect((await journal.trash()).map(({ id }) => id).sort()).toEqual(gone.sort())
  const whole = await journal.everything()
  expect(whole.entries.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort())
  // A copy of how it is now has nothing to bring back.
  expect((await journal.planRestore(whole)).records).toEqual([])
  for (const id of things.keys()) {
    const one = await journal.entry(id)
    expect(one && !one.deleted ? [saidIn(one)] : []).toEqual(said.filter(it => it.startsWith(id)))
  }
  return said
}

const open = () =>
  aJournal({ folder: join(aFolder('memory'), 'data'), clock: aClock(), disk: quickDisk })

test('what was written on two computers is read the same on both, and in every way, once they know of each other', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, fc.infiniteStream(fc.nat()), async (steps, chance) => {
      const journals = [await open(), await open()] as const
      const copies = [await journals[0].everything()]
      await journals[0].commit('jot', [anEntry({ text: 'first', day: asDay('2026-10-05') })])
      await takeIn(journals[1], journals[0])
      for (const [i, { on, what, day }] of steps.entries()) {
        const [journal, other] = [journals[on], journals[on === 0 ? 1 : 0]]
        const [entry] = await journal.entries(query)
        if (what === 'take in') await takeIn(journal, other)
        if (what === 'undo') await journal.undo()
        if (what === 'redo') await journal.redo()
        if (what === 'read') await readIn(journal)
        if (what === 'read') copies.push(await journal.everything())
        if (what === 'restore') {
          const copy = copies[i % copies.length] as (typeof copies)[number]
          await journal.restore('restore', copy)
          expect((await journal.entries(query)).length).toBe(copy.entries.length)
        }
        if (entry) await change(journal, entry, { what, day, text: `${i}` })
      }
      await readIn(journals[0])
      await readIn(journals[1])
      await takeIn(journals[0], journals[1])
      await takeIn(journals[1], journals[0])
      const said = await readIn(journals[0])
      expect(await readIn(journals[1])).toEqual(said)
      // However it comes to a third.
      const third = await open()
      const all = [...(await revisionsIn(journals[0])).values()]
      const order = all.map(record => [chance.next().value ?? 0, record] as const)
      for (const [, record] of order.sort(([a], [b]) => a - b)) await third.commit('one', [record])
      expect(await readIn(third)).toEqual(said)
      expect(writeJson(await third.everything())).toBe(writeJson(await journals[0].everything()))
    }),
    { numRuns: isLong ? 300 : 50 },
  )
})

/** What two folders were when a tool for syncing last saw them alike: by file, its bytes. */
type Seen = Map<string, string>

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        name =>
          statSync(join(folder, name)).isFile() &&
          !/^g1.(cache|drafts|backups)|^lock$|conflict|merged/.test(name),
      )
    : []

/** A tool never gives one copy the name of another. */
let copied = 0

/** Makes two folders alike, file by file, as such a tool does: what both changed is kept twice. */
function sync(folders: readonly [string, string], seen: Seen, isMeant: (file: string) => boolean) {
  const [here, there] = folders
  const bytesOf = (folder: string, file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'latin1') : ''
  const put = (from: string, file: string, to: string, name = file) => {
    if (!existsSync(dirname(join(to, file)))) return
    if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, name))
    else rmSync(join(to, name), { force: true })
  }
  for (const file of new Set([...filesIn(here), ...filesIn(there), ...seen.keys()])) {
    if (!isMeant(file)) continue
    const [ours, theirs, before] = [bytesOf(here, file), bytesOf(there, file), seen.get(file) ?? '']
    if (ours !== theirs && ours === before) put(there, file, here)
    else if (ours !== theirs && theirs === before) put(here, file, there)
    else if (ours !== theirs && (ours === '' || theirs === '')) {
      put(ours === '' ? there : here, file, ours === '' ? here : there)
    } else if (ours !== theirs) {
      const name = file.replace(
        /(\.json.*)$/,
        `.sync-conflict-20261122-${100_000 + copied++}-AAAAAAA$1`,
      )
      put(there, file, here, name)
      put(there, file, there, name)
      put(here, file, there)
    }
    seen.set(file, bytesOf(here, file))
  }
}

test('what a tool for syncing made of two folders is read the same in both, with every word', async () => {
  const kinds = [...ways, 'undo', 'redo', 'sync', 'sync some', 'mend'] as const
  const steps = fc.array(
    fc.record({
      on: fc.constantFrom(0 as const, 1 as const),
      what: fc.constantFrom(...kinds),
      day: fc.constantFrom(...days),
      some: fc.nat(6),
    }),
    { maxLength: isLong ? 25 : 10, size: 'max' },
  )
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const folders = [0, 1].map(() => join(aFolder('memory'), 'data')) as [string, string]
      const clock = aClock()
      const open = (on: 0 | 1) => aJournal({ folder: folders[on], clock, disk: quickDisk })
      const mended = async (on: 0 | 1) => {
        const care = { ...clock, ...onPaper, folder: folders[on], host, disk: quickDisk }
        await mend(care, await examine(care))
        expect((await examine(care)).filter(({ fine }) => !fine)).toEqual([])
      }
      await (await open(0)).commit('jot', [anEntry({ text: 'first', day: asDay('2026-10-05') })])
      await (await open(0)).commit('jot', [anEntry({ text: 'stays', day: asDay('2026-10-30') })])
      copyFolder(folders[0], folders[1])
      const seen: Seen = new Map(
        filesIn(folders[0]).map(file => [file, readFileSync(join(folders[0], file), 'latin1')]),
      )
      const written = new Map<string, JournalRecord>()
      for (const [i, { on, what, day, some }] of all.entries()) {
        const journal = await open(on)
        const before = await revisionsIn(journal)
        const entry = (await journal.entries(query)).find(({ text }) => text !== 'stays')
        if (what === 'undo') await journal.undo()
        if (what === 'redo') await journal.redo()
        if (what === 'sync') sync(folders, seen, () => true)
        // A month and the copy before it at a time: the copy alone is a month that got lost, and is said to be.
        const nth = (file: string) =>
          [...file.replace(/\.bak$/, '')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
        if (what === 'sync some') sync(folders, seen, file => nth(file) % 7 === some)
        if (what === 'mend') await mended(on)
        if (entry) await change(journal, entry, { what, day, text: `${i}` })
        if (what.includes('sync') || what === 'mend') continue
        for (const [revision, record] of await revisionsIn(journal))
          if (!before.has(revision)) written.set(revision, record)
      }
      for (let round = 0; round < 2; round++) {
        sync(folders, seen, () => true)
        for (const on of [0, 1] as const) await mended(on)
      }
      const there = [await revisionsIn(await open(0)), await revisionsIn(await open(1))]
      for (const revisions of there)
        expect([...written.keys()].filter(revision => !revisions.has(revision))).toEqual([])
      const said = await readIn(await open(0))
      expect(await readIn(await open(1))).toEqual(said)
    }),
    { numRuns: isLong ? 300 : 30, examples: [[[...movedByBoth]]] },
  )
})

/** Both moved it to another month, and one who knew of both deleted it: the other month does not know that. */
const movedByBoth = [
  { on: 1, what: 'move', day: asDay('2026-11-22'), some: 0 },
  { on: 0, what: 'move', day: asDay('2026-09-12'), some: 0 },
  { on: 0, what: 'sync', day: asDay('2026-09-12'), some: 0 },
  { on: 0, what: 'mend', day: asDay('2026-09-12'), some: 0 },
  { on: 0, what: 'delete', day: asDay('2026-09-12'), some: 0 },
] as const
