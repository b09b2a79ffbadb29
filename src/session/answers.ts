import type { Day } from '../journal/day.ts'
import type { ConnectionId, Outcome, Scale, SupportDirection } from '../journal/entry.ts'
import type { Amounts } from '../journal/fields/field.ts'
import type { PersonStatus } from '../journal/person.ts'
import type { ThemeId } from '../themes/theme.ts'

/**
 * Everything a person said in one session. However it was said (asked in the terminal, piped in,
 * taken from a file or a form), it becomes this, and from here on there is one path: answers to
 * entries. Plain data, kept in the draft as it grows.
 */
export interface Answers {
  mood?: Scale
  energy?: Scale
  feelings?: string[]
  connection?: Partial<Record<ConnectionId, Scale>>
  /** The person's own measures, by their names. */
  measures?: Amounts
  /** How promises went, by their ids. */
  promises?: Record<string, PromiseAnswer>
  themes: Partial<Record<ThemeId, ThemeAnswer>>
  /** A reach-out that was noted on leaving. */
  reachout?: { person: string; direction?: SupportDirection; text?: string }
  /** A promise made on leaving, to reach out to somebody. */
  plan?: { step: string; person: string; due: Day }
  /** Mood on leaving. */
  leave?: Scale
  notes?: string[]
  /** The session of a course that was gone through. */
  course?: { id: string; session: string }
  /** Who is where, from the map of people. */
  people?: PersonAnswer[]
  /** Things that comfort, for the toolkit. */
  comforts?: string[]
  /** A letter that is not sent, and is kept. */
  letter?: { text: string; to?: string }
  /** Prompts that were shown and not answered, `connection` for the five items, `season` for that question. */
  passed?: string[]
}

export interface PersonAnswer {
  name: string
  status: PersonStatus
  listens?: true
  hands?: true
}

export interface PromiseAnswer {
  outcome: Outcome
  helped?: string
  obstacle?: string
  /** What it becomes, with `changed`. */
  text?: string
  due?: Day
}

export interface ThemeAnswer {
  /** Left out on a blank page. */
  prompt?: { id: string; text: string; deeper?: string }
  text?: string
  /** The answer to the second question. */
  deeper?: string
  /** Answers to the theme's structured questions, by their ids. */
  values?: Record<string, Value>
}

/** A scale, a chosen id or words, names, or yes and no. A day is words. */
export type Value = number | string | boolean | string[]

/** The pages of a session, in the order of the walk. */
export const pagesIn = ({ themes, letter, notes = [] }: Answers): string[] =>
  [
    ...Object.values(themes).flatMap(it => [it?.text ?? '', it?.deeper ?? '']),
    letter?.text ?? '',
    ...notes,
  ].filter(page => page.trim() !== '')

/** Every word the person gave, in pages, in answers to short questions and on leaving; names too, which may be none. */
export const wordsIn = (answers: Answers): string[] => [
  ...pagesIn(answers),
  ...(answers.feelings ?? []),
  ...(answers.comforts ?? []),
  ...[answers.reachout?.text, answers.plan?.step].filter(said => said !== undefined),
  ...Object.values(answers.themes).flatMap(it =>
    Object.values(it?.values ?? {}).flatMap(value =>
      typeof value === 'string' || Array.isArray(value) ? value : [],
    ),
  ),
  ...(answers.people ?? []).map(({ name }) => name),
  ...Object.values(answers.promises ?? {}).flatMap(({ helped, obstacle, text }) =>
    [helped, obstacle, text].filter(said => said !== undefined),
  ),
]

/** Whether the person left lower than they came. */
export const leftLower = ({ mood, leave }: Answers): boolean =>
  mood !== undefined && leave !== undefined && leave < mood

/** Notes that something was shown and left open, so that it rests as well. */
export function passOver(answers: Answers, id: string): void {
  answers.passed = [...new Set([...(answers.passed ?? []), id])]
}

/** How many words there are on these pages. */
export const wordCount = (pages: readonly string[]): number =>
  pages.reduce((sum, page) => sum + (page.match(/\S+/g)?.length ?? 0), 0)

export const nothingYet = (): Answers => ({ themes: {} })
