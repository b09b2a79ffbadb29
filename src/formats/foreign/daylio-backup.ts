import type { Scale } from '../../journal/entry.ts'
import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import { noteOf } from './daylio.ts'
import type { JournalRow, JsonObject } from './rows.ts'
import { isJsonObject, journalOf, listIn, listRows, stepOf, textOf } from './rows.ts'
import { instant } from './when.ts'

// Facts about the backup of Daylio: `backup.daylio` in its zip is JSON in base64. Its groups of moods are five, the
// first of them the best.

/** The `.daylio` backup of Daylio. */
export const daylioBackupImporter: Importer = {
  id: 'daylio-backup',
  what: 'the .daylio backup of Daylio',
  recognises: (bytes, name) =>
    name.endsWith('backup.daylio') &&
    /^[\w+/=\s]+$/.test(new TextDecoder().decode(bytes.subarray(0, 100))),
  read(bytes, stamp, about) {
    const packed = Buffer.from(decodeText(bytes, 'This file'), 'base64')
    const file = parseJson(decodeText(packed, 'What is in this file'))
    if (!isJsonObject(file) || !Array.isArray(file.dayEntries))
      throw refusal('it has no list "dayEntries"')
    const tags = byId(file.tags, tag => textOf(tag.name))
    const moods = byId(file.customMoods, moodOf)
    const rows = listRows(listIn(file.dayEntries), (entry): JournalRow | string => {
      const offset =
        typeof entry.timeZoneOffset === 'number' ? entry.timeZoneOffset / 60_000 : undefined
      const when = instant(entry.datetime, { offset }, stamp)
      if (typeof when === 'string') return when
      const text = [entry.note_title, entry.note].map(it => noteOf(textOf(it))).filter(Boolean)
      return {
        ...{ when, key: entry.id === undefined ? entry : [entry.id, entry.datetime] },
        text: text.join('\n\n'),
        mood: moods.get(entry.mood),
        tags: listIn(entry.tags).map(id => tags.get(id) ?? ''),
        starred: entry.isFavorite === true,
      }
    })
    return journalOf('daylio-backup', rows, stamp, about)
  },
}

const byId = <T>(list: unknown, read: (record: JsonObject) => T): Map<unknown, T> =>
  new Map(
    listIn(list)
      .filter(isJsonObject)
      .map(record => [record.id, read(record)]),
  )

function moodOf(mood: JsonObject): Scale | string | undefined {
  const group = stepOf(mood.mood_group_id)
  return group ? ((6 - group) as Scale) : textOf(mood.custom_name)
}
