import { careFor } from '../care/care.ts'
import type { Entry } from '../journal/entry.ts'
import { ownWordsIn } from '../journal/fields/read.ts'
import { isLow, lastMood, veryLow } from '../journal/low-days.ts'

/**
 * Which entries are never read back unasked: written at very low mood, in a session that was entered or
 * left very low, or with words that call for help, theirs or another's of that session. Told apart only
 * when asked, and once a session: reading every page of a long journal for this would take seconds.
 *
 * @param journal every entry, in any order
 */
export function heaviness(journal: readonly Entry[]): (entry: Entry) => boolean {
  const known = new Map<string, boolean>()
  let sessions: Map<string, Entry[]> | undefined
  return entry => {
    const key = entry.session ?? entry.id
    const before = known.get(key)
    if (before !== undefined) return before
    sessions ??= bySession(journal)
    const together = entry.session === undefined ? [entry] : (sessions.get(key) ?? [entry])
    const heavy =
      together.some(it => it.mood === veryLow) ||
      careFor(together.flatMap(ownWordsIn)) !== undefined
    known.set(key, heavy)
    return heavy
  }
}

function bySession(journal: readonly Entry[]): Map<string, Entry[]> {
  const sessions = new Map<string, Entry[]>()
  for (const entry of journal) {
    if (entry.session === undefined) continue
    const others = sessions.get(entry.session)
    if (others) others.push(entry)
    else sessions.set(entry.session, [entry])
  }
  return sessions
}

/** Whether a day's last mood was low. @param today its entries, oldest first */
export function isLowDay(today: readonly Entry[]): boolean {
  return isLow(lastMood(today))
}
