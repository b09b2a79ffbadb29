import type { Change, JournalRecord } from '../journal/change.ts'
import { shelfOf } from '../journal/change.ts'
import { currentOf } from '../journal/merge.ts'
import { headsOf } from '../journal/revisions.ts'
import { fold, shelvesOf } from './fold.ts'
import type { Pending } from './pending.ts'
import type { Shelf } from './shelf.ts'
import { inShelfOrder, isMonth, logShelf } from './shelf.ts'
import type { Shelves } from './shelves.ts'

/**
 * The journal as a reader sees it: shelves with the waiting changes laid over them. The waiting
 * changes are read first, so a change folded in between is found in its shelf.
 */
export class View {
  /** All months that hold anything, oldest first. */
  readonly months: readonly string[]
  readonly pending: Pending
  readonly #shelves: Shelves
  readonly #changes: readonly Change[]
  readonly #onDisk: readonly string[]
  readonly #stamps = new Map<string, string>()

  constructor(shelves: Shelves, pending: Pending) {
    this.#shelves = shelves
    this.pending = pending
    this.#changes = pending.waiting.map(({ change }) => change)
    this.#onDisk = shelves.months()
    const waiting = this.#changes.flatMap(shelvesOf).filter(isMonth)
    this.months = [...new Set([...this.#onDisk, ...waiting])].sort()
  }

  /** A shelf as it lies there: of a thing that was changed in two places one revision, the others in its history. */
  async shelf(name: string): Promise<Shelf> {
    this.#note(name)
    return fold(await this.#shelves.read(name), this.#changes)
  }

  /** What is current on a shelf, with what was changed in two places brought together. */
  async current(name: string): Promise<JournalRecord[]> {
    const shelf = await this.shelf(name)
    const unsettled = await this.#unsettled(shelf)
    if (unsettled.size === 0) return [...shelf.records]
    const together = [...unsettled.values()]
      .map(revisions => currentOf(revisions))
      .filter(record => record !== undefined)
      .filter(record => !record.deleted && shelfOf(record) === name)
    return [...shelf.records.filter(({ id }) => !unsettled.has(id)), ...together].sort(inShelfOrder)
  }

  /** The things on a shelf that more than one last revision is known of, each with all its revisions. */
  async #unsettled({ name, records, history }: Shelf): Promise<Map<string, JournalRecord[]>> {
    const replaced = new Set<string>()
    for (const { supersedes } of records) for (const revision of supersedes) replaced.add(revision)
    for (const { supersedes } of history) for (const revision of supersedes) replaced.add(revision)
    // Of most things the one last revision is the one that lies there.
    const open = new Set(
      history.filter(({ revision }) => !replaced.has(revision)).map(({ id }) => id),
    )
    const moved = records.filter(({ movedFrom }) => movedFrom !== undefined)
    for (const { id } of moved) open.add(id)
    const things = new Map([...open].map(id => [id, [] as JournalRecord[]]))
    if (open.size === 0) return things
    const seen = new Set([name])
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
    for (const [id, revisions] of things) if (headsOf(revisions).length < 2) things.delete(id)
    return things
  }

  /** The shelf, or an empty one when nothing in it holds `text`. */
  async shelfHolding(name: string, text: string): Promise<Shelf> {
    const isWaiting = this.#changes.some(change => shelvesOf(change).includes(name))
    if (isWaiting) return this.shelf(name)
    this.#note(name)
    return this.#shelves.readIfHolding(name, text)
  }

  /** The shelves that may log changes, newest first. */
  logs(): string[] {
    const waiting = this.#changes.map(({ sequence }) => logShelf(sequence))
    return [...new Set([...this.#onDisk, ...waiting])].sort().reverse()
  }

  /**
   * Whether no shelf that was looked at has changed since, and nothing new is waiting. When not, an
   * entry that moved meanwhile may have been missed in both months.
   */
  isStillTrue(pendingFilesNow: readonly string[]): boolean {
    const known = new Set(this.pending.files)
    return (
      pendingFilesNow.every(file => known.has(file)) &&
      this.#shelves.months().join() === this.#onDisk.join() &&
      [...this.#stamps].every(([name, stamp]) => this.#shelves.stampOf(name) === stamp)
    )
  }

  #note(name: string): void {
    if (!this.#stamps.has(name)) this.#stamps.set(name, this.#shelves.stampOf(name))
  }
}
