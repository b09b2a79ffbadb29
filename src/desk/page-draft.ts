import type { EntryDraft } from '../journal/entry.ts'

/** An unfinished page of another kind: a jotted note, a letter, an entry being changed. */
export interface PageDraft {
  readonly kind: string
  /** Also the id of the entry it becomes. */
  readonly id: string
  /** The entry it becomes, without its words; a note when it does not say. */
  readonly makes?: EntryDraft<'note' | 'letter'>
  /** The id of the entry whose words are being changed. */
  readonly edits?: string
  readonly text: string
  readonly startedAt?: string
}
