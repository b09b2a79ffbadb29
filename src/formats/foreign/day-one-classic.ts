import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { refusal } from '../json.ts'
import { entitiesIn, piecesBetween } from './html-to-text.ts'
import { journalOf } from './rows.ts'
import { isoMoment } from './when.ts'

// Facts about Day One Classic: a property list an entry (Apple's DTD 1.0), its keys as public exporters read them.

/** The folder of Day One Classic: a `.doentry` an entry. */
export const dayOneClassicImporter: Importer = {
  id: 'day-one-classic',
  what: 'the folder of Day One Classic',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 100_000))
    return start.includes('<plist') && start.includes('<key>Creation Date</key>')
  },
  read(bytes, stamp, about) {
    const xml = decodeText(bytes, 'This file')
    if (!xml.includes('</plist>')) throw refusal('it ends too early')
    /** What stands behind a key. */
    const after = (key: string) => xml.split(`<key>${key}</key>`)[1]?.trimStart() ?? ''
    const first = (key: string, type: string) => {
      const value = after(key)
      const words = value.startsWith(`<${type}>`)
        ? piecesBetween(value, `<${type}>`, `</${type}>`)
        : []
      return entitiesIn(words[0] ?? '')
    }
    const tags = after('Tags').startsWith('<array>')
      ? (after('Tags').split('</array>')[0] ?? '')
      : ''
    const when = isoMoment(first('Creation Date', 'date'), first('Time Zone', 'string'), stamp)
    const row =
      typeof when === 'string'
        ? when
        : {
            when,
            key: first('UUID', 'string') || xml,
            text: first('Entry Text', 'string'),
            tags: piecesBetween(tags, '<string>', '</string>').map(entitiesIn),
            starred: after('Starred').startsWith('<true'),
          }
    return journalOf('day-one-classic', [{ line: 1, row }], stamp, about)
  },
}
