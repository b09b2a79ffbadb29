import type { AnswersDraft, PageDraft } from '../desk/page-draft.ts'
import type { Day } from '../journal/day.ts'
import { daysBetween, hourOf, weekday, weekdayNames } from '../journal/day.ts'
import type { Length } from '../settings/settings.ts'
import { many, withArticle } from '../wording/counts.ts'
import type { Answers } from './answers.ts'
import { pagesIn, wordCount } from './answers.ts'
import type { CoursePlan } from './course.ts'
import type { Arrival, Walk } from './plan.ts'
import type { Wished } from './session-wish.ts'

/** An unfinished session as it lies on the disk: what was planned, what was answered, how far it came. */
export interface SessionDraft {
  readonly kind: 'session'
  readonly id: string
  readonly day: Day
  /** ISO 8601 with offset. */
  readonly startedAt: string
  readonly zone: string
  readonly arrival: Arrival
  walk?: Walk
  readonly answers: Answers
  /** What its flags said, for whoever picks it up without them. */
  readonly wished?: Wished
  /** How long it is to be, where that was asked. */
  length?: Length
  /** The questions that were answered or skipped. */
  readonly done: string[]
  /** Those of them that asked something, in order: the way back. */
  asked?: string[]
  /** Nothing of this session is for other eyes. */
  private?: true
  /** The person asked for keys only: nothing that must be typed is asked. */
  choicesOnly?: true
  /** The session of a course that this one is. */
  course?: CoursePlan
  /** What is being answered: the name of a theme, or nothing before and after the walk. */
  at?: string
}

/** Everything that can be unfinished. */
export type Unfinished = SessionDraft | PageDraft | AnswersDraft

export const isSession = (draft: Unfinished): draft is SessionDraft => draft.kind === 'session'

export const isAnswers = (draft: { readonly kind: string }): draft is AnswersDraft =>
  draft.kind === 'answers'

/** Whether anything was said in it that would be lost. */
export function holdsSomething({ answers }: SessionDraft): boolean {
  const { themes, passed: _, ...rest } = answers
  return (
    Object.keys(rest).length > 0 ||
    Object.values(themes).some(it => it?.text || it?.deeper || it?.values)
  )
}

/** What a page that was begun is called, where its kind does not say it. */
const pageWords: Readonly<Record<string, string>> = {
  jot: 'a note',
  edit: 'a change to an entry',
  prompt: 'a question of your own',
  plan: 'a part of your plan',
  recovered: 'what could be read of a damaged page',
}

/** "on Friday evening (Emotional Support, 62 words)" */
export function whereItStopped(draft: Unfinished, today: Day): string {
  const words = wordCount(
    isSession(draft) ? pagesIn(draft.answers) : isAnswers(draft) ? draft.words : [draft.text],
  )
  const where = isSession(draft) ? draft.at : whatItIs(draft)
  const inside = [where, words > 0 ? many(words, 'word') : undefined].filter(Boolean).join(', ')
  return `${timeOf(draft.startedAt, today)}${inside && ` (${inside})`}`
}

const whatItIs = (draft: PageDraft | AnswersDraft): string =>
  isAnswers(draft) ? draft.what : (pageWords[draft.kind] ?? withArticle(draft.kind))

/** A moment as one remembers it: "this morning", "on Friday evening", "on 3 October". */
function timeOf(startedAt: string | undefined, today: Day): string {
  if (!startedAt) return 'earlier'
  const day = startedAt.slice(0, 10) as Day
  const hour = hourOf(startedAt)
  const part = hour < 4 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const days = daysBetween(day, today)
  if (days <= 0) return part === 'night' ? 'last night' : `this ${part}`
  if (days === 1) return part === 'night' ? 'in the night to yesterday' : `yesterday ${part}`
  const weekdayName = weekdayNames[weekday(day) - 1]
  if (days < 7)
    return part === 'night' ? `in the night to ${weekdayName}` : `on ${weekdayName} ${part}`
  return `on ${day}`
}
