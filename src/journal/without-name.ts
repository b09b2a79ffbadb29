import type { Entry } from './entry.ts'
import { revise } from './entry.ts'
import type { Stamp } from './record.ts'

/** The next revision of an entry, with somebody no longer noted beside its words; the words stay. */
export function withoutName(entry: Entry, isThem: (name: string) => boolean, stamp: Stamp): Entry {
  const others = (names: readonly string[]) => names.filter(name => !isThem(name))
  const details = Object.fromEntries(
    Object.entries(entry.details).flatMap(([field, value]) => {
      if (field === 'to' && typeof value === 'string' && isThem(value)) return []
      if (field !== 'witness' && field !== 'understoodBy') return [[field, value]]
      const left = others(value as readonly string[])
      return left.length > 0 ? [[field, left]] : []
    }),
  )
  return revise(entry, { people: others(entry.people), details }, stamp)
}
