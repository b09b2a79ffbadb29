import { normOf, readingOf } from './features.ts'
import type { Head } from './learned.ts'
import { aboutAnother, aboutViolence, calls, forLength, threshold } from './learned.ts'

/** A score so near to nothing does not say which card. */
const unsure = 1.6

/** A sentence by itself says less of what it is about, so it needs so much more. */
const forBeingAlone = 0.9

/** What the learned look makes of a text. */
export interface Learned {
  /** `both` where it cannot tell. */
  readonly about: 'self-harm' | 'violence' | 'both'
  readonly whom: 'me' | 'another'
  /** Of the strongest three sentences, or of the strongest one by itself: an ordinary day must not drown it. */
  readonly score: number
  /** What the score is above the threshold: above nothing, it calls for a card on its own. */
  readonly surplus: number
}

/**
 * How strongly a text calls for a card, by a linear model: the strongest of its windows counts. A long
 * text has many chances to look like a call, so it needs a little more.
 */
export function learnedLook(text: string): Learned | undefined {
  const windowsOf = readingOf(text, weightInCalls)
  const { most, strongest, windows } = strongestOf(windowsOf())
  if (!strongest) return undefined
  const alone = strongestOf(windowsOf(1)).most
  const side = scoreOf(aboutViolence, strongest)
  return {
    about: Math.abs(side) < unsure ? 'both' : side > 0 ? 'violence' : 'self-harm',
    whom: scoreOf(aboutAnother, strongest) > 0 ? 'another' : 'me',
    score: Math.max(most, alone),
    surplus: Math.max(most - forLength * Math.log(windows), alone - forBeingAlone) - threshold,
  }
}

function strongestOf(all: Iterable<Uint32Array>) {
  let windows = 0
  let most = -Infinity
  let strongest: Uint32Array | undefined
  for (const window of all) {
    windows++
    const score = scoreOf(calls, window)
    if (score > most) [most, strongest] = [score, window]
  }
  return { most, strongest, windows }
}

function scoreOf({ bias, step, weights }: Head, window: Uint32Array): number {
  let sum = 0
  for (const bucket of window) sum += weightOf(weights.charCodeAt(bucket & (weights.length - 1)))
  return bias + (step * sum) / normOf(window.length)
}

const weightInCalls = (bucket: number): number => weightOf(calls.weights.charCodeAt(bucket))

/** A letter is a weight: 86 letters from "(" to "~" without the backslash, of which "S" is nothing. */
const weightOf = (code: number): number => (code > 92 ? code - 1 : code) - 83
