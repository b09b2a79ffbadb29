import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { refusal } from '../json.ts'
import { healthSieve, isHealthExport } from './health-sieve.ts'
import { entitiesIn } from './html-to-text.ts'
import type { Placed } from './rows.ts'
import { journalOf } from './rows.ts'
import { stateRow } from './state-of-mind.ts'

// Facts about the export of Apple Health: public readers of export.xml, and the names in HKStateOfMind of Apple's
// documentation. Labels and associations are read as attributes, as elements and as metadata.

/** The export.xml of Apple Health; of all that is in it, the states of mind. */
export const appleHealthImporter: Importer = {
  id: 'apple-health',
  what: 'the export.xml of Apple Health, its states of mind',
  recognises: bytes => isHealthExport(new TextDecoder().decode(bytes.subarray(0, 4000))),
  read(bytes, stamp, about) {
    const sieve = healthSieve()
    sieve.take(decodeText(bytes, 'This file'))
    const states = sieve.end()
    if (!states.endsWith('</HealthData>\n')) throw refusal('it ends too early')
    const rows = states
      .split(/^(?=<(?:StateOfMind|Record)\b)/m)
      .slice(1)
      .map((state, at): Placed => {
        const said = stateIn(state)
        return { line: at + 1, isRecord: true, row: stateRow(said, stamp) }
      })
    return journalOf('apple-health', rows, stamp, about)
  },
}

/** An element as an object with the names that Apple's own interface has. */
function stateIn(xml: string): Record<string, unknown> {
  const [open = ''] = /^<[^>]*>/.exec(xml) ?? []
  const own = attributesOf(open)
  const inside = [...xml.slice(open.length).matchAll(/<(\w+)\b([^<>]*)>/g)].map(
    ([, tag = '', rest = '']) => {
      const { key = '', value = '', label = '', association = '', name = '' } = attributesOf(rest)
      return { what: `${tag} ${key}`, value: value || label || association || name }
    },
  )
  const listed = (name: RegExp, attribute = '') => [
    ...attribute.split(','),
    ...inside.filter(({ what }) => name.test(what)).flatMap(({ value }) => value.split(',')),
  ]
  const words = (list: readonly string[]) => list.map(word => word.trim()).filter(Boolean)
  const valence = own.valence ?? inside.find(({ what }) => /valence$/i.test(what))?.value
  return {
    start: own.startDate ?? own.date ?? own.creationDate,
    valence: valence === undefined || valence === '' ? undefined : Number(valence),
    labels: words(listed(/label/i, own.labels ?? own.label)),
    associations: words(listed(/association/i, own.associations ?? own.association)),
  }
}

const attributesOf = (tag: string): Partial<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]{1,60})=(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', double, single]) => [name, entitiesIn(double ?? single ?? '')],
    ),
  )
