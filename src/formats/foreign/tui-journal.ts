import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import type { JournalRow } from './rows.ts'
import { isJsonObject, journalOf, listIn, listRows, textOf, textsIn } from './rows.ts'
import { clock, noon } from './when.ts'

// Facts about tui-journal: Entry and EntriesDTO in its backend/src/lib.rs. It keeps days, as midnight in UTC.

/** The JSON of tui-journal: its own file, or what it exports. */
export const tuiJournalImporter: Importer = {
  id: 'tui-journal',
  what: 'the JSON of tui-journal',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart()
    return ['"title"', '"content"', '"priority"', '"date"'].every(name => start.includes(name))
  },
  read(bytes, stamp, about) {
    const file = parseJson(decodeText(bytes, 'This file'))
    const list = isJsonObject(file) ? file.entries : file
    if (!Array.isArray(list)) throw refusal('it has no list of entries')
    const rows = listRows(listIn(list), (entry): JournalRow | string => {
      const when = clock(textOf(entry.date).slice(0, 10), noon, undefined, stamp)
      if (typeof when === 'string') return when
      const { title, content, date, tags } = entry
      const text = [textOf(title), textOf(content)].filter(Boolean).join('\n\n')
      // Its numbers are given anew with each export.
      return { when, key: [date, title, content], text, tags: textsIn(tags) }
    })
    return journalOf('tui-journal', rows, stamp, about)
  },
}
