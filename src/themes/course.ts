import type { Depth } from './prompt.ts'
import type { ThemeId } from './theme.ts'

/** What a session can have somebody do beside writing. Each works on what the journal knows. */
export const exercises = ['people', 'comforts', 'letter', 'day'] as const
/**
 * `people` is the map of people: close, further, gone or unsafe; who listens, who helps with hands.
 * `comforts` gathers things that comfort, for the toolkit. `letter` is a letter that is not sent.
 * `day` is a hard day in the year, on which sessions begin gently.
 */
export type Exercise = (typeof exercises)[number]

/** A question of a session. Each of a session belongs to another theme, so that a session has one page for each. */
export interface CoursePrompt {
  readonly theme: ThemeId
  readonly text: string
  /** A line for safety that stands under the question. */
  readonly note?: string
  /** The optional second question, offered after the first is answered. */
  readonly deeper?: string
}

/** One sitting of at most a quarter of an hour. It stands by itself: any order, again, or never. */
export interface CourseSession {
  /** Unique within its course, and never reused for another session: entries refer to it. */
  readonly id: string
  readonly name: string
  /** What it is about, in ids of the course's own list. */
  readonly topics: readonly string[]
  /** A `deep` one is not offered on a low day, and has a way out when it was hard. */
  readonly depth: Depth
  /** One screen to read: paragraphs of at most 120 words together, and what they rest on. */
  readonly read: { readonly text: readonly string[]; readonly source: string }
  /** Two to four, or fewer beside an exercise. */
  readonly prompts: readonly CoursePrompt[]
  readonly exercise?: Exercise
  /** One small thing to do, away from the screen: "Put a glass of water beside your bed". */
  readonly step: string
  /** One person or group to turn to. */
  readonly person: string
  /** It is about hard hours: after it a plan for them is offered, once. */
  readonly hardHours?: true
  /** Said on leaving, where it is good to know: that a dip right after is common. */
  readonly leaving?: string
}

/** A way through several weeks, made of sessions that each stand alone. Data only. */
export interface WrittenCourse {
  readonly id: string
  readonly name: string
  /** One or two sentences for the list of courses. */
  readonly about: string
  /** Every topic that its sessions cover together, by id. */
  readonly topics: readonly string[]
  /** For how many days it is good to leave a session alone before the next: from, to. */
  readonly apart?: { readonly from: number; readonly to: number }
  /** Said when every session was done, once. */
  readonly end: string
  readonly sessions: readonly CourseSession[]
}
