import { basename, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Change, JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { ofKind } from '../journal/setting.ts'
import { askingOf } from './asking.ts'
import { backupsIn, isBackedUp } from './backup-names.ts'
import { draftsIn } from './draft-files.ts'
import { beingErased } from './erasing.ts'
import { inWords, reading, readingError, writingError } from './file-errors.ts'
import type { Journal } from './journal.ts'
import type { Workplace } from './keeper.ts'
import {
  entriesOf,
  entryOf,
  everythingOf,
  historyOf,
  peopleOf,
  settingsOf,
  trashOf,
} from './lookups.ts'
import type { Manifest } from './manifest.ts'
import { isGeneration, readManifest } from './manifest.ts'
import type { OpenOptions } from './open-options.ts'
import { papersOf } from './paper.ts'
import { erasingIn, isConflictCopy, placesIn } from './places.ts'
import { MovedOn } from './sealing.ts'
import { isShelf } from './shelf.ts'
import type { View } from './view.ts'
import { whereaboutsOf } from './whereabouts.ts'

/**
 * Opens a journal, whether it exists yet or not.
 * @throws JournalError when what is there cannot be read
 * @throws UserError when the folder cannot hold a journal
 */
export async function openJournal(options: OpenOptions): Promise<Journal> {
  const { folder, host, now } = options
  const { disk, plain } = papersOf(options)
  const places = placesIn(folder)
  const said = new Set<string>()
  let notices = 0
  const onNotice = (text: string) => {
    notices++
    if (said.has(text)) return
    said.add(text)
    options.onNotice(text)
  }

  /** Whether another generation is to go; beside an encrypted one none may be left that is plain. */
  const hasAnother = (page: Manifest | undefined): boolean =>
    page?.discard !== undefined ||
    (page?.recipient !== undefined &&
      reading(folder, () => plain.names(folder)).some(
        name => isGeneration(name) && name !== page.generation,
      ))

  const say = (error: unknown) =>
    onNotice(error instanceof UserError ? error.message : String(error))
  const unread = (error: unknown) => readingError(folder, error)
  const unwritten = (error: unknown) => writingError(folder, error, 'Nothing was saved.')

  const whereabouts = await whereaboutsOf({ ...options, onNotice })
  const { here, hereToWrite } = whereabouts
  if (hasAnother(whereabouts.page.manifest)) {
    const { finishSwitch } = await import('./switch.ts')
    // Read-only, or nobody to ask: the next one that opens it goes on. What counts is in its place.
    await finishSwitch(await here(), options).catch(() => {})
  }
  // A journal that is being erased is none any more, though not all of it may be gone yet.
  let isHalfErased = reading(folder, () => plain.about(places.erasing)) !== undefined

  const { ask, viewOf, sound } = askingOf({ folder, whereabouts, onNotice, say, tidied })

  /** Runs something that writes. What it has not put into words itself went wrong before anything was written. */
  const alter = <T>(work: (place: Workplace) => Promise<T>): Promise<T> =>
    inWords(unwritten, async () => {
      const place = await hereToWrite()
      if (isHalfErased) await finishHalfErased(place)
      try {
        return await work(place)
      } catch (error) {
        if (!(error instanceof MovedOn)) throw error
        return work(await hereToWrite())
      }
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
    if (whereabouts.page.trouble) return keepMeanwhile(content)
    return alter(async first => {
      const { commitChange, foldIfFree } = await import('./keeper.ts')
      const change = await commitChange(first, content)
      if (whereabouts.isAnew())
        onNotice(
          `The journal that was in ${folder} is gone: it was erased, or moved away. What you wrote begins a new one.`,
        )
      let place = first
      while (!place.isCurrent()) {
        const { carryChange } = await import('./switch.ts')
        const next = await hereToWrite()
        await carryChange(change, place, next)
        place = next
      }
      await foldIfFree(place, change, () => tidied(place))
      return change
    })
  }

  async function tidied(place: Workplace): Promise<void> {
    if (isTidy(place)) return
    const { tidy } = await import('./upkeep.ts')
    await tidy(place, say)
  }

  /** Words win: what cannot be filed yet waits beside what there is, where the doctor finds it. */
  function keepMeanwhile(content: Pick<Change, 'label' | 'records'>): Promise<Change> {
    return inWords(unwritten, async () => {
      const place = await whereabouts.refuge()
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

  const settings: Journal['settings'] = async kind => ofKind(await ask(settingsOf), kind)

  /** Loaded when it is asked for: most commands only read, or add. */
  const upkeep = async () => (await import('./upkeep.ts')).upkeepOf({ here, ask, alter, keep })

  return {
    folder,
    inbox: places.inbox,
    get seed() {
      return (whereabouts.manifest() ?? whereabouts.page.wouldBe).seed
    },
    get locked() {
      return whereabouts.isLocked()
    },
    get sealed() {
      const { generation, recipient } = whereabouts.manifest() ?? whereabouts.page.wouldBe
      return recipient === undefined ? undefined : { recipient, folder: join(folder, generation) }
    },
    async unlock() {
      await (await here()).paper.unlock()
    },
    async leaveLocked() {
      ;(await here()).paper.leaveLocked()
    },
    atKeys: work =>
      alter(async place => {
        const { whileLocked } = await import('./keeper.ts')
        return whileLocked(place, async () => work(place.generation.folder))
      }),
    async entries(query) {
      // A few months are read as quickly as what is known of all.
      const isForMany = query.kinds !== undefined && query.from === undefined
      if (query.holding === undefined && !isForMany) return ask(view => entriesOf(view, query))
      const { entriesHolding } = await import('./cache/searching.ts')
      return entriesHolding({ ask, place: await here() }, query)
    },
    async findings(query, find, sum) {
      const { findingsOf } = await import('./cache/findings.ts')
      return findingsOf({ ask, place: await here() }, query, find, sum)
    },
    async answer(asked, work, before) {
      const { answered } = await import('./cache/kept-answers.ts')
      const place = await here()
      const said = () => notices
      return inWords(unread, async () =>
        answered({ place, view: await viewOf(place), before, sound, said }, asked, work),
      )
    },
    async monthByMonth(work, onMonth) {
      const { monthByMonth } = await import('./month-by-month.ts')
      let held: View | undefined
      try {
        const view = await ask(async next => {
          held?.release()
          held = next
          await next.hold()
          return next
        })
        return await monthByMonth(view, await here(), work, onMonth)
      } finally {
        held?.release()
      }
    },
    entry: part => ask(view => entryOf(view, part)),
    history: id => ask(view => historyOf(view, id)),
    trash: () => ask(trashOf),
    people: () => ask(peopleOf),
    mutes: () => settings('mute'),
    ownPrompts: () => settings('prompt'),
    settings,
    everything: () => ask(everythingOf),
    async commit(label, records) {
      if (records.length === 0) throw new RangeError('A change needs something to change')
      return keep({ label, records })
    },
    undo: async () => (await upkeep()).undo(),
    redo: async () => (await upkeep()).redo(),
    erase: async ids => (await upkeep()).erase(ids),
    async erasing() {
      const { paper, generation } = await here()
      return beingErased(paper, generation)
    },
    async eraseAll() {
      const { eraseAll } = await import('./erase-all.ts')
      const left = await eraseAll({ ...options, disk })
      isHalfErased = false
      whereabouts.beginAnew()
      return left
    },
    async snapshot() {
      if (readManifest(plain, places) === undefined) return undefined
      return (await upkeep()).snapshot()
    },
    async backups() {
      const { paper, generation } = await here()
      return backupsIn(paper, generation)
    },
    backup: async name => (await upkeep()).backup(name),
    lacking: async name => (await upkeep()).lacking(name),
    async conflictCopies() {
      const { paper, generation } = await here()
      const { months, pending } = generation
      return [folder, generation.folder, months, pending].flatMap(inside =>
        reading(inside, () => paper.names(inside))
          .filter(isConflictCopy)
          .map(name => join(inside, name)),
      )
    },
    planRestore: async target => (await upkeep()).planRestore(target),
    async switchTo(next) {
      const { switchTo } = await import('./switch.ts')
      return alter(place => switchTo(place, plain, next))
    },
    restore: async (label, target) => (await upkeep()).restore(label, target),
    drafts: draftsIn({
      host,
      now,
      onNotice,
      at: make => (whereabouts.page.trouble ? whereabouts.refuge() : make ? hereToWrite() : here()),
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
