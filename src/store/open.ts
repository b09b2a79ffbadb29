import { basename, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import type { Change, JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import type { Restoring } from '../journal/restoring.ts'
import { planRestoring } from '../journal/restoring.ts'
import { changeToRedo, changeToUndo, reversal } from '../journal/undo.ts'
import { refuseForAnotherUser } from './another-user.ts'
import { lackingIn, unreadableIn } from './backup-contents.ts'
import { backUpDaily, backupsIn, snapshot } from './backups.ts'
import { hiding } from './careful.ts'
import { draftsIn } from './draft-files.ts'
import { beingErased, eraseThings, finishErasing } from './erase.ts'
import { inWords, reading, readingError, writingError } from './file-errors.ts'
import type { Found, Remembered } from './findings.ts'
import { beginning, firstPage } from './first-page.ts'
import type { Everything, Journal, Lacking } from './journal.ts'
import type { Workplace } from './keeper.ts'
import { commitChange, foldIfFree, whileLocked } from './keeper.ts'
import type { Host } from './lock.ts'
import type { Manifest } from './manifest.ts'
import { createManifest, readManifest } from './manifest.ts'
import { shelfFiles } from './ours.ts'
import type { MonthSum } from './outlines.ts'
import type { OnPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import { pendingFiles, readPending } from './pending.ts'
import type { Generation } from './places.ts'
import { generationIn, isConflictCopy, placesIn } from './places.ts'
import {
  changeFoundBy,
  entriesOf,
  entryOf,
  everythingOf,
  historyOf,
  peopleOf,
  revisionsAround,
  settingsOf,
  trashOf,
} from './questions.ts'
import { releaseBackedUp } from './recent.ts'
import { isShelf } from './shelf.ts'
import { Shelves } from './shelves.ts'
import { View } from './view.ts'

export interface OpenOptions extends OnPaper {
  /** The data folder. Nothing is created in it before the first write. */
  readonly folder: string
  readonly host: Host
  now(): Date
  newId(): string
  /** Told once each: a file edited by hand, a change that could not be folded yet. */
  onNotice(text: string): void
}

/** How often a reader starts again when something is folded under its eyes, before it asks for quiet. */
const patience = 5

/**
 * Opens a journal, whether it exists yet or not.
 * @throws JournalError when what is there cannot be read
 * @throws UserError when the folder cannot hold a journal
 */
export async function openJournal(options: OpenOptions): Promise<Journal> {
  const { folder, host, now, newId } = options
  const { disk, plain, paper } = papersOf(options)
  const places = placesIn(folder)
  const said = new Set<string>()
  const onNotice = (text: string) => {
    if (said.has(text)) return
    said.add(text)
    options.onNotice(text)
  }

  const say = (error: unknown) =>
    onNotice(error instanceof UserError ? error.message : String(error))
  const unread = (error: unknown) => readingError(folder, error)
  const unwritten = (error: unknown) => writingError(folder, error, 'Nothing was saved.')

  // A journal that is being erased is none any more, though not all of it may be gone yet.
  let isHalfErased = reading(folder, () => plain.about(places.erasing)) !== undefined
  let page = firstPage(plain, places, { newId, now, onNotice })
  let { manifest } = page

  const workplace = (current: Manifest): Workplace => ({
    disk,
    paper,
    host,
    generation: generationIn(join(folder, current.generation)),
    lock: places.lock,
    now,
    newId,
    onNotice,
  })
  const here = () => {
    if (page.trouble) throw page.trouble
    manifest ??= readManifest(plain, places)
    return workplace(manifest ?? page.wouldBe)
  }
  const hereToWrite = () => {
    refuseForAnotherUser(plain, folder, host)
    if (page.trouble) throw page.trouble
    manifest ??= readManifest(plain, places) ?? createManifest(plain, places, page.wouldBe)
    return workplace(manifest)
  }

  /** Where what is written can be kept while nothing can be read. */
  const refugeHere = (): Workplace => {
    refuseForAnotherUser(plain, folder, host)
    return { ...workplace(page.wouldBe), generation: page.refuge ?? here().generation }
  }

  async function viewOf(generation: Generation): Promise<View> {
    const shelves = new Shelves(paper, generation, onNotice)
    const view = new View(shelves, await readPending(paper, generation))
    view.pending.damaged.forEach(say)
    return view
  }

  async function restoringTo(view: View, target: Everything & Lacking): Promise<Restoring> {
    const here = contentsOf(await everythingOf(view))
    return planRestoring(here, contentsOf(target), { now: now(), newId }, isLackedBy(target))
  }

  function backupNamed(name: string): Generation {
    const { generation } = here()
    if (!backupsIn(paper, generation).includes(name)) {
      throw new UserError(`There is no backup called ${name}. Nothing was changed.`)
    }
    return generationIn(join(generation.backups, name))
  }

  const lackedBy = (backup: Generation) =>
    lackingIn(paper, backup, shelfFiles(paper, here().generation))

  /** Answers from a moment at which nothing was between two places. */
  const ask = <T>(question: (view: View) => Promise<T>): Promise<T> =>
    inWords(unread, () => askQuietly(question))

  async function askQuietly<T>(question: (view: View) => Promise<T>): Promise<T> {
    const place = here()
    const { pending } = place.generation
    const attempt = async () => {
      const view = await viewOf(place.generation)
      const answer = await question(view)
      return { answer, sure: view.isStillTrue(pendingFiles(paper, pending)) }
    }
    for (let i = 0; i < patience; i++) {
      const { answer, sure } = await attempt()
      if (sure) return answer
    }
    // Where no lock can be had, as in a folder that may only be read, the last answer must do.
    const quiet = await whileLocked(place, attempt).catch(attempt)
    return quiet.answer
  }

  /** Answers with the help of what is remembered of months, and remembers those that had to be read. */
  async function askRemembering<T, S>(
    question: (view: View, known: Remembered<S>) => Promise<Found<T>>,
    sum?: MonthSum<S>,
  ): Promise<T> {
    const { outlineCache, readCache, remember, sumCache } = await import('./outlines.ts')
    const place = here()
    const caches = sum ? [outlineCache, sumCache(sum)] : [outlineCache]
    const [outlines = new Map(), sums = new Map()] = await Promise.all(
      caches.map(cache => readCache(paper, place.generation, cache)),
    )
    const { answer, fresh } = await ask(view => question(view, { outlines, sums, sum }))
    if (fresh.length > 0)
      await remember(place, caches, fresh, new Shelves(paper, place.generation, () => {}))
    return answer
  }

  /** Runs something that writes. What it has not put into words itself went wrong before anything was written. */
  const alter = <T>(work: (place: Workplace) => Promise<T>): Promise<T> =>
    inWords(unwritten, async () => {
      const place = hereToWrite()
      if (isHalfErased) await finishHalfErased(place)
      return work(place)
    })

  async function finishHalfErased(place: Workplace): Promise<void> {
    isHalfErased = false
    const { finishErasingAll } = await import('./erase-all.ts')
    await finishErasingAll({ ...options, disk }, basename(place.generation.folder)).catch(say)
  }

  async function keep(
    content: Pick<Change, 'label' | 'records' | 'undoes' | 'redoes'>,
  ): Promise<Change> {
    content.records.forEach(refuseMisplaced)
    if (page.trouble) return keepMeanwhile(content)
    return alter(async place => {
      const change = await commitChange(place, content)
      await foldIfFree(place, change, async () => {
        await finishErasing(place).catch(say)
        await backUp(place, () => backUpDaily(place))
      })
      return change
    })
  }

  /** Words win: what cannot be filed yet waits beside what there is, where the doctor finds it. */
  function keepMeanwhile(content: Pick<Change, 'label' | 'records'>): Promise<Change> {
    return inWords(unwritten, async () => {
      const place = refugeHere()
      const { pending } = place.generation
      plain.makeFolder(pending)
      const change = await commitChange(place, content)
      onNotice(
        `What you wrote is kept, in ${pending}. What was there before cannot be read now: \`hearten doctor\` says why.`,
      )
      return change
    })
  }

  async function reverse(direction: 'undo' | 'redo'): Promise<Change | undefined> {
    const found = await ask(async view => {
      const walk = direction === 'undo' ? changeToUndo() : changeToRedo()
      const found = await changeFoundBy(view, walk)
      if (!found) return undefined
      const { change, later } = found
      const known = await revisionsAround(view, change)
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

  return {
    folder,
    get seed() {
      return (manifest ?? page.wouldBe).seed
    },
    async entries(query) {
      if (query.holding === undefined) return ask(view => entriesOf(view, query))
      const { entriesHolding } = await import('./findings.ts')
      return askRemembering((view, { outlines }) => entriesHolding(view, outlines, query))
    },
    async findings(query, find, sum) {
      const { findingsOf } = await import('./findings.ts')
      return askRemembering((view, known) => findingsOf(view, known, query, find), sum)
    },
    entry: part => ask(view => entryOf(view, part)),
    history: id => ask(view => historyOf(view, id)),
    trash: () => ask(trashOf),
    people: () => ask(peopleOf),
    mutes: async () => (await ask(settingsOf)).filter(record => record.kind === 'mute'),
    ownPrompts: async () => (await ask(settingsOf)).filter(record => record.kind === 'prompt'),
    everything: () => ask(everythingOf),
    async commit(label, records) {
      if (records.length === 0) throw new RangeError('A change needs something to change')
      return keep({ label, records })
    },
    undo: () => reverse('undo'),
    redo: () => reverse('redo'),
    async erase(ids) {
      await alter(place => whileLocked(place, () => eraseThings(place, ids)))
    },
    erasing: async () => beingErased(paper, here().generation),
    async eraseAll() {
      const { eraseAll } = await import('./erase-all.ts')
      const left = await eraseAll({ ...options, disk })
      manifest = undefined
      isHalfErased = false
      page = beginning(plain, places, { newId, now })
      return left
    },
    async snapshot() {
      if (readManifest(plain, places) === undefined) return undefined
      return alter(async place => {
        const made = await whileLocked(place, () =>
          backUp(place, () => snapshot(place, 'thorough')),
        )
        return made.name
      })
    },
    backups: async () => backupsIn(paper, here().generation),
    async backup(name) {
      const backup = backupNamed(name)
      const unread = await unreadableIn(paper, backup)
      const view = new View(
        new Shelves(hiding(paper, unread), backup, onNotice),
        await readPending(hiding(paper, unread), backup),
      )
      const lacks = [...new Set([...(await lackedBy(backup)), ...unread.map(inFolder(backup))])]
      return { ...(await everythingOf(view)), lacks }
    },
    lacking: async name => lackedBy(backupNamed(name)),
    async conflictCopies() {
      const { generation } = here()
      const { months, pending } = generation
      return [folder, generation.folder, months, pending].flatMap(inside =>
        reading(inside, () => paper.names(inside))
          .filter(isConflictCopy)
          .map(name => join(inside, name)),
      )
    },
    planRestore: target => ask(view => restoringTo(view, target)),
    async restore(label, target) {
      const { records } = await ask(view => restoringTo(view, target))
      if (records.length === 0) return undefined
      await alter(place =>
        whileLocked(place, () => backUp(place, () => snapshot(place, 'thorough'))),
      )
      return keep({ label, records })
    },
    drafts: draftsIn({
      paper,
      host,
      now,
      onNotice,
      folder: make =>
        (page.trouble ? refugeHere() : make ? hereToWrite() : here()).generation.drafts,
    }),
  }
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

/** A record's place becomes a file's name, so it must be one of ours. */
function refuseMisplaced(record: JournalRecord): void {
  for (const name of [shelfOf(record), record.movedFrom ?? 'people'])
    if (!isShelf(name)) throw new RangeError(`${JSON.stringify(name)} is no place for a record`)
}
