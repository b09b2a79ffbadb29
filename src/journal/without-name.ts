import type { Entry } from './entry.ts'
import { revise } from './entry.ts'
import { detailFields } from './fields/details.ts'
import type { Fields } from './fields/field.ts'
import type { Stamp } from './record.ts'

/** The next revision of an entry, with somebody no longer noted beside its words; the words stay. */
export function withoutName(entry: Entry, isThem: (name: string) => boolean, stamp: Stamp): Entry {
  const others = (names: readonly string[]) => names.filter(name => !isThem(name))
  const fields: Fields = detailFields[entry.kind]
  const details = Object.fromEntries(
    Object.entries(entry.details).flatMap(([name, value]) => {
      const type = fields[name]?.type
      if (type === 'name' && typeof value === 'string' && isThem(value)) return []
      if (type !== 'names') return [[name, value]]
      const left = others(value as readonly string[])
      return left.length > 0 ? [[name, left]] : []
    }),
  )
  return revise(entry, { people: others(entry.people), details }, stamp)
}
