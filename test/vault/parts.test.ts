import { existsSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Checkup } from '../../src/store/checkup.ts'
import type { Disk } from '../../src/store/disk.ts'
import { examine } from '../../src/store/doctor.ts'
import { eraseAll } from '../../src/store/erase-all.ts'
import { mend } from '../../src/store/mend.ts'
import { bringBackPart, copiesOfParts } from '../../src/store/part-copies.ts'
import { clearHalfMade, destroyPart, halfMadeIn, makePart, partsIn } from '../../src/store/parts.ts'
import { looksSealed } from '../../src/vault/age.ts'
import { aClock, aFolder, aJournal, anEntry, copyFolder, host } from '../helpers/a-journal.ts'
import { answering, encrypted, passphrase } from '../helpers/a-vault.ts'
import type { Fault } from '../helpers/disks.ts'
import { failingDisk, quickDisk } from '../helpers/disks.ts'
import { filesHolding, filesIn } from '../helpers/files.ts'
import { garbled } from '../helpers/papers.ts'

// A part is made, written to, brought back and removed, with the disk failing or the process killed at one call
// after the other. It is whole or it is not there; nothing of it is ever plain; no word is in neither place.

const canary = 'canary'
const today = asDay('2026-11-22')
const night = '2026-11-22T23:00:00Z'
/** In everyday runs each third call kills and each fifth fails in one way; in `npm run test:faults` each in every way. */
const everyFault = process.env.HEARTEN_LONG_TESTS !== undefined
const faults: readonly Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'short']

/** A process that is not there any more when its lock is looked at. */
const mortal = { ...host, self: () => ({ ...host.self(), pid: 4_194_400 }) }

const checkupOf = (folder: string, disk: Disk = quickDisk, clock = aClock(night)): Checkup => ({
  folder,
  disk,
  host: mortal,
  now: clock.now,
  newId: clock.newId,
})
const partOf = (folder: string) => join(folder, 'parts', 'work')

const opened = (folder: string, disk: Disk = quickDisk, ...passphrases: string[]) =>
  aJournal({
    folder,
    disk,
    clock: aClock(night),
    host: mortal,
    paper: it => it,
    ...answering(...passphrases).on,
  })

const textsIn = async (folder: string, ...passphrases: string[]) =>
  (await (await opened(folder, quickDisk, ...passphrases)).entries({ today })).map(
    ({ text }) => text,
  )

/** A plain journal of some words, with a page before it and a copy of the day. */
async function aSmallJournal(): Promise<string> {
  const folder = join(aFolder('memory'), 'data')
  const journal = await aJournal({ folder, clock: aClock(), disk: quickDisk, paper: it => it })
  await journal.commit('jot', [anEntry({ text: `a ${canary}` })])
  await journal.commit('jot', [anEntry({ text: 'tea' })])
  return folder
}

/** The same, with a part that holds words in its months, in two copies, and in a change that waits. */
async function aJournalWithPart(): Promise<string> {
  const folder = await aSmallJournal()
  await makePart(checkupOf(folder), partOf(folder), await encrypted(quickDisk))
  const part = await opened(partOf(folder), quickDisk, passphrase)
  await part.commit('jot', [anEntry({ text: `${canary} filed` })])
  await part.entries({ today })
  await part.commit('jot', [anEntry({ text: `${canary} filed too`, day: asDay('2026-10-01') })])
  await part.snapshot()
  await (await opened(partOf(folder))).commit('jot', [anEntry({ text: `${canary} waiting` })])
  return folder
}

const inPart = [`${canary} filed`, `${canary} filed too`, `${canary} waiting`]

/** Nothing in the part is plain but its first page, its public key, the way to open it, and what was never finished. */
const plainIn = (folder: string): string[] =>
  (existsSync(folder) ? filesIn(folder) : [])
    .filter(
      path => !/(journal\.json(\.erasing)?|recipient\.txt|OPEN-.*\.txt|lock|\.tmp)$/.test(path),
    )
    .filter(path => readFileSync(path).length > 0 && !looksSealed(readFileSync(path)))

interface Trial {
  readonly where: string
  readonly folder: string
  readonly error: unknown
}

