import type { Entry } from '../journal/entry.ts'
import type { Fact } from '../journal/fields/read.ts'
import { factsOf, kindInWords } from '../journal/fields/read.ts'
import { visibleLine } from '../render/gate.ts'
import { themeNames } from '../themes/theme.ts'

/** "Emotional Support", "Check-in, on arriving", "Note · Learning and Growth". */
export function headingOf(entry: Entry): string {
  const theme = entry.theme && themeNames[entry.theme]
  if (entry.kind === 'reflection' && theme) return theme
  const kind = kindTitle(entry)
  return theme ? `${kind} · ${theme}` : kind
}

/** "Note", "Check-in, on arriving". */
export const kindTitle = (entry: Entry): string => titleCased(kindInWords(entry))

const titleCased = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** `21:30`, on the clock of where it was written. */
export const timeOf = (entry: Entry): string => entry.at.slice(11, 16)

/** What an entry says beside its words, each on one line that can be shown. */
export const shownFacts = (entry: Entry, writing: Parameters<typeof factsOf>[1] = {}): Fact[] =>
  factsOf(entry, writing)
    .map(({ label, value }) => ({ label, value: visibleLine(value).trim() }))
    .filter(({ value }) => value !== '')
