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

const threshold = 0.6
/** A long text has many chances to look like a call: it needs so much more each time that its windows grow by e. */
const forLength = 0.6
/** A sentence by itself says less of what it is about, so it needs so much more, */
const forBeingAlone = 0.9
/** and so much more each time that their number grows by e. */
const forManyAlone = 0
/** Where the rules find something, so much less is needed, however long the text; */
const ifFound = 1
/** where they saw something and dismissed it, so much more. */
const ifDismissed = 2

/** What a score is above the threshold: above nothing, a text calls for a card on its own. */
export const surplusOf = ({ most, alone, windows, sentences }: Strengths): number =>
  Math.max(
    most - forLength * Math.log(windows),
    alone - forBeingAlone - forManyAlone * Math.log(sentences),
  ) - threshold

/** Whether a card comes where the rules found something, dismissed it, or saw nothing. */
export const isEnough = (
  { score, surplus }: { readonly score: number; readonly surplus: number },
  ruled: 'found' | 'dismissed' | 'nothing',
): boolean =>
  ruled === 'found'
    ? score >= threshold - ifFound
    : surplus > (ruled === 'dismissed' ? ifDismissed : 0)
