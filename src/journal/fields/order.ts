import { compareText } from '../order.ts'
import { fieldOrder } from './field-order.ts'

let ranks: ReadonlyMap<string, number> | undefined

/** The same with the fields of every object in the order of a record's line, and behind them, by name, those that nobody knows. */
export function inFieldOrder<T>(value: T): T
export function inFieldOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFieldOrder)
  if (typeof value !== 'object' || value === null) return value
  ranks ??= new Map(fieldOrder.map((name, rank) => [name, rank]))
  const { size } = ranks
  const rankOf = (name: string): number => ranks?.get(name) ?? size
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rankOf(a) - rankOf(b) || compareText(a, b))
      .map(([name, field]) => [name, inFieldOrder(field)]),
  )
}
