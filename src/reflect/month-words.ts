import type { Entry } from '../journal/entry.ts'
import { grouped } from './tally.ts'
import { countWords } from './words.ts'

/** How often each word was used in a month, so that it is counted once and not at every look back. */
export interface MonthWords {
  /** How many entries were counted. */
  readonly entries: number
  /** The words, with spaces between them: that is read much faster than a list. */
  readonly words: string
  /** How often each was used. */
  readonly uses: readonly number[]
}

/** Private ones never are. Letters are, so a month with one that is still sealed is counted anew. */
const isCounted = (entry: Entry): boolean => entry.private !== true

/** @param entries all of a month */
export function monthWordsOf(entries: readonly Entry[]): MonthWords {
  const counted = entries.filter(isCounted)
  const counts = countWords(counted)
  return {
    entries: counted.length,
    words: [...counts.keys()].join(' '),
    uses: [...counts.values()],
  }
}

/**
 * Counts words as `countWords` does, by the sums of the months of which all that was counted is among the
 * entries. The others are counted anew.
 * @param sumOf the sum of a month, if there is one
 */
export function countingBy(
  sumOf: (month: string) => MonthWords | undefined,
): (entries: readonly Entry[]) => Map<string, number> {
  return entries => {
    const counts = new Map<string, number>()
    const add = (word: string, uses: number) => counts.set(word, (counts.get(word) ?? 0) + uses)
    for (const [month, own] of grouped(entries, ({ day }) => day.slice(0, 7))) {
      const sum = sumOf(month)
      const isWhole = sum?.entries === own.length && own.every(isCounted)
      if (isWhole && sum.words !== '')
        for (const [nth, word] of sum.words.split(' ').entries()) add(word, sum.uses[nth] ?? 0)
      if (!isWhole) for (const [word, uses] of countWords(own)) add(word, uses)
    }
    return counts
  }
}
