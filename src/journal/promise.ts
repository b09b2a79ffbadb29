import type { Day } from './day.ts'
import type { Entry, Outcome, PromiseEntry, PromiseStep } from './entry.ts'
import { revise } from './entry.ts'
import { compareText } from './order.ts'
import { inOrder } from './query.ts'
import type { Writing } from './record.ts'

/** A promise, or what was said of it. */
type Said = Pick<PromiseEntry, 'details'>

/** How it went last; undefined while nothing was said yet. */
const outcomeOf = (promise: Said): Outcome | undefined => promise.details.steps?.at(-1)?.outcome

/** Whether a promise waits on after this was said of it: nothing yet, "not yet", or that it was changed. */
export const waitsAfter = (outcome: Outcome | undefined): boolean =>
  outcome === undefined || outcome === 'not-yet' || outcome === 'changed'

export const isOpen = (promise: Said): boolean => waitsAfter(outcomeOf(promise))

/** What tells whether a promise waits, and when it is due, without its words. */
export const waitingIn = ({ details: { due, steps = [] } }: Said): Said => ({
  details: {
    ...(due !== undefined && { due }),
    steps: steps.slice(-1).map(({ on, outcome }) => ({ on, outcome })),
  },
})

/** The cue as it is read: "if I wake before six", "after lunch". */
export function cueWords(cue: string): string {
  const bare = cue.trim().replace(/^if\s+/i, '')
  const saysWhen = /^(?:when|whenever|after|before|once|while|as|with|on|at|every|until)\b/i.exec(
    bare,
  )
  return saysWhen ? bare.charAt(0).toLowerCase() + bare.slice(1) : `if ${bare}`
}

/** The promises that wait. */
export const openPromises = (entries: readonly Entry[]): PromiseEntry[] =>
  entries.filter(entry => entry.kind === 'promise').filter(isOpen)

/** A promise with the number that commands take for it. */
export interface Numbered {
  readonly number: number
  readonly promise: PromiseEntry
}

/**
 * The promises that waited this morning, and those made since, with their numbers from 1: the next
 * day first, those without a day last, and of one day the one made first; then those made today. A
 * number holds all day: nothing that is said of one promise, or made, moves the number of another.
 */
export function numberedPromises(entries: readonly Entry[], today: Day): Numbered[] {
  const all = entries
    .filter(entry => entry.kind === 'promise')
    .map(promise => ({
      promise,
      before: thisMorning(promise, today),
      isNew: promise.day === today,
    }))
    .filter(({ promise, before, isNew }) => isNew || isOpen(before) || isOpen(promise))
  const old = all
    .filter(({ isNew }) => !isNew)
    .sort(
      (a, b) =>
        compareDue(a.before.details.due, b.before.details.due) || inOrder(a.promise, b.promise),
    )
  const made = all
    .filter(({ isNew }) => isNew)
    .sort((a, b) => compareText(a.promise.id, b.promise.id))
  return [...old, ...made].map(({ promise }, index) => ({ number: index + 1, promise }))
}

/** A promise as it stood before anything was said of it today. */
function thisMorning(promise: PromiseEntry, today: Day): PromiseEntry {
  const { due, steps = [], ...details } = promise.details
  const since = steps.filter(step => step.on >= today)
  if (since.length === 0) return promise
  const moved = since.find(({ was }) => was && (was.due !== undefined || was.text === undefined))
  const day = moved ? moved.was?.due : due
  const before = steps.filter(step => step.on < today)
  return { ...promise, details: { ...details, ...(day && { due: day }), steps: before } }
}

/** Whether a part of it was done, and nothing said of the rest. */
export const leavesRest = (promise: PromiseEntry): boolean => outcomeOf(promise) === 'partly'

/** More open at once than this tends to be more than a week holds. Nothing stops anybody from making more. */
export const easilyKept = 3

/** Whether it is time to ask how it went. Without a day nobody asks, and never twice on one day. */
export function isDue(promise: Said, today: Day): boolean {
  const { due, steps } = promise.details
  return isOpen(promise) && due !== undefined && due <= today && steps?.at(-1)?.on !== today
}

/**
 * The promise with one more step: what was said on a day, and what becomes of it. With new words or
 * a new day the step remembers what they were before. What is left of a promise done in part waits on.
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
  const isPart = step.outcome === 'partly' && Object.keys(becomes).length > 0
  // It had no day and gets one: there is something to remember, which is nothing.
  const isFirstDay = becomes.due !== undefined && details.due === undefined
  const changes = (Object.keys(was).length > 0 || isFirstDay) && { was }
  // Done in part, and the rest is kept: two things were said of it.
  const kept: PromiseStep[] = isPart
    ? [step, { on: step.on, outcome: 'changed', ...changes }]
    : [{ ...step, ...changes }]
  return revise(
    promise,
    {
      ...(becomes.text !== undefined && { text: becomes.text }),
      details: {
        ...details,
        ...(becomes.due !== undefined && { due: becomes.due }),
        steps: [...(details.steps ?? []), ...kept],
      },
    },
    stamp,
  )
}

/** Without a day comes last: letters come after figures. */
const compareDue = (a: Day | undefined, b: Day | undefined): number =>
  compareText(a ?? 'no day', b ?? 'no day')
