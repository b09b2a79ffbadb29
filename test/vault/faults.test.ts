import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Disk } from '../../src/store/disk.ts'
import { openPlan } from '../../src/store/help-numbers.ts'
import type { Journal } from '../../src/store/journal.ts'
import { plainPaper } from '../../src/store/paper.ts'
import { looksSealed } from '../../src/vault/age.ts'
import { wrappedKey, writeKeyFile } from '../../src/vault/key-file.ts'
import { aClock, aFolder, aJournal, anEntry, copyFolder, host } from '../helpers/a-journal.ts'
import {
  answering,
  cheap,
  decrypted,
  encrypted,
  identity,
  pageOf,
  passphrase,
} from '../helpers/a-vault.ts'
import type { Fault } from '../helpers/disks.ts'
import { failingDisk, quickDisk } from '../helpers/disks.ts'
import { filesHolding, filesIn } from '../helpers/files.ts'

// A journal is encrypted, and that is taken back, with the disk failing or the process killed at one call after
// the other. Before, the journal is the one; after, the other; in between never anything else.

const canary = 'canary'
/** In everyday runs each ninth call fails in one way; in `npm run test:faults` each in every way. */
const everyFault = process.env.HEARTEN_LONG_TESTS !== undefined
const faults: readonly Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'short']
const night = '2026-11-22T23:00:00Z'

/** A process that is not there any more when its lock is looked at. */
const mortal = { ...host, self: () => ({ ...host.self(), pid: 4_194_400 }) }

const opened = (folder: string, disk: Disk = quickDisk, ...passphrases: string[]) =>
  aJournal({
    folder,
    disk,
    clock: aClock(night),
    host: mortal,
    paper: it => it,
    ...answering(...passphrases).on,
  })

/**
 * A little of everything: a month in two copies, a backup, a change that is kept, a page that is not finished, and
 * beside them a plan, with what a kill left of writing it.
 */
async function aSmallJournal(): Promise<string> {
  const folder = join(aFolder('memory'), 'data')
  const clock = aClock('2026-11-22T21:00:00Z')
  const journal = await aJournal({ folder, clock, disk: quickDisk, paper: it => it })
  await journal.commit('jot', [anEntry({ text: `a ${canary}` })])
  await journal.commit('jot', [anEntry({ text: `another ${canary}` })])
  await journal.drafts.save('evening', { text: `half a ${canary}` })
  const stay = { name: 'What I stay for', text: `a ${canary}` }
  await openPlan({ folder, host: mortal, disk: quickDisk }, [stay])
  writeFileSync(join(folder, '.help.json.bak.0123456789ab.tmp'), `half a ${canary}`)
  return folder
}

async function aSmallSealedJournal(): Promise<string> {
  const folder = await aSmallJournal()
  await (await opened(folder)).switchTo(await encrypted(quickDisk))
  return folder
}

/** Of the journal's own generation, and of the folder it is in, what kind of files they are. */
function kindOf(folder: string): 'plain' | 'sealed' | 'mixed' {
  const { generation, recipient } = pageOf(folder)
  const files = filesIn(join(folder, generation)).filter(path => !path.endsWith('recipient.txt'))
  const sealed = files.filter(path => looksSealed(readFileSync(path)))
  const kind = recipient === undefined ? 'plain' : 'sealed'
  return sealed.length === (kind === 'plain' ? 0 : files.length) ? kind : 'mixed'
}

const contents = async (journal: Journal) => ({
  ...(await journal.everything()),
  draft: await journal.drafts.load('evening'),
})

interface Way {
  readonly start: () => Promise<string>
  readonly go: (journal: Journal, disk: Disk) => Promise<unknown>
  readonly from: 'plain' | 'sealed'
  readonly to: 'plain' | 'sealed'
}

const ways: Record<string, Way> = {
  on: {
    start: aSmallJournal,
    go: async (journal, disk) => journal.switchTo(await encrypted(disk)),
    from: 'plain',
    to: 'sealed',
  },
  off: {
    start: aSmallSealedJournal,
    go: async (journal, disk) => journal.switchTo(decrypted(disk)),
    from: 'sealed',
    to: 'plain',
  },
}

