import type { Entry } from '../journal/entry.ts'
import { recordAt } from './shelf-lines.ts'

// Most of a journal is words, and who writes them down in UTF-8 can copy them from line to page. So an entry may be
// taken out of its line without them.

/** The words of an entry where they lie: in a line of JSON, spelled as there, between the quotation marks. */
export interface WordsInLine {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
}

/** No field of a line is named by a symbol, whatever a newer hearten may call its own. */
const apart = Symbol('words apart')

type EntryApart = Entry & { [apart]?: WordsInLine }

/** So long are words, in bytes, that are worth leaving apart. */
const worthwhile = 64

/**
 * The entry of a line. Its `text` may be left empty, and its words where they lie: they are asked for by
 * `wordsInLine` and `wholeText`, as long as the line is there.
 */
export function entryApart(bytes: Buffer, start: number, end: number): Entry {
  const from = wordsFrom(bytes, start, end)
  const to = from < 0 ? -1 : textEnd(bytes, from) - 1
  if (to < from + worthwhile || to >= end) return recordAt(bytes, start, end) as Entry
  const rest = bytes.toString('utf8', start, from) + bytes.toString('utf8', to, end)
  const entry: EntryApart = JSON.parse(rest)
  // Of a field that a forged line has twice the last one counts.
  if (entry.text !== '') return recordAt(bytes, start, end) as Entry
  entry[apart] = { bytes, from, to }
  return entry
}

/** Where the words of an entry lie, if they were left apart. */
export const wordsInLine = (entry: EntryApart): WordsInLine | undefined => entry[apart]

/** The words of an entry, wherever they are. */
export function wholeText(entry: EntryApart): string {
  const words = entry[apart]
  if (words === undefined) return entry.text
  const { bytes, from, to } = words
  return JSON.parse(bytes.toString('utf8', from - 1, to + 1))
}

/** Where a text of JSON ends, behind its quotation mark; -1 where it does not. @param from behind the first one */
export function textEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(34, from); at >= 0; at = bytes.indexOf(34, at + 1)) {
    let before = at
    while (before > from && bytes[before - 1] === 92) before--
    if ((at - before) % 2 === 0) return at + 1
  }
  return -1
}

/** Where the words of a line begin; -1 where something comes before them that may have a text of its own. */
function wordsFrom(bytes: Buffer, start: number, end: number): number {
  const name = bytes.indexOf(nameOfWords, start)
  if (name < 0 || name >= end) return -1
  // What follows has a list or an object of its own, so the search is short.
  const inner = bytes.indexOf(open, start + 1)
  return inner < 0 || inner > name ? name + nameOfWords.length : -1
}

const nameOfWords = Buffer.from(',"text":"')
const open = 123
