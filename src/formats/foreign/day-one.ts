import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import type { JournalRow, JsonObject } from './rows.ts'
import { isJsonObject, journalOf, listIn, listRows, textOf, textsIn } from './rows.ts'
import { isoMoment } from './when.ts'

// Facts about Day One: its JSON schema at github.com/bloom/DayOne-JSON, and exports of Day One 2 and later.

/** The JSON of Day One, a file or the zip with its pictures. */
export const dayOneImporter: Importer = {
  id: 'day-one',
  what: 'the JSON of Day One, or its zip',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart()
    return start.startsWith('{') && /"entries"/.test(start) && /"creationDate"/.test(start)
  },
  read(bytes, stamp, about) {
    const file = parseJson(decodeText(bytes, 'This file'))
    if (!isJsonObject(file) || !Array.isArray(file.entries))
      throw refusal('it has no list "entries"')
    const rows = listRows(listIn(file.entries), (entry): JournalRow | string => {
      const when = isoMoment(entry.creationDate, entry.timeZone, stamp)
      if (typeof when === 'string') return when
      const media = new Map(mediaOf(entry))
      return {
        when,
        key: textOf(entry.uuid) || entry,
        text: unescaped(textOf(entry.text) || richText(entry.richText), media),
        tags: textsIn(entry.tags),
        starred: entry.starred === true,
        attachments: [...media.values()],
      }
    })
    return journalOf('day-one', rows, stamp, about)
  },
}

/** Where media lie in the zip, by the id that the text has for them. */
function mediaOf(entry: JsonObject): [id: string, path: string][] {
  const folders = ['photos', 'videos', 'audios', 'pdfAttachments'] as const
  return folders.flatMap(folder =>
    listIn(entry[folder]).flatMap((it): [string, string][] => {
      if (!isJsonObject(it)) return []
      const name = textOf(it.md5) || textOf(it.identifier)
      const end = textOf(it.type) || textOf(it.format) || ends[folder]
      const within = folder === 'pdfAttachments' ? 'pdfs' : folder
      return [[textOf(it.identifier), `${within}/${name}.${end.toLowerCase()}`]]
    }),
  )
}

const ends = { photos: 'jpeg', videos: 'mov', audios: 'm4a', pdfAttachments: 'pdf' } as const

/** Day One puts a backslash before much punctuation, and pictures in as `dayone-moment://ID`. */
const unescaped = (text: string, media: ReadonlyMap<string, string>): string =>
  text
    .replace(
      /!\[\]\(dayone-moment:\/{1,2}(?:(?:video|audio|pdfAttachment)\/)?([\da-f]+)\)/gi,
      (_, id) => `![](${media.get(id) ?? id})`,
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')

/** The text of the newer form, a string of JSON; empty when it cannot be read. */
function richText(value: unknown): string {
  if (typeof value !== 'string' || value === '') return ''
  try {
    const rich = parseJson(value)
    const parts = isJsonObject(rich) ? listIn(rich.contents ?? rich.nodes) : []
    return parts.map(part => (isJsonObject(part) ? textOf(part.text) : '')).join('')
  } catch {
    return ''
  }
}
