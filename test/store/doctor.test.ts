import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import type { Checkup } from '../../src/store/checkup.ts'
import { examine } from '../../src/store/doctor.ts'
import { readNumbers } from '../../src/store/help-numbers.ts'
import type { Journal } from '../../src/store/journal.ts'
import { encodeLines } from '../../src/store/lines.ts'
import { mend } from '../../src/store/mend.ts'
import { encodeChange } from '../../src/store/pending.ts'
import { aClock, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import { contentOf, ofNewerVersion, onPaper, putContent, textOf } from '../helpers/papers.ts'

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

test('a cut off month comes back from its own lines and every copy, and says what may be missing', async () => {
  const { journal, care, month } = await aPatient()
  const bytes = contentOf(month)
  putContent(month, bytes.subarray(0, bytes.indexOf('"text":"c"')))
  const [finding] = await examine(care)
  expect(finding).toMatchObject({ what: 'damaged', file: month, mendable: true })
  expect(finding?.words).toMatch(/it ends in the middle of line 5/)
  await expect(journal.entries({ today })).rejects.toThrow('hearten doctor')
  const [done] = await mended(care)
  expect(done?.words).toContain('2 from the file itself')
  expect(done?.words).toContain('1 from the newest changes')
  expect(done?.words).toContain('1 of its lines cannot be read')
  expect(done?.words).toContain('The newest entries may be missing.')
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
  expect(done?.words).toContain(
    '3 records now, 2 from the copy before it, 1 from the newest changes',
  )
  expect(done?.words).toContain('The newest entries may be missing.')
  expect(await texts(journal)).toEqual(['a', 'b', 'c'])
  putContent(month, 'null')
  unlinkSync(`${month}.bak`)
  const [again] = await mended(care)
  expect(again?.words).toContain(
    '3 records now, 1 from the newest changes, 2 from the backup of 2026-11-22',
  )
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

test('what came back from another month, and was filed as gone, is found and brought back', async () => {
  const { journal, care, a, month } = await aPatient()
  const away = revise(a, { day: asDay('2026-10-05') }, aStamp())
  const there = revise(away, { text: 'a, changed there' }, aStamp())
  const back = revise(there, { day: asDay('2026-11-20') }, aStamp())
  for (const record of [away, there, back]) await journal.commit('edit', [record])
  expect(await whats(care)).toEqual([])
  const shelf = JSON.parse(textOf(month))
  const { records, history, changes } = shelf
  const isBack = ({ revision }: { revision: string }) => revision === back.revision
  putContent(
    month,
    encodeLines(
      { hearten: 1, shelf: '2026-11' },
      {
        records: records.filter((record: typeof back) => !isBack(record)),
        history: [...history, ...records.filter(isBack)],
        changes,
      },
    ),
    { mode: 0o600 },
  )
  // It is seen all the same, since what is known of all months is.
  expect(await texts(journal)).toEqual(['a, changed there', 'b', 'c'])
  expect(await journal.entries({ today })).toHaveLength(3)
  expect(await whats(care)).toEqual(['misfiled'])
  await mended(care)
  expect(await texts(journal)).toEqual(['a, changed there', 'b', 'c'])
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

test('a lock that somebody took since it was seen is left alone', async () => {
  const { care, journal } = await aPatient()
  const lock = join(journal.folder, 'lock')
  // Nobody has to be waited for as long as a person would.
  vi.stubGlobal('setTimeout', (go: () => void) => setImmediate(go))
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const hold = (token: string, owner: object) =>
    writeFileSync(lock, JSON.stringify({ token, owner }), { mode: 0o600 })
  const owners = {
    'one that is gone': { ...host.self(), pid: 4_194_400 },
    'one of another computer': { pid: 1, machine: 'elsewhere', boot: 'elsewhere' },
  }
  for (const [which, owner] of Object.entries(owners))
    for (const taker of [host.self(), { pid: 1, machine: 'a third', boot: 'elsewhere' }]) {
      hold('aa', owner)
      const findings = await examine(care)
      expect([which, findings.map(({ what }) => what)]).toEqual([which, ['lock']])
      hold('bb', taker)
      const [done] = await mend(care, findings)
      expect(done?.words).toBe('Somebody else holds it by now. It was left.')
      expect(textOf(lock)).toContain('"bb"')
    }
})

test('a lost first page is written anew, and the words are found meanwhile', async () => {
  const { journal, care } = await aPatient()
  const path = join(journal.folder, 'journal.json')
  unlinkSync(path)
  const again = await aJournal({ folder: journal.folder })
  expect(await texts(again)).toEqual(['a', 'b', 'c'])
  expect(again.notices.join()).toContain('journal.json is missing')
  writeFileSync(path, '{', { mode: 0o600 })
  const torn = await aJournal({ folder: journal.folder })
  await expect(torn.entries({ today })).rejects.toThrow('hearten doctor')
  expect(await whats(care)).toEqual(['manifest'])
  await mended(care)
  expect(await texts(await aJournal({ folder: journal.folder }))).toEqual(['a', 'b', 'c'])
})

test('a newer journal is named, and nothing is done to it', async () => {
  const { journal, care, month } = await aPatient()
  putContent(month, ofNewerVersion(textOf(month)))
  expect(await examine(care)).toMatchObject([{ what: 'newer', mendable: false }])
  await expect(journal.entries({ today })).rejects.toThrow('newer hearten')
  const path = join(journal.folder, 'journal.json')
  writeFileSync(path, ofNewerVersion(textOf(path)))
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

test('help numbers that others can read are made private again', async () => {
  const { care, journal } = await aPatient()
  const file = join(journal.folder, 'help.json')
  writeFileSync(file, '{"version":1,"numbers":[]}')
  chmodSync(file, 0o666)
  expect(await examine(care)).toMatchObject([{ what: 'mode', file }])
  await mended(care)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

const endings = [
  ...['_conflict-20261122-101010.json', '-PC.json', '-Anas-MacBook.json', '~HEAD.json', '(1).json'],
  ...[' (1).json', ' 2.json', '.conflict1.json', '.sync-conflict-20261122-101010-ABCDEFG.json'],
  ...[" (Ana's conflicted copy 2026-11-22).json", '.json~HEAD', '.json.conflict1', '.json (1)'],
  ...['.json_conflict-20261122-101010', '.json.sync-conflict-2', '.json.bak~HEAD', '.json.orig'],
]

test('a copy of a sync tool is known by whatever name, and status counts it', async () => {
  const { care, journal, inside, month } = await aPatient()
  const theirs = endings.map(ending => anEntry({ text: `theirs ${ending}` }))
  const { records, history, changes } = JSON.parse(textOf(month))
  for (const [i, ending] of endings.entries()) {
    const copy = { records: [...records, theirs[i]], history, changes }
    const bytes = encodeLines({ shelf: '2026-11' }, copy)
    putContent(inside(`months/2026-11${ending}`), bytes, { mode: 0o600 })
  }
  expect(await whats(care)).toEqual(endings.map(() => 'conflict'))
  expect(await journal.conflictCopies()).toHaveLength(endings.length)
  await mended(care)
  expect(await texts(journal)).toEqual(['a', 'b', 'c', ...theirs.map(({ text }) => text)])
  expect(await journal.conflictCopies()).toEqual([])
})

test('a copy of the first page and one of the help numbers are taken in too', async () => {
  const { care, journal } = await aPatient()
  const there = (name: string) => join(journal.folder, name)
  const numbers = (...names: string[]) =>
    JSON.stringify({
      version: 1,
      numbers: names.map(name => ({ name, number: '555', addedOn: '2026-11-22' })),
    })
  writeFileSync(there('help.json'), numbers('Ana'), { mode: 0o600 })
  writeFileSync(there('help-PC.json'), numbers('Ana', 'Bo'), { mode: 0o600 })
  writeFileSync(there('journal (1).json'), textOf(there('journal.json')), { mode: 0o600 })
  expect(await whats(care)).toEqual(['conflict', 'conflict'])
  await mended(care)
  expect(readNumbers(journal.folder).numbers.map(({ name }) => name)).toEqual(['Ana', 'Bo'])
})

test.each(['2026-11-22.json', '2026-11.txt', 'notes.json'])(
  'a file of somebody else is no copy of ours: %s',
  async name => {
    const { care, inside } = await aPatient()
    putContent(inside(`months/${name}`), '{}', { mode: 0o644 })
    expect(await examine(care)).toEqual([])
  },
)

describe('a month that an older one was put in the place of', () => {
  it('is noticed by what the copies hold, and brought forward', async () => {
    const { journal, care, month } = await aPatient()
    putContent(month, contentOf(`${month}.bak`))
    expect(await texts(journal)).toEqual(['a', 'b'])
    expect(await examine(care)).toMatchObject([{ what: 'missing', file: month, mendable: true }])
    await mended(care)
    expect(await texts(journal)).toEqual(['a', 'b', 'c'])
  })

  it('is noticed by the log of another month, also when nothing is left of it', async () => {
    const { journal, care, inside } = await aPatient()
    await journal.commit('jot', [anEntry({ text: 'october', day: asDay('2026-10-05') })])
    const october = inside('months/2026-10.json')
    unlinkSync(october)
    rmSync(inside('recent'), { recursive: true, force: true })
    const [finding] = await examine(care)
    expect(finding).toMatchObject({ what: 'missing', file: october })
    expect(finding?.words).toContain('in no file here any more')
    const done = await mended(care)
    expect(done.at(-1)?.words).toContain('1 record that were here once')
  })

  it('is none when something was erased: the log of another month forgets it too', async () => {
    const { journal, care, month } = await aPatient()
    const october = anEntry({ text: 'october', day: asDay('2026-10-05') })
    await journal.commit('jot', [october])
    expect(textOf(month)).toContain(october.revision)
    await journal.erase([october.id])
    expect(textOf(month)).not.toContain(october.revision)
    expect(await examine(care)).toEqual([])
  })

  it('is read as lost, not as empty, when only the copy before is left', async () => {
    const { journal, care, month } = await aPatient()
    unlinkSync(month)
    await expect(journal.entries({ today })).rejects.toThrow('it was there and is not')
    await journal.commit('jot', [anEntry({ text: 'd' })])
    expect(journal.notices.join()).toContain('What you wrote is kept')
    expect(existsSync(month)).toBe(false)
    await mended(care)
    expect(await texts(journal)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is read as lost when it leads to a disk that is not there', async () => {
    const { journal, care, month, inside } = await aPatient()
    for (const path of [month, `${month}.bak`]) unlinkSync(path)
    symlinkSync(inside('not-there/2026-11.json'), month)
    await expect(journal.entries({ today })).rejects.toThrow('leads to a file that is not there')
    expect(await examine(care)).toMatchObject([{ what: 'missing', mendable: false }])
  })
})