/** Does something with a copy of the journal, again and again, with another call of the disk failing each time. */
async function* trials(
  template: string,
  go: (folder: string, disk: Disk) => Promise<unknown>,
  faultsAt: (at: number) => readonly Fault[],
): AsyncGenerator<Trial> {
  const copy = () => {
    const folder = join(aFolder('memory'), 'data')
    copyFolder(template, folder)
    return folder
  }
  const counting = failingDisk(-1, 'EIO')
  await go(copy(), counting.disk)
  expect(counting.calls).toBeGreaterThan(50)
  for (let at = 0; at < counting.calls; at++)
    for (const fault of faultsAt(at)) {
      const faulty = failingDisk(at, fault)
      const folder = copy()
      const error: unknown = await go(folder, faulty.disk).then(
        () => undefined,
        e => e,
      )
      if (faulty.failed === undefined) continue
      const { name, args } = faulty.failed
      yield { where: `${fault} at call ${at}, ${name} ${String(args[0])}`, folder, error }
    }
}

const killed = (at: number): readonly Fault[] => (everyFault || at % 6 === 0 ? ['kill'] : [])
const failing = (at: number): readonly Fault[] => {
  if (everyFault) return faults
  return at % 5 === 0 ? [faults[(at / 5) % faults.length] ?? 'EIO'] : []
}

describe.each([
  ['killed', killed],
  ['failing', failing],
] as const)('%s at any call', (kind, faultsAt) => {
  const expectSaid = ({ where, error }: Trial) => {
    if (kind === 'failing' && error !== undefined)
      expect([where, error]).toEqual([where, expect.any(UserError)])
  }

  it('a part is made wholly or not at all, and can be made again', async () => {
    const next = await encrypted(quickDisk)
    const go = (folder: string, disk: Disk) =>
      encrypted(disk).then(it => makePart(checkupOf(folder, disk), partOf(folder), it))
    const made: boolean[] = []
    for await (const trial of trials(await aSmallJournal(), go, faultsAt)) {
      const { where, folder, error } = trial
      expectSaid(trial)
      const isThere = partsIn(folder).length > 0
      if (error === undefined) expect([where, isThere]).toEqual([where, true])
      made.push(isThere)
      expect([where, plainIn(join(folder, 'parts'))]).toEqual([where, []])
      const later = checkupOf(folder, quickDisk, aClock('2130-01-01T12:00:00Z'))
      await clearHalfMade(later)
      expect([where, halfMadeIn(folder)]).toEqual([where, []])
      if (!isThere) await makePart(checkupOf(folder), partOf(folder), next)
      await (await opened(partOf(folder))).commit('jot', [anEntry({ text: canary })])
      expect([where, await textsIn(partOf(folder), passphrase)]).toEqual([where, [canary]])
      expect([where, await textsIn(folder)]).toEqual([where, [`a ${canary}`, 'tea']])
    }
    expect(made.includes(false)).toBe(true)
  })

  it('words go into a part and are in one place at least, and nowhere in plain but where they were', async () => {
    const go = async (folder: string, disk: Disk) => {
      const part = await opened(partOf(folder), disk)
      const journal = await opened(folder, disk)
      const [entry] = await journal.entries({ today })
      const { id = '' } = entry ?? {}
      await part.commit('move', await journal.history(id))
      await journal.erase([id])
    }
    const word = `a ${canary}`
    let both = 0
    for await (const trial of trials(await aJournalWithPart(), go, faultsAt)) {
      const { where, folder, error } = trial
      expectSaid(trial)
      expect([where, plainIn(partOf(folder))]).toEqual([where, []])
      const there = await textsIn(partOf(folder), passphrase)
      const isHere = (await textsIn(folder)).includes(word)
      const isThere = there.includes(word)
      expect([where, there]).toEqual([where, expect.arrayContaining(inPart)])
      expect([where, isHere || isThere]).toEqual([where, true])
      if (isHere && isThere) both++
      if (error !== undefined && isHere) await go(folder, quickDisk)
      // What was decided is finished by whoever writes next.
      await (await opened(folder)).commit('jot', [anEntry({ text: 'goes on' })])
      if (!isHere && !isThere) continue
      expect([where, filesHolding(folder, canary)]).toEqual([where, []])
      const after = await textsIn(partOf(folder), passphrase)
      expect([where, after.filter(text => text === word)]).toEqual([where, [word]])
    }
    expect(both).toBeGreaterThan(1)
  })

  it('a part is removed wholly or not at all, its key first', async () => {
    const go = async (folder: string, disk: Disk) => {
      const checkup = checkupOf(folder, disk)
      for (const part of partsIn(folder, { disk })) await destroyPart(checkup, part)
    }
    const wordsOf = (folder: string) =>
      filesIn(partOf(folder)).filter(path => /months|pending|recent|backups/.test(path)).length
    const whole: boolean[] = []
    const template = await aJournalWithPart()
    const words = wordsOf(template)
    for await (const trial of trials(template, go, faultsAt)) {
      const { where, folder } = trial
      expectSaid(trial)
      const isWhole = existsSync(join(partOf(folder), 'journal.json'))
      whole.push(isWhole)
      const isKeyThere = existsSync(join(partOf(folder), 'g1/identity.age'))
      if (isWhole) expect([where, isKeyThere]).toEqual([where, true])
      // As long as it could be opened, nothing was taken away of it.
      if (isKeyThere) expect([where, wordsOf(folder)]).toEqual([where, words])
      const texts = isWhole ? await textsIn(partOf(folder), passphrase) : inPart
      expect([where, texts.toSorted()]).toEqual([where, inPart.toSorted()])
      await go(folder, quickDisk)
      await clearHalfMade(checkupOf(folder))
      expect([where, existsSync(join(folder, 'parts'))]).toEqual([where, false])
      expect([where, await textsIn(folder)]).toEqual([where, [`a ${canary}`, 'tea']])
    }
    // One moment decides.
    if (kind === 'killed') {
      const first = whole.indexOf(false)
      expect(first).toBeGreaterThan(0)
      expect(whole.slice(first).includes(true)).toBe(false)
    }
  })

  it('a part comes back from a copy wholly or not at all', async () => {
    const source = await aJournalWithPart()
    const [copy] = copiesOfParts(source)
    if (copy === undefined) throw new Error('there is a part to copy')
    const go = (folder: string, disk: Disk) => bringBackPart(checkupOf(folder, disk), copy)
    for await (const trial of trials(await aSmallJournal(), go, faultsAt)) {
      const { where, folder, error } = trial
      expectSaid(trial)
      expect([where, plainIn(join(folder, 'parts'))]).toEqual([where, []])
      const isThere = partsIn(folder).length > 0
      if (error === undefined) expect([where, isThere]).toEqual([where, true])
      if (!isThere) await go(folder, quickDisk)
      const texts = await textsIn(partOf(folder), passphrase)
      expect([where, texts.toSorted()]).toEqual([where, inPart.toSorted()])
    }
  })

  it('a journal is removed with its parts', async () => {
    const go = (folder: string, disk: Disk) => eraseAll(checkupOf(folder, disk))
    for await (const trial of trials(await aJournalWithPart(), go, faultsAt)) {
      const { where, folder } = trial
      expectSaid(trial)
      // As long as there is a journal, or there is none any more: no part outlives it.
      if (existsSync(folder) && !existsSync(join(folder, 'journal.json')))
        expect([where, filesIn(folder).filter(path => path.includes('parts'))]).toEqual([where, []])
      await go(folder, quickDisk)
      expect([where, existsSync(folder) ? filesIn(folder) : []]).toEqual([where, []])
    }
  })
})

