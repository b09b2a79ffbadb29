import type { Scale } from '../../journal/entry.ts'
import type { Stamp } from '../../journal/record.ts'
import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { parseJson, refusal } from '../json.ts'
import type { JournalRow, JsonObject } from './rows.ts'
import { isJsonObject, journalOf, listRows, textsIn } from './rows.ts'
import { instant, isoMoment } from './when.ts'

// Facts about State of Mind: HKStateOfMind in Apple's documentation (valence from -1 to 1), and the JSON of apps
// that export it, as public readers of it describe it.

/** State of Mind of Apple Health, in the JSON that export apps write. */
export const stateOfMindImporter: Importer = {
  id: 'state-of-mind',
  what: 'State of Mind of Apple Health, as JSON from an export app',
  recognises(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart()
    return /^[[{]/.test(start) && /"valence"\s*:/.test(start) && /"labels"\s*:/.test(start)
  },
  read(bytes, stamp, about) {
    const list = statesIn(parseJson(decodeText(bytes, 'This file')))
    if (list === undefined) throw refusal('it has no list with a "valence"')
    const rows = listRows(list, state => stateRow(state, stamp))
    return journalOf('state-of-mind', rows, stamp, about)
  },
}

/** A state of mind by the names that Apple has for what is in it. */
export function stateRow(state: JsonObject, stamp: Stamp): JournalRow | string {
  const date = state.start ?? state.startDate ?? state.date ?? state.timestamp
  const when =
    typeof date === 'number'
      ? instant(date < 1e11 ? date * 1000 : date, {}, stamp)
      : isoMoment(date, undefined, stamp)
  if (typeof when === 'string') return when
  const { valence } = state
  if (typeof valence !== 'number' || !(valence >= -1 && valence <= 1))
    return 'its valence is no number from -1 to 1'
  return {
    when,
    key: state,
    mood: (Math.round((valence + 1) * 2) + 1) as Scale,
    feelings: textsIn(state.labels).map(inWords),
    tags: textsIn(state.associations).map(inWords),
  }
}

/** The list, wherever the export app has put it: `data.stateOfMind`, or by itself. */
function statesIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value))
    return value.some(it => isJsonObject(it) && 'valence' in it) ? value : undefined
  if (!isJsonObject(value)) return undefined
  const inside = Object.values(value as JsonObject).map(statesIn)
  return inside.find(list => list !== undefined)
}

/** `selfCare` and `self_care` as "self care". */
const inWords = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
