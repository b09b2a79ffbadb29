import { createHash } from 'node:crypto'
import { dayOf, isoWithOffset } from '../journal/day.ts'
import type { Entry, EntryDraft } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { idFrom, type Stamp } from '../journal/record.ts'
import type { Everything } from '../store/journal.ts'

/** A row, record or note of a file that cannot be taken in: it is named and left out, never guessed. */
export interface OddRow {
  /** Counted from 1; of a file that has no lines, which record it is. */
  readonly line: number
  /** What is wrong with it, without the words in it: "the date 31/02 is no day". */
  readonly reason: string
}

/** What a file holds. */
export interface ReadIn extends Everything {
  readonly odd: readonly OddRow[]
}

/** A format that can be taken in: one file each, and a row in `importers`. */
export interface Importer {
  /** As `--format` names it. */
  readonly id: string
  /** What it is, for help and for a file nobody knows: "the JSON of hearten". */
  readonly what: string
  /** Whether a file looks like it, from its first bytes or its name. */
  recognises(bytes: Uint8Array, name: string): boolean
  /**
   * Reads it. Pure: the clock and the zone, for what a file leaves open, come in with the stamp.
   * @throws UserError when it is not this format at all
   */
  read(bytes: Uint8Array, stamp: Stamp): ReadIn
}

/**
 * An entry out of a row that has no ids of ours. They come from the format, the moment and all that the
 * draft says, so that the same row is the same entry again, and importing a file twice adds nothing. Two
 * rows that differ in anything are two entries.
 *
 * @param moment when it was
 * @param zone IANA zone that its day and hour are told in
 */
export function entryFromRow(
  format: string,
  draft: EntryDraft,
  moment: Date,
  zone: string,
  stamp: Stamp,
): Entry {
  const at = isoWithOffset(moment, zone)
  const bytes = (what: string) =>
    createHash('sha256')
      .update(JSON.stringify([what, format, at, draft]))
      .digest()
  const id = (what: string) => idFrom(moment.getTime(), bytes(what))
  return newEntry(
    // The day a file states is its own: the night belongs to no evening before.
    {
      at,
      zone,
      day: dayOf(moment, zone, 0),
      ...draft,
      id: id('entry'),
      revision: id('revision'),
    } as EntryDraft,
    stamp,
  )
}
