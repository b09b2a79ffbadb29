import type { JournalRecord } from '../journal/change.ts'
import { compareText } from '../journal/order.ts'
import { recordSchemas } from '../journal/schema.ts'
import { inertJson } from '../render/gate.ts'

/** One record as one line of JSON, its fields in one order: those of the schema, then unknown ones by name. */
export function lineOf(record: JournalRecord): string {
  return inertJson(JSON.stringify(inFieldOrder(record)))
}

const ranks = new Map<string, number>()
for (const schema of Object.values(recordSchemas)) rankFields(schema)

function rankFields(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return
  for (const key of ['wrapped', 'item'] as const)
    if (key in schema) rankFields((schema as Record<string, unknown>)[key])
  if (!('entries' in schema) || typeof schema.entries !== 'object' || !schema.entries) return
  for (const [name, field] of Object.entries(schema.entries)) {
    if (!ranks.has(name)) ranks.set(name, ranks.size)
    rankFields(field)
  }
}

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
