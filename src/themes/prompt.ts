import type { ThemeId } from './theme.ts'

/** How much a prompt asks of a person. Deep ones are offered, never imposed. */
export const depths = ['gentle', 'steady', 'deep'] as const
export type Depth = (typeof depths)[number]

/** What the person is mending from. `general` fits everyone. */
export const situations = ['general', 'break-up', 'loss', 'addiction', 'relationship'] as const
export type Situation = (typeof situations)[number]

/** What kind of question it is, where a rule needs to know. */
export type Angle =
  /** Looks for something good in what happened: kept out of low days and of a season's first weeks. */
  | 'silver-lining'
  /** Looks at things from a step away: offered when a low mood and one topic keep returning. */
  | 'distance'
  /** Asks for a small deed rather than for thought. */
  | 'action'
  /** Asks for thanks: never the first prompt of a low day. */
  | 'gratitude'
  /** Asks to reach for another person. */
  | 'connection'

/** A reflective question. */
export interface Prompt {
  /** `<theme>-<slug>`, never reused for another question: entries refer to it. */
  readonly id: string
  readonly theme: ThemeId
  readonly text: string
  /** The optional second question, offered after the first is answered. */
  readonly deeper: string
  readonly depth: Depth
  /** The situations it fits; a prompt with `general` fits all. */
  readonly situations: readonly Situation[]
  readonly angles?: readonly Angle[]
  /** Why it is asked, in one or two plain sentences a person may read. */
  readonly why: string
  /** What that rests on: author and year of a study, or the practice it comes from. */
  readonly restsOn: string
}
