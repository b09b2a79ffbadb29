import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Checkup } from '../../src/store/finding.ts'
import type { Journal } from '../../src/store/journal.ts'
import { encodeLines } from '../../src/store/lines.ts'
import { mend } from '../../src/store/mend.ts'
import { encodeChange } from '../../src/store/pending.ts'
import { aClock, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import { contentOf, onPaper, putContent, textOf } from '../helpers/papers.ts'

const today = asDay('2026-11-22')

async function aPatient() {
  const clock = aClock('2026-11-21T12:00:00Z')
  const journal = await aJournal({ clock })
  const [a, b] = [anEntry({ text: 'a' }), anEntry({ text: 'b' })]
  await journal.commit('jot', [a])
  await journal.commit('jot', [b])
  clock.set('2026-11-22T12:00:00Z')
  const c = anEntry({ text: 'c' })
  await journal.commit('jot', [c])
  const care: Checkup = {
    ...onPaper,
    folder: journal.folder,
    host,
    now: clock.now,
    newId: clock.newId,
  }
  const inside = (path: string) => join(journal.folder, 'g1', path)
  return { journal, care, a, b, c, inside, month: inside('months/2026-11.json') }
}

/** Mends all that can be mended; afterwards nothing must be the matter. */
async function mended(care: Checkup) {
  const done = await mend(care, await examine(care))
  expect((await examine(care)).filter(({ fine }) => !fine)).toEqual([])
  return done
}

const texts = async (journal: Journal) => (await journal.entries({ today })).map(it => it.text)
const whats = async (care: Checkup) => (await examine(care)).map(({ what }) => what)

test('a healthy journal has no findings, and neither has none at all', async () => {
  const { care, journal } = await aPatient()
  expect(await examine(care)).toEqual([])
  expect(await examine({ ...care, folder: `${journal.folder}-not-there` })).toEqual([])
})

test('a cut off month comes back from its own lines and the copy before it', async () => {
  const { journal, care, month } = await aPatient()
  const bytes = contentOf(month)
  putContent(month, bytes.subarray(0, bytes.indexOf('"text":"c"')))
  const [finding] = await examine(care)
  expect(finding).toMatchObject({ what: 'damaged', file: month, mendable: true })
  expect(finding?.words).toMatch(/it ends in the middle of line 5/)
  await expect(journal.entries({ today })).rejects.toThrow('hearten doctor')
  const [done] = await mended(care)
  expect(done?.words).toContain('2 from the file itself')
  expect(done?.words).toContain('1 of its lines cannot be read')
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
  const aside = readdirSync(join(month, '..')).filter(name => name.includes('.damaged-'))
  expect(aside).toHaveLength(1)
  expect(contentOf(join(month, '..', aside[0] ?? ''))).toEqual(
    bytes.subarray(0, bytes.indexOf('"text":"c"')),
  )
})

test('a damaged month behind a link is kept aside as it was, and the link stays one', async () => {
  const { journal, care, month } = await aPatient()
  const real = join(journal.folder, 'elsewhere.json')
  const torn = contentOf(month).subarray(0, -100)
  putContent(real, torn)
  chmodSync(real, 0o644)
  unlinkSync(month)
  symlinkSync(real, month)
  await mended(care)
  expect(lstatSync(month).isSymbolicLink()).toBe(true)
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
  const [aside = ''] = readdirSync(join(month, '..')).filter(name => name.includes('.damaged-'))
  expect(contentOf(join(month, '..', aside))).toEqual(torn)
})

test('a month of which nothing is left comes back from the copy before it and the backups', async () => {
  const { journal, care, month } = await aPatient()
  putContent(month, Buffer.alloc(5000))
  const [done] = await mended(care)
  expect(done?.words).toContain('2 records now, 2 from the copy before it')
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
  putContent(month, 'null')
  unlinkSync(`${month}.bak`)
  const [again] = await mended(care)
  expect(again?.words).toContain('from the backup of 2026-11-22')
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
})

test('a month broken while edited by hand keeps the edit, and what was there before', async () => {
  const { journal, care, month, b } = await aPatient()
  const text = textOf(month).replace('"text":"b"', '"text":"b, by hand"')
  putContent(month, text.replace('"history":[', '"history":'))
  await mended(care)
  expect(await texts(journal)).toEqual(['a', 'b, by hand', 'c'])
  expect((await journal.history(b.id)).map(it => it.text)).toEqual(['b', 'b, by hand'])
})

test('an entry that had moved away from a damaged month does not come back there', async () => {
  const { journal, care, month, a } = await aPatient()
  await journal.commit('edit', [revise(a, { day: asDay('2026-03-03') }, aStamp())])
  putContent(month, '')
  await mended(care)
  expect((await journal.entries({ today })).map(({ day, text }) => [day, text])).toEqual([
    ['2026-03-03', 'a'],
    ['2026-11-22', 'b'],
    ['2026-11-22', 'c'],
  ])
  const november = await journal.entries({ today, from: asDay('2026-11-01') })
  expect(november.map(({ text }) => text)).toEqual(['b', 'c'])
})

test('an entry that was put into the wrong month by hand is brought to its own', async () => {
  const { journal, care, month } = await aPatient()
  const text = textOf(month)
  putContent(month, text.replace('"day":"2026-11-22","text":"c"', '"day":"2026-03-03","text":"c"'))
  await mended(care)
  expect((await journal.entries({ today })).map(it => it.day)).toEqual([
    ...['2026-03-03', '2026-11-22', '2026-11-22'],
  ])
})

test('waiting changes are in the mended month', async () => {
  const { journal, care, month } = await aPatient()
  putContent(month, contentOf(month).subarray(0, -10))
  await journal.commit('jot', [anEntry({ text: 'd' })])
  expect(await whats(care)).toEqual(['damaged', 'waiting'])
  await mended(care)
  expect(await texts(journal)).toEqual(['a', 'b', 'c', 'd'])
  expect(readdirSync(join(month, '../../pending'))).toEqual([])
})

test('what can be read of a damaged waiting change is brought back', async () => {
  const { journal, care, inside } = await aPatient()
  const records = [anEntry({ text: 'whole' }), anEntry({ text: 'torn' })]
  const change = { id: 'x1', sequence: 5, label: 'jot', at: '', records }
  const bytes = encodeChange(change)
  const path = inside('pending/5-x1.json')
  putContent(path, bytes.subarray(0, bytes.indexOf('torn')), { mode: 0o600 })
  await expect(journal.everything()).rejects.toThrow('damaged')
  await mended(care)
  expect(await texts(journal)).toEqual(['a', 'b', 'c', 'whole'])
})

test('a copy made by a sync tool gives what only it has, once', async () => {
  const { journal, care, month, inside } = await aPatient()
  const theirs = anEntry({ text: 'theirs' })
  const shelf = JSON.parse(textOf(month))
  const { records, history, changes } = shelf
  const copy = encodeLines(
    { shelf: '2026-11' },
    { records: [...records, theirs], history, changes },
  )
  for (const name of ['2026-11.sync-conflict-20261122-1.json', "2026-11 (Ana's copy).json"])
    putContent(inside(`months/${name}`), copy, { mode: 0o600 })
  expect(await whats(care)).toEqual(['conflict', 'conflict'])
  const done = await mended(care)
  expect(done.map(({ words }) => words.slice(0, 9))).toEqual(['1 record ', '0 records'])
  expect(await texts(journal)).toEqual(['a', 'b', 'c', 'theirs'])
  await journal.undo()
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
})

test('rights that are too wide are narrowed, and what is not ours is left alone', async () => {
  const { care, month, inside } = await aPatient()
  chmodSync(month, 0o644)
  chmodSync(inside('months'), 0o755)
  putContent(inside('months/notes.txt'), 'mine', { mode: 0o644 })
  expect(await whats(care)).toEqual(['mode', 'mode'])
  await mended(care)
})

test('something else in the place of a waiting change is named, and blocks nothing', async () => {
  const { journal, care, inside } = await aPatient()
  mkdirSync(inside('pending/7-foreign.json'), { mode: 0o700 })
  await journal.commit('jot', [anEntry({ text: 'd' })])
  expect(await texts(journal)).toEqual(['a', 'b', 'c', 'd'])
  expect(journal.notices.join()).toContain('7-foreign.json cannot be read')
  expect(readdirSync(inside('pending'))).toEqual(['7-foreign.json'])
  expect(await journal.snapshot()).toBeDefined()
  expect(await examine(care)).toMatchObject([{ what: 'damaged', mendable: false }])
})

test('a damaged change with the wrong rights is kept aside, and mending goes on', async () => {
  const { journal, care, inside } = await aPatient()
  putContent(inside('pending/7-torn.json'), '{"hearten":1,', { mode: 0o644 })
  chmodSync(inside('months'), 0o755)
  await mend(care, await examine(care))
  expect((statSync(inside('months')).mode & 0o777).toString(8)).toBe('700')
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
})

test('another owner is said, with what to do', async () => {
  const { care } = await aPatient()
  const findings = await examine({ ...care, host: { ...host, uid: 4242 } })
  expect(new Set(findings.map(({ what }) => what))).toEqual(new Set(['owner']))
  expect(findings[0]?.how).toContain('chown')
})

test('what a kill left behind is cleared; a change that is whole is kept', async () => {
  const { journal, care, inside } = await aPatient()
  const records = [anEntry({ text: 'in flight' })]
  const change = encodeChange({ id: 'x1', sequence: 5, label: 'jot', at: '', records })
  const whole = inside('pending/.5-x1.json.0123456789ab.tmp')
  const torn = inside('pending/.6-x2.json.0123456789ab.tmp')
  putContent(whole, change, { mode: 0o600 })
  putContent(torn, change.subarray(0, 99), { mode: 0o600 })
  const long = new Date('2026-11-22T11:00:00Z')
  for (const path of [whole, torn]) utimesSync(path, long, long)
  expect(await whats(care)).toEqual(['stray', 'stray'])
  await mended(care)
  expect(await texts(journal)).toEqual(['a', 'b', 'c', 'in flight'])
  expect(readdirSync(inside('pending'))).toEqual([])
})

test('a lock of another computer is broken only when the person says so', async () => {
  const { care, journal } = await aPatient()
  const lock = join(journal.folder, 'lock')
  const owner = { pid: 1, machine: 'elsewhere', boot: 'elsewhere' }
  writeFileSync(lock, JSON.stringify({ token: 'aa', owner }), { mode: 0o600 })
  const [finding] = await examine(care)
  expect(finding).toMatchObject({ what: 'lock', mendable: true, ask: expect.stringContaining('?') })
  await mended(care)
  expect(existsSync(lock)).toBe(false)
})

test('a lost first page is written anew, and the words are found meanwhile', async () => {
  const { journal, care } = await aPatient()
  const path = join(journal.folder, 'journal.json')
  unlinkSync(path)
  const again = await aJournal({ folder: journal.folder })
  expect(await texts(again)).toEqual(['a', 'b', 'c'])
  expect(again.notices.join()).toContain('journal.json is missing')
  writeFileSync(path, '{', { mode: 0o600 })
  await expect(aJournal({ folder: journal.folder })).rejects.toThrow('hearten doctor')
  expect(await whats(care)).toEqual(['manifest'])
  await mended(care)
  expect(await texts(await aJournal({ folder: journal.folder }))).toEqual(['a', 'b', 'c'])
})

test('a newer journal is named, and nothing is done to it', async () => {
  const { journal, care, month } = await aPatient()
  putContent(month, textOf(month).replace('"hearten":1', '"hearten":2'))
  expect(await examine(care)).toMatchObject([{ what: 'newer', mendable: false }])
  await expect(journal.entries({ today })).rejects.toThrow('newer hearten')
  const path = join(journal.folder, 'journal.json')
  writeFileSync(path, textOf(path).replace('"hearten": 1', '"hearten": 2'))
  expect(await whats(care)).toContain('newer')
})

test('drafts are mentioned; one that cannot be read is kept aside', async () => {
  const { journal, care, inside } = await aPatient()
  await journal.drafts.save('evening', { text: 'half' })
  expect(await examine(care)).toMatchObject([{ what: 'draft', fine: true, mendable: false }])
  putContent(inside('drafts/evening.json'), 'torn')
  expect(await examine(care)).toMatchObject([{ what: 'draft', mendable: true }])
  await mended(care)
  expect(readdirSync(inside('drafts'))).toEqual([expect.stringMatching(/^evening\.json\.damaged-/)])
})

test('a damaged copy in a backup is found and makes room for a good one', async () => {
  const { care, inside } = await aPatient()
  const copy = inside('backups/2026-11-22/months/2026-11.json')
  mkdirSync(join(copy, '..'), { recursive: true })
  putContent(copy, 'torn', { mode: 0o600 })
  expect(await whats(care)).toEqual(['backup'])
  await mended(care)
  expect(existsSync(copy)).toBe(false)
})
