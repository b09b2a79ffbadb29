import type { JournalRecord } from '../journal/change.ts'
import { recordSchemas } from '../journal/schema.ts'

// What a terminal could obey or a reader could be misled by: C1, odd line ends, bidi, tags. Escaped,
// the JSON means the same to the byte and can still be looked at with `less`.
const UNSEEN =
  /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g

/** One record as one line of JSON, its fields in one order: those of the schema, then unknown ones by name. */
export function lineOf(record: JournalRecord): string {
  return JSON.stringify(inFieldOrder(record)).replace(UNSEEN, escaped)
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
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([name, field]) => [name, inFieldOrder(field)]),
  )
}

const rank = (name: string): number => ranks.get(name) ?? ranks.size

const escaped = (unseen: string): string =>
  [...Array(unseen.length).keys()]
    .map(i => `\\u${unseen.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('')
