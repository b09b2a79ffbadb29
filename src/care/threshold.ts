/**
 * From which score on a text calls for a card. Chosen by cross-validation between hands (`npm run care:try`), and
 * never on lines that are counted once.
 */

/** What the scores of a text's windows come to. */
export interface Strengths {
  /** The score of the strongest three sentences, */
  readonly most: number
  /** and of the strongest one by itself. */
  readonly alone: number
  /** How many windows of three sentences were read, and how many sentences. */
  readonly windows: number
  readonly sentences: number
}

/** What the small net counts beside the linear model. */
export const netShare = 0.4

const threshold = 0.85
/** A long text has many chances to look like a call: it needs so much more each time that its windows grow by e. */
const forLength = 0.4
/** A sentence by itself says less of what it is about, so it needs so much more, */
const forBeingAlone = 1
/** and so much more each time that their number grows by e. */
const forManyAlone = 0.3
/** Where the rules find something, so much less is needed, */
const ifFound = 1
/** and only so much more each time that the number of sentences grows by e; */
const forManyFound = 0.3
/** where they saw something and dismissed it, so much more, */
const ifDismissed = 1
/** and where a plain "not" stood before it: "I am not going to kill myself". */
const ifDenied = 5

/** What a score is above the threshold: above nothing, a text calls for a card on its own. */
export const surplusOf = ({ most, alone, windows, sentences }: Strengths): number =>
  Math.max(
    most - forLength * Math.log(windows),
    alone - forBeingAlone - forManyAlone * Math.log(sentences),
  ) - threshold

/**
 * What the rules made of a text: `dismissed` where the words of one stand there as a plot, a game or a past that is over,
 * `denied` where a "not" stood before them.
 */
export type Ruling = 'found' | 'denied' | 'dismissed' | 'nothing'

const ofRuling = { denied: ifDenied, dismissed: ifDismissed, nothing: 0 }

/** Whether a card comes, after what the rules made of it. */
export const isEnough = (strengths: Strengths, ruling: Ruling): boolean => {
  if (ruling !== 'found') return surplusOf(strengths) > ofRuling[ruling]
  const { most, alone, sentences } = strengths
  return Math.max(most, alone) >= threshold - ifFound + forManyFound * Math.log(sentences)
}
