import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Change, JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { refuseForAnotherUser } from './another-user.ts'
import { backupsIn, isBackedUp } from './backup-names.ts'
import type { Beside } from './beside.ts'
import { draftsIn } from './draft-files.ts'
import { beingErased } from './erasing.ts'
import { inWords, reading, readingError, writingError } from './file-errors.ts'
import type { Found, Remembered } from './findings.ts'
import { beginning, firstPage } from './first-page.ts'
import type { Journal } from './journal.ts'
import type { Workplace } from './keeper.ts'
import type { Host } from './lock.ts'
import type { Manifest } from './manifest.ts'
import { createManifest, readManifest } from './manifest.ts'
import type { Cache, MonthSum } from './outlines.ts'
import type { OnPaper } from './paper.ts'
import { papersOf } from './paper.ts'
import { pendingFiles, readPending } from './pending.ts'
import type { Generation } from './places.ts'
import { erasingIn, generationIn, isConflictCopy, placesIn } from './places.ts'
import {
  entriesOf,
  entryOf,
  everythingOf,
  historyOf,
  peopleOf,
  settingsOf,
  trashOf,
} from './questions.ts'
import { isShelf } from './shelf.ts'
import { Shelves } from './shelves.ts'
import { View } from './view.ts'

export interface OpenOptions extends OnPaper {
  /** The data folder. Nothing is created in it before the first write. */
  readonly folder: string
  readonly host: Host
  now(): Date
  newId(): string
  /** What lies beside the journal, for copies of it. */
  beside?(): Promise<Beside>
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
    ...(options.beside && { beside: options.beside }),
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
    const { whileLocked } = await import('./keeper.ts')
    const quiet = await whileLocked(place, attempt).catch(attempt)
    return quiet.answer
  }

  /** Answers with the help of what is remembered of months, and remembers those that had to be read. */
  async function askRemembering<T, S extends object>(
    question: (view: View, known: Remembered) => Promise<Found<T>>,
    sum?: MonthSum<S>,
  ): Promise<T> {
    const { idCache, outlineCache, readCache, remember, sumCache } = await import('./outlines.ts')
    const place = here()
    const sums = sum ? [sumCache(sum)] : []
    const kept = (cache: Cache) => readCache(paper, place.generation, cache)
    const remembered: Remembered = {
      ids: await kept(idCache),
      sums: sums[0] ? await kept(sums[0]) : new Map(),
      outline: async month => (await kept(outlineCache(month))).get(month),
    }
    const { answer, fresh } = await ask(view => question(view, remembered))
    if (fresh.length > 0)
      await remember(place, sums, fresh, new Shelves(paper, place.generation, () => {}))
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
      const { commitChange, foldIfFree } = await import('./keeper.ts')
      const change = await commitChange(place, content)
      await foldIfFree(place, change, async () => {
        if (isTidy(place)) return
        const { tidy } = await import('./upkeep.ts')
        await tidy(place, say)
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
      const { commitChange } = await import('./keeper.ts')
      const change = await commitChange(place, content)
      onNotice(
        `What you wrote is kept, in ${pending}. What was there before cannot be read now: \`hearten doctor\` says why.`,
      )
      return change
    })
  }

  /** Loaded when it is asked for: most commands only read, or add. */
  const upkeep = async () => (await import('./upkeep.ts')).upkeepOf({ here, ask, alter, keep })

  return {
    folder,
    inbox: places.inbox,
    get seed() {
      return (manifest ?? page.wouldBe).seed
    },
    async entries(query) {
      // A few months are read as quickly as what is known of all.
      const isForMany = query.kinds !== undefined && query.from === undefined
      if (query.holding === undefined && !isForMany) return ask(view => entriesOf(view, query))
      const { entriesHolding } = await import('./findings.ts')
      return askRemembering((view, { ids }) => entriesHolding(view, ids, query))
    },
    async findings(query, find, sum) {
      const { findingsOf } = await import('./findings.ts')
      return askRemembering((view, known) => findingsOf(view, known, query, find, sum), sum)
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
    undo: async () => (await upkeep()).undo(),
    redo: async () => (await upkeep()).redo(),
    erase: async ids => (await upkeep()).erase(ids),
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
      return (await upkeep()).snapshot()
    },
    backups: async () => backupsIn(paper, here().generation),
    backup: async name => (await upkeep()).backup(name),
    lacking: async name => (await upkeep()).lacking(name),
    async conflictCopies() {
      const { generation } = here()
      const { months, pending } = generation
      return [folder, generation.folder, months, pending].flatMap(inside =>
        reading(inside, () => paper.names(inside))
          .filter(isConflictCopy)
          .map(name => join(inside, name)),
      )
    },
    planRestore: async target => (await upkeep()).planRestore(target),
    restore: async (label, target) => (await upkeep()).restore(label, target),
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

/** Whether no erasing broke off, and the day has its backup. What cannot be looked at is not. */
function isTidy({ paper, generation, now }: Workplace): boolean {
  try {
    return !paper.about(erasingIn(generation)) && isBackedUp(paper, generation, now())
  } catch {
    return false
  }
}

/** A record's place becomes a file's name, so it must be one of ours. */
function refuseMisplaced(record: JournalRecord): void {
  for (const name of [shelfOf(record), record.movedFrom ?? 'people'])
    if (!isShelf(name)) throw new RangeError(`${JSON.stringify(name)} is no place for a record`)
}
