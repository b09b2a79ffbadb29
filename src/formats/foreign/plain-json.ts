import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import { plainColumns, plainRow } from './plain.ts'
import type { JsonObject, Placed } from './rows.ts'
import { isJsonObject, journalOf, listRows, textsIn } from './rows.ts'

/** The JSON described in docs/data-format.md: a list of entries, or an entry a line. */
export const plainJsonImporter: Importer = {
  id: 'plain-json',
  what: 'JSON with the names of hearten, a list or an entry a line',
  recognises(bytes) {
    // Two runs of blanks in one pattern would look at a long one as often as it is long.
    const start = new TextDecoder().decode(bytes.subarray(0, 100_000)).trimStart()
    const [, first] = /^(\{[^{}]*\})/.exec(start.replace(/^\[\s*/, '')) ?? []
    try {
      const names = Object.keys(first === undefined ? {} : JSON.parse(first))
      return names.includes('date') && names.every(name => plainColumns.includes(name))
    } catch {
      return false
    }
  },
  read(bytes, stamp, about) {
    const text = decodeText(bytes, 'This file').replace(/^\ufeff/, '')
    const read = (record: JsonObject) => {
      const strange = Object.keys(record).find(name => !plainColumns.includes(name))
      return strange === undefined
        ? plainRow(cellsOf(record), stamp)
        : `it has a name that is not known, ${JSON.stringify(strange.slice(0, 40))}`
    }
    if (!text.trimStart().startsWith('['))
      return journalOf('plain-json', linesOf(text, read), stamp, about)
    const list = parseJson(text)
    if (!Array.isArray(list)) throw refusal('it is no list of entries')
    return journalOf('plain-json', listRows(list, read), stamp, about)
  },
}

function* linesOf(text: string, read: (record: JsonObject) => Placed['row']): Generator<Placed> {
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const record = line.trimStart().startsWith('{') ? recordIn(line) : undefined
    yield { line: at + 1, row: record ? read(record) : 'it is no JSON' }
  }
}

function recordIn(line: string): JsonObject | undefined {
  try {
    const value = parseJson(line)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const cellsOf = (record: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      Array.isArray(value) ? textsIn(value).join(';') : value === null ? '' : String(value),
    ]),
  )
