import { join } from 'node:path'
import { reading } from './file-errors.ts'
import type { Folders } from './paper.ts'
import type { Generation } from './places.ts'
import { generationIn } from './places.ts'

/** `2026-11-22`, and for those made before something larger `2026-11-22T213005`. */
const backupName = /^\d{4}-\d{2}-\d{2}(T\d{6})?$/

/** Names of the backups, oldest first. Each is a folder laid out like a generation. */
export const backupsIn = (paper: Folders, { backups }: Generation): string[] =>
  reading(backups, () =>
    paper
      .names(backups)
      .filter(name => backupName.test(name))
      // Another folder with such a name is no backup, and must not stand for one.
      .filter(name => paper.about(generationIn(join(backups, name)).months)?.isDirectory()),
  )

/** Whether a day has its backup. What cannot be read is looked at, and said, by who makes one. */
export function isBackedUp(paper: Folders, generation: Generation, now: Date): boolean {
  try {
    return backupsIn(paper, generation).some(name => name.startsWith(dayHere(now)))
  } catch {
    return false
  }
}

/** The day on this machine's calendar: what a person looks for among the folders. */
export const dayHere = (now: Date): string =>
  `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`

export const two = (number: number): string => String(number).padStart(2, '0')
