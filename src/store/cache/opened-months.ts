import type { Entry } from '../../journal/entry.ts'
import { inOrder } from '../../journal/query.ts'
import { monthsWithin } from '../lookups.ts'
import type { View } from '../view.ts'
import type { Kept } from './cache-file.ts'
import type { Fresh } from './fresh-months.ts'
import { freshMonth } from './fresh-months.ts'
import { liesTwice } from './ids.ts'
import { Outline } from './outline.ts'
import type { Remembered } from './remembered.ts'
import type { MonthSum } from './sums.ts'
import { sumIn } from './sums.ts'

export type IsMeant = (entry: Entry) => boolean

/** The months of a question, opened as they are asked for, and what of them was asked for and not there yet. */
export class OpenedMonths {
  /** Those that were read whole, and may be remembered. */
  readonly fresh: Fresh[] = []
  readonly #view: View
  readonly #remembered: Remembered
  readonly #names: readonly string[]
  readonly #isMeant: IsMeant
  readonly #opened = new Map<string, OpenedMonth>()
  /** Those that were asked for and are not open. What is missing of the others, their outlines know. */
  readonly #missing = new Set<string>()

  constructor(view: View, remembered: Remembered, names: readonly string[], isMeant: IsMeant) {
    this.#view = view
    this.#remembered = remembered
    this.#names = names
    this.#isMeant = isMeant
  }

  /** What each comes to, as it is remembered; one that is not is read. */
  async sumsOf<S extends object>(sum: MonthSum<S>): Promise<S[]> {
    const sums: S[] = []
    for (const month of this.#names) {
      const kept = this.#remembered.sums.get(month)
      const its = kept && this.#view.isStillSo(kept.stamps, 'before') && sumIn(sum, kept)
      const isGood = its && (sum.isGood?.(its) ?? true)
      sums.push(isGood ? its : sum.of(await this.#read(month)))
    }
    return sums
  }

  /** As `MonthsAtHand.entries`: those that are there; months that are not are missing from now on. */
  entries(from: string | undefined, to: string | undefined): readonly Entry[] {
    const asked = monthsWithin({ months: this.#names }, { from, to })
    const there = asked.flatMap(month => this.#opened.get(month) ?? [])
    for (const month of asked) if (!this.#opened.has(month)) this.#missing.add(month)
    return there.flatMap(({ meant }) =>
      from === undefined && to === undefined ? meant : meant.filter(isWithin(from, to)),
    )
  }

  /** Whether all that was asked for is there. */
  get lackNothing(): boolean {
    return (
      this.#missing.size === 0 &&
      [...this.#opened.values()].every(({ outline }) => !outline?.wanted.size)
    )
  }

  /**
   * Opens the months that are missing, and reads the words.
   * @returns `some` where there was anything to get: then all is to be asked again; `odd` where a file is not as it was
   * outlined after all
   */
  async getMissing(): Promise<'nothing' | 'some' | 'odd'> {
    if (this.lackNothing) return 'nothing'
    for (const month of this.#missing) await this.#open(month)
    this.#missing.clear()
    for (const { outline } of this.#opened.values())
      if (outline?.wanted.size && !(await giveWords(this.#view, outline))) return 'odd'
    return 'some'
  }

  /**
   * Whether a thing lies in two months, as only a copied or forged file has it. Those that are known were looked at
   * together when they were remembered; so where only such were opened, nothing is read for it.
   */
  async haveTwins(): Promise<boolean> {
    const areKnown = await Promise.all([...this.#opened.keys()].map(month => this.#idsOf(month)))
    if (areKnown.every(kept => kept !== undefined)) return false
    const known: Kept[] = []
    const ids: string[][] = []
    for (const month of this.#names) {
      const kept = await this.#idsOf(month)
      if (kept) known.push(kept)
      else ids.push((this.#opened.get(month)?.all ?? (await this.#read(month))).map(({ id }) => id))
    }
    return liesTwice(ids, known)
  }

  async #open(month: string): Promise<void> {
    const isKnown = await this.#idsOf(month)
    const kept = isKnown && this.#ifStillSo(await this.#remembered.outline(month))
    if (!kept) return void (await this.#read(month))
    const outline = new Outline(month, kept.line)
    this.#opened.set(month, new OpenedMonth(outline.entries, this.#isMeant, outline))
  }

  async #read(month: string): Promise<readonly Entry[]> {
    const { records, files } = await this.#view.settled(month)
    const fresh = files && freshMonth(month, records, files)
    if (fresh) this.fresh.push(fresh)
    const entries = fresh ? fresh.entries : (records as Entry[]).toSorted(inOrder)
    this.#opened.set(month, new OpenedMonth(entries, this.#isMeant))
    return entries
  }

  /** The ids of a month, where they are known. */
  async #idsOf(month: string): Promise<Kept | undefined> {
    return this.#ifStillSo((await this.#remembered.ids()).get(month))
  }

  #ifStillSo(kept: Kept | undefined): Kept | undefined {
    return kept && this.#view.isStillSo(kept.stamps) ? kept : undefined
  }
}

/** The entries of a month that were asked for. */
class OpenedMonth {
  readonly all: readonly Entry[]
  /** Where they are from, when not from the month itself. */
  readonly outline: Outline | undefined
  readonly #isMeant: IsMeant
  #meant: readonly Entry[] | undefined

  constructor(all: readonly Entry[], isMeant: IsMeant, outline?: Outline) {
    this.all = all
    this.outline = outline
    this.#isMeant = isMeant
  }

  get meant(): readonly Entry[] {
    this.#meant ??= this.all.filter(this.#isMeant)
    return this.#meant
  }
}

export const isWithin =
  (from = '', to = '~') =>
  ({ day }: Entry): boolean =>
    day >= from && day <= to

/** Reads what is wanted of a month. False when its file is not as it was outlined after all. */
async function giveWords(view: View, outline: Outline): Promise<boolean> {
  const rows = [...outline.wanted].sort((a, b) => a - b)
  const records = await view.recordsAt(outline.month, rows).catch(() => [])
  return rows.every((row, at) => {
    const record = records[at]
    if (record === undefined || record.id !== outline.entries[row]?.id) return false
    outline.give(row, record as Entry)
    return true
  })
}
