import type { Prompt } from '../themes/prompt.ts'
import type { ThemeId } from '../themes/theme.ts'
import type { Circumstances } from './rules.ts'
import { REST_DAYS, restedDays, SEASON_REST_DAYS } from './rules.ts'

/** Fewer prompts than this are asked one at a time, so that they last. */
const PLENTY = 10

/**
 * Whose turn it is to ask something written for the person's season, or for a topic they chose: two
 * themes of a session, or one where there is little to ask. So it comes up every week, and never
 * fills an evening.
 *
 * @param all the prompts for some that may be asked today, of the themes of this session
 */
export function seasonTurn(all: readonly Prompt[], now: Circumstances): Set<ThemeId> {
  const today = all.filter(({ situations }) => situations.includes('hard-date'))
  // A hard date has its own, whatever came on the days before.
  const pool = today.length > 0 ? today : all
  const rested = (prompt: Prompt) => restedDays(prompt, now) ?? Infinity
  if (pool === all && all.some(prompt => rested(prompt) <= SEASON_REST_DAYS)) return new Set()
  const ready = new Map<ThemeId, number>()
  for (const prompt of pool) {
    if (rested(prompt) > REST_DAYS) ready.set(prompt.theme, (ready.get(prompt.theme) ?? 0) + 1)
  }
  // Where most are left comes first, so that no theme runs out before the others.
  const order = [...ready].sort(([a, many], [b, more]) => more - many || now.lot(b) - now.lot(a))
  const turns = pool !== all || pool.length >= PLENTY ? 2 : 1
  return new Set(order.slice(0, turns).map(([theme]) => theme))
}
