import { join } from 'node:path'
import { plainPaper } from '../store/paper.ts'
import { strayAfter, temporaryName } from '../store/places.ts'

/**
 * Removes what an earlier export left in a folder when it was killed: unfinished files of these names.
 * What is younger than ten minutes may be another export at work.
 */
export function clearLeftovers(folder: string, isOurs: (name: string) => boolean): void {
  const paper = plainPaper()
  for (const name of paper.names(folder)) {
    const target = temporaryName.exec(name)?.[1]
    if (target === undefined || !isOurs(target)) continue
    const path = join(folder, name)
    const about = paper.about(path, 'itself')
    if (about?.isFile() && Date.now() - about.mtimeMs > strayAfter) paper.remove(path)
  }
}
