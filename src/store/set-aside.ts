import { basename, dirname } from 'node:path'
import { ifThere, quietly } from './file-errors.ts'
import type { Workplace } from './keeper.ts'
import { Damage } from './lines.ts'
import type { Paper } from './paper.ts'

export const counted = (count: number): string => (count === 1 ? '1 record' : `${count} records`)

/** What can be read of a file: nothing when it is not there, or when its paper cannot make it out. */
export async function readable(paper: Paper, path: string): Promise<Buffer> {
  try {
    return (await paper.read(path)) ?? Buffer.alloc(0)
  } catch (error) {
    if (error instanceof Damage) return Buffer.alloc(0)
    throw error
  }
}

/**
 * Keeps a file, as it lies there, beside itself under a name that says what became of it.
 *
 * @param how `copy`: under that name too, for a file that is written over next
 * @returns the name
 */
export function setAside(
  { paper, now }: Workplace,
  file: string,
  how: 'damaged' | 'merged' | 'copy' = 'damaged',
): string {
  const time = now()
    .toISOString()
    .replace(/[-:]|\.\d+Z/g, '')
  const aside = `${file}.${how === 'merged' ? how : 'damaged'}-${time}`
  if (how === 'copy') {
    ifThere(() => {
      paper.link(paper.realPath(file), aside, 'replacing')
      paper.makePrivate(aside)
    })
  } else ifThere(() => paper.move(file, aside))
  quietly(() => paper.sync(dirname(file)))
  return basename(aside)
}
