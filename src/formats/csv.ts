import { isDay, isZone, momentAt } from '../journal/day.ts'
import type { Entry, EntryDraft, Scale } from '../journal/entry.ts'
import { isName, nameKey } from '../journal/person.ts'
import type { Stamp } from '../journal/record.ts'
import { joined, tagKey } from '../journal/tags.ts'
import { feelingNamed } from '../themes/feelings.ts'
import type { StepWords } from '../themes/scales.ts'
import { energyScale, moodScale, stepMeant } from '../themes/scales.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds, themeNames } from '../themes/theme.ts'
import { decodeText } from '../utf8.ts'
import type { Importer, OddRow } from './importer.ts'
import { entryFromRow } from './importer.ts'
import { refusal } from './json.ts'

/** The columns of a table that anybody can make, in any order; only `date` must be there. */
const columns = [
  'date',
  'time',
  'zone',
  'text',
  'mood',
  'energy',
  'feelings',
  'tags',
  'people',
  'theme',
  'starred',
] as const
type Column = (typeof columns)[number]

/** A row by the names of its columns; what is not in it is empty. */
type Cells = Readonly<Record<Column, string>>

/** The hour of a row that says none. */
const noon = '12:00'

/** The table described in docs/data-format.md: a row an entry, and each odd row named by its line. */
export const csvImporter: Importer = {
  id: 'csv',
  what: 'a table with the columns of hearten (CSV)',
  recognises(bytes) {
    const [first = ''] = new TextDecoder().decode(bytes.subarray(0, 1000)).split(/\r?\n/)
    const names = columnsIn(first)
    return names.includes('date') && names.length > 1 && names.every(isColumn)
  },
  read(bytes, stamp) {
    const text = decodeText(bytes, 'This file')
    const [header = '', ...rest] = text.split('\n')
    const names = columnsIn(header)
    const strange = names.find(name => !isColumn(name))
    if (strange !== undefined)
      throw refusal(`it has a column that is not known, ${JSON.stringify(strange.slice(0, 40))}`)
    if (!names.includes('date')) throw refusal('it has no column "date"')
    if (new Set(names).size < names.length) throw refusal('it has a column twice')
    const odd: OddRow[] = []
    const entries = new Map<string, Entry>()
    for (const { line, cells, isOpen } of rowsIn(rest.join('\n'), delimiterIn(header), 2)) {
      if (cells.every(cell => cell.trim() === '')) continue
      const made = isOpen
        ? 'a quotation mark in it is not closed'
        : cells.length > names.length
          ? 'it has more cells than there are columns'
          : entryFrom(named(names as Column[], cells), stamp)
      if (typeof made === 'string') odd.push({ line, reason: made })
      else entries.set(made.revision, made)
    }
    return { entries: [...entries.values()], people: [], settings: [], history: [], odd }
  },
}

/** @returns the entry, or what is wrong with the row */
function entryFrom(cells: Cells, stamp: Stamp): Entry | string {
  const { date } = cells
  const zone = cells.zone || stamp.zone
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(cells.time || noon) ?? []
  const mood = rating(cells.mood, moodScale.words)
  const energy = rating(cells.energy, energyScale.words)
  const theme = cells.theme === '' ? undefined : themeMeant(cells.theme)
  const starred = /^(?:(yes|true|x|1|\*|★)|no|false|0|)$/i.exec(cells.starred)
  const people = partsOf(cells.people).map(name => name.replace(/^@/, ''))
  if (!isDay(date)) return 'its date is no day like 2026-11-22'
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59)
    return 'its time is none like 21:30'
  if (!isZone(zone)) return 'its time zone is not known'
  if (mood === 'odd') return 'its mood is no number from 1 to 5'
  if (energy === 'odd') return 'its energy is no number from 1 to 5'
  if (theme === 'odd') return 'its theme is none of the five'
  if (starred === null) return 'what it says under starred is neither yes nor no'
  if (!people.every(isName)) return 'it names nobody under people'
  const feelings = partsOf(cells.feelings).map(
    word => feelingNamed(word)?.word ?? word.toLowerCase(),
  )
  const said = {
    text: cells.text,
    tags: joined(tagKey, partsOf(cells.tags).map(tagKey)),
    people: joined(nameKey, people),
    ...(mood && { mood }),
    ...(energy && { energy }),
    ...(feelings.length > 0 && { feelings: joined(word => word, feelings) }),
    ...(theme && { theme }),
    ...(starred[1] && { starred: true as const }),
    details: {},
  }
  if (cells.text === '' && !(mood || energy || feelings.length > 0)) return 'it says nothing'
  const draft: EntryDraft<'note' | 'checkin'> =
    cells.text === '' ? { kind: 'checkin', ...said } : { kind: 'note', ...said }
  const time = `${hours.padStart(2, '0')}:${minutes}`
  return entryFromRow('csv', draft, momentAt(date, time, zone), zone, stamp)
}

function rating(cell: string, words: StepWords): Scale | 'odd' | undefined {
  return cell === '' ? undefined : (stepMeant(cell, words) ?? 'odd')
}

const themeMeant = (cell: string): ThemeId | 'odd' =>
  themeIds.find(id => [id, themeNames[id].toLowerCase()].includes(cell.toLowerCase())) ?? 'odd'

/** Several things in one cell: `calm; at ease`. */
const partsOf = (cell: string): string[] =>
  cell
    .split(/[;,|]/)
    .map(part => part.trim())
    .filter(Boolean)

const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name)

const columnsIn = (header: string): string[] =>
  header
    .replace(/^\ufeff/, '')
    .split(delimiterIn(header))
    .map(name =>
      name
        .replace(/^"(.*)"$/, '$1')
        .trim()
        .toLowerCase(),
    )

/** Programs for tables write what their country uses. */
const delimiterIn = (header: string): string => /[,;\t]/.exec(header)?.[0] ?? ','

function named(names: readonly Column[], cells: readonly string[]): Cells {
  const row = Object.fromEntries(columns.map(name => [name, ''])) as Record<Column, string>
  for (const [at, name] of names.entries()) row[name] = (cells[at] ?? '').trim()
  return row
}

interface Row {
  /** Of the file, counted from 1: where it begins. */
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation mark in it was never closed. */
  readonly isOpen: boolean
}

/** Rows as RFC 4180 has them: a quoted cell may hold anything, a quotation mark in it is written twice. */
function* rowsIn(text: string, delimiter: string, firstLine: number): Generator<Row> {
  let line = firstLine
  let begins = line
  let cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (character === '\n') line++
    if (quoted && character !== undefined) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n' || character === undefined) {
      yield { line: begins, cells: [...cells, cell], isOpen: quoted }
      cells = []
      cell = ''
      begins = line
    } else cell += character
  }
}
