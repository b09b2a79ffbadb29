import type { ByMonth, Kept } from './cache/cache-file.ts'
import type { Workplace } from './keeper.ts'
import type { View } from './view.ts'

/** A journal of one moment, held while somebody goes through it. */
export interface HeldJournal {
  readonly view: View
  readonly place: Workplace
  /** Which entries months have, of those that are remembered. */
  readonly known: ByMonth
  /** Whether the lines of a month are just what is seen of it, where that is known. */
  readonly settled: Map<string, boolean>
  /** Called whenever a month was read. */
  onMonth(): void
}

/** The ids of what is current in a month, where they are remembered. */
export function idsKnown({ view, known }: HeldJournal, month: string): Kept | undefined {
  const kept = known.get(month)
  return kept && view.isStillSo(kept.stamps) ? kept : undefined
}
