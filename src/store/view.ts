import type { Change } from '../journal/change.ts'
import { fold, shelvesOf } from './fold.ts'
import type { Pending } from './pending.ts'
import type { Shelf } from './shelf.ts'
import { isMonth, logShelf } from './shelf.ts'
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

  async shelf(name: string): Promise<Shelf> {
    this.#note(name)
    return fold(await this.#shelves.read(name), this.#changes)
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
