import { decodeLines, encodeLines } from './lines.ts'
import type { Paper } from './paper.ts'
import type { Generation } from './places.ts'
import { erasingIn } from './places.ts'

/** The things whose erasing was decided and not finished. A list that cannot be read names nothing. */
export async function beingErased(paper: Paper, generation: Generation): Promise<string[]> {
  try {
    const bytes = await paper.read(erasingIn(generation))
    const { document } = decodeLines(bytes ?? encodeLines({}, { ids: [] }))
    return Array.isArray(document.ids) ? document.ids.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}
