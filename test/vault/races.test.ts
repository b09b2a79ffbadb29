import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Disk } from '../../src/store/disk.ts'
import { encodePage } from '../../src/store/draft-page.ts'
import { encodeChange } from '../../src/store/pending.ts'
import { seal } from '../../src/vault/age.ts'
import { aClock, aFolder, aJournal, anEntry, copyFolder } from '../helpers/a-journal.ts'
import {
  answering,
  decrypted,
  encrypted,
  identity,
  pageOf,
  passphrase,
} from '../helpers/a-vault.ts'
import { diskAround } from '../helpers/disks.ts'
import { filesHolding } from '../helpers/files.ts'

// Two at once: the one encrypts the journal, or makes it plain, at the very call at which the other writes.

const canary = 'canary'
const today = asDay('2026-11-22')

const opened = (folder: string, disk?: Disk, ...passphrases: string[]) =>
  aJournal({
    folder,
    paper: it => it,
    clock: aClock('2026-11-22T22:00:00Z'),
    ...(disk && { disk }),
    ...answering(...passphrases).on,
  })

async function aJournalIn(kind: 'plain' | 'sealed') {
  const folder = join(aFolder(), 'data')
  const journal = await aJournal({ folder, paper: it => it, ...answering().on })
  for (const text of ['a canary', 'another canary'])
    await journal.commit('jot', [anEntry({ text })])
  if (kind === 'sealed') await journal.switchTo(await encrypted())
  return folder
}

const holdingCanary = (folder: string) => filesHolding(folder, canary)

/** A disk that does something right after, or right before, a file of this name came into its place, once. */
function diskThat(when: 'after' | 'before', isMeant: (target: string) => boolean, act: () => void) {
  let done = false
  const disk = diskAround(({ name, args }, go) => {
    const isNow = !done && name === 'renameSync' && isMeant(String(args[1]))
    if (isNow) done = true
    if (isNow && when === 'before') act()
    const result = go()
    if (isNow && when === 'after') act()
    return result
  })
  return { disk, wasDone: () => done }
}

const ways = [
  ['on', 'plain', 'g1', 'g2'],
  ['off', 'sealed', 'g2', 'g3'],
] as const

describe.each(ways)('%s', (way, kind, from, to) => {
  /** The journal, and its first page as it is when the switch comes to its end: all else is there already. */
  async function almostSwitched() {
    const folder = await aJournalIn(kind)
    const twin = join(aFolder(), 'data')
    copyFolder(folder, twin)
    const next = way === 'on' ? await encrypted() : decrypted()
    await (await opened(twin, undefined, passphrase)).switchTo(next)
    copyFolder(join(twin, to), join(folder, to))
    return {
      folder,
      finish: () => copyFileSync(join(twin, 'journal.json'), join(folder, 'journal.json')),
    }
  }

  it('a change that was published a moment before is carried over by its writer', async () => {
    const { folder, finish } = await almostSwitched()
    const inOld = (target: string) => target.includes(`/${from}/pending/`)
    const { disk, wasDone } = diskThat('after', inOld, finish)
    const writer = await opened(folder, disk)
    await writer.commit('jot', [anEntry({ text: 'a canary between' })])
    expect(wasDone()).toBe(true)
    const left = join(folder, from, 'pending')
    expect(existsSync(left) ? readdirSync(left) : []).toEqual([])
    const reader = await opened(folder, undefined, passphrase)
    expect((await reader.entries({ today })).map(({ text }) => text)).toContain('a canary between')
    expect(holdingCanary(join(folder, to)).length > 0).toBe(way === 'off')
  })

  it('a page that was saved a moment before is saved once more', async () => {
    const { folder, finish } = await almostSwitched()
    const inOld = (target: string) => target.includes(`/${from}/drafts/`)
    const { disk, wasDone } = diskThat('after', inOld, finish)
    const writer = await opened(folder, disk)
    await writer.drafts.save('night', { text: 'a canary at night' })
    expect(wasDone()).toBe(true)
    expect(readdirSync(join(folder, from, 'drafts'))).toEqual([])
    const reader = await opened(folder, undefined, passphrase)
    expect(await reader.drafts.load('night')).toEqual({ text: 'a canary at night' })
  })

  it('what others wrote after it was copied and before the first page changed is taken over', async () => {
    const folder = await aJournalIn(kind)
    const records = [anEntry({ text: 'a canary at the last moment' })]
    const onPaper = (bytes: Buffer) => (kind === 'sealed' ? seal(identity.recipient, bytes) : bytes)
    const write = (path: string, bytes: Buffer) =>
      writeFileSync(join(folder, from, path), onPaper(bytes), { mode: 0o600 })
    let pages = 0
    const isCommit = (target: string) => target === join(folder, 'journal.json') && ++pages === 2
    const { disk, wasDone } = diskThat('before', isCommit, () => {
      write(
        'pending/5-x1.json',
        encodeChange({ id: 'x1', sequence: 5, label: '', at: '', records }),
      )
      const content = { text: 'a canary, typed last' }
      write('drafts/night.json', encodePage({ save: 3, savedAt: '2026-11-22T22:00:00Z', content }))
    })
    const next = way === 'on' ? await encrypted(disk) : decrypted(disk)
    await (await opened(folder, disk, passphrase)).switchTo(next)
    expect(wasDone()).toBe(true)
    expect(pageOf(folder).generation).toBe(to)
    expect(readdirSync(folder)).not.toContain(from)
    const reader = await opened(folder, undefined, passphrase)
    expect((await reader.entries({ today })).map(({ text }) => text)).toContain(
      'a canary at the last moment',
    )
    expect(await reader.drafts.load('night')).toEqual({ text: 'a canary, typed last' })
    expect(holdingCanary(folder).length > 0).toBe(way === 'off')
  })

  it('nothing is folded into the one that was left', async () => {
    const { folder, finish } = await almostSwitched()
    // The lock is taken by a link; whoever has it looks at the first page once more.
    let done = false
    const disk = diskAround(({ name, args }, go) => {
      const result = go()
      if (!done && name === 'linkSync' && dirname(String(args[1])) === folder) {
        done = true
        finish()
      }
      return result
    })
    const month = join(folder, from, 'months/2026-11.json')
    const before = readFileSync(month)
    const writer = await opened(folder, disk, passphrase)
    await writer.unlock()
    await writer.commit('jot', [anEntry({ text: 'a canary under the lock' })])
    expect(done).toBe(true)
    expect(readFileSync(month)).toEqual(before)
  })
})
