import { asDay } from '../../journal/day.ts'
import type { MonthsAtHand } from '../../journal/months-at-hand.ts'
import { circleOf } from '../../journal/person.ts'
import type { Query } from '../../journal/query.ts'
import { matcher } from '../../journal/query.ts'
import { calendarSpan } from '../../journal/span.ts'
import { entriesOf, monthsWithin, peopleOf } from '../lookups.ts'
import type { View } from '../view.ts'
import type { IsMeant } from './opened-months.ts'
import { isWithin, OpenedMonths } from './opened-months.ts'
import type { Found, OpenedHere, Remembered } from './remembered.ts'
import { askRemembering } from './remembered.ts'
import type { MonthSum } from './sums.ts'
import { summingOnce } from './sums.ts'

type Find<T, S> = (months: MonthsAtHand<S>) => T

/** It looks at no words, so whether an entry is meant is known as soon as its month is open. */
type Meant = Omit<Query, 'limit' | 'words'>

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

async function findIn<T, S extends object>(
  view: View,
  remembered: Remembered,
  query: Meant,
  find: Find<T, S>,
  sum: MonthSum<S> | undefined,
): Promise<Found<T>> {
  const names = monthsWithin(view, query)
  const isMeant = matcher(query, query.people && circleOf(await peopleOf(view)))
  const months = new OpenedMonths(view, remembered, names, isMeant)
  const sums = sum ? await months.sumsOf(sum) : []
  const entries = (from?: string, to?: string) => months.entries(from, to)
  const once = piecesOf(months)
  for (;;) {
    const answer = attempted(() => find({ sums, entries, once }))
    const got = await months.getMissing()
    if (got === 'some') continue
    if (got === 'odd' || (await months.haveTwins())) break
    return { answer: answer(), fresh: months.fresh }
  }
  return { answer: find(await readPlainly(view, names, query.today, isMeant, sum)), fresh: [] }
}

/**
 * As `MonthsAtHand.once`. A piece is kept only where nothing is missing once it is found, of what was asked for before it
 * neither, as it may rest on that. From then on it is used while words of other entries are still blank. So it must be done
 * with: nothing in it may go on looking at entries, or remember what it saw of them, such as who may be quoted.
 */
function piecesOf(months: Pick<OpenedMonths, 'lackNothing'>): MonthsAtHand<never>['once'] {
  const pieces = new Map<string, unknown>()
  return <P>(piece: string, find: () => P): P => {
    if (pieces.has(piece)) return pieces.get(piece) as P
    const found = find()
    if (months.lackNothing) pieces.set(piece, found)
    return found
  }
}

/** All of it, read whole, for a journal of which nothing that is remembered can be right. */
async function readPlainly<S extends object>(
  view: View,
  names: readonly string[],
  today: Query['today'],
  isMeant: IsMeant,
  sum: MonthSum<S> | undefined,
): Promise<MonthsAtHand<S>> {
  const spans = names.map(month => calendarSpan('month', asDay(`${month}-01`)))
  const [first, last] = [spans[0], spans.at(-1)]
  const whole = { ...(first && { from: first.from }), ...(last && { to: last.to }) }
  const all = await entriesOf(view, { today, sealed: 'include', ...whole })
  const entries = all.filter(isMeant)
  const of = (month: string) => all.filter(({ day }) => day.startsWith(month))
  return {
    entries: (from, to) => entries.filter(isWithin(from, to)),
    sums: sum ? names.map(month => sum.of(of(month))) : [],
    once: (_, find) => find(),
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
