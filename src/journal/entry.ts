import { directionWords, outcomeWords, supportWords } from '../themes/choices.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Day } from './day.ts'
import { isoWithOffset, monthOf } from './day.ts'
import type { detailFields } from './fields/details.ts'
import { kindNames } from './fields/details.ts'
import type { entryFields } from './fields/entry.ts'
import type { Scale, ValueOf, ValuesOf } from './fields/field.ts'
import { idsOf } from './fields/field.ts'
import type { Patch, RecordBase, Stamp, Writing } from './record.ts'
import { firstRevision, nextRevision, replacing } from './record.ts'
import { lineBreaks } from './words.ts'

export type { Scale }

/** What every entry has, whatever its kind. Unknown fields met on read are kept on write. */
type EntryBase = RecordBase & ValuesOf<typeof entryFields>

/** Everything that a kind of entry has: the table of fields is in `fields/`. */
interface KindOfEntry<K extends Kind> extends EntryBase {
  readonly kind: K
  readonly details: ValuesOf<(typeof detailFields)[K]>
}

/** An answer to a prompt of a theme, with the theme's own questions beside the words. */
export interface Reflection extends KindOfEntry<'reflection'> {
  readonly theme: ThemeId
}
export type ReflectionDetails = Reflection['details']
export type Note = KindOfEntry<'note'>
export type Checkin = KindOfEntry<'checkin'>
export type PromiseEntry = KindOfEntry<'promise'>
export type Reachout = KindOfEntry<'reachout'>
export type Coping = KindOfEntry<'coping'>
export type Meeting = KindOfEntry<'meeting'>
export type Letter = KindOfEntry<'letter'>
export type Urge = KindOfEntry<'urge'>
export type Slip = KindOfEntry<'slip'>

export type Entry =
  | Reflection
  | Note
  | Checkin
  | PromiseEntry
  | Reachout
  | Coping
  | Meeting
  | Letter
  | Urge
  | Slip
export type Kind = keyof typeof kindNames
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>

export const kinds = idsOf(kindNames)

export const supportKinds = idsOf(supportWords)
export type SupportKind = keyof typeof supportWords
export const supportDirections = idsOf(directionWords)
export type SupportDirection = keyof typeof directionWords
export const outcomes = idsOf(outcomeWords)
export type Outcome = keyof typeof outcomeWords
export type PromiseStep = ValueOf<(typeof detailFields)['promise']['steps']>[number]
export type ConnectionId = keyof (typeof detailFields)['checkin']['connection']['fields']

/** What a command gives to make an entry; the rest is filled in. */
export type EntryDraft<K extends Kind = Kind> = K extends Kind
  ? Pick<EntryOf<K>, 'kind' | 'details'> & Partial<EntryOf<K>>
  : never

/** Makes an entry out of its draft: ids, moment, zone and day come from the stamp unless given. */
export function newEntry<K extends Kind>(draft: EntryDraft<K>, stamp: Stamp): EntryOf<K> {
  return {
    ...firstRevision(stamp),
    at: isoWithOffset(stamp.now, stamp.zone),
    zone: stamp.zone,
    day: stamp.today,
    text: '',
    tags: [],
    people: [],
    ...draft,
    ...(draft.text !== undefined && { text: lineBreaks(draft.text) }),
  } as unknown as EntryOf<K>
}

/** The next revision of an entry. Fields set to `undefined` in the patch are taken away. */
export function revise<E extends Entry>(entry: E, patch: Patch<E>, stamp: Writing): E {
  const words = typeof patch.text === 'string' && { text: lineBreaks(patch.text) }
  const next = nextRevision<E>(entry, { ...patch, ...words }, stamp)
  return monthOfEntry(entry) === monthOfEntry(next)
    ? next
    : { ...next, movedFrom: monthOfEntry(entry) }
}

/** The revision that deletes: where the entry belonged stays, its words do not. */
export function tombstone(entry: Entry, stamp: Writing): Entry {
  const { id, kind, at, zone, day } = entry
  return {
    id,
    ...replacing(entry, stamp),
    deleted: true,
    kind,
    at,
    zone,
    day,
    text: '',
    tags: [],
    people: [],
    details: {},
  } as unknown as Entry
}

/** The shelf an entry lies on: its month, `YYYY-MM`. */
export const monthOfEntry = (entry: { readonly day: Day }): string => monthOf(entry.day)
