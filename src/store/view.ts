import { JournalError } from '../errors.ts'
import type { Change, JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { currentOf } from '../journal/merge.ts'
import { headsOf } from '../journal/revisions.ts'
import type { LineFinder } from './finder.ts'
import { fold, shelvesOf } from './fold.ts'
import type { Pending } from './pending.ts'
import type { Stamps } from './places.ts'
import { areSettled } from './settled-lines.ts'
import type { Shelf } from './shelf.ts'
import { inShelfOrder, isMonth, logShelf } from './shelf.ts'
import { recordsHolding, recordsIn } from './shelf-file.ts'
import type { LinePlaces, ShelfLines } from './shelf-lines.ts'
import { linePlacesIn, recordsBackwards } from './shelf-lines.ts'
import type { Shelves } from './shelves.ts'

/**
 * The journal as a reader sees it: shelves with the waiting changes laid over them. The waiting
 * changes are read first, so a change folded in between is found in its shelf.
 */
export class View {
  readonly pending: Pending
  readonly #shelves: Shelves
  readonly #changes: readonly Change[]
  #onDisk: readonly string[] | undefined
  readonly #stamps = new Map<string, string>()
  /** Whether the end of it all needs a second look at each file. */
  #looksAgain = false
  /** Where the lines of a held shelf are, where it is as hearten wrote it. */
  readonly #places = new Map<string, LinePlaces | 'other'>()
  #isHeld = false
  readonly #sound: Stamps

  /** @param sound what files are known to be as hearten wrote them, by their stamps */
  constructor(shelves: Shelves, pending: Pending, sound: Stamps = {}) {
    this.#shelves = shelves
    this.#sound = sound
    this.pending = pending
    this.#changes = pending.waiting.map(({ change }) => change)
  }

  /** All months that hold anything, oldest first. */
  get months(): readonly string[] {
    const waiting = this.#changes.flatMap(shelvesOf).filter(isMonth)
    return [...new Set([...this.#filed(), ...waiting])].sort()
  }

  /** Looked for by whom it matters to. */
  #filed(): readonly string[] {
    this.#onDisk ??= this.#shelves.months()
    return this.#onDisk
  }

  /** A shelf as it lies there: of a thing that was changed in two places one revision, the others in its history. */
  async shelf(name: string): Promise<Shelf> {
    this.#beginToRead(name)
    const shelf = await this.#shelves.read(name)
    this.#refuseAnother(name)
    return fold(shelf, this.#changes)
  }

  /**
   * Keeps hold of everything as it is now, to be gone through at leisure: once `isStillTrue` has said so, it stays
   * the answer of one moment whatever is written meanwhile.
   */
  async hold(): Promise<void> {
    const names = [...this.months, 'people', 'settings']
    for (const name of names) this.#beginToRead(name)
    await this.#shelves.hold(names)
    this.#isHeld = true
  }

  /** Lets go of it again. */
  release(): void {
    this.#shelves.release()
  }

  /**
   * The lines of a shelf that is held, good until another one is read. Undefined where they do not say how it is
   * seen: something waits to change it, or its file is not as hearten wrote it.
   */
  async linesOf(name: string): Promise<ShelfLines | undefined> {
    const known = this.#places.get(name)
    if (known === 'other' || this.#isWaitingFor(name)) return undefined
    const bytes = await this.#shelves.bytesOf(name).catch(() => undefined)
    this.#refuseAnother(name)
    const places = bytes && (known ?? linePlacesIn(name, bytes, await this.#isChecked(name)))
    if (known === undefined && this.#shelves.isHeld(name)) this.#places.set(name, places ?? 'other')
    return bytes && places && { bytes, ...places }
  }

  /** Whether hearten wrote just this file: it was noted before it was read. */
  async #isChecked(name: string): Promise<boolean> {
    const stamp = this.#stamps.get(name)
    return (
      stamp !== undefined &&
      (stamp === this.#sound[name] || stamp === (await this.#shelves.checked())[name])
    )
  }

  /** A shelf that could not be held is read where it lies, and may be another by now. */
  #refuseAnother(name: string): void {
    if (!this.#isHeld || this.#shelves.isHeld(name)) return
    if (this.#shelves.stampOf(name) === this.#stamps.get(name)) return
    throw new JournalError(
      'The journal was changed while it was read, and it has more months than can be open at once.\nRun this again.',
    )
  }

  /** What is current on a shelf, with what was changed in two places brought together. */
  async current(name: string): Promise<JournalRecord[]> {
    return (await this.settled(name)).records
  }

  /** The same of a month, the newest first. Only the lines of those that are asked for are parsed, where that can be. */
  async newestFirst(name: string): Promise<Iterable<JournalRecord>> {
    this.#beginToRead(name)
    const lines = await this.linesOf(name)
    return lines && areSettled(name, lines)
      ? recordsBackwards(lines)
      : (await this.current(name)).sort(inShelfOrder).reverse()
  }

  /** What is current on a shelf; and where that is just what its file has, the files that say so. */
  async settled(name: string): Promise<{ records: JournalRecord[]; files?: Stamps }> {
    const shelf = await this.shelf(name)
    const { things: unsettled, seen, isForked } = await this.#unsettled(shelf)
    if (unsettled.size === 0) {
      const records = [...shelf.records]
      const asFiled =
        !isForked && ![...seen].some(it => this.#isWaitingFor(it) || this.#shelves.isEdited(it))
      return asFiled ? { records, files: this.stampsOf(seen) } : { records }
    }
    const together = [...unsettled.values()]
      .map(revisions => currentOf(revisions))
      .filter(record => record !== undefined)
      .filter(record => !record.deleted && shelfOf(record) === name)
    const rest = shelf.records.filter(({ id }) => !unsettled.has(id))
    return { records: [...rest, ...together].sort(inShelfOrder) }
  }

  /** What tells the files of some shelves from every other. */
  stampsOf(names: Iterable<string>): Stamps {
    const each = [...names]
    for (const name of each) this.#note(name)
    return Object.fromEntries(each.map(name => [name, this.#stamps.get(name) ?? '']))
  }

  /**
   * Whether what was found out from some files is still so: they are the same, and nothing waits to change them.
   * @param when `before` where it was found out, and taken from a cache, before this view was made
   */
  isStillSo(files: Stamps, when?: 'before'): boolean {
    if (when === undefined) this.#looksAgain = true
    for (const [name, stamp] of Object.entries(files)) {
      this.#note(name)
      if (this.#stamps.get(name) !== stamp || this.#isWaitingFor(name)) return false
    }
    return true
  }

  /** Some of the records on a shelf of which it is known how it was filed, by their places. */
  async recordsAt(name: string, places: Iterable<number>): Promise<JournalRecord[]> {
    this.#beginToRead(name)
    return [...recordsIn(await this.#shelves.bytesOf(name), places)]
  }

  /** Those records on such a shelf in whose lines one of some things may be found. */
  async recordsHolding(name: string, finders: readonly LineFinder[]): Promise<JournalRecord[]> {
    this.#beginToRead(name)
    return [...recordsHolding(await this.#shelves.passedBy(name), finders)]
  }

  /**
   * The things on a shelf that more than one last revision is known of, or of which another than lies there is the
   * last, each with all its revisions; and the shelves that were looked at to find out.
   */
  async #unsettled({ name, records, history }: Shelf) {
    const replaced = new Set<string>()
    for (const { supersedes } of records) for (const revision of supersedes) replaced.add(revision)
    for (const { supersedes } of history) for (const revision of supersedes) replaced.add(revision)
    const isHere = new Set(records.map(({ id }) => id))
    // Of most things the one last revision is the one that lies there.
    const last = history.filter(({ revision }) => !replaced.has(revision)).map(({ id }) => id)
    const open = new Set(last)
    // Which of two it is is not said by these lines, also where it was settled elsewhere.
    const isForked = open.size < last.length || last.some(id => isHere.has(id))
    // What came here once may have been changed where it was before, by somebody who did not know that it left.
    for (const { id, movedFrom } of [...records, ...history])
      if (movedFrom !== undefined && isHere.has(id)) open.add(id)
    const things = new Map([...open].map(id => [id, [] as JournalRecord[]]))
    const seen = new Set([name])
    if (open.size === 0) return { things, seen, isForked }
    const collect = async (shelf: Pick<Shelf, 'records' | 'history'>) => {
      const from = new Set<string>()
      for (const record of [...shelf.records, ...shelf.history]) {
        things.get(record.id)?.push(record)
        if (!things.has(record.id)) continue
        // What happened to it where it came from, and where it went, is known there only.
        for (const place of [record.movedFrom, shelfOf(record)])
          if (place !== undefined && !seen.has(place)) from.add(place)
      }
      for (const place of from) {
        seen.add(place)
        await collect(await this.shelf(place))
      }
    }
    await collect({ records, history })
    const here = new Map(records.map(record => [record.id, record.revision]))
    for (const [id, revisions] of things) {
      const [head, another] = headsOf(revisions)
      const isSeenHere = head && !head.deleted && shelfOf(head) === name
      if (!another && here.get(id) === (isSeenHere ? head.revision : undefined)) things.delete(id)
    }
    return { things, seen, isForked }
  }

  /** The shelf, or an empty one when nothing in it holds `text`. */
  async shelfHolding(name: string, text: string): Promise<Shelf> {
    if (this.#isWaitingFor(name)) return this.shelf(name)
    this.#beginToRead(name)
    return this.#shelves.readIfHolding(name, text)
  }

  /** The shelves that may log changes, newest first. */
  logs(): string[] {
    const waiting = this.#changes.map(({ sequence }) => logShelf(sequence))
    return [...new Set([...this.#filed(), ...waiting])].sort().reverse()
  }

  /**
   * Whether no shelf that was looked at has changed since, and nothing new is waiting. When not, an
   * entry that moved meanwhile may have been missed in both months. Where nothing was read of any shelf, and each
   * is still as it was known before, all of them were when the first was looked at: a stamp never comes again.
   */
  isStillTrue(pendingFilesNow: readonly string[]): boolean {
    const known = new Set(this.pending.files)
    return (
      pendingFilesNow.every(file => known.has(file)) &&
      (this.#onDisk === undefined || this.#shelves.months().join() === this.#onDisk.join()) &&
      (!this.#looksAgain ||
        [...this.#stamps].every(([name, stamp]) => this.#shelves.stampOf(name) === stamp))
    )
  }

  #isWaitingFor(name: string): boolean {
    return this.#changes.some(change => shelvesOf(change).includes(name))
  }

  #beginToRead(name: string): void {
    this.#looksAgain = true
    this.#note(name)
  }

  #note(name: string): void {
    if (!this.#stamps.has(name)) this.#stamps.set(name, this.#shelves.stampOf(name))
  }
}
