import { compareText } from '../journal/order.ts'
import type { Prompt } from '../themes/prompt.ts'
import type { Theme, ThemeId } from '../themes/theme.ts'
import type { Circumstances } from './rules.ts'
import {
  guards,
  holding,
  isForSome,
  leanings,
  REST_DAYS,
  restedDays,
  themeLeanings,
} from './rules.ts'

/** How many prompts a theme has at hand, the first included. */
const AT_HAND = 6

/** A prompt, and why it was chosen, in words a person may read. */
export interface ChosenPrompt {
  readonly prompt: Prompt
  readonly reason: string
}

/**
 * The prompts that may be asked, the best first. Those that still rest come last, the longest rested
 * first, so that a theme with few prompts left never falls silent. Of equals one comes first by lot, which is
 * drawn when it is their turn: who takes a few never asks for that of all.
 */
export function* rank(
  prompts: readonly Prompt[],
  now: Circumstances,
  { first = false }: { first?: boolean } = {},
): Generator<Prompt> {
  const today = leanings.filter(holding(now))
  const scored = mayBeAsked(prompts, now, first).map(prompt => {
    const rested = restedDays(prompt, now) ?? Infinity
    const points = today.reduce((sum, leaning) => sum + leaning.points(prompt, now), 0)
    return { prompt, points, rests: rested <= REST_DAYS ? rested : Infinity }
  })
  type Scored = (typeof scored)[number]
  const order = (a: Scored, b: Scored) =>
    a.rests === b.rests ? b.points - a.points : b.rests > a.rests ? 1 : -1
  scored.sort(order)
  for (let at = 0; at < scored.length; ) {
    const equals = scored.slice(at).filter(it => order(it, scored[at] as Scored) === 0)
    at += equals.length
    yield* byLot(
      equals.map(({ prompt }) => prompt),
      now,
    )
  }
}

function byLot(prompts: readonly Prompt[], { lot }: Circumstances): Prompt[] {
  if (prompts.length < 2) return [...prompts]
  return prompts
    .map(prompt => ({ prompt, drawn: lot(prompt.id) }))
    .sort((a, b) => b.drawn - a.drawn)
    .map(({ prompt }) => prompt)
}

/**
 * The prompts of a theme that are at hand in a session: the first is asked, the others are there to
 * swap to. What is for some comes once; in compassion the first to swap to is plain in tone, for
 * whom kindness is hard to take.
 *
 * @param ranked the prompts of one theme, the best first
 */
export function atHand(ranked: Iterable<Prompt>, now: Circumstances): ChosenPrompt[] {
  const found: Prompt[] = []
  let isMissing = false
  let plain: Prompt | undefined
  for (const prompt of ranked) {
    if (found.length === 0) isMissing = prompt.theme === 'compassion' && !isPlain(prompt)
    else if (isForSome(prompt)) continue
    const isRested = (restedDays(prompt, now) ?? Infinity) > REST_DAYS
    if (isMissing && !plain && isPlain(prompt) && isRested) plain = prompt
    else if (found.length < AT_HAND) found.push(prompt)
    if (found.length === AT_HAND && (plain || !isMissing)) break
  }
  if (plain) found.splice(1, 0, plain)
  return found.slice(0, AT_HAND).map(prompt => ({ prompt, reason: reasonFor(prompt, now) }))
}

const isPlain = ({ angles }: Prompt): boolean => angles?.includes('plain') ?? false

/** What no guard keeps away today. */
export const mayBeAsked = (
  prompts: readonly Prompt[],
  now: Circumstances,
  first = false,
): readonly Prompt[] => {
  const today = guards.filter(holding(now))
  return prompts.filter(prompt => !today.some(guard => guard.bars(prompt, now, first)))
}

/** "Chosen because today is low and this one is gentle; last asked 9 weeks ago." */
function reasonFor(prompt: Prompt, now: Circumstances): string {
  const strongest = leanings
    .filter(holding(now))
    .filter(leaning => leaning.because && leaning.points(prompt, now) > 0)
    .sort((a, b) => b.points(prompt, now) - a.points(prompt, now))[0]
  const because = strongest?.because?.(prompt, now) ?? 'it fits any day'
  return `Chosen because ${because}; ${lastAsked(restedDays(prompt, now))}.`
}

function lastAsked(days: number | undefined): string {
  if (days === undefined) return 'not asked lately'
  if (days <= 1) return days === 1 ? 'last asked yesterday' : 'last asked today'
  if (days < 14) return `last asked ${days} days ago`
  return `last asked ${Math.floor(days / 7)} weeks ago`
}

/** The one theme of a short session: the least visited lately that suits the day; of equals, the longest ago. */
export function pickTheme(
  themes: readonly Theme[],
  now: Circumstances,
): { theme: ThemeId; reason: string } | undefined {
  const leaning = themeLeanings.find(it => it.holds(now))
  const scored = themes.map(({ id }, index) => {
    const count = visitsOf(id, now) - (leaning?.less[id] ?? 0)
    return { id, count, last: now.past.visits.get(id)?.last ?? '', index }
  })
  scored.sort((a, b) => a.count - b.count || compareText(a.last, b.last) || a.index - b.index)
  const picked = scored[0]
  if (!picked) return undefined
  const suits = leaning?.less[picked.id] !== undefined
  const visits = visitsOf(picked.id, now)
  const others = scored.map(it => visitsOf(it.id, now))
  const least = others.every(it => it >= visits) && others.some(it => it > visits)
  const why = suits
    ? least
      ? 'it suits today and came up least lately'
      : 'it suits today'
    : least
      ? 'it came up least lately'
      : 'its turn has come'
  return { theme: picked.id, reason: `Chosen because ${why}.` }
}

const visitsOf = (id: ThemeId, now: Circumstances): number => now.past.visits.get(id)?.days ?? 0
