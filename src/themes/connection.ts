import type { connectionWords } from './choices.ts'

/** One of the five things that connection in this journal is made of, one from each theme. */
export interface ConnectionItem {
  readonly id: keyof typeof connectionWords
  readonly text: string
}

/** Asked before the items. They look back to the last check-in, and any may be passed over. */
export const connectionAsk = 'Since you last checked in, how true was this?'

/** Written for hearten and copied from no published scale. */
export const connectionItems: readonly ConnectionItem[] = [
  { id: 'understood', text: 'It felt safe to be honest, or I felt understood.' },
  { id: 'known', text: 'I felt that somebody else knows what this is like.' },
  { id: 'cared', text: 'I felt cared for.' },
  { id: 'step', text: 'I took a step I care about, or somebody helped me hold to it.' },
  { id: 'learned', text: 'I noticed or learned something that may be of use.' },
]

/** Said wherever the five are added up or drawn. */
export const connectionNote: readonly string[] = [
  'These five questions were written for this journal. Nobody has tested them as a measure.',
  'There is no right score, and nothing to compare it with but your own earlier days.',
]
