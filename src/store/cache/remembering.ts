import { refuseForAnotherUser } from '../another-user.ts'
import { beingErased } from '../erasing.ts'
import type { Workplace } from '../keeper.ts'
import { takeLock } from '../lock.ts'
import type { Stamps } from '../places.ts'
import type { Shelves } from '../shelves.ts'

/**
 * Writes to `cache/`. Under the lock, so that nothing is erased meanwhile: no word that was erased may come back
 * there. What goes wrong is nobody's trouble.
 */
export async function remembering(place: Workplace, work: () => Promise<void>): Promise<void> {
  const { disk, paper, host, generation } = place
  try {
    refuseForAnotherUser(paper, generation.folder, host)
    const lock = takeLock(disk, place.lock, host)
    if (!lock) return
    try {
      if (!place.isCurrent()) return
      if ((await beingErased(paper, generation)).length === 0) await work()
    } finally {
      lock.release()
    }
  } catch {
    // As said.
  }
}

/** Whether shelves are still the files that something was made from. */
export const areStill = (shelves: Shelves, stamps: Stamps): boolean =>
  Object.entries(stamps).every(([shelf, stamp]) => shelves.stampOf(shelf) === stamp)
