import type { ThemeId } from './theme.ts'

/** How much a prompt asks of a person. Deep ones are offered, never imposed. */
export const depths = ['gentle', 'steady', 'deep'] as const
export type Depth = (typeof depths)[number]

/** What a season can be about. */
export const seasonKinds = ['break-up', 'loss', 'addiction', 'relationship'] as const

/** What else may be going on. Nobody is asked about these who did not choose them. */
export const topics = [
  'pet-loss',
  'pregnancy-loss',
  'suicide-loss',
  'parenting-apart',
  'estrangement',
  'job-loss',
  'illness',
  'caring',
  'money',
  'first-days',
  'someone-new',
] as const
export type Topic = (typeof topics)[number]

/** Whom a prompt is for. `general` fits everyone, `hard-date` a day that was marked as hard. */
export const situations = ['general', ...seasonKinds, ...topics, 'hard-date'] as const
export type Situation = (typeof situations)[number]

/** What kind of question it is, where a rule needs to know. */
export const angles = [
  /** Looks for something good in what happened: kept out of low days and of a season's first weeks. */
  'silver-lining',
  /** Looks at things from a step away: offered when a low mood and one topic keep returning. */
  'distance',
  /** Asks for a small deed rather than for thought. */
  'action',
  /** Asks for thanks: never the first prompt of a low day. */
  'gratitude',
  /** Leads to another person or a group. */
  'connection',
  /** Dry in tone, for whom kindness is hard to take. */
  'plain',
] as const
export type Angle = (typeof angles)[number]

/** What the day has to be like for a question to make sense. */
export const needs = [
  /** Looks back on the day, so not before noon. */
  'afternoon',
  /** Speaks of tonight, or of the day as over. */
  'evening',
  /** Takes it that something is heavy: not on a good day. */
  'heavier-day',
  /** Takes it that something is good: on a good day only. */
  'lighter-day',
  /** Asks for something to be written: not where only keys are pressed. */
  'writing',
] as const
export type Need = (typeof needs)[number]

/** A reflective question. */
export interface Prompt {
  /** `<theme>-<slug>`, never reused for another question: entries refer to it. */
  readonly id: string
  readonly theme: ThemeId
  readonly text: string
  /** A line for safety that stands under the question whenever it is asked. */
  readonly note?: string
  /** The optional second question, offered after the first is answered. */
  readonly deeper: string
  readonly depth: Depth
  /** The situations it fits; a prompt with `general` fits all. */
  readonly situations: readonly Situation[]
  readonly angles?: readonly Angle[]
  /** Feeling words it speaks to: rather asked when one of them was named today. */
  readonly feelings?: readonly string[]
  readonly needs?: readonly Need[]
  /** Why it is asked, in one or two plain sentences a person may read. */
  readonly why: string
  /** What that rests on: author and year of a study, or the practice it comes from. */
  readonly restsOn: string
  /** Ids of retired questions it took the place of: it rests and is muted as they are. */
  readonly replaces?: readonly string[]
}
