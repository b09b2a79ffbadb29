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
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
      .map(([name, field]) => [name, inFieldOrder(field)]),
  )
}

const rank = (name: string): number => ranks.get(name) ?? ranks.size
