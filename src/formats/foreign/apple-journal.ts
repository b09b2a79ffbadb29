import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { feelingsAmong } from './feelings.ts'
import { htmlToText, piecesBetween } from './html-to-text.ts'
import type { JournalRow } from './rows.ts'
import { journalOf } from './rows.ts'
import { clock, noon, writtenDay } from './when.ts'

// Facts about Apple Journal: the shape of its exports as the tests of several public converters have it. The
// day stands in `pageHeader`, what is attached in `gridItem`s, and the words in or behind `title` and `bodyText`.

const isHeader = /class=["']pageHeader["']/

/** The folder or zip of Apple Journal: a page of HTML an entry, in `Entries`. */
export const appleJournalImporter: Importer = {
  id: 'apple-journal',
  what: 'the folder or zip of Apple Journal',
  recognises: bytes => isHeader.test(new TextDecoder().decode(bytes.subarray(0, 30_000))),
  read(bytes, stamp, about) {
    const page = decodeText(bytes, 'This file')
    const pieces = page.split(
      /(?=<div\b[^<>]{0,200}class=["'](?:pageHeader|assetGrid|gridItem|title|bodyText|reflectionPrompt)\b)/,
    )
    const of = (kind: RegExp) => pieces.filter(piece => kind.test(piece.slice(0, 250)))
    const [header = ''] = of(isHeader)
    const items = of(/^<div\b[^<>]*class=["']gridItem\b/)
    const states = items.filter(item => item.includes('assetType_stateOfMind'))
    const words = of(/^<div\b[^<>]*class=["'](?:title|bodyText|reflectionPrompt)\b/)
    const when = clock(writtenDay(piecesBetween(header, '>', '<')[0] ?? ''), noon, undefined, stamp)
    const { feelings, others } = feelingsAmong(
      states.flatMap(state => htmlToText(state).split(/[\n,]+/)).map(word => word.trim()),
    )
    const row: JournalRow | string =
      typeof when === 'string'
        ? when
        : {
            when,
            key: page,
            text: words.map(htmlToText).filter(Boolean).join('\n\n'),
            ...{ feelings, tags: others },
            attachments: items
              .filter(item => !states.includes(item))
              .flatMap(item => [...item.matchAll(/src=["'](?:\.\.\/)?(Resources\/[^"'<>]+)["']/g)])
              .map(([, path = '']) => path)
              .filter(path => !path.includes('mediaPlayIcon')),
          }
    return journalOf('apple-journal', [{ line: 1, row }], stamp, about)
  },
}
