import { compareText } from '../journal/order.ts'

/** A word or name and how often it came. */
export interface Count {
  readonly name: string
  readonly count: number
}

/** One spelling for a word of the person's: case, composition and spacing do not count. */
export const wordKey = (word: string): string =>
  word.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

/** So many of so many. */
export interface Share {
  readonly count: number
  readonly of: number
}

/**
 * Counts words that have the same key as one, under the spelling used most (of equals, the first met).
 * Commonest first, equals by key. Counts live in a Map: words may be called `__proto__`.
 */
export function tally(words: Iterable<string>, keyOf: (word: string) => string = wordKey): Count[] {
  // A few words come again and again: each is looked at once.
  const written = new Map<string, number>()
  for (const word of words) written.set(word, (written.get(word) ?? 0) + 1)
  const found = new Map<string, Map<string, number>>()
  for (const [word, times] of written) {
    const key = keyOf(word)
    if (key === '') continue
    const spellings = found.get(key) ?? new Map<string, number>()
    found.set(key, spellings)
    const spelling = word.trim()
    spellings.set(spelling, (spellings.get(spelling) ?? 0) + times)
  }
  return [...found]
    .map(([key, spellings]) => ({ key, ...commonest(spellings) }))
    .sort((a, b) => b.count - a.count || compareText(a.key, b.key))
    .map(({ name, count }) => ({ name, count }))
}

function commonest(spellings: ReadonlyMap<string, number>): Count {
  let name = ''
  let count = 0
  let most = 0
  for (const [spelling, times] of spellings) {
    if (times > most) [name, most] = [spelling, times]
    count += times
  }
  return { name, count }
}
