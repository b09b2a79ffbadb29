// What a person does while the power goes, each on a small journal that has everything a journal can have.
import { deletionOf } from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { newEntry, revise } from '../../src/journal/entry.ts'
import { newPerson } from '../../src/journal/person.ts'
import type { Stamp } from '../../src/journal/record.ts'
import { idFrom } from '../../src/journal/record.ts'
import type { Disk } from '../../src/store/disk.ts'
import type { Journal } from '../../src/store/journal.ts'
import { openJournal } from '../../src/store/open.ts'
import { plainPaper } from '../../src/store/paper.ts'
import { systemHost } from '../../src/system/host.ts'
import type { Identity } from '../../src/vault/identity.ts'
import { identityIn } from '../../src/vault/identity.ts'
import { wrappedKey, writeKeyFile } from '../../src/vault/key-file.ts'
import { sealedGeneration } from '../../src/vault/sealed-generation.ts'
import { sealingWith } from '../../src/vault/sealing.ts'

/** Stands in every page. */
export const canary = 'zwetschgenkuchen'

/** Of no use anywhere else. */
const key = 'AGE-SECRET-KEY-1WNK0WD0XYEP0GZQJLJEETCAJXCDL6X5CLS6HG3P9DEKR38FZ3JSQ57T3Y4'
const identity = identityIn(key) as Identity
const passphrase = 'tea and toast at noon'
/** What a guess at it costs: here, next to nothing. */
const cheap = 1

let counted = 0
const base32 = (count: number) => [count >> 15, count >> 10, count >> 5, count].map(n => n % 32)

/** A clock that moves a second each time it is looked at. */
export function clockFrom(start: string) {
  let time = Date.parse(start)
  return {
    now() {
      time += 1000
      return new Date(time)
    },
    newId: () => idFrom(time, Uint8Array.from([0, 0, 0, 0, 0, 0, ...base32(++counted)])),
  }
}

const real = systemHost(process)
/** A process that is not there any more when its lock is looked at. */
const mortal = { ...real, self: () => ({ ...real.self(), pid: 4_194_400 }) }

/** What a check-up takes, and opening. */
export const careOf = (folder: string, disk: Disk, start = '2026-11-22T22:00:00Z') => ({
  ...clockFrom(start),
  ...{ folder, disk, host: mortal },
  sealing: async () =>
    sealingWith({
      ...{ host: real, tries: 1, of: { what: 'journal', variable: 'HEARTEN_PASSPHRASE_FILE' } },
      ask: async () => passphrase,
    }),
})

export const opened = (folder: string, disk: Disk, start?: string): Promise<Journal> =>
  openJournal({ ...careOf(folder, disk, start), onNotice() {} })

const stamp = (): Stamp => {
  const { now, newId } = clockFrom('2026-11-21T20:00:00Z')
  return { now: now(), zone: 'Europe/Lisbon', today: asDay('2026-11-21'), newId }
}
/** A page with these words. */
export const note = (text: string, day = '2026-11-21'): Entry =>
  newEntry({ kind: 'note', details: {}, text: `${canary} ${text}`, day: asDay(day) }, stamp())

const known = note('known')
const many = ['2026-01-31', '2026-05-05', '2026-11-20'].map((day, i) => note(`of month ${i}`, day))
const people = ['Ana', 'Bo'].map(name => newPerson(name, 'close', stamp()))

/** Two months in two copies each, a backup, a change that is kept, and a page that is not finished. */
export async function makeSmallJournal(folder: string, disk: Disk): Promise<void> {
  const journal = await opened(folder, disk, '2026-11-21T21:00:00Z')
  await journal.commit('jot', [known])
  await journal.commit('jot', [note('of october', '2026-10-02'), ...people])
  await journal.commit('jot', [note('last')])
  await journal.drafts.save('morning', { kind: 'jot', text: `half a ${canary}` })
  await journal.drafts.sync()
}

export interface Deed {
  /** Works on a journal; `told` is called whenever the person hears that something is kept. */
  readonly work: (journal: Journal, told: () => Promise<void>, disk: Disk) => Promise<unknown>
  /** On the first day of a journal. */
  readonly fresh?: true
  /** When it is done, nothing of `known` may be anywhere. */
  readonly erases?: true
  readonly start?: string
}

const page = (text: string) => ({ kind: 'jot', text: `${canary} ${text}` })

export const deeds: Readonly<Record<string, Deed>> = {
  'the first jot': {
    work: async (journal, told) => {
      await journal.commit('jot', [note('new')])
      await told()
    },
    fresh: true,
  },
  jot: {
    work: async (journal, told) => {
      await journal.commit('jot', [note('new')])
      await told()
      await journal.commit('jot', [note('newer')])
      await told()
    },
  },
  'a session': {
    work: async (journal, told) => {
      for (const text of ['one answer', 'one answer and another']) {
        await journal.drafts.save('evening', page(text))
        await journal.drafts.sync()
        await told()
      }
      await journal.commit('session', [note('answer'), note('another answer')])
      await told()
      await journal.drafts.remove('evening')
      await told()
    },
  },
  edit: {
    work: async (journal, told) => {
      await journal.commit('edit', [
        revise(known, { text: `${canary} said better`, day: asDay('2026-02-03') }, stamp()),
      ])
      await told()
    },
  },
  delete: {
    work: async (journal, told) => {
      await journal.commit('delete', [deletionOf(known, stamp())])
      await told()
    },
  },
  undo: {
    work: async (journal, told) => {
      await journal.undo()
      await told()
    },
  },
  import: {
    work: async (journal, told) => {
      await journal.commit('import', many)
      await told()
    },
  },
  restore: {
    work: async (journal, told) => {
      await journal.restore('restore', { entries: many, people, settings: [], history: [] })
      await told()
    },
  },
  erase: {
    work: async (journal, told) => {
      await journal.erase([known.id])
      await told()
    },
    erases: true,
  },
  'vault on': {
    work: async (journal, told, disk) => {
      const wrapped = await wrappedKey(identity, passphrase, cheap)
      await journal.switchTo(sealedGeneration(plainPaper(disk), identity, wrapped))
      await told()
    },
  },
}

/** What a person does with an encrypted journal. */
export const sealedDeeds: Readonly<Record<string, Deed>> = {
  'jot, encrypted': {
    work: async (journal, told) => {
      await journal.commit('jot', [note('new')])
      await told()
    },
  },
  'vault passphrase': {
    work: async (journal, told, disk) => {
      const wrapped = await wrappedKey(identity, passphrase, cheap)
      await journal.atKeys(folder => writeKeyFile(plainPaper(disk), folder, wrapped))
      await told()
    },
  },
  'vault off': {
    work: async (journal, told, disk) => {
      await journal.unlock()
      await journal.switchTo({ paper: plainPaper(disk), prepare() {} })
      await told()
    },
  },
}

/** What is erased. */
export const erased = `${canary} known`

/** What a person would find. */
export async function foundIn(journal: Journal) {
  const { entries, people } = await journal.everything()
  const pages: unknown[] = []
  for (const id of ['morning', 'evening']) pages.push((await journal.drafts.load(id)) ?? 'none')
  return {
    kept: JSON.stringify({
      entries: entries.map(({ day, text }) => `${day} ${text}`).sort(),
      people: people.map(({ name }) => name).sort(),
    }),
    pages: JSON.stringify(pages),
  }
}
