import { mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { JournalError } from '../../src/errors.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import type { Disk } from '../../src/store/disk.ts'
import { examine } from '../../src/store/doctor.ts'
import { mend } from '../../src/store/mend.ts'
import type { OnPaper } from '../../src/store/paper.ts'
import { encodeChange } from '../../src/store/pending.ts'
import { aClock, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import { diskAround } from '../helpers/disks.ts'
import { filesHolding } from '../helpers/files.ts'
import { sealed, sealedPaper, unsealed } from '../helpers/papers.ts'

// What only a paper that changes bytes shows. The rest of the store's tests run over it as they are,
// in the project "sealed paper".

const today = asDay('2026-11-22')
const canary = 'canary'
const moment = new Date('2026-11-22T21:00:00Z')

/** A disk that notes into which files the canary is written, were it for a moment only. */
function watchedDisk() {
  const open = new Map<unknown, string>()
  const leaks = new Set<string>()
  const disk: Disk = diskAround(({ name, args }, go) => {
    const result = go()
    if (name === 'openSync') open.set(result, String(args[0]))
    if (name === 'writeSync' && Buffer.from(args[1] as Uint8Array).includes(canary))
      leaks.add(open.get(args[0]) ?? '?')
    return result
  })
  return { disk, leaks }
}

const holdingCanary = (folder: string) => filesHolding(folder, canary)

/** A journal of yesterday and today that is about the canary in all there is to it. */
async function aBird(options: OnPaper = { paper: sealedPaper }) {
  const { disk, leaks } = watchedDisk()
  const on: OnPaper = { ...options, disk }
  const clock = aClock('2026-11-21T12:00:00Z')
  const journal = await aJournal({ ...on, clock })
  const bird = anEntry({ text: 'a canary sang', tags: [canary] })
  await journal.commit(canary, [bird, newPerson('canary', 'close', aStamp())])
  clock.set('2026-11-22T12:00:00Z')
  const inside = (path: string) => join(journal.folder, 'g1', path)
  const care = { ...on, folder: journal.folder, host, now: clock.now, newId: clock.newId }
  const put = (path: string, content: string | Uint8Array) => {
    const bytes = Buffer.from(content)
    writeFileSync(inside(path), on.paper ? sealed(bytes) : bytes, { mode: 0o600 })
  }
  const month = inside('months/2026-11.json')
  const contentOf = () => {
    const bytes = readFileSync(month)
    return on.paper ? unsealed(bytes) : bytes
  }
  const lock = join(journal.folder, 'lock')
  /** The same journal in a moment that lasts: what is typed meanwhile is not due to be synced. */
  const typing = () => aJournal({ ...on, folder: journal.folder, now: () => moment })
  return { typing, journal, bird, leaks, inside, care, put, month, contentOf, lock }
}

type Bird = Awaited<ReturnType<typeof aBird>>

const mended = async ({ care }: Bird) => mend(care, await examine(care))

const writes: Record<string, (it: Bird) => Promise<unknown>> = {
  'a commit, a fold and the backup of the day': ({ journal }) =>
    journal.commit('canary again', [anEntry({ text: 'another canary' })]),
  async 'a change that waits'({ journal, lock }) {
    writeFileSync(lock, JSON.stringify({ token: 'other', owner: host.self() }))
    await journal.commit(canary, [anEntry({ text: 'a waiting canary' })])
    expect(journal.notices).toEqual([])
    unlinkSync(lock)
  },
  async 'an edit that moves, undone and done again'({ journal, bird }) {
    const there = { text: 'a canary elsewhere', day: asDay('2026-03-03') }
    await journal.commit('edit', [revise(bird, there, aStamp())])
    await journal.undo()
    await journal.redo()
  },
  async 'drafts, synced and not'({ typing, inside }) {
    const { drafts } = await typing()
    await drafts.save('evening', { text: 'a canary begins' })
    await drafts.save('evening', { text: 'a canary begins to' })
    expect(readdirSync(inside('drafts'))).toEqual(['evening.json', 'evening.latest.json'])
  },
  async 'a backup and a restore'({ journal }) {
    await journal.snapshot()
    const before = await journal.everything()
    await journal.commit('jot', [anEntry({ text: 'one canary more' })])
    await journal.restore('canary', before)
  },
  async 'an erasure of something else'({ journal, bird }) {
    const other = anEntry({ text: 'a canary to forget' })
    await journal.commit('jot', [other, revise(bird, { text: 'a canary stays' }, aStamp())])
    await journal.snapshot()
    await journal.erase([other.id])
  },
  async 'mending a month, a change, a draft, a copy and what was left behind'(it) {
    const { journal, put, contentOf } = it
    await journal.commit('jot', [anEntry({ text: 'the last canary' })])
    const change = (id: string, text: string) =>
      encodeChange({ id, sequence: 5, label: canary, at: '', records: [anEntry({ text })] })
    put('months/2026-11.sync-conflict-20261122.json', contentOf())
    put('months/2026-11.json', contentOf().subarray(0, -100))
    put('pending/5-x1.json', change('x1', 'a torn canary').subarray(0, -9))
    put('pending/.5-x2.json.0123456789ab.tmp', change('x2', 'a canary in flight'))
    put('drafts/evening.json', '{"x":"canary')
    expect((await mended(it)).length).toBeGreaterThan(3)
  },
  async 'a month edited by hand, and a first page written anew'(it) {
    it.put('months/2026-11.json', it.contentOf().toString().replace('sang', 'was singing'))
    unlinkSync(join(it.journal.folder, 'journal.json'))
    expect(await mended(it)).toHaveLength(2)
  },
}

describe.each(Object.entries(writes))('%s', (_, act) => {
  it('leaves the word in no file under a paper that turns every byte', async () => {
    const it = await aBird()
    await act(it)
    expect([...it.leaks]).toEqual([])
    expect(holdingCanary(it.journal.folder)).toEqual([])
    expect(JSON.stringify(await it.journal.everything())).toContain(canary)
  })

  it('leaves it in many under plain paper: the search is no blind one', async () => {
    const it = await aBird({})
    await act(it)
    expect(it.leaks.size).toBeGreaterThan(3)
    expect(holdingCanary(it.journal.folder).length).toBeGreaterThan(1)
  })
})

test('what lies beside the generations is plain', async () => {
  const { journal } = await aBird()
  expect(JSON.parse(readFileSync(join(journal.folder, 'journal.json'), 'utf8'))).toMatchObject({
    generation: 'g1',
  })
})

const cuts: Record<string, (bytes: Buffer) => Buffer> = {
  truncated: bytes => bytes.subarray(0, -1),
  empty: () => Buffer.alloc(0),
  'plain where it should be sealed': unsealed,
  'a byte changed': bytes => {
    const other = Buffer.from(bytes)
    other[40] = (other[40] ?? 0) ^ 1
    return other
  },
}

describe.each(Object.entries(cuts))('bytes the paper cannot make out: %s', (_, cut) => {
  const spoil = (path: string) => writeFileSync(path, cut(readFileSync(path)), { mode: 0o600 })

  it('a month is named, never written over, and comes back from its copies', async () => {
    const bird = await aBird()
    const { journal, month, inside } = bird
    await journal.commit('jot', [anEntry({ text: 'a second' })])
    spoil(month)
    const bytes = readFileSync(month)
    await expect(journal.entries({ today })).rejects.toThrow(JournalError)
    await expect(journal.entries({ today })).rejects.toThrow(`${month} is damaged`)
    await journal.commit('jot', [anEntry({ text: 'a third' })])
    expect(journal.notices.join()).toContain('What you wrote is kept')
    expect(readFileSync(month)).toEqual(bytes)
    await mended(bird)
    const texts = (await journal.entries({ today })).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['a canary sang', 'a third']))
    const aside = readdirSync(inside('months')).filter(name => name.includes('.damaged-'))
    expect(aside.map(name => readFileSync(inside(`months/${name}`)))).toEqual([bytes])
  })

  it('a damaged month takes no good copy from the backups', async () => {
    const { journal, month, inside } = await aBird()
    await journal.snapshot()
    spoil(month)
    const name = await journal.snapshot()
    const copy = readFileSync(inside(`backups/${name}/months/2026-11.json`))
    expect(unsealed(copy).toString()).toContain('a canary sang')
  })

  it('a copy in a backup and a draft are found and put right', async () => {
    const bird = await aBird()
    const { journal, inside, care } = bird
    await journal.snapshot()
    await journal.drafts.save('evening', 'half')
    for (const path of ['months/2026-11.json', 'people.json'])
      spoil(inside(`backups/2026-11-22/${path}`))
    spoil(inside('drafts/evening.json'))
    const again = await aJournal({ folder: journal.folder, paper: sealedPaper })
    expect(await again.drafts.load('evening')).toBeUndefined()
    expect(again.notices.join()).toContain('hearten doctor')
    expect((await examine(care)).map(({ what }) => what)).toEqual(['backup', 'backup', 'draft'])
    await mended(bird)
    expect(await examine(care)).toEqual([])
    await again.commit('jot', [anEntry()])
    await again.undo()
    expect(await again.entries({ today })).toHaveLength(1)
  })

  it('what cannot be searched is erased with the rest; a waiting change is kept, and said', async () => {
    const { journal, bird, inside, put } = await aBird()
    await journal.commit('jot', [anEntry({ text: 'a second' })])
    spoil(inside('months/2026-11.json.bak'))
    const records = [anEntry({ text: 'waiting' })]
    put('pending/5-x1.json', encodeChange({ id: 'x1', sequence: 5, label: '', at: '', records }))
    mkdirSync(inside('pending/7-foreign.json'))
    spoil(inside('pending/5-x1.json'))
    await expect(journal.erase([bird.id])).rejects.toThrow('5-x1.json is damaged')
    expect(readdirSync(inside('months'))).toEqual(['2026-11.json', '2026-11.json.bak'])
    unlinkSync(inside('pending/5-x1.json'))
    await journal.erase([bird.id])
    expect(readdirSync(inside('months'))).toEqual(['2026-11.json'])
    expect((await journal.entries({ today })).map(({ text }) => text)).toEqual(['a second'])
  })
})

