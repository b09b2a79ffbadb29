import { plainColumns, plainRow } from './foreign/plain.ts'
import { journalOf, tableRows } from './foreign/rows.ts'
import type { Importer } from './importer.ts'
import { refusal } from './json.ts'
import { columnsOf, tableIn } from './table.ts'

const isColumn = (name: string): boolean => plainColumns.includes(name)

/** The table described in docs/data-format.md: a row an entry, and each odd row named by its line. */
export const csvImporter: Importer = {
  id: 'csv',
  what: 'a table with the columns of hearten (CSV)',
  recognises(bytes) {
    const names = columnsOf(bytes)
    return names.includes('date') && names.length > 1 && names.every(isColumn)
  },
  read(bytes, stamp, about) {
    const { names, rows } = tableIn(bytes)
    const strange = names.find(name => !isColumn(name))
    if (strange !== undefined)
      throw refusal(`it has a column that is not known, ${JSON.stringify(strange.slice(0, 40))}`)
    if (!names.includes('date')) throw refusal('it has no column "date"')
    if (new Set(names).size < names.length) throw refusal('it has a column twice')
    return journalOf(
      'csv',
      tableRows(rows, cells => plainRow(cells, stamp)),
      stamp,
      about,
    )
  },
}
