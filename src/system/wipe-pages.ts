import type { Editing } from './editing-folders.ts'
import { editingsOf } from './editing-folders.ts'
import { wipe } from './page-files.ts'
import type { World } from './world.ts'

/**
 * Wipes every page of a journal, but for those whose hearten is there to do it itself.
 * @param of ids of entries, when it is only pages that became one of them, or in which one is changed
 */
export function wipePages(world: World, journal: string, of?: readonly string[]): void {
  const isMeant = ({ note: { page } }: Editing) =>
    of === undefined ||
    [page.id, (page.content as { edits?: string }).edits ?? ''].some(id => of.includes(id))
  for (const editing of editingsOf(world, journal))
    if (isMeant(editing) && world.host.fateOf(editing.note.owner) !== 'alive') wipe(editing)
}
