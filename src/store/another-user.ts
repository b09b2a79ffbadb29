import { dirname } from 'node:path'
import { UserError } from '../errors.ts'
import type { Host } from './lock.ts'
import type { Folders } from './paper.ts'

/**
 * For everything that writes where a person keeps things: root would leave files that their owner can
 * no longer open.
 * @throws UserError for root in a folder that belongs to somebody else, or would
 */
export function refuseForAnotherUser(
  paper: Pick<Folders, 'about'>,
  folder: string,
  host: Pick<Host, 'uid'>,
): void {
  if (host.uid !== 0) return
  const owner = ownerOf(paper, folder)
  if (owner === undefined || owner === 0) return
  throw new UserError(
    `${folder} belongs to another user, and you are root. Writing to it would lock its owner out. Nothing was saved.\nRun hearten without sudo.`,
  )
}

/** Whose folder it is, or whose it will be: a new one belongs to whoever owns the folder above. */
function ownerOf(paper: Pick<Folders, 'about'>, folder: string): number | undefined {
  const there = paper.about(folder)
  const above = dirname(folder)
  return there || above === folder ? there?.uid : ownerOf(paper, above)
}