it('any one file of a part may be gone, emptied, cut off or garbled, and no word is lost', async () => {
  const template = await aJournalWithPart()
  const ways: ((path: string) => void)[] = [
    path => unlinkSync(path),
    path => writeFileSync(path, ''),
    path => writeFileSync(path, readFileSync(path).subarray(0, -9)),
    path => writeFileSync(path, garbled(readFileSync(path))),
  ]
  const files = filesIn(partOf(template)).map(path => relative(template, path))
  expect(files.length).toBeGreaterThan(10)
  for (const file of files)
    for (const [way, spoil] of ways.entries()) {
      const folder = join(aFolder('memory'), 'data')
      copyFolder(template, folder)
      spoil(join(folder, file))
      const care = {
        ...checkupOf(partOf(folder)),
        ...answering(passphrase).on,
      }
      await mend(care, await examine(care))
      const where = `${file} ${way}`
      const texts = await textsIn(partOf(folder), passphrase)
      expect([where, texts.toSorted()]).toEqual([where, inPart.toSorted()])
      expect([where, plainIn(partOf(folder)).filter(path => !path.includes('.damaged-'))]).toEqual([
        where,
        [],
      ])
      expect([where, readdirSync(join(folder, 'parts'))]).toEqual([where, ['work']])
    }
})
