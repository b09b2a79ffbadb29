import { UserError } from '../errors.ts'
import type { JournalRecord } from '../journal/change.ts'
import type { Stamp } from '../journal/record.ts'
import { few } from '../render/import.ts'
import { decodeText } from '../utf8.ts'
import type { About, Importer, OddRow, ReadIn } from './importer.ts'
import { importers } from './importers.ts'
import { Refusal, refusal } from './json.ts'
import type { Part } from './unzip.ts'
import { isZip, unzip } from './unzip.ts'

/** What a person gave: a file, or a folder's files. */
export interface Given {
  /** As they called it. */
  readonly name: string
  readonly content: Uint8Array | readonly Part[]
  /** How many bytes of an archive may be unpacked. */
  readonly most?: number
  /** Told how much was read, from 0 to 1. */
  readonly progress?: (share: number) => void
}

/** A file that is to be given another time. */
export interface LeftOut {
  readonly name: string
  /** What takes it in; left out for an archive, which is unpacked by itself. */
  readonly format?: string
}

/** What was read, and by which format. */
export interface ReadJournal extends ReadIn {
  readonly format: string
  /** Files with words that are of no format, and were left alone. */
  readonly unread: readonly string[]
  /** Files of another format, one of which is read at once, and archives. */
  readonly others: readonly LeftOut[]
}

/**
 * Reads a file, an archive or a folder by the format that was named, or else by the first that knows it.
 * Of several files that one decides which a format knows first; each is read by itself, and one that
 * cannot be read is an odd row.
 * @throws UserError when nothing in it is of any format
 */
export function readGivenJournal(
  { name, content, most, progress = () => {} }: Given,
  stamp: Stamp,
  moods: About['moods'],
  format?: Importer,
): ReadJournal {
  const parts = content instanceof Uint8Array ? partsIn(content, most) : content
  if (parts) return readParts(name, parts, stamp, moods, format, progress)
  const bytes = inUtf8(content as Uint8Array)
  const importer = format ?? knows(bytes, name)
  if (importer === undefined) {
    // A file in another encoding is known to nobody, and that can be said more plainly.
    decodeText(bytes, 'This file')
    throw unknown(name)
  }
  const { id } = importer
  return {
    ...importer.read(bytes, stamp, { name, moods, progress }),
    format: id,
    unread: [],
    others: [],
  }
}

/** Ends of names of files that may hold words; all others are pictures, sounds and the like. */
const holdsWords = (name: string): boolean =>
  /\.(?:json|jsonl|txt|md|markdown|html?|xml|csv|daylio|doentry)$/i.test(name)

const partsIn = (bytes: Uint8Array, most: number | undefined): readonly Part[] | undefined =>
  isZip(bytes) ? unzip(bytes, most) : undefined

const knows = (bytes: Uint8Array, name: string): Importer | undefined =>
  importers.find(it => it.recognises(bytes, name))

function readParts(
  given: string,
  parts: readonly Part[],
  stamp: Stamp,
  moods: About['moods'],
  format: Importer | undefined,
  progress: (share: number) => void,
): ReadJournal {
  const found: ReadIn[] = []
  const odd: OddRow[] = []
  const unread: string[] = []
  const others: LeftOut[] = []
  const leave = (bytes: Uint8Array, name: string) => {
    const another = knows(bytes, name)
    if (another && another !== importer) others.push({ name, format: another.id })
    else if (isZip(bytes)) others.push({ name })
    else unread.push(name)
  }
  let importer = format
  for (const [at, { name, bytes: content, edges }] of parts.entries()) {
    progress(at / parts.length)
    if (/\.zip$/i.test(name)) others.push({ name })
    if (!holdsWords(name)) continue
    const some = edges && inUtf8(edges())
    if (some && !(importer?.recognises(some, name) ?? knows(some, name))) {
      leave(some, name)
      continue
    }
    const bytes = inUtf8(content())
    importer ??= knows(bytes, name)
    // A format that was named is asked too: beside the journal lie settings and lists.
    if (!importer?.recognises(bytes, name)) {
      leave(bytes, name)
      continue
    }
    try {
      const read = importer.read(bytes, stamp, { name, moods })
      found.push(read)
      odd.push(...read.odd.map(row => ({ ...row, file: name })))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const reason = error instanceof Refusal ? error.reason : 'it is not UTF-8 text'
      odd.push({ line: 1, file: name, reason })
    }
  }
  if (importer === undefined || (found.length === 0 && odd.length === 0))
    throw others.length > 0 ? oneByOne(given, others) : unknown(given)
  const unknownMoods = [...new Set(found.flatMap(read => read.unknownMoods ?? []))]
  const says = found.find(read => read.says)?.says
  return {
    entries: onceEach(found.flatMap(read => read.entries)),
    people: onceEach(found.flatMap(read => read.people)),
    settings: onceEach(found.flatMap(read => read.settings)),
    history: onceEach(found.flatMap(read => read.history)),
    ...{ odd, unread, others, format: importer.id },
    ...(unknownMoods.length > 0 && { unknownMoods }),
    ...(says && { says }),
  }
}

const onceEach = <R extends JournalRecord>(records: readonly R[]): R[] => [
  ...new Map(records.map(record => [record.revision, record])).values(),
]

/** Some programs for tables write UTF-16, and say so in the first two bytes. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const mark = `${bytes[0]},${bytes[1]}`
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : undefined
  if (encoding === undefined) return bytes
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    throw refusal('it is UTF-16 text with a damaged character')
  }
}

const oneByOne = (name: string, others: readonly LeftOut[]): UserError =>
  new UserError(
    `Nothing in ${name} could be read as it is. Nothing was changed.\nGive what is in it one by one, an archive unpacked or by itself: ${few(others.map(it => it.name))}.`,
  )

const widest = Math.max(...importers.map(({ id }) => id.length))

const unknown = (name: string): UserError =>
  new UserError(
    [
      `hearten does not know what wrote ${name}. Nothing was changed.`,
      'It reads:',
      ...importers.map(({ id, what }) => `  ${id.padEnd(widest + 2)}${what}`),
      'Where a file is one of these and is not known, `--format` names it.',
    ].join('\n'),
  )
