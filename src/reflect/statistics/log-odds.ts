import { compareText } from '../../journal/order.ts'

/** A word and how far it marks one set of texts against another. */
export interface MarkedWord {
  readonly word: string
  /** Uses in the first set. */
  readonly count: number
  /** The weighted log-odds as a z-score: above 0 leans to the first set; beyond about 2 is more than chance. */
  readonly score: number
}

/**
 * Which words mark some texts against the others: log-odds with an informative Dirichlet prior. The prior is
 * what both sets have in common, weighing as much as `priorWords` words, so that a rare word needs more than
 * one use to stand out and a common word does not win by being common.
 * @param here uses of each word in the set to describe
 * @param elsewhere uses in the rest of each of these words, or of every word
 * @param totalHere, totalElsewhere uses of all words, where only some are given
 * @returns the words of `here`, the most marking first; equal scores by word
 * @see Monroe, Colaresi and Quinn 2008, Political Analysis 16:372–403, equations 15, 16, 19, 20 and 22
 */
export function markingWords(
  here: ReadonlyMap<string, number>,
  elsewhere: ReadonlyMap<string, number>,
  { priorWords = 500, totalHere = total(here), totalElsewhere = total(elsewhere) } = {},
): MarkedWord[] {
  const marked: MarkedWord[] = []
  for (const [word, count] of here) {
    const other = elsewhere.get(word) ?? 0
    const prior = (priorWords * (count + other)) / (totalHere + totalElsewhere)
    const odds = (uses: number, of: number) =>
      Math.log((uses + prior) / (of + priorWords - uses - prior))
    const difference = odds(count, totalHere) - odds(other, totalElsewhere)
    const score = difference / Math.sqrt(1 / (count + prior) + 1 / (other + prior))
    // The only word there is has nothing to be set against.
    if (Number.isFinite(score)) marked.push({ word, count, score })
  }
  return marked.sort((a, b) => b.score - a.score || compareText(a.word, b.word))
}

/** How often all of some words were used. */
export const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0)
