import { join } from 'node:path'
import { fieldOrder } from '../journal/fields/field-order.ts'
import { digest } from './digest.ts'
import type { Workplace } from './keeper.ts'
import { decodeLines, encodeLines, sealIn, sealLength } from './lines.ts'
import { remembering } from './remembering.ts'

// Whether the lines of a month go out as they lie is found out by looking at most of their bytes, which takes a third of
// an export. So months of which it was so are remembered, by their checksums: other bytes have another.

/** Months that an export copied as they lie. */
export interface MonthsInOrder {
  /** @param bytes of a month, whose checksum was looked at */
  has(bytes: Buffer): boolean
  add(bytes: Buffer): void
  /** Remembers those that were asked about and found, for the next export. */
  keep(): Promise<void>
}

/** None that is known when there is anything odd about what is remembered. */
export async function monthsInOrder(place: Workplace): Promise<MonthsInOrder> {
  const { paper, generation } = place
  const path = join(generation.cache, 'in-order.json')
  // Another table of fields has another order.
  const form = digest(fieldOrder.join())
  const known = new Set<string | undefined>()
  try {
    const { document, sealed } = decodeLines((await paper.read(path)) ?? Buffer.alloc(0))
    if (sealed && document.form === form)
      for (const checksum of document.months as string[]) known.add(checksum)
  } catch {
    // As said.
  }
  const met = new Set<string>()
  let isMore = false
  const checksumOf = (bytes: Buffer) => sealIn(bytes.subarray(-sealLength))
  return {
    has(bytes) {
      const checksum = checksumOf(bytes)
      const isKnown = checksum !== undefined && known.has(checksum)
      if (isKnown) met.add(checksum)
      return isKnown
    },
    add(bytes) {
      met.add(checksumOf(bytes) ?? '')
      isMore = true
    },
    async keep() {
      if (!isMore) return
      const bytes = encodeLines({ form, months: [...met] }, {})
      await remembering(place, async () => paper.write(path, bytes, 'quick'))
    },
  }
}
