import type { Entry } from '../journal/entry.ts'
import { visible } from '../render/gate.ts'
import { shownFacts, timeOf } from './facts.ts'
import { plainColumns, plainRow } from './foreign/plain.ts'
import { isMarkedPrivate, journalOf, tableRows } from './foreign/rows.ts'
import type { Importer } from './importer.ts'
import { refusal } from './json.ts'
import type { EntryWriter, PageOptions } from './pages.ts'
import { atOnce, shownOf } from './pages.ts'
import { columnsOf, tableIn } from './table.ts'

/** What our own tables say beside that, for reading. It stays behind when they come back. */
const moreColumns = ['day', 'kind', 'question', 'details'] as const

const isColumn = (name: string): boolean =>
  plainColumns.includes(name) || (moreColumns as readonly string[]).includes(name)

/** All entries as a table, a row an entry, that no program for tables takes for formulas. */
export const entriesToCsv = (entries: readonly Entry[], options: PageOptions): string =>
  atOnce(csvWriter(), shownOf(entries, options))

export function csvWriter(): EntryWriter {
  let before = rowIn([...plainColumns, ...moreColumns])
  return {
    add(entries) {
      let rows = before
      before = ''
      for (const entry of entries) rows += rowIn(cellsOf(entry))
      return rows
    },
    end: () => before,
  }
}

const rowIn = (cells: readonly string[]): string => `${cells.map(cellIn).join(',')}\n`

function cellsOf(entry: Entry): string[] {
  const { at, mood, energy, feelings = [], tags, people, theme, starred, prompt } = entry
  const own = { mood: undefined, energy: undefined, feelings: undefined, tags: [], people: [] }
  const facts = shownFacts({ ...entry, ...own } as unknown as Entry)
  const said: Record<string, string> = {
    ...{ date: at.slice(0, 10), time: timeOf(entry), zone: entry.zone, text: entry.text },
    ...{ mood: String(mood ?? ''), energy: String(energy ?? ''), feelings: feelings.join('; ') },
    ...{ tags: tags.join('; '), people: people.join('; '), theme: theme ?? '' },
    ...{ starred: starred ? 'yes' : '', day: entry.day, kind: entry.kind },
    question: prompt?.text ?? '',
    details: facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
  }
  return [...plainColumns, ...moreColumns].map(column => said[column] ?? '')
}

/** What programs for tables would compute gets an apostrophe in front, which says that it is words. */
function cellIn(value: string): string {
  const words = visible(value).replace(/^['\s]*[=+@-]/, "'$&")
  return /[",;\n\t]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

const withoutApostrophe = (cells: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [name, value.replace(/^'(?=['\s]*[=+@-])/, '')]),
  )

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
      tableRows(rows, cells => {
        const row = plainRow(withoutApostrophe(cells), stamp)
        return typeof row === 'string'
          ? row
          : { ...row, private: isMarkedPrivate(cells.details ?? '') }
      }),
      stamp,
      about,
    )
  },
}
