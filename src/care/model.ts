import { normOf, windowsOf } from './features.ts'
import type { Head } from './learned.ts'
import { aboutAnother, aboutViolence, calls, forLength, threshold } from './learned.ts'

/** A score so near to nothing does not say which card. */
const unsure = 1.6

/** What the learned look makes of a text. */
export interface Learned {
  /** `both` where it cannot tell. */
  readonly about: 'self-harm' | 'violence' | 'both'
  readonly whom: 'me' | 'another'
  readonly score: number
  /** What the score is above the threshold: above nothing, it calls for a card on its own. */
  readonly surplus: number
}

/**
 * How strongly a text calls for a card, by a linear model: the strongest of its windows counts. A long
 * text has many chances to look like a call, so it needs a little more.
 */
export function learnedLook(text: string): Learned | undefined {
  let windows = 0
  let most = -Infinity
  let strongest: Uint32Array | undefined
  for (const window of windowsOf(text, weightInCalls)) {
    windows++
    const score = scoreOf(calls, window)
    if (score > most) [most, strongest] = [score, window]
  }
  if (!strongest) return undefined
  const side = scoreOf(aboutViolence, strongest)
  return {
    about: Math.abs(side) < unsure ? 'both' : side > 0 ? 'violence' : 'self-harm',
    whom: scoreOf(aboutAnother, strongest) > 0 ? 'another' : 'me',
    score: most,
    surplus: most - threshold - forLength * Math.log(windows),
  }
}

function scoreOf({ bias, step, weights }: Head, window: Uint32Array): number {
  let sum = 0
  for (const bucket of window) sum += weightOf(weights.charCodeAt(bucket & (weights.length - 1)))
  return bias + (step * sum) / normOf(window.length)
}

const weightInCalls = (bucket: number): number => weightOf(calls.weights.charCodeAt(bucket))

/** A letter is a weight: 86 letters from "(" to "~" without the backslash, of which "S" is nothing. */
const weightOf = (code: number): number => (code > 92 ? code - 1 : code) - 83
