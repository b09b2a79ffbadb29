import { isDay } from '../../journal/day.ts'
import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import type { JournalRow, Placed } from './rows.ts'
import {
  isJsonObject,
  isMarkedPrivate,
  journalOf,
  listIn,
  listRows,
  textOf,
  textsIn,
} from './rows.ts'
import { clock } from './when.ts'

// Facts about jrnl: its Entry.py, Journal.py and FolderJournal.py, version 4.

/** A header: a date in brackets. Words in brackets that are no such date stay words. */
const header =
  /^\[(\d{4}-\d\d-\d\d) (\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?)\] ?|^(?<oldDay>\d{4}-\d\d-\d\d) (?<oldTime>\d\d:\d\d) /i

const spaceBeforeHeader = /^ (?= *\[\d{4}-\d\d-\d\d )/

/** The text that jrnl keeps: entries below each other, or a folder with a file a day. */
export const jrnlImporter: Importer = {
  id: 'jrnl',
  what: 'the text of jrnl, one file or its folder',
  recognises(bytes, name) {
    const start = startOf(bytes)
    return isLocked(start) || (!/\.md$/.test(name) && header.test(start.trimStart()))
  },
  read(bytes, stamp, about) {
    if (isLocked(startOf(bytes)))
      throw refusal('it is encrypted; take that off first with `jrnl --decrypt`')
    const text = decodeText(bytes, 'This file')
    const isOld = /^\s*\d{4}-/.test(text)
    // In a folder the path says the day, whatever the header does.
    const path = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\.txt$/.exec(about?.name ?? '')
    const day = path?.slice(1).join('-')
    const read = journalOf('jrnl', rowsOf(), stamp, about)
    if (read.entries.length === 0 && read.odd.length === 0)
      throw refusal('it has no line that begins with a date in brackets')
    return read

    function* rowsOf(): Generator<Placed> {
      let read = 0
      if (hasWordsBefore(text, isOld)) yield { line: 1, row: 'it stands before the first date' }
      for (const { line, day: itsDay, time, words } of blocksIn(text, isOld)) {
        const share = read / text.length
        read += words.length
        const when = clock(day !== undefined && isDay(day) ? day : itsDay, time, undefined, stamp)
        if (typeof when === 'string') yield { line, share, row: when }
        else yield { line, share, row: { when, key: [time, words], ...titled(words) } }
      }
    }
  },
}

/** The JSON of `jrnl --format json`. */
export const jrnlJsonImporter: Importer = {
  id: 'jrnl-json',
  what: 'the JSON of `jrnl --export json`',
  recognises(bytes) {
    const start = startOf(bytes)
    return /^\{\s*"(?:tags|entries)"/.test(start) && /"title"/.test(start) && /"body"/.test(start)
  },
  read(bytes, stamp, about) {
    const file = parseJson(decodeText(bytes, 'This file'))
    if (!isJsonObject(file) || !Array.isArray(file.entries))
      throw refusal('it has no list "entries"')
    const rows = listRows(listIn(file.entries), entry => {
      const when = clock(textOf(entry.date), textOf(entry.time) || '0:00', undefined, stamp)
      if (typeof when === 'string') return when
      const text = [textOf(entry.title), textOf(entry.body)].filter(Boolean).join('\n\n')
      const key = entry.uuid ?? [entry.date, entry.time, text]
      return { when, key, text, tags: tagsIn(textsIn(entry.tags)), starred: entry.starred === true }
    })
    return journalOf('jrnl-json', rows, stamp, about)
  },
}

/** Whether anything is written above the first entry; where there is none, the file is no journal. */
function hasWordsBefore(text: string, isOld: boolean): boolean {
  let hasWords = false
  for (const [, line] of linesOf(text)) {
    if (beginsEntry(line, isOld)) return hasWords
    hasWords ||= line.trim() !== ''
  }
  return false
}

const beginsEntry = (line: string, isOld: boolean): RegExpExecArray | undefined => {
  const found = header.exec(line)
  return found !== null && isOld === (found.groups?.oldDay !== undefined) ? found : undefined
}

interface Block {
  readonly line: number
  readonly day: string
  readonly time: string
  readonly words: string
}

/** One after the other: of a large file only the entry that is read lies in pieces. */
function* blocksIn(text: string, isOld: boolean): Generator<Block> {
  let block: (Omit<Block, 'words'> & { lines: string[] }) | undefined
  const whole = ({ lines, ...rest }: NonNullable<typeof block>) => ({
    ...rest,
    words: lines.join('\n').trim(),
  })
  for (const [at, line] of linesOf(text)) {
    const found = beginsEntry(line, isOld)
    const [mark = '', day = found?.groups?.oldDay ?? '', time = found?.groups?.oldTime ?? ''] =
      found ?? []
    if (found) {
      if (block) yield whole(block)
      block = { line: at + 1, day, time, lines: [line.slice(mark.length)] }
    }
    // The first version put a space before lines of a body that look like a header, and so do we.
    else block?.lines.push(line.replace(isOld ? /^ (?=\[?\d{4}-)/ : spaceBeforeHeader, ''))
  }
  if (block) yield whole(block)
}

/** As `split` and `entries` give them, without a list of all. */
function* linesOf(text: string): Generator<[number, string]> {
  for (let [at, from] = [0, 0]; from <= text.length; at++) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    yield [at, text.slice(from, to)]
    from = to + 1
  }
}

function titled(words: string): Pick<JournalRow, 'text' | 'tags' | 'starred' | 'private'> {
  const [first = '', ...rest] = words.split('\n')
  const starred = /\*\s*$/.test(first)
  const title = starred ? first.trimEnd().slice(0, -1).trimEnd() : first
  const marks = [...words.matchAll(/(?<!\S)@[-+*#/\w]+/g)].map(([mark]) => mark)
  const below = words.slice(words.lastIndexOf('\n\n') + 1)
  return {
    text: [title, ...rest].join('\n'),
    tags: tagsIn(marks),
    starred,
    private: isMarkedPrivate(below),
  }
}

const tagsIn = (marks: readonly string[]): string[] => marks.map(mark => mark.replace(/^[@#]/, ''))

const isLocked = (start: string): boolean => /^JRNLv\d/.test(start)

const startOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, 4000)).trimStart()
