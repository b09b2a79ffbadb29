import { join } from 'node:path'
import { inWords, writingError } from '../file-errors.ts'
import { isGeneration } from '../manifest.ts'
import type { Folders } from '../paper.ts'
import { papersOf } from '../paper.ts'
import type { Generation } from '../places.ts'
import { generationIn } from '../places.ts'

/** Empties `cache/`. All of it can be made again. */
export function emptyCache(paper: Folders, { cache }: Generation): void {
  for (const name of paper.names(cache)) paper.remove(join(cache, name))
}

/** The same of a whole journal, whatever it is written on: for whoever wants nothing of the kind to be kept. */
export const forget = (folder: string): Promise<void> =>
  inWords(
    error => writingError(folder, error, 'The preference is set, but some of its `cache` is left.'),
    async () => {
      const { plain } = papersOf({})
      for (const name of plain.names(folder).filter(isGeneration))
        emptyCache(plain, generationIn(join(folder, name)))
    },
  )
