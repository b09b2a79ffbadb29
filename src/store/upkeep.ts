import { basename, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import type { Change, JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import type { Restoring } from '../journal/restoring.ts'
import { planRestoring } from '../journal/restoring.ts'
import { changeToRedo, changeToUndo, reversal } from '../journal/undo.ts'
import type { Awaitable } from './awaitable.ts'
import { lackingIn, readContents, unreadableIn } from './backup-contents.ts'
import { backupsIn } from './backup-names.ts'
import { backUpDaily, snapshot } from './backups.ts'
import { hiding } from './careful.ts'
import { eraseThings, finishErasing } from './erase.ts'
import type { Everything, Journal, Lacking } from './journal.ts'
import type { Workplace } from './keeper.ts'
import { whileLocked } from './keeper.ts'
import { isIntact } from './lines.ts'
import { changeFoundBy, everythingOf, revisionsAround } from './lookups.ts'
import { shelfFiles } from './ours.ts'
import type { Paper } from './paper.ts'
import { readPending } from './pending.ts'
import type { Generation } from './places.ts'
import { generationIn } from './places.ts'
import { releaseHeld } from './recent.ts'
import { Shelves } from './shelves.ts'
import { View } from './view.ts'

/** What an open journal lends to its upkeep. */
export interface Lent {
  here(): Awaitable<Workplace>
  /** Answers from a moment at which nothing was between two places. */
  ask<T>(question: (view: View) => Promise<T>): Promise<T>
  /** Runs something that writes, and puts what goes wrong into words. */
  alter<T>(work: (place: Workplace) => Promise<T>): Promise<T>
  keep(content: Pick<Change, 'label' | 'records' | 'undoes' | 'redoes'>): Promise<Change>
}

/** The part of a journal that few commands come to: taking back, erasing, backups, restoring. */
export type Upkeep = Pick<
  Journal,
  'undo' | 'redo' | 'erase' | 'snapshot' | 'backup' | 'lacking' | 'planRestore' | 'restore'
>

export function upkeepOf({ here, ask, alter, keep }: Lent): Upkeep {
  async function restoringTo(view: View, target: Everything & Lacking): Promise<Restoring> {
    const { now, newId } = await here()
    const there = contentsOf(await everythingOf(view))
    return planRestoring(there, contentsOf(target), { now: now(), newId }, isLackedBy(target))
  }

  async function backupNamed(name: string): Promise<Generation> {
    const { paper, generation } = await here()
    if (!backupsIn(paper, generation).includes(name)) {
      throw new UserError(`There is no backup called ${name}. Nothing was changed.`)
    }
    return generationIn(join(generation.backups, name))
  }

  async function lackedBy(backup: Generation): Promise<string[]> {
    const { paper, generation } = await here()
    return lackingIn(paper, backup, shelfFiles(paper, generation))
  }

  async function reverse(direction: 'undo' | 'redo'): Promise<Change | undefined> {
    const found = await ask(async view => {
      const walk = direction === 'undo' ? changeToUndo() : changeToRedo()
      const found = await changeFoundBy(view, walk)
      if (!found) return undefined
      const { change, later } = found
      const known = await revisionsAround(view, change)
      const { now, newId } = await here()
      const records = reversal(change, direction, { known, later }, { now: now(), newId })
      return { change, records }
    })
    if (!found) return undefined
    const { change, records } = found
    const { id, label } = change
    return keep({
      label: `${direction}: ${label}`,
      records,
      ...(direction === 'undo' ? { undoes: id } : { redoes: id }),
    })
  }

  const copyNow = () =>
    alter(place => whileLocked(place, () => backUp(place, () => snapshot(place, 'thorough'))))

  return {
    undo: () => reverse('undo'),
    redo: () => reverse('redo'),
    async erase(ids) {
      await alter(place => whileLocked(place, () => eraseThings(place, ids)))
    },
    snapshot: async () => (await copyNow()).name,
    async backup(name) {
      const { paper, onNotice } = await here()
      const backup = await backupNamed(name)
      const unread = await unreadableIn(paper, backup)
      const view = new View(
        new Shelves(hiding(paper, unread), backup, onNotice),
        await readPending(hiding(paper, unread), backup),
      )
      const lacks = [...new Set([...(await lackedBy(backup)), ...unread.map(inFolder(backup))])]
      const beside = (await readContents(paper, backup))?.beside
      return { ...(await everythingOf(view)), lacks, ...(beside && { beside }) }
    },
    lacking: async name => lackedBy(await backupNamed(name)),
    planRestore: target => ask(view => restoringTo(view, target)),
    async restore(label, target) {
      const { records } = await ask(view => restoringTo(view, target))
      if (records.length === 0) return undefined
      await copyNow()
      return keep({ label, records })
    },
  }
}

/** Goes on with an erasing that broke off, and makes the backup of the day. Only under the lock. */
export async function tidy(place: Workplace, say: (error: unknown) => void): Promise<void> {
  await finishErasing(place).catch(say)
  await backUp(place, () => backUpDaily(place))
}

/** Makes a backup, if it is time. What only a second copy of a change held until then is held by it now. */
async function backUp<T>({ paper, generation }: Workplace, make: () => Promise<T>): Promise<T> {
  const before = new Set(orNone(() => backupsIn(paper, generation)))
  const made = await make()
  const name = orNone(() => backupsIn(paper, generation)).find(name => !before.has(name))
  if (name !== undefined)
    await releaseBackedUp(paper, generation, generationIn(join(generation.backups, name)))
  return made
}

/** A folder that cannot be read is said by who needs it. */
function orNone(names: () => string[]): string[] {
  try {
    return names()
  } catch {
    return []
  }
}

const contentsOf = ({ entries, people, settings, history }: Everything) => ({
  current: [...entries, ...people, ...settings],
  history,
})

/** Whether something may lie in what a copy lacks: then nobody can tell that it was not there. */
function isLackedBy({ lacks = [] }: Lacking): (revisions: readonly JournalRecord[]) => boolean {
  const shelves = new Set(lacks.map(file => basename(file, '.json')))
  const lacksChange = lacks.some(file => file.startsWith('pending/'))
  return revisions =>
    lacksChange ||
    revisions.some(record =>
      [shelfOf(record), record.movedFrom].some(name => name !== undefined && shelves.has(name)),
    )
}

const inFolder =
  ({ folder }: Generation) =>
  (path: string) =>
    relative(folder, path)

/** Lets go of changes of which the backup that was just made holds a copy: of every shelf it could take. */
async function releaseBackedUp(
  paper: Paper,
  generation: Generation,
  backup: Generation,
): Promise<void> {
  const shelves = new Shelves(paper, backup, () => {})
  const read = new Map<string, Buffer | undefined>()
  await releaseHeld(paper, generation, async name => {
    if (!read.has(name)) {
      const bytes = await shelves.bytesOf(name).catch(() => undefined)
      read.set(name, bytes && isIntact(bytes) ? bytes : undefined)
    }
    return read.get(name)
  })
}
