import type { Entry, EntryDraft, Scale } from '../../journal/entry.ts'
import { marksLabel } from '../../journal/fields/read.ts'
import { isName, nameKey } from '../../journal/person.ts'
import type { Stamp } from '../../journal/record.ts'
import { joined, tagKey } from '../../journal/tags.ts'
import type { ThemeId } from '../../themes/theme.ts'
import type { About, OddRow, ReadIn, TimeAndZone } from '../importer.ts'
import { entryFromRow } from '../importer.ts'
import { refusal } from '../json.ts'
import type { TableRow } from '../table.ts'
import { feelingMeant } from './feelings.ts'

/** What an entry of another journal says, in our measures; what it leaves open is not there. */
export interface JournalRow {
  readonly when: TimeAndZone
  /** What makes it different from every other row of its format: an id of theirs, or all of its cells. */
  readonly key: unknown
  readonly text?: string | undefined
  /** A step, or the other journal's word for it. */
  readonly mood?: Scale | string | undefined
  readonly energy?: Scale | undefined
  readonly feelings?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly people?: readonly string[] | undefined
  readonly theme?: ThemeId | undefined
  readonly starred?: boolean | undefined
  readonly private?: boolean | undefined
  /** Paths or names of the pictures and files that belong to it. */
  readonly attachments?: readonly string[] | undefined
}

/** A row and where it stands, or what is wrong with it. */
export type Placed = Omit<OddRow, 'reason'> & {
  readonly row: JournalRow | string
  /** How much of the file lies before it, from 0 to 1, where that is known. */
  readonly share?: number
}

/** Rows of a table. */
export function* tableRows(
  rows: Iterable<TableRow>,
  read: (cells: TableRow['cells']) => JournalRow | string,
): Generator<Placed> {
  for (const { line, cells, problem } of rows) yield { line, row: problem ?? read(cells) }
}

/** Rows of a list in a file that has no lines to count. */
export function* listRows(
  list: readonly unknown[],
  read: (record: JsonObject) => JournalRow | string,
): Generator<Placed> {
  for (const [at, record] of list.entries())
    yield {
      line: at + 1,
      isRecord: true,
      share: at / list.length,
      row: isJsonObject(record) ? read(record) : 'it is no entry',
    }
}

/** What JSON holds under names; nothing of it is taken on trust. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a field; empty when it holds none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether our own lines below an entry say that it is private: what was, is so again when it comes back. */
export const isMarkedPrivate = (lines: string): boolean =>
  new RegExp(`^${marksLabel}: (?:[^\\n]*, )?private(?:,|$)`, 'm').test(lines)

/** A whole number from 1 to 5; nothing else is one of our steps. */
export const stepOf = (value: unknown): Scale | undefined =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : undefined

/** The list of a field; empty when it holds none. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The texts in the list of a field. */
export const textsIn = (value: unknown): string[] =>
  listIn(value).filter(it => typeof it === 'string')

/** Ten a day for eighty years. Each takes up to 4 kB of memory, however short it is. */
const mostRows = 300_000

/**
 * Entries of rows, in our spelling, and one of those that are the same in everything.
 * @param words the steps that the format's own words for moods mean
 * @throws Refusal when they are more than a journal holds
 */
export function journalOf(
  format: string,
  rows: Iterable<Placed>,
  stamp: Stamp,
  about: About | undefined,
  words: Readonly<Record<string, Scale>> = {},
): ReadIn {
  const odd: OddRow[] = []
  const entries = new Map<string, Entry>()
  const unknownMoods = new Map<string, string>()
  const meant = new Map<string, Scale | undefined>([
    ...Object.entries(words),
    ...(about?.moods ?? []),
  ])
  const step = (word: string): Scale | undefined => {
    const key = word.trim().toLowerCase()
    if (key !== '' && !meant.has(key)) unknownMoods.set(key, word.trim())
    return meant.get(key)
  }
  let count = 0
  for (const { row, share, ...place } of rows) {
    if (share !== undefined) about?.progress?.(share)
    if (++count > mostRows) throw refusal('it has more than 300,000 entries')
    const mood = typeof row === 'string' || typeof row.mood !== 'string' ? undefined : row.mood
    const made =
      typeof row === 'string'
        ? row
        : entryOf(format, mood === undefined ? row : { ...row, mood: step(mood) }, stamp)
    const twin = typeof made === 'string' ? undefined : entries.get(made.revision)
    if (typeof made === 'string') odd.push({ ...place, reason: made })
    else if (twin && twin.text !== made.text)
      odd.push({ ...place, reason: 'its id was there before, with other words' })
    else entries.set(made.revision, made)
  }
  return {
    ...{ entries: [...entries.values()], people: [], settings: [], history: [], odd },
    ...(unknownMoods.size > 0 && { unknownMoods: [...unknownMoods.values()] }),
  }
}

/** @returns the entry, or what is wrong with the row */
function entryOf(format: string, row: JournalRow, stamp: Stamp): Entry | string {
  const { mood, energy, theme } = row
  const text = (row.text ?? '').trimEnd().replace(/^\s*\n/, '')
  const feelings = joined(word => word, (row.feelings ?? []).map(feelingMeant).filter(Boolean))
  const attachments = joined(path => path, (row.attachments ?? []).filter(Boolean))
  if (text === '' && attachments.length === 0 && !(mood || energy || feelings.length > 0))
    return 'it says nothing'
  const said = {
    text,
    tags: joined(tagKey, (row.tags ?? []).map(tag => tagKey(tag.trim())).filter(Boolean)),
    people: joined(nameKey, (row.people ?? []).map(name => name.trim()).filter(isName)),
    ...(mood && { mood: mood as Scale }),
    ...(energy && { energy }),
    ...(feelings.length > 0 && { feelings }),
    ...(attachments.length > 0 && { attachments }),
    ...(theme && { theme }),
    ...(row.starred && { starred: true as const }),
    ...(row.private && { private: true as const }),
    details: {},
  }
  const isCheckin = text === '' && attachments.length === 0
  const draft: EntryDraft<'note' | 'checkin'> = { kind: isCheckin ? 'checkin' : 'note', ...said }
  return entryFromRow(format, row.key, draft, row.when, stamp)
}
