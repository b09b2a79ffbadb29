import { Low } from 'lowdb'
import type { Change } from '../journal/change.ts'
import { checkedMonths } from './cache/checked.ts'
import { codeOf, reading } from './file-errors.ts'
import { fold } from './fold.ts'
import { foldAtEnd } from './fold-lines.ts'
import { Damage } from './lines.ts'
import type { HeldFile, Paper, ReadingRoom } from './paper.ts'
import { readInWords } from './paper.ts'
import type { Generation, Stamps } from './places.ts'
import { monthNamed, shelfPath } from './places.ts'
import type { Shelf } from './shelf.ts'
import { emptyShelf } from './shelf.ts'
import { PaperFile, ShelfFile } from './shelf-file.ts'

/** The shelves of a generation: one lowdb document each. */
export class Shelves {
  readonly #paper: Paper
  readonly #generation: Generation
  readonly #onNotice: (text: string) => void
  readonly #edited = new Set<string>()
  readonly #held = new Map<string, HeldFile | 'nothing'>()
  #checked: Promise<Stamps> | undefined
  readonly #room: ReadingRoom = { bytes: Buffer.alloc(0) }

  constructor(paper: Paper, generation: Generation, onNotice: (text: string) => void) {
    this.#paper = paper
    this.#generation = generation
    this.#onNotice = onNotice
  }

  /** The months there are files of, oldest first; also those of which only the copy before is left. */
  months(): string[] {
    const { months } = this.#generation
    return reading(months, () => [
      ...new Set(
        this.#paper
          .names(months)
          .map(name => monthNamed(name.replace(/\.bak$/, '')))
          .filter(month => month !== undefined),
      ),
    ])
  }

  /** A shelf as a lowdb document; empty until read, and when there is no file. */
  document(name: string): Low<Shelf> {
    return new Low(this.#file(name), emptyShelf(name))
  }

  async read(name: string): Promise<Shelf> {
    if (this.#held.get(name) === 'nothing') return emptyShelf(name)
    const document = this.document(name)
    await document.read()
    return document.data
  }

  /**
   * Folds changes into a shelf.
   * @returns what its file held before, which is the copy beside it now; undefined when there was nothing to fold
   */
  async fold(name: string, changes: readonly Change[]): Promise<Buffer | null | undefined> {
    const file = this.#file(name)
    const before = await file.bytes()
    const quickly = before && foldAtEnd(name, before, changes)
    if (quickly) {
      await file.writeBytes(quickly)
      return before
    }
    const document = this.document(name)
    await document.read()
    const folded = fold(document.data, changes)
    if (folded === document.data) return undefined
    document.data = folded
    await document.write()
    return before
  }

  /** The shelf, unless its bytes do not hold `text`: then there is no need to parse them. */
  async readIfHolding(name: string, text: string): Promise<Shelf> {
    return (await this.#file(name).read(text)) ?? emptyShelf(name)
  }

  /**
   * Keeps hold of shelves as they are: from now on their files of this moment are read, whatever becomes of them.
   * Of more than may be open at once, those that are left are read where they lie.
   */
  async hold(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      const path = this.#path(name)
      try {
        const held = reading(path, () => this.#paper.hold(path))
        // One that is not there is empty, or lost: that is found out while it can be.
        if (held === undefined) await this.read(name)
        this.#held.set(name, held ?? 'nothing')
      } catch (error) {
        if (!['EMFILE', 'ENFILE'].includes(codeOf((error as Error).cause) ?? '')) throw error
        // Whoever goes on needs some for what is to be written.
        for (const [other, held] of [...this.#held].slice(-8)) {
          if (held !== 'nothing') held.release()
          this.#held.delete(other)
        }
        return
      }
    }
  }

  release(): void {
    for (const held of this.#held.values()) if (held !== 'nothing') held.release()
    this.#held.clear()
  }

  /** Whether a shelf is held, so that it cannot become another meanwhile. */
  isHeld(name: string): boolean {
    return this.#held.has(name)
  }

  /** Whether a shelf, when it was read, turned out to be changed by something other than hearten. */
  isEdited(name: string): boolean {
    return this.#edited.has(name)
  }

  /** The bytes of a shelf, not looked over, and good until another one is read. */
  async bytesOf(name: string): Promise<Buffer> {
    const bytes = await readInWords(this.#paperOf(name), this.#path(name))
    if (bytes === undefined) throw new Damage('it was there and is not')
    return bytes
  }

  /** The same into memory that is there already: to take new for each of many takes as long as to read it. */
  async passedBy(name: string): Promise<Buffer> {
    const path = this.#path(name)
    const held = reading(path, () => this.#paper.hold(path))
    if (held === undefined) throw new Damage('it was there and is not')
    try {
      return await held.read(this.#room)
    } finally {
      held.release()
    }
  }

  /** The stamps of the months that were written last, by hearten. */
  checked(): Promise<Stamps> {
    this.#checked ??= checkedMonths(this.#paper, this.#generation)
    return this.#checked
  }

  /** Differs whenever the file was replaced or changed. */
  stampOf(name: string): string {
    const path = this.#path(name)
    return reading(path, () => this.#paper.stamp(path))
  }

  /** The paper as it is, or, for a shelf that is held, one on which its file lies as it lay then. */
  #paperOf(name: string): Paper {
    const held = this.#held.get(name)
    if (held === undefined || held === 'nothing') return this.#paper
    return { ...this.#paper, read: () => held.read(this.#room) }
  }

  #path(name: string): string {
    return shelfPath(this.#generation, name)
  }

  #file(name: string): ShelfFile {
    const path = this.#path(name)
    return new ShelfFile(name, path, new PaperFile(this.#paperOf(name), path), text => {
      this.#edited.add(name)
      this.#onNotice(text)
    })
  }
}
