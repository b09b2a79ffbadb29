import type { Entry } from '../journal/entry.ts'
import { kindNames } from '../journal/fields/details.ts'
import type { Fact } from '../journal/fields/read.ts'
import { factsOf as allFacts } from '../journal/fields/read.ts'
import { visibleLine } from '../render/gate.ts'
import { momentWords } from '../themes/choices.ts'
import { themeNames } from '../themes/theme.ts'

/** "Emotional Support", "Check-in, on arriving", "Note · Learning and Growth". */
export function headingOf(entry: Entry): string {
  const theme = entry.theme && themeNames[entry.theme]
  if (entry.kind === 'reflection' && theme) return theme
  return theme ? `${kindName(entry)} · ${theme}` : kindName(entry)
}

/** `21:30`, on the clock of where it was written. */
export const timeOf = (entry: Entry): string => entry.at.slice(11, 16)

/** What an entry says beside its words, each on one line that can be shown. */
export const factsOf = (entry: Entry): Fact[] =>
  allFacts(entry)
    .map(({ label, value }) => ({ label, value: visibleLine(value).trim() }))
    .filter(({ value }) => value !== '')

function kindName(entry: Entry): string {
  const name = kindNames[entry.kind]
  const moment = entry.kind === 'checkin' ? entry.details.moment : undefined
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${moment ? `, ${momentWords[moment]}` : ''}`
}
