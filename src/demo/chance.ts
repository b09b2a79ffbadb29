/** Chance that can be told again: the same seed gives the same draws, in any year and on any machine. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** True in this share of draws. */
  is(share: number): boolean
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  /** Like cards: nothing comes twice until all of a list came. */
  deal<T>(from: readonly [T, ...T[]]): T
  /** Around 0, mostly between -2 and 2. */
  normal(): number
}

export function chanceFrom(seed: string): Chance {
  let state = 2166136261
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619)
  const decks = new Map<readonly unknown[], unknown[]>()

  // mulberry32: small, quick, and good enough for stories.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly [T, ...T[]]): T => from[between(0, from.length - 1)] ?? from[0]

  return {
    next,
    is: share => next() < share,
    between,
    pick,
    deal<T>(from: readonly [T, ...T[]]): T {
      const left = (decks.get(from) as T[] | undefined) ?? []
      if (left.length === 0) left.push(...from)
      decks.set(from, left)
      return left.splice(between(0, left.length - 1), 1)[0] ?? from[0]
    },
    normal: () => next() + next() + next() + next() + next() + next() - 3,
  }
}
