import type { ValuesOf } from './fields/field.ts'
import { idsOf } from './fields/field.ts'
import { settingFields } from './fields/record.ts'
import type { RecordBase } from './record.ts'

export const mutables = idsOf(settingFields.mute.what.words)
export type Mutable = (typeof mutables)[number]

/**
 * Something the person does not want to be shown again without asking for it: a name, a tag, `FROM/TO`
 * in days, an entry's id, or a prompt's id.
 */
export interface Mute extends RecordBase, ValuesOf<typeof settingFields.mute> {
  readonly kind: 'mute'
}

/** A reflective question the person added. */
export interface OwnPrompt extends RecordBase, ValuesOf<typeof settingFields.prompt> {
  readonly kind: 'prompt'
}

/** A question out of the words that a person wrote, on one line. */
export const newPrompt = (
  made: Pick<OwnPrompt, 'kind' | 'theme' | 'deeper'>,
  words: string,
  first: RecordBase,
): OwnPrompt => ({ ...first, ...made, text: words.replace(/\s+/g, ' ').trim() })
