import type { Entry, Kind } from '../journal/entry.ts'
import { detailFields } from '../journal/fields/details.ts'
import type { Fact, FactRow, FactWriting } from '../journal/fields/read.ts'
import {
  addFacts,
  factRowsOf,
  factsOf,
  kindInWords,
  marked,
  marksLabel,
  valueIn,
  worded,
} from '../journal/fields/read.ts'
import { visibleLine } from '../render/gate.ts'
import { themeNames } from '../themes/theme.ts'
import { memo } from './memo.ts'

/** "Emotional Support", "Check-in, on arriving", "Note · Learning and Growth". */
export function headingOf(entry: Entry): string {
  const theme = entry.theme && themeNames[entry.theme]
  if (entry.kind === 'reflection' && theme) return theme
  const kind = kindTitle(entry)
  return theme ? `${kind} · ${theme}` : kind
}

/** "Note", "Check-in, on arriving". */
export const kindTitle = (entry: Entry): string => titleCased(kindInWords(entry))

const titleCased = memo(
  (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
)

/** `21:30`, on the clock of where it was written. */
export const timeOf = (entry: Entry): string => entry.at.slice(11, 16)

/** What an entry says beside its words, each on one line that can be shown. */
export const shownFacts = (entry: Entry, writing: FactWriting = {}): Fact[] =>
  factsOf(entry, writing)
    .map(({ label, value }) => ({ label, value: shownValue(value) }))
    .filter(({ value }) => value !== '')

const shownValue = (value: string): string =>
  isOfPlainSigns.test(value) ? value : visibleLine(value).trim()

/** Most need no second look. */
const isOfPlainSigns = /^[!-~](?:[ -~]*[!-~])?$/

/**
 * What writes facts one after the other.
 * @param line what becomes of one. It is remembered where the same comes again and again: how somebody felt, whom
 *   they met, and not what they said of it
 */
export function factWriter(
  line: (label: string, value: string) => string,
  writing: FactWriting = {},
): (entry: Entry) => string {
  const lineOf = (label: string, value: string): string => {
    const shown = value.trim() && shownValue(value)
    return shown && line(label, shown)
  }
  const writers = new Map<Kind, readonly FieldWriter[]>()
  const writersFor = (kind: Kind) => {
    const its = factRowsOf(detailFields[kind]).map(row => fieldWriter(row, lineOf, writing))
    writers.set(kind, its)
    return its
  }
  return entry => {
    let lines = ''
    for (const { name, isDetail, lineOf } of writers.get(entry.kind) ?? writersFor(entry.kind)) {
      const holder = isDetail ? entry.details : entry
      const value = valueIn(holder, name)
      if (value !== undefined) lines += lineOf(value, holder)
    }
    const marks = marked(entry)
    return marks ? lines + lineOf(marksLabel, marks) : lines
  }
}

/** Writes what a field of entries holds. */
interface FieldWriter extends Pick<FactRow, 'name' | 'isDetail'> {
  lineOf(value: unknown, holder: object): string
}

function fieldWriter(
  row: FactRow,
  line: (label: string, value: string) => string,
  writing: FactWriting,
): FieldWriter {
  const { name, isDetail, field } = row
  const lineOf = (value: unknown): string => line(field.label, worded(field, value, writing))
  const of = (say: FieldWriter['lineOf']): FieldWriter => ({ name, isDetail, lineOf: say })
  if (field.type === 'list' || field.beside)
    return of((_, holder) => {
      const facts: Fact[] = []
      addFacts(facts, row, holder, writing)
      return facts.map(({ label, value }) => line(label, value)).join('')
    })
  if (areFew.has(field.type)) return of(memo(lineOf))
  if (!areLists.has(field.type)) return of(lineOf)
  const ofOne = memo((item: string) => lineOf([item]))
  return of(value => {
    const { length, 0: first } = value as readonly string[]
    return length === 1 && first !== undefined ? ofOne(first) : length === 0 ? '' : lineOf(value)
  })
}

const areFew: ReadonlySet<string> = new Set(['scale', 'choice', 'yes', 'yes-no'])
const areLists: ReadonlySet<string> = new Set(['names', 'tags', 'word-list'])
