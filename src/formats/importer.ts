import { createHash } from 'node:crypto'
import type { JournalRecord } from '../journal/change.ts'
import { dayOf, isoWithOffset } from '../journal/day.ts'
import type { Entry, EntryDraft, Scale } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { idFrom, type Stamp } from '../journal/record.ts'
import type { Everything } from '../store/journal.ts'

/** A row, record or note of a file that cannot be taken in: it is named and left out, never guessed. */
export interface OddRow {
  /** Counted from 1: its line, or with `isRecord` which record it is. */
  readonly line: number
  /** The file has no lines that a person could count. */
  readonly isRecord?: true
  /** Of several files, the one that it is in. */
  readonly file?: string
  /** What is wrong with it, without the words in it: "the date 31/02 is no day". */
  readonly reason: string
}

/** What a file holds. */
export interface ReadIn extends Everything {
  readonly odd: readonly OddRow[]
  /** Words for moods that stand for no step of ours. Somebody has to say what they mean. */
  readonly unknownMoods?: readonly string[]
  /**
   * What such a file can say of a record, where it has ids of ours and not all that we keep. Then an entry whose
   * id is here already is known, whatever revision it is in.
   */
  readonly says?: (record: JournalRecord) => string
}

/** What is known of a file beside its bytes. */
export interface About {
  /** Its path, as it was given or as it stands in an archive or a folder: some formats have the day in it. */
  readonly name: string
  /** The steps that words for moods mean, by the word in lower case; none for a word that means no step. */
  readonly moods: ReadonlyMap<string, Scale | undefined>
  /** Told how much of it was read, from 0 to 1, by formats that know. */
  readonly progress?: (share: number) => void
}

/** A format that can be taken in: one file each, and a row in `importers`. */
export interface Importer {
  /** As `--format` names it. */
  readonly id: string
  /** What it is, for a file that nobody knows: "the JSON of hearten". */
  readonly what: string
  /** Whether a file looks like it, from its first bytes or its name. */
  recognises(bytes: Uint8Array, name: string): boolean
  /**
   * Reads it. Pure: the clock and the zone, for what a file leaves open, come in with the stamp.
   * @throws Refusal when it is not this format at all
   */
  read(bytes: Uint8Array, stamp: Stamp, about?: About): ReadIn
}

/** When something was, and on whose clocks. */
export interface TimeAndZone {
  readonly moment: Date
  /** IANA zone that its day and hour are told in. */
  readonly zone: string
  /** The file says what a clock showed, and not where. */
  readonly byClock?: true
}

/**
 * An entry out of a row that has no ids of ours. They come from the format, the moment or what a clock
 * showed, and the row as it stands in the file. So the same row is the same entry again, in whatever zone it is read
 * and whatever is said about its moods; importing a file twice adds nothing.
 *
 * @param key the row, or what makes it different from every other one: an id of theirs
 */
export function entryFromRow(
  format: string,
  key: unknown,
  draft: EntryDraft,
  { moment, zone, byClock }: TimeAndZone,
  stamp: Stamp,
): Entry {
  const at = isoWithOffset(moment, zone)
  const stated = byClock ? `${at.slice(0, 19)}Z` : moment.toISOString()
  const bytes = (what: string) =>
    createHash('sha256')
      .update(JSON.stringify([what, format, stated, key]))
      .digest()
  const id = (what: string) => idFrom(Date.parse(stated), bytes(what))
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
