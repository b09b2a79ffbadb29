import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import { htmlToText } from './html-to-text.ts'
import type { JournalRow } from './rows.ts'
import { isJsonObject, journalOf, listIn, listRows, stepOf, textOf, textsIn } from './rows.ts'
import { isoMoment } from './when.ts'

// Facts about Diarium: its JSON as public converters to Day One read it.

/** The JSON of Diarium, one file or a zip of them. */
export const diariumImporter: Importer = {
  id: 'diarium',
  what: 'the JSON of Diarium, or its zip',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart()
    return /^[[{]/.test(start) && /"heading"\s*:/.test(start) && /"html"\s*:/.test(start)
  },
  read(bytes, stamp, about) {
    const file = parseJson(decodeText(bytes, 'This file'))
    const list = Array.isArray(file)
      ? file
      : listIn(isJsonObject(file) ? (file.entries ?? [file]) : [])
    if (list.length === 0) throw refusal('it has no list of entries')
    const rows = listRows(list, (entry): JournalRow | string => {
      const when = isoMoment(cut(entry.date), undefined, stamp)
      if (typeof when === 'string') return when
      const text = [textOf(entry.heading), htmlToText(textOf(entry.html))]
      return {
        when,
        key: entry,
        text: text.filter(Boolean).join('\n\n'),
        mood: stepOf(entry.rating),
        tags: textsIn(entry.tags),
        people: textsIn(entry.people),
      }
    })
    return journalOf('diarium', rows, stamp, about)
  },
}

/** It writes seven digits of a second where there are three. */
const cut = (date: unknown): string => textOf(date).replace(/(\.\d{3})\d+/, '$1')
