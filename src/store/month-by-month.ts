import { Caches } from './cache/cache-file.ts'
import { idCache } from './cache/ids.ts'
import { expectMuch } from './digest.ts'
import { daysByMonth, entriesByMonth } from './entries-by-month.ts'
import { everythingInLines } from './everything-in-lines.ts'
import type { HeldJournal } from './held-journal.ts'
import type { Workplace } from './keeper.ts'
import type { MonthByMonth } from './one-moment.ts'
import type { View } from './view.ts'

/**
 * Lends the journal to be gone through.
 * @param view is held meanwhile
 * @param onMonth called whenever a month was read
 */
export async function monthByMonth<T>(
  view: View,
  place: Workplace,
  work: (journal: MonthByMonth) => Promise<T>,
  onMonth: () => void = () => {},
): Promise<T> {
  expectMuch()
  const known = await new Caches(place.paper, place.generation).months(idCache)
  const journal: HeldJournal = { view, place, known, settled: new Map(), onMonth }
  return work({
    months: view.months,
    entries: (query, themes) => entriesByMonth(journal, query, themes),
    days: (query, isChosen) => daysByMonth(journal, query, isChosen),
    everything: ids => everythingInLines(journal, ids),
  })
}
