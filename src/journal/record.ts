import type { Day } from './day.ts'
import { defined } from './defined.ts'
import type { ValuesOf } from './fields/field.ts'
import type { recordFields } from './fields/record.ts'

/**
 * What everything in the journal has, whether an entry, a person or a setting.
 *
 * A record is one revision of a thing. Changing a thing adds a revision that names the ones it
 * replaces; nothing is changed in place. Causality comes from `supersedes`, never from clocks.
 */
export type RecordBase = ValuesOf<typeof recordFields>

/**
 * What a thing has besides, when it was changed in two places at once and both are shown together. It
 * is found out at each reading and never kept.
 */
export interface Together {
  /** The revisions it is made of: the next one replaces them all. */
  readonly heads?: readonly string[]
  /** How many texts stand in it, one below the other. */
  readonly versions?: number
}

/** How many texts stand in a thing: more than one only when it was written in two places at once. */
export const versionsIn = (record: RecordBase & Together): number => record.versions ?? 1

/** Where and when something is being written: the only way clocks and chance come into the pure rooms. */
export interface Stamp {
  readonly now: Date
  /** IANA time zone of the person. */
  readonly zone: string
  /** The day it is for the person: until the night ends still the evening before. */
  readonly today: Day
  newId(): string
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A time-sortable id: ten characters of time and ten of chance, in Crockford's base 32, lower case.
 *
 * @param time milliseconds since the epoch; ids tell the time from 1970 on
 * @param chance ten random bytes
 */
export function idFrom(time: number, chance: Uint8Array): string {
  let text = ''
  let rest = Math.max(0, time)
  for (let i = 0; i < 10; i++) {
    text = `${digits[rest % 32]}${text}`
    rest = Math.floor(rest / 32)
  }
  for (const byte of chance.subarray(0, 10)) text += digits[byte % 32]
  return text
}

/** The fields every first revision starts with. */
export const firstRevision = (stamp: Stamp) => ({
  id: stamp.newId(),
  revision: stamp.newId(),
  supersedes: [] as readonly string[],
  writtenAt: stamp.now.toISOString(),
})

/** What writing a revision takes. */
export type Writing = Pick<Stamp, 'now' | 'newId'>

/** The revisions a thing, as it is read, is made of. */
export const revisionsOf = (record: RecordBase & Together): readonly string[] =>
  record.heads ?? [record.revision]

/** The fields of a revision that takes the place of an earlier one. */
export const replacing = (earlier: RecordBase & Together, { newId, now }: Writing) => ({
  revision: newId(),
  supersedes: revisionsOf(earlier),
  writtenAt: now.toISOString(),
})

/** What is to be different; `undefined` takes a field away. */
export type Patch<R> = { readonly [K in keyof R]?: R[K] | undefined }

/** The next revision of any record. Fields set to `undefined` in the patch are taken away. */
export function nextRevision<R extends RecordBase>(record: R, patch: Patch<R>, stamp: Writing): R {
  const { movedFrom: _, deleted: __, heads: ___, versions: ____, ...kept } = record as R & Together
  const next = {
    ...kept,
    ...patch,
    ...replacing(record, stamp),
  }
  return defined(next) as unknown as R
}
