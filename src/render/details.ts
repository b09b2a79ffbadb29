import { longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { factsOf } from '../journal/fields/read.ts'
import { visibleLine } from './gate.ts'

/** What is kept beside an entry's words, a line each: "mood: low (2 of 5)", "who knows: Ben". */
export const detailLines = (entry: Entry): string[] =>
  factsOf(entry, { day: longDayWithYear, eachRating: true }).map(({ label, value }) =>
    visibleLine(`${label.charAt(0).toLowerCase()}${label.slice(1)}: ${value}`),
  )
