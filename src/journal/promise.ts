import type { Day } from './day.ts'
import type { Entry, Outcome, PromiseEntry, PromiseStep } from './entry.ts'
import { revise } from './entry.ts'
import { inOrder } from './query.ts'
import type { Writing } from './record.ts'

/** How it went last; undefined while nothing was said yet. */
const outcomeOf = (promise: PromiseEntry): Outcome | undefined =>
  promise.details.steps?.at(-1)?.outcome

/** Whether a promise waits on after this was said of it: nothing yet, "not yet", or that it was changed. */
export const waitsAfter = (outcome: Outcome | undefined): boolean =>
  outcome === undefined || outcome === 'not-yet' || outcome === 'changed'

export const isOpen = (promise: PromiseEntry): boolean => waitsAfter(outcomeOf(promise))

/** The cue as it is read: "if I wake before six", "after lunch". */
export function cueWords(cue: string): string {
  const bare = cue.trim().replace(/^if\s+/i, '')
  const saysWhen = /^(?:when|whenever|after|before|once|while|as|with|on|at|every|until)\b/i.exec(
    bare,
  )
  return saysWhen ? bare.charAt(0).toLowerCase() + bare.slice(1) : `if ${bare}`
}

/**
 * The promises that wait, in the order they are numbered from 1: the next day first, those without a
 * day last, and of one day the one made first.
 */
export const openPromises = (entries: readonly Entry[]): PromiseEntry[] =>
  entries
    .filter(entry => entry.kind === 'promise')
    .filter(isOpen)
    .sort((a, b) => compareDue(a.details.due, b.details.due) || inOrder(a, b))

/** More open at once than this tends to be more than a week holds. Nothing stops anybody from making more. */
export const easilyKept = 3

/** Whether it is time to ask how it went. Without a day nobody asks, and never twice on one day. */
export function isDue(promise: PromiseEntry, today: Day): boolean {
  const { due, steps } = promise.details
  return isOpen(promise) && due !== undefined && due <= today && steps?.at(-1)?.on !== today
}

/**
 * The promise with one more step: what was said on a day, and what becomes of it. With new words or
 * a new day the step remembers what they were before.
 */
export function withStep(
  promise: PromiseEntry,
  step: Omit<PromiseStep, 'was'>,
  becomes: { readonly text?: string; readonly due?: Day },
  stamp: Writing,
): PromiseEntry {
  const { details, text } = promise
  const was = {
    ...(becomes.text !== undefined && becomes.text !== text && { text }),
    ...(becomes.due !== undefined &&
      becomes.due !== details.due &&
      details.due !== undefined && { due: details.due }),
  }
  const kept: PromiseStep = { ...step, ...(Object.keys(was).length > 0 && { was }) }
  return revise(
    promise,
    {
      ...(becomes.text !== undefined && { text: becomes.text }),
      details: {
        ...details,
        ...(becomes.due !== undefined && { due: becomes.due }),
        steps: [...(details.steps ?? []), kept],
      },
    },
    stamp,
  )
}

const compareDue = (a: Day | undefined, b: Day | undefined): number =>
  a === b ? 0 : a === undefined ? 1 : b === undefined || a < b ? -1 : 1
