import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Journal } from '../../src/store/journal.ts'
import { aClock, aFolder, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import type { Fault } from '../helpers/disks.ts'
import { failingDisk, quickDisk } from '../helpers/disks.ts'

const faults: Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'short']
/** In everyday runs each call fails in one way; with HEARTEN_LONG_TESTS in every way. */
const everyFault = process.env.HEARTEN_LONG_TESTS !== undefined
const evening = '2026-11-22T21:00:00Z'

const known = anEntry({ text: 'known' })
const people = Array.from({ length: 3 }, (_, i) => newPerson(`P${i}`, 'close', aStamp()))
const months = ['2026-01-31', '2026-05-05', '2026-11-21'].map(day => anEntry({ day: asDay(day) }))

/** What is done while the disk fails, one of them on the first day of a journal. */
const deeds: Record<string, { do: (journal: Journal) => Promise<unknown>; fresh?: true }> = {
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
  const folder = join(aFolder(), 'data')
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

const opened = (folder: string, disk = quickDisk) =>
  aJournal({ folder, disk, clock: aClock(evening) })

test.each(Object.entries(deeds))(
  '%s survives a fault at every call of the disk',
  async (_, deed) => {
    const template = await yesterday(deed.fresh)
    const copy = () => {
      const folder = join(aFolder(), 'data')
      if (!deed.fresh) cpSync(template, folder, { recursive: true })
      return folder
    }
    const smooth = copy()
    const before = await seen(await opened(smooth))
    const counting = failingDisk(-1, 'EIO')
    await deed.do(await opened(smooth, counting.disk))
    const after = await seen(await opened(smooth))
    expect(after).not.toEqual(before)

    let failures = 0
    for (let at = 0; at < counting.calls; at++)
      for (const fault of everyFault ? faults : [faults[at % 4] ?? 'EIO']) {
        const faulty = failingDisk(at, fault)
        const folder = copy()
        let error: unknown
        const journal = await opened(folder, faulty.disk).catch(e => {
          error = e
          return undefined
        })
        if (journal) await deed.do(journal).catch(e => (error = e))
        if (faulty.failed === undefined) continue
        failures++
        const where = `${fault} at call ${at}, ${faulty.failed.name} ${String(faulty.failed.args[0])}`
        // Never silent: either it is said that nothing was saved, or all of it was.
        if (error !== undefined) expect([where, error]).toEqual([where, expect.any(UserError)])
        const again = await opened(folder)
        expect([where, await seen(again)]).toEqual([where, error === undefined ? after : before])
        // Never damaged, and the next run works.
        const findings = await examine({ ...again.clock, folder, host, disk: quickDisk })
        expect([where, findings.filter(({ fine }) => !fine)]).toEqual([where, []])
        await again.commit('jot', [anEntry({ text: 'next' })])
        expect([where, (await seen(again)).entries]).toEqual([
          where,
          expect.arrayContaining(['2026-11-22 next']),
        ])
      }
    expect(failures).toBeGreaterThan(20)
  },
  120_000,
)
