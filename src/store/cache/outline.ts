import type { Entry } from '../../journal/entry.ts'
import { detailFields } from '../../journal/fields/details.ts'
import { entryFields } from '../../journal/fields/entry.ts'
import type { Fields } from '../../journal/fields/field.ts'
import type { Cache } from './cache-file.ts'

// An outline is a month of entries without the words in them: enough for numbers, names and days. Each
// field is a column, read when somebody asks for it; so what few fields answer costs little.

/** Long words, and what nobody asks for among many entries: read from the month itself when somebody does. */
const isLeftOut = (name: string, type: string): boolean =>
  type === 'words' || name === 'prompt' || name === 'zone'

const kept = Object.entries(entryFields).filter(([name, { type }]) => !isLeftOut(name, type))

/** The fields that have a column, in the order of the columns. */
const columns: readonly string[] = [...['id', 'kind'], ...kept.map(([name]) => name), 'details']

const elsewhere: readonly string[] = [
  ...['revision', 'supersedes', 'movedFrom', 'writtenAt', 'deleted', 'heads', 'versions'],
  ...Object.keys(entryFields).filter(name => !columns.includes(name)),
]

/** Lists that every entry has, so that an empty one needs no room. */
const lists = new Set(kept.flatMap(([name, field]) => ('required' in field ? [name] : [])))

/** Short words that many are asked for at once: what a tool or a meeting is called, and what was worth keeping. */
const short: readonly string[] = ['tool', 'name', 'insight']

/** The fields of a holder that have words in them, at any depth; the words themselves have nothing within. */
type Wordy = ReadonlyMap<string, Wordy | undefined>

function wordyIn(fields: Fields): Wordy {
  return new Map(
    Object.entries(fields).flatMap(([name, field]): [string, Wordy | undefined][] => {
      if ('fields' in field) {
        const within = wordyIn(field.fields)
        return within.size > 0 ? [[name, within]] : []
      }
      return field.type === 'words' && !short.includes(name) ? [[name, undefined]] : []
    }),
  )
}

const wordy = new Map(Object.entries(detailFields).map(([kind, fields]) => [kind, wordyIn(fields)]))

export const outlineCache = (month: string): Cache => ({
  name: `outlines-${month}.json`,
  height: columns.length,
  lines: outlineOf,
})

type Values = Readonly<Record<string, unknown>>

/** A month of entries as columns, each a line of JSON. */
export const outlineOf = (entries: readonly Entry[]): string[] =>
  columns.map(name => {
    const values = entries.map(entry => cellOf(name, entry))
    return JSON.stringify(values.every(value => value === null) ? [] : values)
  })

function cellOf(name: string, entry: Entry): unknown {
  const value = (entry as unknown as Values)[name]
  if (name !== 'details') return isEmptyList(value) && lists.has(name) ? null : (value ?? null)
  const details = withoutWords(detailFields[entry.kind], wordy.get(entry.kind), entry.details)
  return Object.keys(details).length === 0 ? null : details
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Only what we know: a field of a newer hearten may be words. In the place of words stands `null`. */
function withoutWords(fields: Fields, words: Wordy | undefined, holder: object): Values {
  const thin: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = (holder as Values)[name]
    if (value === undefined) continue
    const within = words?.get(name)
    const inner = (item: object) =>
      withoutWords('fields' in field ? field.fields : {}, within, item)
    thin[name] = !words?.has(name)
      ? value
      : within === undefined
        ? null
        : Array.isArray(value)
          ? value.map(inner)
          : inner(value as object)
  }
  return thin
}

/** A month as it is outlined. What is asked for and left out is noted as wanted, and is blank until it is given. */
export class Outline {
  readonly month: string
  /** The entries, in the order of the month. They are good for looking at only. */
  readonly entries: readonly Entry[]
  /** The places of entries whose words were asked for and are not there yet. */
  readonly wanted = new Set<number>()
  readonly #column: (index: number) => string
  readonly #cells: (readonly unknown[] | undefined)[] = []
  readonly #details: (object | undefined)[] = []
  readonly #whole = new Map<number, Entry>()

  /** @param column the line of a column, by its place among `columns` */
  constructor(month: string, column: (index: number) => string) {
    this.month = month
    this.#column = column
    this.entries = this.#read(columns.indexOf('id')).map(
      (_, row) => new OutlinedEntry(this, row) as unknown as Entry,
    )
  }

  /** What an entry says in a field. @param column its place among `columns` */
  cell(column: number, row: number): unknown {
    const cells = this.#cells[column] ?? this.#read(column)
    return row < cells.length ? cells[row] : blankIn(column)
  }

  details(row: number): object {
    const known = this.#details[row]
    if (known) return known
    const details = (this.cell(columns.indexOf('details'), row) ?? noDetails) as object
    const words = wordy.get(String(this.cell(columns.indexOf('kind'), row)))
    if (words && words.size > 0) leadToWords(details, words, () => this.whole(row).details ?? {})
    this.#details[row] = details
    return details
  }

  /** The entry with all its words, or a blank one that is wanted. */
  whole(row: number): Partial<Entry> {
    const known = this.#whole.get(row)
    if (!known) this.wanted.add(row)
    return known ?? blank
  }

  give(row: number, entry: Entry): void {
    this.#whole.set(row, entry)
    this.wanted.delete(row)
  }

  #read(column: number): readonly unknown[] {
    const cells: unknown[] = JSON.parse(this.#column(column))
    const blank = blankIn(column)
    for (const [row, cell] of cells.entries()) if (cell === null) cells[row] = blank
    this.#cells[column] = cells
    return cells
  }
}

/** What an entry says in a field where nothing is written. */
const blankIn = (column: number): readonly never[] | undefined =>
  lists.has(columns[column] ?? '') ? nothing : undefined

const nothing: readonly never[] = Object.freeze([])
const noDetails = Object.freeze({})
const blank: Partial<Entry> = Object.freeze({ text: '', zone: '', supersedes: nothing })

/** Puts a way to the words where `null` stands for them. */
function leadToWords(thin: object, words: Wordy, whole: () => object): void {
  const inWhole = (name: string) => (whole() as Values)[name]
  for (const [name, within] of words) {
    const value = (thin as Values)[name]
    if (value === null)
      Object.defineProperty(thin, name, { enumerable: true, get: () => inWhole(name) })
    else if (within && Array.isArray(value))
      for (const [at, item] of value.entries())
        leadToWords(item, within, () => (inWhole(name) as object[] | undefined)?.[at] ?? {})
    else if (within && value !== undefined)
      leadToWords(value as object, within, () => (inWhole(name) as object | undefined) ?? {})
  }
}

/** An entry that has its fields from an outline. Its properties come from the table of fields, below. */
class OutlinedEntry {
  readonly #outline: Outline
  readonly #row: number

  constructor(outline: Outline, row: number) {
    this.#outline = outline
    this.#row = row
  }

  get details(): object {
    return this.#outline.details(this.#row)
  }

  static {
    for (const [column, name] of columns.entries())
      if (name !== 'details')
        Object.defineProperty(OutlinedEntry.prototype, name, {
          get(this: OutlinedEntry) {
            return this.#outline.cell(column, this.#row)
          },
        })
    for (const name of elsewhere)
      Object.defineProperty(OutlinedEntry.prototype, name, {
        get(this: OutlinedEntry) {
          return (this.#outline.whole(this.#row) as Values)[name]
        },
      })
  }
}
