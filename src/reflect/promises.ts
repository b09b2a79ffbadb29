import type { Day } from '../journal/day.ts'
import type { Outcome, PromiseEntry } from '../journal/entry.ts'
import { ownWordsIn } from '../journal/fields/read.ts'
import { waitsAfter } from '../journal/promise.ts'
import type { Discretion } from './discretion.ts'
import { wilsonInterval } from './statistics/wilson.ts'
import type { Count, Share } from './tally.ts'
import { tally } from './tally.ts'

/** Promises made or spoken of in a period, by how they stood at its end. */
export interface Promises {
  readonly total: number
  readonly outcomes: Readonly<Record<Outcome | 'waiting', number>>
  /** What the person said helped, and got in the way. */
  readonly helped: readonly Count[]
  readonly obstacles: readonly Count[]
  /** Done, of those that somebody knew about and of those nobody did, once tried. */
  readonly witnessed: Share
  readonly alone: Share
  /** The share done of those tried, with its 95% interval; only from eight on. */
  readonly done?: Share & { readonly interval: readonly [low: number, high: number] }
  /** Those still open at the end of the period, in the person's words. */
  readonly open: readonly { readonly id: string; readonly text: string; readonly due?: Day }[]
}

const enoughForShare = 8

/**
 * Letting go and changing a promise are care for it, not tries that fell short: they are counted by
 * themselves and stay out of the share done.
 * @param all the promises of the whole journal
 */
export function promisesIn(
  all: readonly PromiseEntry[],
  from: Day,
  until: Day,
  may: Discretion,
): Promises {
  const within = (day: Day) => day >= from && day <= until
  const here = all
    .map(promise => ({ promise, steps: (promise.details.steps ?? []).filter(s => s.on <= until) }))
    .filter(({ promise, steps }) => within(promise.day) || steps.some(step => within(step.on)))
    .map(found => ({ ...found, stands: found.steps.at(-1)?.outcome ?? ('waiting' as const) }))

  const outcomes = { done: 0, partly: 0, 'not-yet': 0, changed: 0, 'let-go': 0, waiting: 0 }
  for (const { stands } of here) outcomes[stands]++
  const tried = here.filter(({ stands }) => isTried(stands))
  const shareDone = (some: typeof tried): Share => ({
    count: some.filter(({ stands }) => stands === 'done').length,
    of: some.length,
  })
  const isKnown = ({ promise }: (typeof tried)[number]) =>
    (promise.details.witness ?? []).length > 0
  const done = shareDone(tried)

  const quotable = here.filter(
    ({ promise }) => may.mayQuote(promise) && ownWordsIn(promise).every(may.mayRead),
  )
  const steps = quotable.flatMap(found => found.steps.filter(step => within(step.on)))
  return {
    total: here.length,
    outcomes,
    helped: tally(steps.flatMap(step => step.helped ?? [])),
    obstacles: tally(steps.flatMap(step => step.obstacle ?? [])),
    witnessed: shareDone(tried.filter(isKnown)),
    alone: shareDone(tried.filter(found => !isKnown(found))),
    ...(done.of >= enoughForShare && {
      done: { ...done, interval: wilsonInterval(done.count, done.of) },
    }),
    open: quotable
      .filter(({ stands }) => stands === 'waiting' || waitsAfter(stands))
      .map(({ promise: { id, text, details } }) => ({
        id,
        text,
        ...(details.due && { due: details.due }),
      })),
  }
}

const isTried = (stands: Outcome | 'waiting') =>
  stands === 'done' || stands === 'partly' || stands === 'not-yet'
