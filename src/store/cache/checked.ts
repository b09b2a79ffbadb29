import { join } from 'node:path'
import type { Paper } from '../paper.ts'
import type { Generation, Stamps } from '../places.ts'
import { saidTwice, twice } from './twice.ts'

// The months that hearten wrote last, by what tells their files from every other. Such a file is as it was written,
// and to find that out by its checksum once more would take a tenth of a bare start of Node.
// On encrypted paper it is loaded anyway, to read.

const pathIn = ({ cache }: Generation): string => join(cache, 'checked.json')

/** Who looks back a little reads the newest; of older months the checksum is looked at. */
const most = 6

/** None when there is anything odd about them. */
export async function checkedMonths(paper: Paper, generation: Generation): Promise<Stamps> {
  if (!paper.isPlain) return {}
  try {
    return JSON.parse(saidTwice(await paper.read(pathIn(generation))) ?? '{}')
  } catch {
    return {}
  }
}

/** Notes months that were just written. Only under the lock; what goes wrong is nobody's trouble. */
export async function noteChecked(
  { paper, generation }: { readonly paper: Paper; readonly generation: Generation },
  written: readonly string[],
  stampOf: (month: string) => string,
): Promise<void> {
  if (!paper.isPlain || written.length === 0) return
  try {
    const months: Record<string, string> = { ...(await checkedMonths(paper, generation)) }
    for (const month of written) months[month] = stampOf(month)
    const newest = Object.keys(months).sort().slice(-most)
    const kept = JSON.stringify(Object.fromEntries(newest.map(month => [month, months[month]])))
    await paper.write(pathIn(generation), twice(`${kept}\n`), 'quick')
  } catch {
    // As said.
  }
}
