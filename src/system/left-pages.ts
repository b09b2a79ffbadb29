import type { Editing } from './editing-folders.ts'
import { editingsOf } from './editing-folders.ts'
import type { World } from './world.ts'

/** The pages whose hearten and editor are both gone: a kill, or a closed window, left them behind. */
export const leftPages = (world: World, journal: string): Editing[] =>
  editingsOf(world, journal).filter(({ note }) =>
    [note.owner, note.editor].every(it => it === undefined || world.host.fateOf(it) === 'dead'),
  )
