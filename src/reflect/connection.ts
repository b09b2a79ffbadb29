import type { ConnectionId, Entry, Scale } from '../journal/entry.ts'
import { connectionItems } from '../themes/connection.ts'
import { highest, lowest, median } from './statistics/average.ts'

/** Five values, side by side. No sum, grade or norm: the items are unvalidated. */
export interface Connection {
  readonly items: readonly {
    readonly id: ConnectionId
    readonly n: number
    readonly median: number
    readonly low: Scale
    readonly high: Scale
  }[]
  /** The middle of at least four items answered three times or more, and which were lowest and highest. */
  readonly profile?: {
    readonly median: number
    readonly lowest: readonly ConnectionId[]
    readonly highest: readonly ConnectionId[]
  }
}

const leastItems = 4
/** One answer is one evening's: it makes nothing highest or lowest. */
const leastAnswers = 3

/** Undefined when none was answered. */
export function connectionOf(entries: readonly Entry[]): Connection | undefined {
  const answers = entries.flatMap(entry =>
    entry.kind === 'checkin' ? (entry.details.connection ?? []) : [],
  )
  const items = connectionItems.flatMap(({ id }) => {
    const values = answers.flatMap(answer => answer[id] ?? [])
    return values.length === 0
      ? []
      : [{ id, n: values.length, median: median(values), low: min(values), high: max(values) }]
  })
  if (items.length === 0) return undefined
  const often = items.filter(({ n }) => n >= leastAnswers)
  if (often.length < leastItems) return { items }
  const medians = often.map(item => item.median)
  const named = (value: number) => often.filter(item => item.median === value).map(item => item.id)
  return {
    items,
    profile: {
      median: median(medians),
      lowest: named(lowest(medians)),
      highest: named(highest(medians)),
    },
  }
}

const min = (values: readonly Scale[]): Scale => lowest(values) as Scale
const max = (values: readonly Scale[]): Scale => highest(values) as Scale
