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

/** Something of the person's own that is kept beside mood. */
export interface Measure extends RecordBase, ValuesOf<typeof settingFields.measure> {
  readonly kind: 'measure'
}

/** A day from which days are counted. */
export interface Since extends RecordBase, ValuesOf<typeof settingFields.since> {
  readonly kind: 'since'
}

/** One part of the plan for hard hours. */
export interface PlanPart extends RecordBase, ValuesOf<typeof settingFields.plan> {
  readonly kind: 'plan'
}

/** A course that was begun. */
export interface BegunCourse extends RecordBase, ValuesOf<typeof settingFields.course> {
  readonly kind: 'course'
}

/** A course from a file of the person's own. */
export interface CoursePack extends RecordBase, ValuesOf<typeof settingFields.coursepack> {
  readonly kind: 'coursepack'
}

/** Pages that were taken along, once. */
export interface Brought extends RecordBase, ValuesOf<typeof settingFields.brought> {
  readonly kind: 'brought'
}

/** Everything on the shelf of settings. */
export type JournalSetting =
  | Mute
  | OwnPrompt
  | Measure
  | Since
  | PlanPart
  | BegunCourse
  | CoursePack
  | Brought
export type SettingOf<K extends JournalSetting['kind']> = Extract<JournalSetting, { kind: K }>

/** The settings of a kind. */
export const ofKind = <K extends JournalSetting['kind']>(
  settings: readonly JournalSetting[],
  kind: K,
): SettingOf<K>[] => settings.filter((it): it is SettingOf<K> => it.kind === kind)

/** A question out of the words that a person wrote, on one line. */
export const newPrompt = (
  made: Pick<OwnPrompt, 'kind' | 'theme' | 'deeper'>,
  words: string,
  first: RecordBase,
): OwnPrompt => ({ ...first, ...made, text: words.replace(/\s+/g, ' ').trim() })
