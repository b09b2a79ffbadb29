import { join } from 'node:path'
import type { Workplace } from '../keeper.ts'
import { decodeLines, encodeLines } from '../lines.ts'
import { build } from '../places.ts'
import type { AsTheyLie } from '../shelf-lines.ts'
import { remembering } from './remembering.ts'

// Whether lines go out as they lie is found out by looking at most of their bytes, which takes a third of an export. So
// those of which it was so are remembered, by their checksums: other bytes have another.

/** Lines that an export copied as they lie: those of a month, or a part of the history. */
export interface LinesInOrder {
  /** @param checksum of all their bytes, which was looked at or made just now */
  of(checksum: string | undefined): AsTheyLie | undefined
  /** Remembers those that were asked about and found, for the next export. */
  keep(): Promise<void>
}

/** None that is known when there is anything odd about what is remembered. */
export async function linesInOrder(place: Workplace): Promise<LinesInOrder> {
  const { paper, generation } = place
  const path = join(generation.cache, 'in-order.json')
  const known = new Set<string>()
  try {
    const { document, intact } = decodeLines((await paper.read(path)) ?? Buffer.alloc(0))
    if (intact && document.form === build)
      for (const checksum of document.checksums as string[]) known.add(checksum)
  } catch {
    // As said.
  }
  const met = new Set<string>()
  let isMore = false
  return {
    of(checksum) {
      if (checksum === undefined) return undefined
      const isKnown = known.has(checksum)
      if (isKnown) met.add(checksum)
      const note = () => {
        met.add(checksum)
        isMore = true
      }
      return { isKnown, note }
    },
    async keep() {
      if (!isMore) return
      const bytes = encodeLines({ form: build, checksums: [...met] }, {})
      await remembering(place, async () => paper.write(path, bytes, 'quick'))
    },
  }
}
