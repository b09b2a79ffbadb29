import { JournalError } from '../errors.ts'
import type { Sealing } from '../store/paper.ts'
import { recipientIn } from './identity.ts'
import { sealedPaper } from './sealed-paper.ts'
import type { Door, Unlocking } from './unlock.ts'
import { unlockingOf } from './unlock.ts'

/** Seals and opens the generations of journals. Each is unlocked once, however many look into it. */
export function sealingWith(door: Door): Sealing {
  const known = new Map<string, Unlocking>()
  return {
    paper(plain, folder, text) {
      const recipient = recipientIn(text)
      if (recipient === undefined)
        throw new JournalError(
          `The first page of this journal names "${text}", which is no key. Nothing was changed.`,
        )
      const name = `${folder} ${text}`
      const unlocking = known.get(name) ?? unlockingOf(plain, folder, recipient, door)
      known.set(name, unlocking)
      return sealedPaper(plain, recipient, unlocking)
    },
  }
}
