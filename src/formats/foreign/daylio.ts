import type { Scale } from '../../journal/entry.ts'
import type { Importer } from '../importer.ts'
import { refusal } from '../json.ts'
import { columnsOf, tableIn } from '../table.ts'
import { htmlToText } from './html-to-text.ts'
import { journalOf, tableRows } from './rows.ts'
import { clock, writtenDay } from './when.ts'

// Facts about Daylio: exports that people put on public trackers, of its older and its newer form.

/** The five moods that Daylio begins with; their names can be changed. */
const moods: Readonly<Record<string, Scale>> = {
  ...{ rad: 5, good: 4, meh: 3, bad: 2, awful: 1 },
}

/** The CSV of Daylio: with `full_date`, or the older one with `year` and a date in words. */
export const daylioImporter: Importer = {
  id: 'daylio',
  what: 'the CSV of Daylio, newer or older',
  recognises(bytes) {
    const names = columnsOf(bytes)
    return (
      ['date', 'weekday', 'time', 'mood', 'activities'].every(name => names.includes(name)) &&
      (names.includes('full_date') || names.includes('year'))
    )
  },
  read(bytes, stamp, about) {
    const { names, rows } = tableIn(bytes)
    if (!names.includes('mood') || !names.includes('date'))
      throw refusal('it has no columns "date" and "mood"')
    const placed = tableRows(rows, cells => {
      const day = cells.full_date || writtenDay(cells.date ?? '', cells.year ?? '')
      const when = clock(day, cells.time ?? '', undefined, stamp)
      if (typeof when === 'string') return when
      const text = [cells.note_title, cells.note].map(it => noteOf(it ?? '')).filter(Boolean)
      const scales = (cells.scales ?? '').split(' | ').filter(Boolean)
      return {
        ...{ when, key: cells, mood: cells.mood, tags: activitiesIn(cells.activities ?? '') },
        text: [...text, ...scales].join('\n\n'),
      }
    })
    return journalOf('daylio', placed, stamp, about, moods)
  },
}

const activitiesIn = (cell: string): string[] => cell.split('|')

/** Notes may be HTML, and are plain text when they have no mark of it. */
export const noteOf = (note: string): string =>
  /<(?:br|b|i|p|div|ul|li)\b[^<>]*>/i.test(note) ? htmlToText(note) : note
