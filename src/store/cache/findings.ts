import { asDay } from '../../journal/day.ts'
import type { Entry } from '../../journal/entry.ts'
import type { MonthsAtHand } from '../../journal/months-at-hand.ts'
import { circleOf } from '../../journal/person.ts'
import type { Query } from '../../journal/query.ts'
import { inOrder, matcher } from '../../journal/query.ts'
import { calendarSpan } from '../../journal/span.ts'
import { entriesOf, monthsWithin, peopleOf } from '../lookups.ts'
import type { View } from '../view.ts'
import type { Kept } from './cache-file.ts'
import type { Fresh } from './fresh-months.ts'
import { freshMonth } from './fresh-months.ts'
import { liesTwice } from './ids.ts'
import { Outline } from './outline.ts'
import type { Found, OpenedHere, Remembered } from './remembered.ts'
import { askRemembering } from './remembered.ts'
import type { MonthSum } from './sums.ts'
import { sumIn, summingOnce } from './sums.ts'

type Find<T, S> = (look: MonthsAtHand<S>) => T

/**
 * What `find` makes of the entries a query means. Months are opened as it asks for them, and those that are
 * outlined are read only as far as it looks for their words: it is asked again once those are there, until
 * nothing was missing.
 */
export function findingsOf<T, S extends object>(
  opened: OpenedHere,
  query: Meant,
  find: Find<T, S>,
  sum: MonthSum<S> | undefined,
): Promise<T> {
  const once = sum && summingOnce(sum)
  return askRemembering(opened, (view, known) => findIn(view, known, query, find, once), once)
}

type Meant = Omit<Query, 'limit' | 'words'>

async function findIn<T, S extends object>(
  view: View,
  remembered: Remembered,
  query: Meant,
  find: Find<T, S>,
  sum: MonthSum<S> | undefined,
): Promise<Found<T>> {
  const months = monthsWithin(view, query)
  const isMeant = matcher(query, query.people && circleOf(await peopleOf(view)))
  const fresh: Fresh[] = []
  const opened = new Map<string, Opened>()
  const stillSo = (kept: Kept | undefined): Kept | undefined =>
    kept && view.isStillSo(kept.stamps) ? kept : undefined
  /** The ids of a month, where they are known. */
  const idsOf = async (month: string) => stillSo((await remembered.ids()).get(month))

  async function read(month: string): Promise<readonly Entry[]> {
    const { records, files } = await view.settled(month)
    const made = files && freshMonth(month, records, files)
    if (made) fresh.push(made)
    const entries = made ? made.entries : (records as Entry[]).toSorted(inOrder)
    opened.set(month, new Opened(entries, isMeant))
    return entries
  }

  async function open(month: string): Promise<void> {
    const kept = (await idsOf(month)) && stillSo(await remembered.outline(month))
    if (!kept) return void (await read(month))
    const outline = new Outline(month, kept.line)
    opened.set(month, new Opened(outline.entries, isMeant, outline))
  }

  const sums: S[] = []
  for (const month of sum ? months : []) {
    const kept = remembered.sums.get(month)
    const its = sum && kept && view.isStillSo(kept.stamps, 'before') && sumIn(sum, kept)
    if (its && (sum.isGood?.(its) ?? true)) sums.push(its)
    else if (sum) sums.push(sum.of(await read(month)))
  }
  const pieces = new Map<string, unknown>()
  for (;;) {
    const missing = new Set<string>()
    const lacksNothing = () =>
      missing.size === 0 && [...opened.values()].every(({ outline }) => !outline?.wanted.size)
    const look: MonthsAtHand<S> = {
      sums,
      entries(from, to) {
        const asked = monthsWithin({ months }, { from, to })
        const there = asked.flatMap(month => opened.get(month) ?? [])
        for (const month of asked) if (!opened.has(month)) missing.add(month)
        return there.flatMap(({ meant }) =>
          from === undefined && to === undefined ? meant : meant.filter(isWithin(from, to)),
        )
      },
      once<P>(piece: string, find: () => P): P {
        if (pieces.has(piece)) return pieces.get(piece) as P
        const found = find()
        if (lacksNothing()) pieces.set(piece, found)
        return found
      },
    }
    const answer = attempted(() => find(look))
    for (const month of missing) await open(month)
    let isMissing = missing.size > 0
    for (const { outline } of opened.values()) {
      if (!outline || outline.wanted.size === 0) continue
      isMissing = true
      if (!(await giveWords(view, outline))) return plainly()
    }
    if (isMissing) continue
    return (await isTwofold()) ? plainly() : { answer: answer(), fresh }
  }

  /** Months that are known were looked at together when they were remembered. */
  async function isTwofold(): Promise<boolean> {
    const areKnown = await Promise.all([...opened.keys()].map(idsOf))
    if (areKnown.every(kept => kept !== undefined)) return false
    const known: Kept[] = []
    const ids: string[][] = []
    for (const month of months) {
      const kept = await idsOf(month)
      if (kept) known.push(kept)
      else ids.push((opened.get(month)?.all ?? (await read(month))).map(({ id }) => id))
    }
    return liesTwice(ids, known)
  }

  async function plainly(): Promise<Found<T>> {
    const spans = months.map(month => calendarSpan('month', asDay(`${month}-01`)))
    const [first, last] = [spans[0], spans.at(-1)]
    const whole = { ...(first && { from: first.from }), ...(last && { to: last.to }) }
    const all = await entriesOf(view, { today: query.today, sealed: 'include', ...whole })
    const entries = all.filter(isMeant)
    const of = (month: string) => all.filter(({ day }) => day.startsWith(month))
    const look: MonthsAtHand<S> = {
      entries: (from, to) => entries.filter(isWithin(from, to)),
      sums: sum ? months.map(month => sum.of(of(month))) : [],
      once: (_, find) => find(),
    }
    return { answer: find(look), fresh: [] }
  }
}

const isWithin =
  (from = '', to = '~') =>
  ({ day }: Entry): boolean =>
    day >= from && day <= to

/** The entries of a month that were asked for. */
class Opened {
  readonly all: readonly Entry[]
  /** Where they are from, when not from the month itself. */
  readonly outline: Outline | undefined
  readonly #isMeant: (entry: Entry) => boolean
  #meant: readonly Entry[] | undefined

  constructor(all: readonly Entry[], isMeant: (entry: Entry) => boolean, outline?: Outline) {
    this.all = all
    this.outline = outline
    this.#isMeant = isMeant
  }

  get meant(): readonly Entry[] {
    this.#meant ??= this.all.filter(this.#isMeant)
    return this.#meant
  }
}

/** What a call gave or threw, for later: without all of the words it may have gone astray. */
function attempted<T>(call: () => T): () => T {
  try {
    const answer = call()
    return () => answer
  } catch (error) {
    return () => {
      throw error
    }
  }
}

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
