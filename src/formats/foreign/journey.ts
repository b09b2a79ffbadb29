import type { Scale } from '../../journal/entry.ts'
import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import { htmlToText } from './html-to-text.ts'
import type { JournalRow } from './rows.ts'
import { isJsonObject, journalOf, listRows, stepOf, textOf, textsIn } from './rows.ts'
import { instant } from './when.ts'

// Facts about Journey: zips of its apps for Android and the web, as converters on public trackers read them.

/** The zip of Journey, or its folder: a JSON file an entry. */
export const journeyImporter: Importer = {
  id: 'journey',
  what: 'the zip or folder of Journey',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 4000))
    return /"date_journal"/.test(start) || /"date_journal"/.test(endOf(bytes))
  },
  read(bytes, stamp, about) {
    const file = parseJson(decodeText(bytes, 'This file'))
    const list = Array.isArray(file) ? file : [file]
    if (!list.some(it => isJsonObject(it) && 'date_journal' in it))
      throw refusal('it has no "date_journal"')
    const rows = listRows(list, (entry): JournalRow | string => {
      const when = instant(entry.date_journal, { zone: entry.timezone }, stamp)
      if (typeof when === 'string') return when
      const text = textOf(entry.text)
      return {
        when,
        key: textOf(entry.id) || entry,
        text: entry.type === 'html' || /^\s*<\w/.test(text) ? htmlToText(text) : text,
        mood: moodOf(entry.mood, entry.sentiment),
        tags: textsIn(entry.tags),
        starred: entry.favourite === true || entry.favorite === true,
        attachments: textsIn(entry.photos),
      }
    })
    return journalOf('journey', rows, stamp, about)
  },
}

/**
 * Journey's mood runs from 1 for the best to 5 for the worst, and 0 is none. Its newer sentiment is 0.25 to 1.75
 * by quarters and halves, and more is better.
 */
function moodOf(mood: unknown, sentiment: unknown): Scale | undefined {
  const step = stepOf(mood)
  if (step) return (6 - step) as Scale
  if (typeof sentiment !== 'number' || !(sentiment > 0 && sentiment <= 2)) return undefined
  return (1 + [0.375, 0.75, 1.125, 1.625].filter(step => sentiment > step).length) as Scale
}

const endOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(-4000))
