import type { Calm } from '../care/calm.ts'
import { areCalm, newCalm } from '../care/calm.ts'
import type { Entry } from '../journal/entry.ts'
import { ownWordsIn } from '../journal/fields/read.ts'
import { grouped } from '../journal/grouped.ts'
import { isLow, lastMood, veryLow } from '../journal/low-days.ts'

/**
 * Which entries are never read back unasked: written at very low mood, in a session that was entered or
 * left very low, or with words that call for help, theirs or another's of that session. Told apart only
 * when asked, and once a session: reading every page of a long journal for this would take seconds.
 *
 * @param ofSession the entries of a session
 * @param calm pages that are known to call for nobody
 */
export function heaviness(
  ofSession: (session: string) => readonly Entry[],
  calm: Calm = newCalm(),
): (entry: Entry) => boolean {
  const known = new Map<string, boolean>()
  return entry => {
    const key = sessionOf(entry)
    const before = known.get(key)
    if (before !== undefined) return before
    const others = entry.session === undefined ? [] : ofSession(entry.session)
    const together = others.length > 0 ? others : [entry]
    const heavy =
      together.some(it => it.mood === veryLow) || !areCalm(together.flatMap(ownWordsIn), calm)
    known.set(key, heavy)
    return heavy
  }
}

/** What was written outside a session is one by itself. */
const sessionOf = (entry: Entry): string => entry.session ?? entry.id

/** The sessions in some entries. @param journal in any order */
export function sessionsIn(journal: readonly Entry[]): (session: string) => readonly Entry[] {
  let sessions: Map<string, Entry[]> | undefined
  return session => {
    sessions ??= grouped(journal, it => it.session ?? '')
    return sessions.get(session) ?? []
  }
}

/** Whether a day's last mood was low. @param today its entries, oldest first */
export function isLowDay(today: readonly Entry[]): boolean {
  return isLow(lastMood(today))
}
