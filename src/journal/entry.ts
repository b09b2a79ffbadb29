import type { ThemeId } from '../themes/theme.ts'
import type { Day } from './day.ts'
import { isoWithOffset, monthOf } from './day.ts'
import type { RecordBase, Stamp, Writing } from './record.ts'
import { firstRevision, nextRevision, replacing } from './record.ts'
import { lineBreaks } from './words.ts'

/** A rating from 1 (least) to 5 (most). */
export type Scale = 1 | 2 | 3 | 4 | 5

export const isScale = (value: unknown): value is Scale =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5

/** What every entry has, whatever its kind. Unknown fields met on read are kept on write. */
interface EntryBase extends RecordBase {
  /** The moment it is about, ISO 8601 with offset. */
  readonly at: string
  /** The IANA time zone the person was in. */
  readonly zone: string
  /** The calendar day it belongs to; fixed when written, so travel and daylight saving never move it. */
  readonly day: Day
  /** The person's words, Markdown. */
  readonly text: string
  readonly tags: readonly string[]
  /** Names of people as the person writes them. */
  readonly people: readonly string[]
  readonly mood?: Scale
  readonly energy?: Scale
  readonly feelings?: readonly string[]
  readonly starred?: true
  /** Marked to take along to a group or a therapist. */
  readonly bring?: true
  readonly private?: true
  readonly theme?: ThemeId
  /** The question as it was asked. */
  readonly prompt?: { readonly id: string; readonly text: string; readonly deeper?: true }
  /** The session it was written in. */
  readonly session?: string
}

/** An answer to a prompt of a theme, with the theme's own questions beside the words. */
export interface Reflection extends EntryBase {
  readonly kind: 'reflection'
  readonly theme: ThemeId
  readonly details: ReflectionDetails
}

export interface ReflectionDetails {
  // Compassionate Understanding
  readonly strengthBefore?: Scale
  readonly strengthAfter?: Scale
  readonly understood?: Scale
  readonly understoodBy?: readonly string[]
  // Shared Experiences, and where an insight of Learning and Growth came from
  readonly source?: (typeof sources)[number]
  readonly similarity?: Scale
  readonly hopeBefore?: Scale
  readonly hopeAfter?: Scale
  readonly lessAlone?: Scale
  readonly sharedBack?: boolean
  // Emotional Support
  readonly support?: SupportKind
  readonly direction?: SupportDirection
  readonly expected?: Scale
  readonly actual?: Scale
  readonly caredFor?: Scale
  // Learning and Growth
  readonly insight?: string
}

export const sources = [
  'person',
  'meeting',
  'reading',
  'online',
  'group',
  'workshop',
  'book',
  'own',
] as const
export const supportKinds = ['listened', 'advice', 'company', 'practical'] as const
export type SupportKind = (typeof supportKinds)[number]
export const supportDirections = ['asked', 'offered', 'received', 'given'] as const
export type SupportDirection = (typeof supportDirections)[number]

export interface Note extends EntryBase {
  readonly kind: 'note'
  readonly details: Readonly<Record<string, never>>
}

export type ConnectionId = 'understood' | 'known' | 'cared' | 'step' | 'learned'

/** Mood, energy and feelings; in a session one on arriving and one on leaving. */
export interface Checkin extends EntryBase {
  readonly kind: 'checkin'
  readonly details: {
    readonly moment?: 'arrive' | 'leave'
    /** The connection items, each 1–5. */
    readonly connection?: Readonly<Partial<Record<ConnectionId, Scale>>>
    /** On leaving: prompts that were shown and not answered, so that they rest as well. */
    readonly passed?: readonly string[]
  }
}

/** One small step, with a cue, a day and somebody who knows; `text` is the step. */
export interface PromiseEntry extends EntryBase {
  readonly kind: 'promise'
  readonly details: {
    /** The "if …" of an if-then plan. */
    readonly cue?: string
    readonly due?: Day
    /** Who knows about it. */
    readonly witness?: readonly string[]
    readonly confidence?: Scale
    /** How it went, oldest first; the last one counts. */
    readonly steps?: readonly PromiseStep[]
  }
}

export const outcomes = ['done', 'partly', 'not-yet', 'changed', 'let-go'] as const
export type Outcome = (typeof outcomes)[number]

export interface PromiseStep {
  readonly on: Day
  readonly outcome: Outcome
  readonly helped?: string
  readonly obstacle?: string
  /** With `changed`: what the step or its day was before. */
  readonly was?: { readonly text?: string; readonly due?: Day }
}

/** Reaching out to somebody, or being reached. */
export interface Reachout extends EntryBase {
  readonly kind: 'reachout'
  readonly details: {
    readonly support?: SupportKind
    readonly direction?: SupportDirection
    /** How good a response was expected, before. */
    readonly expected?: Scale
    /** How good it was, after. */
    readonly actual?: Scale
    readonly answered?: boolean
    readonly caredFor?: Scale
  }
}

/** A coping tool that was tried. */
export interface Coping extends EntryBase {
  readonly kind: 'coping'
  readonly details: {
    readonly tool: string
    readonly before?: Scale
    readonly after?: Scale
    readonly useAgain?: boolean
  }
}

/** A group meeting of any kind; `text` is what stayed. */
export interface Meeting extends EntryBase {
  readonly kind: 'meeting'
  readonly details: {
    readonly name?: string
    readonly before?: Scale
    readonly after?: Scale
    readonly next?: Day
  }
}

/** To a later self, sealed until a day; or one never to be sent. */
export interface Letter extends EntryBase {
  readonly kind: 'letter'
  readonly details: {
    readonly sealedUntil?: Day
    readonly to?: string
    readonly unsent?: true
  }
}

export type Entry =
  | Reflection
  | Note
  | Checkin
  | PromiseEntry
  | Reachout
  | Coping
  | Meeting
  | Letter
export type Kind = Entry['kind']
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>

export const kinds = [
  'reflection',
  'note',
  'checkin',
  'promise',
  'reachout',
  'coping',
  'meeting',
  'letter',
] as const satisfies readonly Kind[]

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
export function revise<E extends Entry>(
  entry: E,
  patch: Partial<Record<keyof E, unknown>>,
  stamp: Writing,
): E {
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

/** Everything in an entry that a person typed, for searching: the words, tags, people, and the typed details. */
export function typedIn(entry: Entry): string {
  const typed = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(typed)
        : []
  const { text, tags, people, feelings = [], details } = entry
  const marks = [...tags.map(tag => `#${tag}`), ...people.map(name => `@${name}`), ...feelings]
  return [text, ...marks, ...typed(details)].join('\n')
}
