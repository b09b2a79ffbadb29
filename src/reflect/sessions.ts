import type { Entry, Scale } from '../journal/entry.ts'

/** How mood was on leaving a session, against arriving; how many sessions of each. */
export interface SessionChange {
  readonly higher: number
  readonly same: number
  readonly lower: number
}

/** @param entries oldest first; of several check-ins on arriving the first counts, on leaving the last */
export function sessionChange(entries: readonly Entry[]): SessionChange {
  const arrived = new Map<string, Scale>()
  const left = new Map<string, Scale>()
  for (const { kind, details, mood, session } of entries) {
    if (kind !== 'checkin' || mood === undefined || session === undefined) continue
    if (details.moment === 'arrive' && !arrived.has(session)) arrived.set(session, mood)
    if (details.moment === 'leave') left.set(session, mood)
  }
  let [higher, same, lower] = [0, 0, 0]
  for (const [session, before] of arrived) {
    const after = left.get(session)
    if (after === undefined) continue
    if (after > before) higher++
    else if (after < before) lower++
    else same++
  }
  return { higher, same, lower }
}
