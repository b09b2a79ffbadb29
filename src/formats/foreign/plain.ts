import type { Scale } from '../../journal/entry.ts'
import { isName } from '../../journal/person.ts'
import type { Stamp } from '../../journal/record.ts'
import type { StepWords } from '../../themes/scales.ts'
import { energyScale, moodScale, stepMeant } from '../../themes/scales.ts'
import type { ThemeId } from '../../themes/theme.ts'
import { themeIds, themeNames } from '../../themes/theme.ts'
import { partsOf } from '../table.ts'
import type { JournalRow } from './rows.ts'
import { clock, noDay, noon, noTime } from './when.ts'

/** What a file that anybody can make may say of an entry, in any order; only `date` must be there. */
export const plainColumns: readonly string[] = [
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
]

/** @returns the row, or what is wrong with it */
export function plainRow(
  cells: Readonly<Record<string, string>>,
  stamp: Stamp,
): JournalRow | string {
  const said = (column: string) => cells[column] ?? ''
  const when = clock(said('date'), said('time') || noon, said('zone'), stamp)
  const mood = rating(said('mood'), moodScale.words)
  const energy = rating(said('energy'), energyScale.words)
  const theme = said('theme') === '' ? undefined : themeMeant(said('theme'))
  const starred = /^(?:(yes|true|x|1|\*|★)|no|false|0|)$/i.exec(said('starred'))
  const people = partsOf(said('people')).map(name => name.replace(/^@/, ''))
  if (when === noDay) return 'its date is no day like 2026-11-22'
  if (when === noTime) return 'its time is none like 21:30'
  if (typeof when === 'string') return when
  if (mood === 'odd') return 'its mood is no number from 1 to 5'
  if (energy === 'odd') return 'its energy is no number from 1 to 5'
  if (theme === 'odd') return 'its theme is none of the five'
  if (starred === null) return 'what it says under starred is neither yes nor no'
  if (!people.every(isName)) return 'it names nobody under people'
  return {
    ...{ when, key: cells, text: said('text'), mood, energy, theme, people },
    feelings: partsOf(said('feelings')),
    tags: partsOf(said('tags')),
    starred: starred[1] !== undefined,
  }
}

function rating(cell: string, words: StepWords): Scale | 'odd' | undefined {
  return cell === '' ? undefined : (stepMeant(cell, words) ?? 'odd')
}

const themeMeant = (cell: string): ThemeId | 'odd' =>
  themeIds.find(id => [id, themeNames[id].toLowerCase()].includes(cell.toLowerCase())) ?? 'odd'
