import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import { feelingsAmong } from './feelings.ts'
import type { JournalRow, Placed } from './rows.ts'
import { isJsonObject, journalOf, listIn, stepOf, textOf, textsIn } from './rows.ts'
import { clock, noon } from './when.ts'

// Facts about Pixels: its backup (date, type, scores, notes, tags) as public readers and writers of it have it.

/** The backup of Pixels, the year in pixels. A day with several scores is as many entries. */
export const pixelsImporter: Importer = {
  id: 'pixels',
  what: 'the backup of Pixels',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart()
    return start.startsWith('[') && /"scores"\s*:/.test(start) && /"date"\s*:/.test(start)
  },
  read(bytes, stamp, about) {
    const file = parseJson(decodeText(bytes, 'This file'))
    if (!Array.isArray(file)) throw refusal('it is no list of days')
    const rows = file.flatMap((pixel, at): Placed[] => {
      const place = { line: at + 1, isRecord: true } as const
      if (!isJsonObject(pixel)) return [{ ...place, row: 'it is no entry' }]
      const [, year = '', month = '', date = ''] =
        /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(textOf(pixel.date)) ?? []
      const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
      const when = clock(day, noon, undefined, stamp)
      if (typeof when === 'string') return [{ ...place, row: when }]
      const named = listIn(pixel.tags).flatMap(tag =>
        isJsonObject(tag) ? textsIn(tag.entries) : [],
      )
      const { feelings, others } = feelingsAmong(named)
      const [first, ...more] = listIn(pixel.scores)
      const rows: JournalRow[] = [
        {
          ...{ when, key: pixel, text: textOf(pixel.notes), mood: stepOf(first) },
          ...{ feelings, tags: others },
        },
        ...more.map((score, n) => ({ when, key: [pixel, n], mood: stepOf(score) })),
      ]
      return rows.map(row => ({ ...place, row }))
    })
    return journalOf('pixels', rows, stamp, about)
  },
}
