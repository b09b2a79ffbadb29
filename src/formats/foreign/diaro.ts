import type { Scale } from '../../journal/entry.ts'
import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { refusal } from '../json.ts'
import { entitiesIn, piecesBetween } from './html-to-text.ts'
import type { Placed } from './rows.ts'
import { journalOf, stepOf } from './rows.ts'
import { instant } from './when.ts'

// Facts about Diaro: DiaroBackup.xml, version 2, as public converters read it. It is tables of rows of fields.

/** The backup of Diaro: a zip with one XML. */
export const diaroImporter: Importer = {
  id: 'diaro',
  what: 'the zip of Diaro',
  recognises: bytes =>
    /<table name=["']diaro_/.test(new TextDecoder().decode(bytes.subarray(0, 20_000))),
  read(bytes, stamp, about) {
    const tables = tablesIn(decodeText(bytes, 'This file'))
    const entries = tables.get('diaro_entries')
    if (entries === undefined) throw refusal('it has no table of entries')
    const tags = new Map((tables.get('diaro_tags') ?? []).map(({ uid, title }) => [uid, title]))
    const files = new Map<string, string[]>()
    for (const { entry_uid: of = '', type = '', filename = '' } of tables.get(
      'diaro_attachments',
    ) ?? [])
      files.set(of, [...(files.get(of) ?? []), `media/${type}/${filename}`])
    const rows = entries.map((entry, at): Placed => {
      const place = { line: at + 1, isRecord: true } as const
      const when = instant(
        entry.date ? Number(entry.date) : undefined,
        { offset: offsetIn(entry.tz_offset) },
        stamp,
      )
      if (typeof when === 'string') return { ...place, row: when }
      const best = stepOf(Number(entry.mood))
      const row = {
        ...{ when, key: entry.uid || entry },
        text: [entry.title, entry.text].filter(Boolean).join('\n\n'),
        // One is the best of them there.
        mood: best && ((6 - best) as Scale),
        tags: (entry.tags ?? '').split(',').map(uid => tags.get(uid.trim()) ?? ''),
        attachments: files.get(entry.uid ?? ''),
      }
      return { ...place, row }
    })
    return journalOf('diaro', rows, stamp, about)
  },
}

type Field = Readonly<Record<string, string>>

function tablesIn(xml: string): Map<string, Field[]> {
  return new Map(
    piecesBetween(xml, '<table ', '</table>').map(table => [
      /name=["'](\w+)["']/.exec(table.slice(0, 100))?.[1] ?? '',
      piecesBetween(table, '<r>', '</r>').map(row =>
        Object.fromEntries(
          [...row.matchAll(/<(\w{1,40})>([^<]*)<\//g)].map(([, name = '', value = '']) => [
            name,
            entitiesIn(value),
          ]),
        ),
      ),
    ]),
  )
}

/** `+01:30` as minutes. */
function offsetIn(text = ''): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? []
  if (sign === undefined) return undefined
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}
