import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { partNamed } from '../store/part-name.ts'
import { placesIn } from '../store/places.ts'
import type { HomeFolders } from './folders.ts'
import { holdsAnything } from './folders.ts'

/** The folder that a part of this name has, there or not. @throws UsageError when nothing can be called so */
export function partFolder({ data }: Pick<HomeFolders, 'data'>, typed: string): string {
  const name = partNamed(typed)
  if (name === undefined)
    throw new UsageError(
      `"${typed}" cannot name a part. Letters, digits and dashes can, 40 at most. Nothing was changed.`,
    )
  return join(placesIn(data).parts, name)
}

/** Where things are for a command that is about a part. @throws UsageError when there is none of this name */
export function inPart(folders: Omit<HomeFolders, 'journal'>, typed: string): HomeFolders {
  const journal = partFolder(folders, typed)
  if (holdsAnything(journal)) return { ...folders, journal }
  throw new UsageError(
    `There is no part called "${typed}". Nothing was saved.\n\`hearten vault part list\` shows the parts there are.`,
  )
}
