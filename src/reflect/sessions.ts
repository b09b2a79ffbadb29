import type { Entry, Scale } from '../journal/entry.ts'

/** How mood was on leaving a session, against arriving; how many sessions of each. */
export interface SessionChange {
  readonly higher: number
  readonly same: number
  readonly lower: number
}

/** @param entries oldest first */
export function sessionChange(entries: readonly Entry[]): SessionChange {
  const changes = moodChanges(entries)
  return {
    higher: changes.filter(change => change > 0).length,
    same: changes.filter(change => change === 0).length,
    lower: changes.filter(change => change < 0).length,
  }
}

/**
 * Mood on leaving less mood on arriving, of each session with both, in the order they began. How
 * somebody came is what they said first, how they left is what they said last.
 * @param entries oldest first
 */
export function moodChanges(entries: readonly Entry[]): number[] {
  const arrived = new Map<string, Scale>()
  const left = new Map<string, Scale>()
  for (const { kind, details, mood, session } of entries) {
    if (kind !== 'checkin' || mood === undefined || session === undefined) continue
    if (details.moment === 'arrive' && !arrived.has(session)) arrived.set(session, mood)
    if (details.moment === 'leave') left.set(session, mood)
  }
  return [...arrived].flatMap(([session, before]) => {
    const after = left.get(session)
    return after === undefined ? [] : after - before
  })
}
