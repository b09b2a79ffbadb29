import type { Entry } from '../journal/entry.ts'
import type { Fact, FactWriting } from '../journal/fields/read.ts'
import { factsOf, kindInWords } from '../journal/fields/read.ts'
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

const shownValue = (value: string): string => visibleLine(value).trim()

/**
 * What writes the same facts one after the other.
 * @param line what becomes of one; it is remembered, as the same come again and again
 */
export function factWriter(
  line: (label: string, value: string) => string,
  writing: FactWriting = {},
): (entry: Entry) => string {
  const known = new Map<string, (value: string) => string>()
  const linesOf = (label: string) => {
    const lines = memo((value: string) => {
      const shown = shownValue(value)
      return shown && line(label, shown)
    })
    known.set(label, lines)
    return lines
  }
  return entry => {
    let lines = ''
    for (const { label, value } of factsOf(entry, writing))
      lines += (known.get(label) ?? linesOf(label))(value)
    return lines
  }
}
