import { commandsToKeep } from './contents/keep.ts'
import { commandsToLookBack } from './contents/look-back.ts'
import { commandsForASeason } from './contents/season.ts'
import { session } from './contents/session.ts'
import { commandsToSetUp } from './contents/set-up.ts'
import { commandsToWrite } from './contents/write.ts'
import type { Contents } from './table.ts'

export { session }

/** The table of contents: every command, in the order help shows them. */
export const groups: Contents['groups'] = [
  commandsToWrite,
  commandsToLookBack,
  commandsToKeep,
  commandsForASeason,
  commandsToSetUp(async () => ({ groups, session })),
]
