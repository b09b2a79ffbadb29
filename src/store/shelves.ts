import { Low } from 'lowdb'
import type { Scratch } from './disk.ts'
import { reading } from './file-errors.ts'
import { Damage } from './lines.ts'
import type { Paper } from './paper.ts'
import { readInWords } from './paper.ts'
import type { Generation } from './places.ts'
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
    const document = this.document(name)
    await document.read()
    return document.data
  }

  /** The shelf, unless its bytes do not hold `text`: then there is no need to parse them. */
  async readIfHolding(name: string, text: string): Promise<Shelf> {
    return (await this.#file(name).read(text)) ?? emptyShelf(name)
  }

  /** Whether a shelf, when it was read, turned out to be changed by something other than hearten. */
  isEdited(name: string): boolean {
    return this.#edited.has(name)
  }

  /** The bytes of a shelf, as `Paper.read` gives them, not looked over: for one that is known to be as hearten wrote it. */
  async bytesOf(name: string, into?: Scratch): Promise<Buffer> {
    const bytes = await readInWords(this.#paper, this.#path(name), into)
    if (bytes === undefined) throw new Damage('it was there and is not')
    return bytes
  }

  /** Differs whenever the file was replaced or changed. */
  stampOf(name: string): string {
    const path = this.#path(name)
    return reading(path, () => this.#paper.stamp(path))
  }

  #path(name: string): string {
    return shelfPath(this.#generation, name)
  }

  #file(name: string): ShelfFile {
    const path = this.#path(name)
    return new ShelfFile(name, path, new PaperFile(this.#paper, path), text => {
      this.#edited.add(name)
      this.#onNotice(text)
    })
  }
}
