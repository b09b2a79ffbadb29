import { compareText } from '../order.ts'
import { detailFields } from './details.ts'
import { entryFields } from './entry.ts'
import type { Fields } from './field.ts'
import { recordFields, settingFields } from './record.ts'

/** Every name of a field, at any depth, in the order of a record's line. A name has one place. */
export const fieldOrder: readonly string[] = [
  ...new Set([
    ...namesOf(recordFields),
    'kind',
    ...namesOf(entryFields),
    'details',
    ...Object.values(detailFields).flatMap(namesOf),
    ...Object.values(settingFields).flatMap(namesOf),
  ]),
]

function namesOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    'fields' in field ? [name, ...namesOf(field.fields)] : [name],
  )
}

const ranks = new Map(fieldOrder.map((name, rank) => [name, rank]))
const byRank = (a: string, b: string): number =>
  (ranks.get(a) ?? ranks.size) - (ranks.get(b) ?? ranks.size) || compareText(a, b)

/** The same with the fields of every object in that order, and behind them, by name, those that nobody knows. */
export function inFieldOrder<T>(value: T): T
export function inFieldOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFieldOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byRank(a, b))
      .map(([name, field]) => [name, inFieldOrder(field)]),
  )
}