describe('drafts', () => {
  it('are saved when `save` returns on plain paper: a signal waits for nothing', async () => {
    const { typing, inside } = await aBird({})
    const { drafts } = await typing()
    const path = inside('drafts/evening')
    for (const [text, file] of [
      ['one', '.json'],
      ['two', '.latest.json'],
      ['three', '.latest.json'],
    ]) {
      expect(drafts.save('evening', text)).toBeUndefined()
      expect(JSON.parse(readFileSync(`${path}${file}`, 'utf8')).content).toBe(text)
    }
    expect(drafts.sync()).toBeUndefined()
    expect(JSON.parse(readFileSync(`${path}.json`, 'utf8')).content).toBe('three')
    expect(drafts.remove('evening')).toBeUndefined()
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it('are saved in their order where each takes its time, and `sync` waits for the last', async () => {
    const { typing, journal, inside } = await aBird()
    const { drafts } = await typing()
    const saving = ['one', 'two', 'three'].map(text => drafts.save('evening', text))
    expect(saving[0]).toBeInstanceOf(Promise)
    await drafts.sync()
    expect(readdirSync(inside('drafts'))).toEqual(['evening.json', 'evening.latest.json'])
    expect(await journal.drafts.load('evening')).toBe('three')
    drafts.save('evening', 'four')
    await drafts.remove('evening')
    expect(readdirSync(inside('drafts'))).toEqual([])
    await Promise.all(saving)
  })
})