describe.each(Object.entries(ways))('%s', (_, { start, go, from, to }) => {
  async function* trials(faultsAt: (at: number) => readonly Fault[]) {
    const template = await start()
    const copy = () => {
      const folder = join(aFolder('memory'), 'data')
      copyFolder(template, folder)
      return folder
    }
    const before = await contents(await opened(copy(), quickDisk, passphrase))
    const counting = failingDisk(-1, 'EIO')
    await go(await opened(copy(), counting.disk, passphrase), counting.disk)
    expect(counting.calls).toBeGreaterThan(150)
    let seen = 0
    for (let at = 0; at < counting.calls; at++)
      for (const fault of faultsAt(at)) {
        const faulty = failingDisk(at, fault)
        const folder = copy()
        const error: unknown = await opened(folder, faulty.disk, passphrase)
          .then(journal => go(journal, faulty.disk))
          .then(
            () => undefined,
            e => e,
          )
        if (faulty.failed === undefined) continue
        seen++
        const { name, args } = faulty.failed
        const where = `${fault} at call ${at}, ${name} ${String(args[0])}`
        yield { where, folder, error, before }
      }
    expect(seen).toBeGreaterThan(20)
  }

  /** What is found afterwards is whole, and what was left over goes with the next command. */
  async function expectWhole(where: string, folder: string, before: unknown) {
    const kind = kindOf(folder)
    expect([where, kind]).toEqual([where, expect.stringMatching(`^(${from}|${to})$`)])
    const journal = await opened(folder, quickDisk, passphrase)
    expect([where, await contents(journal)]).toEqual([where, before])
    const { generation, discard } = pageOf(folder)
    // A folder that could not be removed may stay, with nothing in it.
    const generations = readdirSync(folder).filter(
      name => /^g\d+$/.test(name) && filesIn(join(folder, name)).length > 0,
    )
    expect([where, discard, generations]).toEqual([where, undefined, [generation]])
    expect([where, kindOf(folder)]).toEqual([where, kind])
    const held = filesHolding(folder, canary)
    expect([where, held.length > 0]).toEqual([where, kind === 'plain'])
    await journal.commit('jot', [anEntry({ text: 'goes on' })])
    const texts = (await journal.everything()).entries.map(({ text }) => text)
    expect([where, texts]).toEqual([where, expect.arrayContaining(['goes on'])])
    expect([where, kindOf(folder)]).toEqual([where, kind])
    return kind
  }

  it('is done wholly or not at all, wherever it is killed', async () => {
    const kinds: string[] = []
    for await (const { where, folder, error, before } of trials(() => ['kill'])) {
      const kind = await expectWhole(where, folder, before)
      if (error === undefined) expect([where, kind]).toEqual([where, to])
      kinds.push(kind)
    }
    // One moment decides: before it the one, after it the other.
    const first = kinds.indexOf(to)
    expect(first).toBeGreaterThan(0)
    expect(kinds.slice(first).every(kind => kind === to)).toBe(true)
  }, 600_000)

  it('is done or said not to be, whatever call of the disk fails', async () => {
    const inTurn = (at: number) => (at % 9 === 0 ? [faults[at % faults.length] ?? 'EIO'] : [])
    for await (const trial of trials(everyFault ? () => faults : inTurn)) {
      const { where, folder, error, before } = trial
      if (error !== undefined) expect([where, error]).toEqual([where, expect.any(UserError)])
      const kind = await expectWhole(where, folder, before)
      if (error === undefined) expect([where, kind]).toEqual([where, to])
    }
  }, 600_000)
})

describe('another passphrase', () => {
  it('takes the place of the one before wholly or not at all, wherever it is killed', async () => {
    const template = await aSmallSealedJournal()
    const changed = await wrappedKey(identity, 'another one', cheap)
    const counting = failingDisk(-1, 'EIO')
    const change = (folder: string, disk: Disk) =>
      writeKeyFile(plainPaper(disk), join(folder, 'g2'), changed)
    change(template, counting.disk)
    // Back to where it was.
    const start = await aSmallSealedJournal()
    expect(counting.calls).toBeGreaterThan(10)
    const opens = (folder: string, word: string) =>
      opened(folder, quickDisk, word)
        .then(journal => journal.everything())
        .then(
          () => true,
          () => false,
        )
    const states: string[] = []
    for (let at = 0; at < counting.calls; at++) {
      const folder = join(aFolder('memory'), 'data')
      copyFolder(start, folder)
      expect(() => change(folder, failingDisk(at, 'kill').disk)).toThrow('killed')
      const isNew = await opens(folder, 'another one')
      // Where the new one opens it, the old one does not any more, once it was opened.
      expect([at, isNew !== (await opens(folder, passphrase))]).toEqual([at, true])
      states.push(isNew ? 'new' : 'old')
    }
    expect(states.join('')).toMatch(/^(old)+(new)+$/)
  }, 120_000)
})
