import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Journal } from '../../src/store/journal.ts'
import {
  aClock,
  aFolder,
  aJournal,
  anEntry,
  aStamp,
  copyFolder,
  host,
} from '../helpers/a-journal.ts'
import type { Fault } from '../helpers/disks.ts'
import { failingDisk, quickDisk } from '../helpers/disks.ts'
import { contentOf, isTried, onPaper } from '../helpers/papers.ts'

const faults: readonly Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'short']
/** In everyday runs each third call fails in one way; in `npm run test:faults` each in every way. */
const everyFault = process.env.HEARTEN_LONG_TESTS !== undefined
const evening = '2026-11-22T21:00:00Z'

const known = anEntry({ text: 'a known canary' })
const people = Array.from({ length: 3 }, (_, i) => newPerson(`P${i}`, 'close', aStamp()))
const months = ['2026-01-31', '2026-05-05', '2026-11-21'].map(day => anEntry({ day: asDay(day) }))

interface Deed {
  readonly do: (journal: Journal) => Promise<unknown>
  readonly fresh?: true
}

/** What is done while the disk fails, one of them on the first day of a journal. */
const deeds: Record<string, Deed> = {
  'an erasure': { do: journal => journal.erase([known.id]) },
  'the first entry': {
    do: journal => journal.commit('jot', [anEntry({ text: 'new' })]),
    fresh: true,
  },
  'a new entry': { do: journal => journal.commit('jot', [anEntry({ text: 'new' })]) },
  'an edit that moves': {
    do: journal => journal.commit('edit', [revise(known, { day: asDay('2026-02-03') }, aStamp())]),
  },
  'a deletion': { do: journal => journal.commit('delete', [deletionOf(known, aStamp())]) },
  'an undo': { do: journal => journal.undo() },
  'an import': { do: journal => journal.commit('import', [...months, ...people]) },
  'a restore': {
    do: journal =>
      journal.restore('restore', { entries: months, people, settings: [], history: [] }),
  },
}

/** A journal written to yesterday, so that today's first write also makes a backup. */
async function yesterday(fresh?: true): Promise<string> {
  const folder = join(aFolder('memory'), 'data')
  if (fresh) return folder
  const clock = aClock('2026-11-21T21:00:00Z')
  const journal = await aJournal({ folder, clock, disk: quickDisk })
  await journal.commit('jot', [known])
  await journal.commit('jot', [anEntry({ text: 'last' })])
  return folder
}

/** What a person would find, without the ids that undo makes anew. */
async function seen(journal: Journal) {
  const { entries, people } = await journal.everything()
  return {
    entries: entries.map(({ day, text }) => `${day} ${text}`),
    people: people.map(({ name }) => name),
  }
}

/** A process that is not there any more when its lock is looked at. */
const mortal = { ...host, self: () => ({ ...host.self(), pid: 4_194_400 }) }

const opened = (folder: string, disk = quickDisk) =>
  aJournal({ folder, disk, clock: aClock(evening), host: mortal })

interface Trial {
  readonly where: string
  readonly folder: string
  /** What the deed ended with; undefined when it said it was done. */
  readonly error: unknown
  readonly before: unknown
  readonly after: unknown
}

/** Does a deed again and again, with the disk failing at one call after the other, in each of these ways. */
async function* trials(deed: Deed, faultsAt: (at: number) => readonly Fault[]) {
  const template = await yesterday(deed.fresh)
  const copy = () => {
    const folder = join(aFolder('memory'), 'data')
    if (!deed.fresh) copyFolder(template, folder)
    return folder
  }
  const smooth = copy()
  const before = await seen(await opened(smooth))
  const counting = failingDisk(-1, 'EIO')
  await deed.do(await opened(smooth, counting.disk))
  const after = await seen(await opened(smooth))
  expect(after).not.toEqual(before)
  expect(counting.calls).toBeGreaterThan(40)
  for (let at = 0; at < counting.calls; at++)
    for (const fault of faultsAt(at)) {
      const faulty = failingDisk(at, fault)
      const folder = copy()
      const error: unknown = await opened(folder, faulty.disk)
        .then(deed.do)
        .then(
          () => undefined,
          e => e,
        )
      if (faulty.failed === undefined) continue
      const { name, args } = faulty.failed
      const where = `${fault} at call ${at}, ${name} ${String(args[0])}`
      yield { where, folder, error, before, after } satisfies Trial
    }
}

/** Whatever happened, nothing is damaged and the next run works. */
async function expectHealthy(name: string, { where, folder }: Trial) {
  if (name === 'an erasure') {
    await (await opened(folder)).erase([known.id])
    expect([where, filesHolding(folder, known.text)]).toEqual([where, []])
  }
  const findings = await examine({ ...aClock(evening), ...onPaper, folder, host, disk: quickDisk })
  expect([where, findings.filter(({ fine }) => !fine)]).toEqual([where, []])
  const next = await opened(folder)
  await next.commit('jot', [anEntry({ text: 'next' })])
  expect([where, (await seen(next)).entries.join()]).toEqual([
    where,
    expect.stringContaining('next'),
  ])
  expect([where, readdirSync(join(folder, 'g1/pending')).filter(isChange)]).toEqual([where, []])
}

const filesHolding = (folder: string, text: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile() && contentOf(path).includes(text))

const isChange = (name: string) => !name.startsWith('.')

describe.each(Object.entries(deeds))('%s', (name, deed) => {
  it('is done or said not to be, whatever call of the disk fails', async () => {
    const inTurn = (at: number) =>
      at % 3 === 0 && isTried(at / 3) ? [faults[at % faults.length] ?? 'EIO'] : []
    for await (const trial of trials(deed, everyFault ? () => faults : inTurn)) {
      const { where, folder, error, before, after } = trial
      if (error !== undefined) expect([where, error]).toEqual([where, expect.any(UserError)])
      const found = await seen(await opened(folder))
      if (name !== 'an erasure') {
        expect([where, found]).toEqual([where, error === undefined ? after : before])
      }
      await expectHealthy(name, trial)
    }
  })

  it('is done wholly or not at all, wherever it is killed', async () => {
    for await (const trial of trials(deed, at => (isTried(at) ? ['kill'] : []))) {
      const { where, folder, error, before, after } = trial
      const found = await seen(await opened(folder))
      expect([where, error === undefined ? [after] : [before, after]]).toEqual([
        where,
        expect.arrayContaining([found]),
      ])
      await expectHealthy(name, trial)
    }
  })
})
