import type { JournalRecord } from '../journal/change.ts'
import { fieldOrder } from '../journal/fields/order.ts'
import { compareText } from '../journal/order.ts'
import { inertJson } from '../render/gate.ts'

/** One record as one line of JSON, its fields in one order: those of the table of fields, then unknown ones by name. */
export function recordLine(record: JournalRecord): string {
  return inertJson(JSON.stringify(inFieldOrder(record)))
}

const ranks = new Map(fieldOrder.map((name, rank) => [name, rank]))

function inFieldOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFieldOrder)
  if (typeof value !== 'object' || value === null) return value
  const holder = value as Readonly<Record<string, unknown>>
  const ordered: [string, unknown][] = []
  for (const name of orderOf(Object.keys(holder))) ordered.push([name, inFieldOrder(holder[name])])
  return Object.fromEntries(ordered)
}

/** Thousands of records have the same few sets of fields, so each set is sorted once. */
function orderOf(names: readonly string[]): readonly string[] {
  const key = names.join('\n')
  const known = orders.get(key) ?? names.toSorted((a, b) => rank(a) - rank(b) || compareText(a, b))
  orders.set(key, known)
  return known
}

const orders = new Map<string, readonly string[]>()

const rank = (name: string): number => ranks.get(name) ?? ranks.size
