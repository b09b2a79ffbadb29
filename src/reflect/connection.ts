import type { ConnectionId, Entry, Scale } from '../journal/entry.ts'
import { median } from './statistics/average.ts'

/** The five connection items, in the words they are asked in. */
export const connectionItems: readonly { readonly id: ConnectionId; readonly words: string }[] = [
  { id: 'understood', words: 'I felt safe to be honest, or understood.' },
  { id: 'known', words: 'I felt someone else knows what this is like.' },
  { id: 'cared', words: 'I felt cared for.' },
  { id: 'step', words: 'I took a step I care about, or someone helped me hold to it.' },
  { id: 'learned', words: 'I noticed or learned something useful.' },
]

/** Five values, side by side. No sum, grade or norm: the items are unvalidated. */
export interface Connection {
  readonly items: readonly {
    readonly id: ConnectionId
    readonly n: number
    readonly median: number
    readonly low: Scale
    readonly high: Scale
  }[]
  /** The middle of at least four items, and the items that were lowest and highest. */
  readonly profile?: {
    readonly median: number
    readonly lowest: readonly ConnectionId[]
    readonly highest: readonly ConnectionId[]
  }
}

const leastItems = 4

/** Undefined when none was answered. */
export function connectionOf(entries: readonly Entry[]): Connection | undefined {
  const items = connectionItems.flatMap(({ id }) => {
    const values = entries.flatMap(entry =>
      entry.kind === 'checkin' ? (entry.details.connection?.[id] ?? []) : [],
    )
    return values.length === 0
      ? []
      : [{ id, n: values.length, median: median(values), ...range(values) }]
  })
  if (items.length === 0) return undefined
  if (items.length < leastItems) return { items }
  const medians = items.map(item => item.median)
  const named = (value: number) => items.filter(item => item.median === value).map(item => item.id)
  return {
    items,
    profile: {
      median: median(medians),
      lowest: named(Math.min(...medians)),
      highest: named(Math.max(...medians)),
    },
  }
}

function range(values: readonly Scale[]): { low: Scale; high: Scale } {
  const sorted = values.toSorted((a, b) => a - b)
  return { low: sorted[0] ?? 1, high: sorted.at(-1) ?? 5 }
}
