import type { Scale } from '../../journal/entry.ts'
import type { Importer } from '../importer.ts'
import { columnsOf, tableIn } from '../table.ts'
import { journalOf, tableRows } from './rows.ts'
import { clock, noon } from './when.ts'

/** The CSV of feeling: a day and a number from 1 to 10, of which two make one step here. */
export const feelingImporter: Importer = {
  id: 'feeling',
  what: 'the CSV of feeling, a day and a number from 1 to 10',
  recognises: bytes => columnsOf(bytes).join() === 'date,feeling',
  read(bytes, stamp, about) {
    const rows = tableRows(tableIn(bytes).rows, cells => {
      const when = clock(cells.date ?? '', noon, undefined, stamp)
      if (typeof when === 'string') return when
      if (!/^(?:[1-9]|10)$/.test(cells.feeling ?? '')) return 'its number is none from 1 to 10'
      return { when, key: cells, mood: Math.ceil(Number(cells.feeling) / 2) as Scale }
    })
    return journalOf('feeling', rows, stamp, about)
  },
}
