import type { JournalRecord } from '../journal/change.ts'
import { inFieldOrder } from '../journal/fields/order.ts'
import { inertJson } from '../render/gate.ts'

/** One record as one line of JSON, its fields in one order: those of the table of fields, then unknown ones by name. */
export const recordLine = (record: JournalRecord): string =>
  inertJson(JSON.stringify(inFieldOrder(record)))
