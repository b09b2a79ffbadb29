import type { JournalRecord } from '../journal/change.ts'
import type { EntryDraft } from '../journal/entry.ts'
import type { OwnPrompt, PlanPart } from '../journal/setting.ts'

/** A question of the person's own that is being written, without its words. */
/** A part of the plan that is being written, without its words. */
export type PlanDraft = Pick<PlanPart, 'kind' | 'part'>

export type PromptDraft = Pick<OwnPrompt, 'kind' | 'theme' | 'deeper'>

/** An unfinished page: a jotted note, a letter, an entry being changed, a question of one's own. */
export interface PageDraft {
  readonly kind: string
  /** Also the id of what it becomes. */
  readonly id: string
  /** What it becomes, without its words; a note when it does not say. */
  readonly makes?: EntryDraft<'note' | 'letter'> | PromptDraft | PlanDraft
  /** The id of the entry whose words are being changed. */
  readonly edits?: string
  /** The revisions those words are of: what was changed elsewhere meanwhile is not among them. */
  readonly base?: readonly string[]
  readonly text: string
  readonly startedAt?: string
}

/** Questions that were not all answered, with what the answers so far would put into the journal. */
export interface AnswersDraft {
  readonly kind: 'answers'
  readonly id: string
  /** What it is, as one says it: "a meeting". */
  readonly what: string
  /** The change as the log names it. */
  readonly label: string
  readonly records: readonly JournalRecord[]
  readonly words: readonly string[]
  readonly startedAt: string
}
