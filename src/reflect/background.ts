import type { Day } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import { daysPresent } from './presence.ts'
import { wordKey } from './tally.ts'

/** What a review of any period needs of the whole journal. */
export interface Background {
  /** Days with anything written. */
  readonly lifetime: number
  /** The first day of each feeling word, by its key. */
  readonly feelings: ReadonlyMap<string, Day>
  /** Uses of each word; empty when words are not looked at. */
  readonly words: ReadonlyMap<string, number>
  readonly promises: readonly PromiseEntry[]
}

/**
 * @param entries the whole journal up to today, oldest first
 * @param open those of them whose feelings may be listed
 * @param quotable those whose words may be shown
 * @param wordsIn counts the uses of each word; left out, nobody looks at words
 */
export function backgroundOf(
  entries: readonly Entry[],
  open: readonly Entry[],
  quotable: readonly Entry[],
  wordsIn?: (entries: readonly Entry[]) => ReadonlyMap<string, number>,
): Background {
  const feelings = new Map<string, Day>()
  for (const entry of open)
    for (const word of entry.feelings ?? [])
      if (!feelings.has(wordKey(word))) feelings.set(wordKey(word), entry.day)
  return {
    lifetime: daysPresent(entries).length,
    feelings,
    words: wordsIn?.(quotable) ?? new Map(),
    promises: entries.filter(entry => entry.kind === 'promise'),
  }
}
