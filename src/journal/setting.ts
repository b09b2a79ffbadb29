import type { ThemeId } from '../themes/theme.ts'
import type { RecordBase } from './record.ts'

export const mutables = ['person', 'tag', 'period', 'entry', 'prompt'] as const
export type Mutable = (typeof mutables)[number]

/** Something the person does not want to be shown again without asking for it. */
export interface Mute extends RecordBase {
  readonly kind: 'mute'
  readonly what: Mutable
  /** A name, a tag, `FROM/TO` in days, an entry's id, or a prompt's id. */
  readonly value: string
}

/** A reflective question the person added. */
export interface OwnPrompt extends RecordBase {
  readonly kind: 'prompt'
  readonly theme: ThemeId
  readonly text: string
  readonly deeper?: string
}

/** A question out of the words that a person wrote, on one line. */
export const newPrompt = (
  made: Pick<OwnPrompt, 'kind' | 'theme' | 'deeper'>,
  words: string,
  first: RecordBase,
): OwnPrompt => ({ ...first, ...made, text: words.replace(/\s+/g, ' ').trim() })
